# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one kind of record: facets, a table with its filters, and the entry beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from terkha.models.filtering import TableFilter
from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha.views import keeping
from terkha.views.chips import FilterRow
from terkha.views.columns import Columns
from terkha.views.delegates import CellDelegate
from terkha.views.detail import DetailViewer
from terkha.views.facet_panel import FacetPanel
from terkha.views.nothing import NothingShown
from terkha.views.page import Page
from terkha.views.pages import narrowed_to, table_link
from terkha.views.parts import rule, upright
from terkha.views.pinned import PinnedTable
from terkha.views.table_head import TableHead
from terkha_db.fields import fields_of

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.views.pages import PageSpec

_DETAIL_WIDTH = 340
_NARROW = 1200


class TablePage(Page):
    """All records of one kind; which columns, widths and order is remembered."""

    def __init__(self, context: Context, spec: PageSpec) -> None:
        super().__init__(context)
        self._spec = spec
        self.model = RecordTableModel(context.catalogue, spec.kind, self)
        self.asked = TableFilter(context.catalogue, spec.kind, self)
        self.table = PinnedTable(self)
        self._nothing = NothingShown(self.table)
        self._head = TableHead(context, spec, self)
        self.filter = self._head.words
        self.facets = FacetPanel(self)
        self.filters = FilterRow(context, spec.kind, self.asked, self.filter, self)
        self.detail = DetailViewer(context, self)
        self._held: list[str] = []
        self._scale = 0
        self._lay_out()
        self.columns = Columns(context, self.table, self.model)
        self._connect()
        self.columns.recall()
        self.facets.facets().load(self.asked.facets)
        self._tell()
        if self.model.rowCount():
            self.table.selectRow(0)
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Narrow the table to what the link asks for."""
        words, where = narrowed_to(link)
        self.filter.show_text(words)
        self.filters.line.show_text(where)
        self.asked.show(words, where)
        self.filters.tell_fault()
        if self.model.rowCount() and not self.record_ids():
            self.table.selectRow(0)

    def record_ids(self) -> list[str]:
        """Return the records selected, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.record_id(row) for row in rows]

    def begin_find(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def begin_filtering(self) -> None:
        """Put the keyboard into the facets, opening them where the window is narrow."""
        if self.facets.isHidden():
            self._show_facets(on=True)
        self.facets.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        """Write the rows and columns shown to a file of the reader's choice."""
        from terkha.views.export_dialog import export_table

        export_table(self, self.context, self.model)

    def save_search(self) -> None:
        """Keep words and query of the table under a name, on a shelf of the library."""
        from terkha.views.saving import ask_and_save

        ask_and_save(self, self.context, self._spec.kind, self.asked)

    def copy(self) -> None:
        """Copy the rows selected, or all shown if none is, as TSV, HTML and Markdown at once."""
        from terkha.views.export_dialog import rows_as_mime

        chosen = set(self.record_ids())
        rows = [row for row in self.model.rows() if not chosen or row.id in chosen]
        QGuiApplication.clipboard().setMimeData(rows_as_mime(self.context, self.model, rows))
        self.context.state.say(self.tr("Copied %n row(s)", "", len(rows)))

    def status(self) -> str:
        """Say which row is current and what the table is sorted by."""
        row = self.table.currentIndex().row() + 1
        place = self.tr("Row %(row)s of %(rows)s") if row else self.tr("%(rows)s rows")
        words = place % {"row": row, "rows": self.model.rowCount()}
        labels = {field.id: field.label for field in fields_of(self._spec.kind)}
        keys = []
        for name, descending in self.model.order:
            way = self.tr("descending") if descending else self.tr("ascending")
            keys.append(f"{QCoreApplication.translate('Fields', labels[name]).lower()}, {way}")
        return words + (self.tr(" · sorted by %s") % "; ".join(keys) if keys else "")

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return filter, query, facets, table and the entry beside it."""
        return [self.filter, self.filters.line, self.facets, self.table, self.detail]

    def restyle(self) -> None:
        """Take fonts, icons and row height from the look."""
        look = self.context.look
        self._head.restyle(look)
        self.table.setItemDelegate(CellDelegate(look, self.table))
        self.table.verticalHeader().setDefaultSectionSize(look.fonts.px(46))
        self.table.horizontalHeader().setFixedHeight(look.fonts.px(32))
        self.facets.restyle(look)
        self.filters.restyle()
        self._nothing.restyle(look)
        self.detail.restyle()
        if look.fonts.scale != self._scale:
            self._scale = look.fonts.scale
            beside = look.fonts.px(_DETAIL_WIDTH)
            self._split.setSizes([max(beside, self._split.width() - beside), beside])

    def show_record(self, record_id: str) -> None:
        """Select a record in the table and show its entry."""
        row = self.model.row_of(record_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    # Building

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self._head.title())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setCollapsible(0, False)
        self._edge = upright()
        below = QHBoxLayout()
        below.setSpacing(0)
        for widget in (self.facets, self._edge, self._split):
            below.addWidget(widget, int(widget is self._split))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.filters)
        layout.addWidget(rule())
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        chooser = self._head.columns
        chooser.clicked.connect(
            lambda: self.columns.choose(chooser.mapToGlobal(QPoint(0, chooser.height() + 2)))
        )
        self._head.drawer.clicked.connect(lambda: self._show_facets(on=self.facets.isHidden()))
        self._head.save.clicked.connect(self.save_search)
        self._head.export.clicked.connect(self.export)
        self._head.cite.clicked.connect(self._cite_selected)
        self.columns.sorted_anew.connect(self._tell)
        self.filter.asked.connect(self.asked.type_words)
        self.filter.settled.connect(self._settle)
        self.filters.cleared.connect(self._clear)
        self._nothing.cleared.connect(self._clear)
        self.facets.pressed_value.connect(self._press)
        self.asked.changed.connect(self._apply)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.copy_requested.connect(self.copy)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.detail.closed.connect(self.detail.hide)
        self.detail.bookmark_requested.connect(
            lambda record_id: keeping.keep_or_let_go(self, self.context, [record_id])
        )
        self.detail.cite_requested.connect(
            lambda ids: keeping.cite(self, self.context, ids, self._head.title())
        )
        self.model.modelAboutToBeReset.connect(self._hold_selection)
        self.model.modelReset.connect(self._restore_selection)

    # Doing

    def _apply(self) -> None:
        """Show what is asked for now, in rows, facets and link."""
        asked = self.asked
        self.model.ask(asked.words, asked.where)
        self.facets.facets().load(asked.facets)
        self.filter.mark(-1)
        if not self.filter.hasFocus():
            self.filter.show_text(asked.words)
        self._tell()
        state = self.context.state
        if state.link.partition("?")[0] == f"page/{self._spec.id}":
            state.refine(table_link(self._spec.id, words=asked.words, where=asked.where))

    def _press(self, field: str, value: str) -> None:
        self.asked.press(field, value)
        self.filter.show_text(self.asked.words)
        self.filters.line.show_text(self.asked.where)

    def _clear(self) -> None:
        self.filter.show_text("")
        self.filters.line.show_text("")
        self.asked.clear()
        self.filters.refresh()
        self.take_focus()

    def _settle(self) -> None:
        """Move a query typed into the words box to the chips."""
        if self.asked.error is None:
            self.asked.settle()
            self.filter.show_text(self.asked.words)
        else:
            self.filters.tell_fault()

    def _hold_selection(self) -> None:
        """Hold on to the record selected, or to the one beside a table that lost it."""
        self._held = self.record_ids()[:1] or [self.detail.record_id]

    def _restore_selection(self) -> None:
        was_closed = self.detail.isHidden()
        for record_id in self._held:
            self.show_record(record_id)
        self.detail.setHidden(was_closed)

    def _open(self, index: QModelIndex) -> None:
        self.context.state.open(index.data(Role.RECORD_ID))

    def _cite_selected(self) -> None:
        ids = self.record_ids() or [row.id for row in self.model.rows()]
        keeping.cite(self, self.context, ids, self._head.title())

    def _show_selected(self) -> None:
        current = self.table.currentIndex()
        if current.isValid() and self.table.selectionModel().hasSelection():
            record_id = self.model.record_id(current.row())
            if record_id != self.detail.record_id:
                self.detail.show_record(record_id)
            self.detail.setVisible(not self._is_narrow() or self.facets.isHidden())
        self._tell()
        self.selection_changed.emit()

    def _tell(self) -> None:
        shown = self.model.rowCount()
        chosen = len(self.table.selectionModel().selectedRows())
        narrowed = bool(self.asked.words or self.asked.where)
        self._head.tell(shown, self.model.total, chosen, narrowed=narrowed)
        self._nothing.tell(nothing=not shown)
        self.status_changed.emit(self.status())

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facets away where the window is narrow."""
        super().resizeEvent(event)
        narrow = self._is_narrow()
        if self._head.drawer.isHidden() is narrow:
            self._show_facets(on=not narrow)

    def _is_narrow(self) -> bool:
        return self.window().width() < self.context.look.fonts.px(_NARROW)

    def _show_facets(self, *, on: bool) -> None:
        narrow = self._is_narrow()
        self._head.drawer.setVisible(narrow)
        self.facets.setVisible(on)
        self._edge.setVisible(on)
        self.detail.setVisible(not (narrow and on))
