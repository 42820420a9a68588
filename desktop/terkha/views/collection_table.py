# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One collection as a table: facets, filters, rows read in a thread, and the row chosen beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Signal

from terkha.models.collection_source import CollectionSource
from terkha.models.paged import PagedModel
from terkha.views.narrowed_table import NarrowedTable
from terkha.views.own_row import OwnRow
from terkha.views.parts import button, label
from terkha.views.places import asked
from terkha.views.plain_cells import PlainTable
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.trail import Place
    from terkha_db.imported.info import Info

_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class CollectionTable(NarrowedTable):
    """The rows of one collection; which columns, widths and order is remembered."""

    failed = Signal(str)
    """Why the collection cannot be read, in a sentence."""
    remove_requested = Signal()

    def __init__(self, context: Context, info: Info) -> None:
        self.source = CollectionSource(info.target.file)
        self.rows = PlainTable()
        how = QCoreApplication.translate(
            "CollectionTable", "Take a filter off, or write fewer letters of a word."
        )
        super().__init__(context, info.name, self.source, self.rows, how)
        self.source.setParent(self)
        self.info = info
        self.kind = f"collection/{info.slug}"
        self.model = PagedModel(info.target.file, self)
        self.row = OwnRow(context, info, self)
        self.whose = label(self._whose_words(), "caption", "ink2")
        self.whose.setContentsMargins(20, 0, 16, 8)
        self._chart = button(self.tr("Chart"), hint=self.tr("Chart this table…"))
        self._remove = button("", hint=self.tr("Remove this collection…"))
        self._link = ""
        """The link to be shown as soon as it can be."""
        self._wanted = 0
        """The number of the row to be chosen as soon as rows have their places."""
        self.head.add(self._chart, "chart-column")
        self.head.add(self._remove, "trash-2")
        self.table.setModel(self.model)
        self.assemble(self.model, self.row, self.whose)
        self.table.setAccessibleName(self._whose_words())
        self._connect_rows()
        self.tell()
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Narrow the table to what the link asks for, and choose the row that it names."""
        if not self.source.is_ready:
            self._link = link
            return
        super().show_link(link)
        row = link.partition("?")[0].split("/")[2:]
        self._wanted = int(row[0]) if row and row[0].isdecimal() else 0
        self._choose_wanted()

    def place(self) -> Place:
        """Return the number of the row that is shown beside."""
        return {"row": self.row.number}

    def restore(self, place: Place) -> None:
        """Choose that row again as soon as it has its place."""
        self._wanted = asked(place, "row", 0)
        self._choose_wanted()

    def link_here(self) -> str:
        """Return the link of the table without what narrows it."""
        return self.kind

    def restyle(self) -> None:
        """Take fonts, icons and row height from the look."""
        super().restyle()
        self.rows.dress(self.context.look)
        self.row.restyle()

    def export(self) -> None:
        """Write the rows and columns shown to a file of the reader's choice."""
        from terkha.views.export_own import export_rows

        export_rows(self)

    def copy(self) -> None:
        """Copy the rows selected, or all shown if none is, as TSV, HTML and Markdown at once."""
        from terkha.views.export_own import copy_rows

        copy_rows(self, self.chosen_rows() or [range(self.model.rowCount())])

    def show_facets(self, *, on: bool) -> None:
        """Show or hide the facets; a table none of whose columns has few values has none."""
        has_some = not self.source.is_ready or bool(self.source.vocabulary.facets)
        super().show_facets(on=on and has_some)
        self.head.drawer.setVisible(self.is_narrow() and has_some)

    def begin_filtering(self) -> None:
        """Put the keyboard into the facets, or into the filter where there are none."""
        if self.source.is_ready and not self.source.vocabulary.facets:
            self.begin_find()
        else:
            super().begin_filtering()

    def chart(self) -> None:
        """Chart the rows that show, in the columns that the reader chooses there."""
        from terkha.charts.asked import table_chart

        asked = table_chart(self.kind, text=self.asked.words, where=self.asked.where)
        self.context.state.open(asked.link)

    def close_file(self) -> None:
        """Let go of the file; the table is not used any more."""
        self.model.close()
        self.source.close()

    # Doing

    def ask(self) -> None:
        """Show the rows that are asked for now."""
        self.model.ask(self.source.clause(self.asked.words, self.asked.where))

    def tell(self) -> None:
        """Say how many rows show, or what keeps them from showing."""
        model = self.model
        shown = model.rowCount()
        chosen = sum(map(len, self.chosen_rows()))
        self.head.tell(shown, model.total, chosen, narrowed=self.is_narrowed)
        if not model.all_fields:
            self.head.tell_doing(self.tr("opening …"))
        elif model.busy:
            searching = bool(model.view.where.sql)
            self.head.tell_doing(self.tr("searching …") if searching else self.tr("sorting …"))
        for each in (self.head.export, self._chart):
            each.setEnabled(bool(shown) and not model.busy)
        self.nothing.tell(nothing=not shown and not model.busy)
        self.status_changed.emit(self.status())

    def _connect_rows(self) -> None:
        self.model.opened.connect(self.columns.recall)
        self.model.told.connect(self._settle_rows)
        self.model.failed.connect(self.failed)
        self.model.dataChanged.connect(self._show_chosen)
        self.source.ready.connect(self._begin)
        self.source.counted.connect(self.asked.take_counts)
        self.source.failed.connect(self.failed)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.selectionModel().selectionChanged.connect(self.tell)
        self.row.closed.connect(self.row.hide)
        self.table.activated.connect(self.row.show)
        self.table.doubleClicked.connect(self.row.show)
        self._chart.clicked.connect(self.chart)
        self._remove.clicked.connect(self.remove_requested)

    def _begin(self) -> None:
        """Ask what was to be asked, now that fields and values are known."""
        self.asked.read_again()
        if not self.source.vocabulary.facets:
            self.show_facets(on=False)
        link, self._link = self._link, ""
        if link:
            self.show_link(link)
        self._settle_rows()

    def _settle_rows(self) -> None:
        """Choose the row that was asked for or was shown before; the first where none was."""
        self.tell()
        if self.model.busy or not self.model.rowCount():
            return
        if self._wanted:
            self._choose_wanted()
        elif not self.row.number and not self._link:
            self.table.selectRow(0)
        elif not self.table.selectionModel().hasSelection():
            self.model.find(self.row.number, self._select)

    def _choose_wanted(self) -> None:
        if self._wanted and not self.model.busy and self.model.all_fields:
            number, self._wanted = self._wanted, 0
            self.model.find(number, self._go_to)

    def _go_to(self, row: int) -> None:
        self.table.selectRow(row)
        index = self.model.index(row, 0)
        self.table.scrollTo(index, PlainTable.ScrollHint.PositionAtCenter)

    def _select(self, row: int) -> None:
        """Select a row where it stands now, and stay where one is."""
        if row < self.model.rowCount():
            self.table.selectionModel().select(self.model.index(row, 0), _ROWS)

    def _show_chosen(self) -> None:
        """Show the entry of the first row chosen, once its number is known."""
        chosen = self.chosen_rows()
        number = self.model.number_of(chosen[0][0]) if chosen else None
        if number is not None and number != self.row.number:
            self.row.number = number
            self.model.entry(number, self.row.show_row)
            self.show_entry()

    def _whose_words(self) -> str:
        info = self.info
        words = self.tr(
            "Your collection, not part of the catalogue. Imported from %(file)s on %(date)s"
        )
        words %= {"file": info.source, "date": format_date(info.imported[:10])}
        if info.rejected:
            words += self.tr("; %n row(s) did not fit", "", info.rejected)
        return words
