# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A table with facets, filters and an entry beside it: what all pages with one have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from terkha.models.columns import way_of
from terkha.models.filtering import TableFilter
from terkha.views.chips import FilterRow
from terkha.views.columns import Columns
from terkha.views.facet_panel import FacetPanel
from terkha.views.nothing import NothingShown
from terkha.views.page import Page
from terkha.views.pages import narrowed_link, narrowed_to
from terkha.views.parts import rule, upright
from terkha.views.table_head import TableHead

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.models.columns import ColumnModel
    from terkha.models.filtering import Source
    from terkha.views.pinned import PinnedTable

_DETAIL_WIDTH = 340
_NARROW = 1200


class NarrowedTable(Page):
    """Facets, rows narrowed by words and a query, and the entry of the row that is chosen.

    A page below makes model, table and entry, hands them to :meth:`assemble`, and says what asking,
    telling, exporting and copying mean for its rows.
    """

    kind = ""
    """What the saved searches of the table are kept under."""

    def __init__(
        self, context: Context, title: str, source: Source, table: PinnedTable, how: str = ""
    ) -> None:
        """``how`` says what there is to do where the filters leave no rows."""
        super().__init__(context)
        self.table = table
        self.asked = TableFilter(source, self)
        self.head = TableHead(context, title, source.complete, self)
        self.filter = self.head.words
        self.facets = FacetPanel(self)
        self.filters = FilterRow(context, source.complete, self.asked, self.filter, self)
        self.nothing = NothingShown(table, how)
        self._title = title
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._edge = upright()
        self._scale = 0
        self._was_narrow: bool | None = None

    def assemble(self, model: ColumnModel, entry: QWidget, banner: QWidget | None = None) -> None:
        """Put the parts together; ``banner`` stands below the head."""
        self._ordered = model
        self._entry = entry
        self.table.setAccessibleName(self._title)
        self._lay_out(banner)
        self.columns = Columns(self.context, self.table, model)
        self._connect()

    # What a page below says

    def link_here(self) -> str:
        """Return the link of the table without what narrows it."""
        return ""

    def link_now(self) -> str:
        """Return the link of the table as it is narrowed now."""
        return narrowed_link(self.link_here(), words=self.asked.words, where=self.asked.where)

    def ask(self) -> None:
        """Show the rows that are asked for now."""

    def tell(self) -> None:
        """Say how many rows show, and what is chosen."""

    def copy(self) -> None:
        """Copy the rows selected, or all shown if none is, as TSV, HTML and Markdown at once."""

    # What the window asks

    def show_link(self, link: str) -> None:
        """Narrow the table to what the link asks for."""
        words, where = narrowed_to(link)
        self.filter.show_text(words)
        self.filters.line.show_text(where)
        self.asked.show(words, where)
        self.filters.tell_fault()

    def begin_find(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def begin_filtering(self) -> None:
        """Put the keyboard into the facets, opening them where the window is narrow."""
        if self.facets.isHidden():
            self.show_facets(on=True)
        if not self.facets.facets().rowCount():
            self.facets.facets().load(self.asked.facets)
        self.facets.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_search(self) -> None:
        """Keep words and query of the table under a name, on a shelf of the library."""
        from terkha.views.saving import ask_and_save

        ask_and_save(self, self.context, self.kind, self.asked)

    def status(self) -> str:
        """Say which row is current and what the table is sorted by."""
        rows = f"{self.table.model().rowCount():,}"
        row = self.table.currentIndex().row() + 1
        place = self.tr("Row %(row)s of %(rows)s") if row else self.tr("%(rows)s rows")
        words = place % {"row": f"{row:,}", "rows": rows}
        labels = {spec.id: spec.label for spec in self._ordered.columns()}
        keys = [
            f"{labels[name].lower()}, {way_of(falling=falling)}"
            for name, falling in self._ordered.order
        ]
        return words + (self.tr(" · sorted by %s") % "; ".join(keys) if keys else "")

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return filter, query, facets, table and the entry beside it."""
        return [self.filter, self.filters.line, self.facets, self.table, self._entry]

    def restyle(self) -> None:
        """Take fonts, icons and widths from the look."""
        look = self.context.look
        self.head.restyle(look)
        self.facets.restyle(look)
        self.filters.restyle()
        self.nothing.restyle(look)
        if look.fonts.scale != self._scale:
            self._scale = look.fonts.scale
            beside = look.fonts.px(_DETAIL_WIDTH)
            self._split.setSizes([max(beside, self._split.width() - beside), beside])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facets away where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.is_narrow()
        if self._was_narrow is not narrow:
            self._was_narrow = narrow
            self.show_facets(on=not narrow)

    def is_narrow(self) -> bool:
        """Tell whether facets and entry do not fit beside the table together."""
        return self.window().width() < self.context.look.fonts.px(_NARROW)

    def show_facets(self, *, on: bool) -> None:
        """Show or hide the facets; in a narrow window the entry gives way to them."""
        narrow = self.is_narrow()
        self.head.drawer.setVisible(narrow)
        self.facets.setVisible(on)
        self._edge.setVisible(on)
        self._entry.setVisible(not (narrow and on))

    def show_entry(self) -> None:
        """Show the entry of the row that was chosen, unless the facets need its room."""
        self._entry.setVisible(not self.is_narrow() or self.facets.isHidden())

    def chosen_rows(self) -> list[range]:
        """Return the rows selected, as ranges: of a million rows each alone would take seconds."""
        model = self.table.selectionModel()
        if model is None:
            return []
        parts = model.selection()
        each = [parts[at] for at in range(parts.size())]  # type: ignore[index]
        found = sorted({(part.top(), part.bottom()) for part in each})
        return [range(first, last + 1) for first, last in found]

    @property
    def is_narrowed(self) -> bool:
        """Whether words or a query keep rows away."""
        return bool(self.asked.words or self.asked.where)

    # Within

    def _lay_out(self, banner: QWidget | None) -> None:
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(self._entry)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setCollapsible(0, False)
        below = QHBoxLayout()
        below.setSpacing(0)
        for widget in (self.facets, self._edge, self._split):
            below.addWidget(widget, int(widget is self._split))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        if banner is not None:
            layout.addWidget(banner)
        layout.addWidget(self.filters)
        layout.addWidget(rule())
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        chooser = self.head.columns
        chooser.clicked.connect(
            lambda: self.columns.choose(chooser.mapToGlobal(QPoint(0, chooser.height() + 2)))
        )
        self.head.drawer.clicked.connect(lambda: self.show_facets(on=self.facets.isHidden()))
        self.head.save.clicked.connect(self.save_search)
        self.head.export.clicked.connect(self.export)
        self.columns.sorted_anew.connect(self.tell)
        self.filter.asked.connect(self.asked.type_words)
        self.filter.settled.connect(self._settle)
        self.filters.cleared.connect(self._clear)
        self.nothing.cleared.connect(self._clear)
        self.facets.pressed_value.connect(self._press)
        self.asked.changed.connect(self._apply)
        self.asked.counted.connect(lambda: self.facets.facets().load(self.asked.facets))
        self.table.copy_requested.connect(self.copy)

    def _apply(self) -> None:
        """Show what is asked for now, in rows, facets and link."""
        asked = self.asked
        self.ask()
        self.facets.facets().load(asked.facets)
        self.filter.mark(-1)
        if not self.filter.hasFocus():
            self.filter.show_text(asked.words)
        self.tell()
        state = self.context.state
        here = state.link.partition("?")[0]
        if here == self.link_here() or here.startswith(f"{self.link_here()}/"):
            state.refine(self.link_now())

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
