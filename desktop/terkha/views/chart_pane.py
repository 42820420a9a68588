# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A chart with its table twin, and below them what is selected, the notes and the sources."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from terkha.charts.legend import Legend
from terkha.charts.plot import PlotView
from terkha.charts.words import credit, sentence, spaced
from terkha.models.chart_table import COLUMNS, ChartTableModel
from terkha.views.chart_cells import LineDelegate
from terkha.views.parts import button, label, rule
from terkha.views.record_table import RecordTable
from terkha.views.ways import follow

if TYPE_CHECKING:
    from terkha.charts.base import Mark, Picture
    from terkha.context import Context

_WIDEST = 260
_TABLE_LINE = 30
_MOST_BRUSHED = 60


class ChartPane(QWidget):
    """Holds the plot, its table and the words under them; one number is selected in all."""

    selection_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._picture: Picture | None = None
        self._brushed: list[Mark] = []
        """Marks of the reader's own rows that were brushed."""
        self.plot = PlotView(context.look, self)
        self.model = ChartTableModel(self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self._legend = Legend(context.look, self)
        self._reading = label("", "caption", "ink2")
        self._open = button(self.tr("Open record"), "link")
        self._dispute = button(self.tr("Why figures differ"), "link")
        self._notes = label("", "caption", "ink2", wrap=True)
        self._sources = label("", "caption", "ink3", wrap=True)
        self._disputes = label("", "caption", "disp", wrap=True)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> int:
        """The row of the number selected, -1 for none."""
        current = self.table.selectionModel().selectedRows()
        return current[0].row() if current else -1

    def show_picture(self, picture: Picture) -> None:
        """Show a picture as chart and table, with nothing selected."""
        self._picture = picture
        self.model.show_picture(picture)
        self.plot.show_picture(picture)
        self._fit_plot()
        self._legend.show_picture(picture)
        self.table.setAccessibleName(self.tr("%s, as a table") % picture.title)
        self._fit_columns()
        self._notes.setText(spaced("  ".join(picture.notes)))
        self._notes.setVisible(bool(picture.notes))
        self._sources.setText(f"{credit(picture)} {picture.edition}.")
        self._list_disputes()
        self._show_selected()
        self._read(-1)

    def show_table(self, *, on: bool) -> None:
        """Show the table instead of the plot and its legend."""
        self._stack.setCurrentIndex(1 if on else 0)
        self._fit_plot()
        self._legend.setVisible(not on)

    def select(self, number: int) -> None:
        """Select a number in table and plot."""
        if number < 0:
            self.table.clearSelection()
        else:
            self.table.selectRow(number)
            self.table.scrollTo(self.model.index(number, 0))

    def focus_widget(self) -> QWidget:
        """Return what takes the keyboard: the plot or the table, whichever is shown."""
        return self.table if self._stack.currentIndex() else self.plot

    def open_number(self, number: int) -> None:
        """Open the record, or the page, that a number is about."""
        if self._picture is not None:
            follow(self._context.state, self._picture.numbers[number].link)

    def open_dispute(self, number: int) -> None:
        """Open the dispute about a number, if there is one."""
        mark = self._mark(number)
        if mark is not None and mark.dispute:
            follow(self._context.state, mark.dispute)

    def _mark(self, number: int) -> Mark | None:
        if self._picture is None or number < 0:
            return None
        return self._picture.numbers[number]

    def _selected(self) -> None:
        number = self.chosen
        self.plot.select(number)
        self._read(number)
        self.selection_changed.emit()

    def _brush(self, marks: list[Mark], joins: bool) -> None:
        """Select records in all views, beside those selected before if asked.

        Rows of the reader's own are no records: their table is offered, narrowed to them.
        """
        if self._picture is not None and self._picture.own:
            if not joins:
                self._offer_rows(marks)
            return
        records = [each for mark in marks for each in mark.records]
        state = self._context.state
        title = self._picture.title if self._picture else ""
        state.select({*records, *(state.selected if joins else ())}, title)

    def _offer_rows(self, marks: list[Mark]) -> None:
        self.table.clearSelection()
        self._brushed = marks[:_MOST_BRUSHED]
        words = self.tr("%n mark(s) chosen", "", len(marks))
        if len(marks) > _MOST_BRUSHED:
            words += self.tr("; the table can be narrowed to the first %s") % _MOST_BRUSHED
        self._reading.setText(words)
        self._open.setEnabled(bool(marks))

    def _open_chosen(self) -> None:
        """Open the record, or the rows, of the number chosen, or those of the marks brushed."""
        if self._brushed:
            from terkha.charts.own_marks import rows_link

            follow(self._context.state, rows_link(self._brushed))
        else:
            self.open_number(self.chosen)

    def _show_selected(self) -> None:
        """Ring the marks of the records selected, and show their numbers alone in the table."""
        selected = self._context.state.selected
        self.plot.show_records(selected)
        numbers = self._picture.numbers if self._picture else ()
        found = [not selected.isdisjoint(mark.records) for mark in numbers]
        for row, is_selected in enumerate(found):
            self.table.setRowHidden(row, any(found) and not is_selected)

    def _read(self, number: int) -> None:
        """Say what is selected, and offer where it leads."""
        mark = self._mark(number)
        self._brushed = []
        words = self.tr("Select a mark to see who says so; Enter opens the record.")
        own = self._picture is not None and bool(self._picture.own)
        if own:
            words = self.tr("Select a mark, or drag over several; Enter opens its rows.")
        if mark is not None:
            words = sentence(mark)
        self._reading.setText(words)
        self._reading.setToolTip(words if mark else "")
        self._open.setEnabled(mark is not None)
        leads_to_page = own or (mark is not None and not mark.record)
        self._open.setText(self.tr("Open table") if leads_to_page else self.tr("Open record"))
        self._dispute.setVisible(mark is not None and bool(mark.dispute))

    def _fit_plot(self) -> None:
        """Give a plot of few rows no more height than they need; the table takes all there is."""
        shown = self._stack.currentWidget()
        self._stack.setMaximumHeight(shown.maximumHeight() if shown else 0)

    def _fit_columns(self) -> None:
        fonts = self._context.look.fonts
        self.table.setItemDelegate(LineDelegate(self._context.look, self.table))
        self.table.verticalHeader().setDefaultSectionSize(fonts.px(_TABLE_LINE))
        self.table.resizeColumnsToContents()
        for column in range(len(COLUMNS)):
            width = min(self.table.columnWidth(column), fonts.px(_WIDEST))
            self.table.setColumnWidth(column, width)

    def _list_disputes(self) -> None:
        """Name the disputes that concern the whole chart, each a link."""
        disputes = self._picture.disputes if self._picture else ()
        links = "; ".join(
            f'<a href="{dispute.id}">{escape(dispute.title)}</a>' for dispute in disputes
        )
        self._disputes.setText(self.tr("Where sources differ: %s") % links)
        self._disputes.setVisible(bool(disputes))

    def _connect(self) -> None:
        self.plot.selected.connect(self.select)
        self.plot.brushed.connect(self._brush)
        self._context.state.selected_changed.connect(self._show_selected)
        self.plot.opened.connect(self.open_number)
        self.plot.dispute_asked.connect(self.open_dispute)
        self.table.activated.connect(lambda index: self.open_number(index.row()))
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self._open.clicked.connect(self._open_chosen)
        self._dispute.clicked.connect(lambda: self.open_dispute(self.chosen))
        state = self._context.state
        self._disputes.linkActivated.connect(lambda link: follow(state, link))
        self._context.look.changed.connect(self._fit_columns)
        self._context.look.changed.connect(self._fit_plot)
        # Links take their colour from the palette when they are set.
        self._context.look.changed.connect(self._list_disputes)

    def _lay_out(self) -> None:
        self.table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.table)
        self._reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        reading = QHBoxLayout()
        reading.setSpacing(12)
        reading.addWidget(self._reading, 1)
        reading.addWidget(self._dispute)
        reading.addWidget(self._open)
        self._disputes.setTextFormat(Qt.TextFormat.RichText)
        self._disputes.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._legend)
        layout.addLayout(reading)
        layout.addWidget(rule())
        layout.addWidget(self._notes)
        layout.addWidget(self._disputes)
        layout.addWidget(self._sources)
        layout.addStretch(0)


class Column(QWidget):
    """What scrolls, a pane among it: as high as its lines are at the width there is."""

    def minimumSizeHint(self) -> QSize:
        """Return nothing, so that only the height at the present width counts.

        By itself a layout asks for the height that its paragraphs had if they were as narrow as
        can be.
        """
        return QSize(0, 0)
