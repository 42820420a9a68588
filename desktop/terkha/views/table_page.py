# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of one kind of record: a table with its filters, and the record chosen beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
)
from PySide6.QtGui import QGuiApplication

from terkha.marked import kept_query, marked_in
from terkha.models.filtering import CatalogueSource
from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha.views import keeping
from terkha.views.compare_link import compare_link
from terkha.views.delegates import CellDelegate
from terkha.views.detail import DetailViewer
from terkha.views.messages import tell
from terkha.views.narrowed_table import NarrowedTable
from terkha.views.pages import outside
from terkha.views.parts import button, viewport_of
from terkha.views.pinned import PinnedTable
from terkha.views.places import asked, scroll_again, scrolled
from terkha.views.seen import once_seen
from terkha.views.ways import follow, ways_of_rows
from terkha_db.comparable import KINDS as COMPARABLE
from terkha_db.comparable import LEAST, MOST
from terkha_db.errors import QueryError
from terkha_db.links import LONGEST
from terkha_db.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terkha.context import Context
    from terkha.trail import Place
    from terkha.views.pages import PageSpec

_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TablePage(NarrowedTable):
    """All records of one kind; which columns, widths and order is remembered."""

    def __init__(self, context: Context, spec: PageSpec) -> None:
        title = QCoreApplication.translate("Pages", spec.label)
        self._source = CatalogueSource(context.catalogue, spec.kind)
        super().__init__(context, title, self._source, PinnedTable())
        self._spec = spec
        self.kind = spec.kind
        self.model = RecordTableModel(context.catalogue, spec.kind, self)
        self.detail = DetailViewer(context, self)
        self._cite = button(self.tr("Cite"))
        self._compare = button(self.tr("Compare"))
        self._chart = button(self.tr("Chart"), hint=self.tr("Chart this table…"))
        self._held: list[str] = []
        self.head.add(self._cite, "quote")
        self.head.add(self._compare, "columns-2")
        self.head.add(self._chart, "chart-column")
        self._compare.setVisible(spec.kind in COMPARABLE)
        if spec.kind == "mine":
            self._map = button(self.tr("Map"), hint=self.tr("Show these mines on the map"))
            self.head.add(self._map, "map")
            self._map.clicked.connect(self._show_on_map)
        self.table.setModel(self.model)
        self.assemble(self.model, self.detail)
        self._connect_records()
        self.columns.recall()
        # Counting takes longer than the rows, which the reader wants first.
        once_seen(viewport_of(self.facets), self._show_facets)
        self.tell()
        if self.model.rowCount():
            self.table.selectRow(0)
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Narrow the table to what the link asks for, and to the records that it marks."""
        state = self.context.state
        marked, within = marked_in(link)
        if marked:
            state.select(marked, within or self.head.title())
        super().show_link(link)
        self._keep_to_selected()
        if marked:
            # From now on what is marked is one matter of all pages, and none of this link.
            state.refine(self.link_now())
        if self.model.rowCount() and not self.record_ids():
            self.table.selectRow(0)

    def place(self) -> Place:
        """Return the records chosen and how far the table is scrolled."""
        current = self.table.currentIndex().row()
        shown = self.model.record_id(current) if current >= 0 else ""
        return {"chosen": self.record_ids(), "current": shown} | scrolled(self.table)

    def restore(self, place: Place) -> None:
        """Choose those records again, if the table has them still, and scroll to them."""
        self.show_record(asked(place, "current", ""))
        self.choose(map(str, asked(place, "chosen", [])))
        scroll_again(self.table, place)

    def choose(self, ids: Iterable[str]) -> None:
        """Select records in the table; those that it does not show are passed over."""
        chosen = QItemSelection()
        for row in map(self.model.row_of, ids):
            if row >= 0:
                index = self.model.index(row, 0)
                chosen.select(index, index)
        if chosen.count():
            self.table.selectionModel().select(chosen, _ROWS)

    def plain_link(self) -> str:
        """Return the link of the table as it is narrowed by words and query."""
        return self.link_now()

    def marked(self) -> frozenset[str]:
        """Return the records that the table keeps to."""
        return self._source.kept or frozenset()

    def save_search(self) -> None:
        """Keep words, query and what the table keeps to under a name, on a shelf of the library."""
        from terkha.views.saving import ask_and_save

        ask_and_save(self, self.context, self.kind, self.asked, self.marked())

    def link_here(self) -> str:
        """Return the link of the table without what narrows it."""
        return f"page/{self._spec.id}"

    def look_anew(self) -> None:
        """Read rows, facets and entry again: other works count now."""
        fault = self.asked.look_anew()
        if fault:
            self.context.state.say(self.tr("Filter let go under this lens: %s") % fault)
        self.model.text, self.model.where = self.asked.words, self.asked.where
        self.model.look_anew()
        self.facets.facets().load(self.asked.facets)
        self.filters.refresh()
        if self.detail.record_id:
            self.detail.show_record(self.detail.record_id)
        self.tell()

    def lens_note(self) -> str:
        """Say what the table uses."""
        return self.tr("Tables use these alone; other values stay on the record pages, in grey.")

    def record_ids(self) -> list[str]:
        """Return the records selected, in the order of the table."""
        return [self.model.record_id(row) for rows in self.chosen_rows() for row in rows]

    def _show_facets(self) -> None:
        self.facets.facets().load(self.asked.facets)

    def _show_on_map(self) -> None:
        """Open the map with the filters of the table and the rows selected."""
        from terkha.atlas.links import MapView, format_view

        chosen = self.record_ids()
        if len(chosen) > 1:
            self.context.state.select(chosen)
        view = MapView(words=self.asked.words, where=self.asked.where)
        follow(self.context.state, format_view(view))

    def export(self) -> None:
        """Write the rows and columns shown to a file of the reader's choice."""
        from terkha.views.export_dialog import export_table

        export_table(self, self.context, self.model)

    def add_up(self) -> None:
        """Add up the columns of numbers over the rows chosen, or over all if there is but one."""
        from terkha.views.added_dialog import AddedDialog
        from terkha_db.sums import add_columns

        chosen = set(self.record_ids())
        rows = [row for row in self.model.rows() if len(chosen) < LEAST or row.id in chosen]
        added = add_columns(self.context.catalogue, self.model.fields, rows)
        title = QCoreApplication.translate("TablePage", "%n row(s) added up", "", len(rows))
        AddedDialog(self.context, added, title, self.link(), self).exec()

    def copy(self) -> None:
        """Copy the rows selected, or all shown if none is, as TSV, HTML and Markdown at once."""
        from terkha.views.export_dialog import rows_as_mime

        chosen = set(self.record_ids())
        rows = [row for row in self.model.rows() if not chosen or row.id in chosen]
        QGuiApplication.clipboard().setMimeData(rows_as_mime(self.context, self.model, rows))
        words = QCoreApplication.translate("TablePage", "Copied %n row(s)", "", len(rows))
        self.context.state.say(words)

    def restyle(self) -> None:
        """Take fonts, icons and row height from the look."""
        super().restyle()
        look = self.context.look
        self.table.setItemDelegate(CellDelegate(look, self.table))
        self.table.verticalHeader().setDefaultSectionSize(look.fonts.px(46))
        self.table.horizontalHeader().setFixedHeight(look.fonts.px(32))
        self.detail.restyle()

    def show_record(self, record_id: str) -> None:
        """Select a record in the table and show its entry."""
        row = self.model.row_of(record_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    # Doing

    def ask(self) -> None:
        """Show the records that are asked for now."""
        self.model.ask(self.asked.words, self.asked.where, self._source.kept)

    @property
    def is_narrowed(self) -> bool:
        """Whether words, a query or what was marked in a picture keep rows away."""
        return super().is_narrowed or self._source.kept is not None

    def tell(self) -> None:
        """Say how many rows show, and what is chosen."""
        shown = self.model.rowCount()
        chosen = sum(map(len, self.chosen_rows()))
        self.head.tell(shown, self.model.total, chosen, narrowed=self.is_narrowed)
        count = chosen or shown
        words = QCoreApplication.translate("TablePage", "Cite %n", "", count)
        self._cite.setText(grouped(words, count))
        self._cite.setEnabled(bool(shown))
        self._chart.setEnabled(bool(shown))
        comparable = LEAST <= chosen <= MOST
        self._compare.setEnabled(comparable)
        words = self.tr("Choose two to four rows, with Ctrl or Shift, to set them side by side")
        self._compare.setToolTip("" if comparable else words)
        self.nothing.tell(nothing=not shown)
        self.status_changed.emit(self.status())

    def _keep_to_selected(self) -> None:
        """Show those rows alone that were marked in a chart or on the map, if any were."""
        state = self.context.state
        kept = state.kept(self.kind)
        if kept != self._source.kept:
            self._source.kept = kept
            self.filters.show_kept(state.selected_in if kept else "", len(kept or ()))
            self.asked.read_again()

    def _follow_selected(self) -> None:
        # A page that is not seen follows when it is opened.
        if self.isVisible():
            self._keep_to_selected()

    def _connect_records(self) -> None:
        self.context.state.selected_changed.connect(self._follow_selected)
        self.nothing.cleared.connect(lambda: self.context.state.select(()))
        self._cite.clicked.connect(self._cite_selected)
        self._chart.clicked.connect(self._chart_rows)
        self._compare.clicked.connect(
            lambda: self.context.state.open(compare_link(self.record_ids()))
        )
        self.table.activated.connect(self._open)
        for view in (self.table, self.table.pinned):
            ways_of_rows(self.context, view)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.detail.closed.connect(self.detail.hide)
        self.detail.bookmark_requested.connect(
            lambda record_id: keeping.keep_or_let_go(self, self.context, [record_id])
        )
        self.detail.cite_requested.connect(
            lambda ids: keeping.cite(self, self.context, ids, self.head.title())
        )
        self.model.modelAboutToBeReset.connect(self._hold_selection)
        self.model.modelReset.connect(self._restore_selection)

    def _hold_selection(self) -> None:
        """Hold on to the record selected, or to the one beside a table that lost it."""
        self._held = self.record_ids()[:1] or [self.detail.record_id]

    def _restore_selection(self) -> None:
        was_closed = self.detail.isHidden()
        for record_id in self._held:
            self.show_record(record_id)
        self.detail.setHidden(was_closed)

    def _open(self, index: QModelIndex) -> None:
        follow(self.context.state, index.data(Role.RECORD_ID))

    def _cite_selected(self) -> None:
        ids = self.record_ids() or [row.id for row in self.model.rows()]
        keeping.cite(self, self.context, ids, self.head.title())

    def _chart_rows(self) -> None:
        """Chart the rows that show, in the columns that the reader chooses there."""
        from terkha.charts.asked import table_chart

        try:
            where = self._where_kept()
        except QueryError:
            link = ""
        else:
            link = table_chart(self.kind, text=self.asked.words, where=where).link
        if not link or len(outside(link, self.context.catalogue.lens)) > LONGEST:
            tell(self, self.tr("Too many records are marked to be charted: take off their chip."))
        else:
            self.context.state.open(link)

    def _where_kept(self) -> str:
        """Return the query, with what was marked in a picture as a condition of it."""
        if self._source.kept is None:
            return self.asked.where
        return kept_query(self.asked.where, self._source.kept)

    def _show_selected(self) -> None:
        current = self.table.currentIndex()
        if current.isValid() and self.table.selectionModel().hasSelection():
            record_id = self.model.record_id(current.row())
            if record_id != self.detail.record_id:
                self.detail.show_record(record_id)
            self.show_entry()
        self.tell()
        self.selection_changed.emit()
