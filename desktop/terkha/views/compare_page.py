# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records of one kind side by side: built as record pages are, with the same markers and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terkha.pages import Comparison, Document, build_comparison, gather
from terkha.views import keeping
from terkha.views.compare_bar import CompareBar
from terkha.views.compare_link import PAGE, comparable, compare_link, compared_ids
from terkha.views.giving import fit
from terkha.views.nothing_compared import NothingCompared
from terkha.views.page import Page
from terkha.views.paper import ask_and_save_pdf, print_record
from terkha.views.paper_button import paper_button
from terkha.views.parts import button, icons, label, rule
from terkha.views.reading_pane import ReadingPane
from terkha.views.ways import follow
from terkha_db.wording import format_kind, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.trail import Place


class ComparePage(Page):
    """Shows the records that the link names; what the reader adds or moves becomes the link."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._compared: Comparison | None = None
        self._opened: frozenset[str] = frozenset()
        self._title = label(self.tr("Compare"), "page-title")
        self._count = label("", "body", "ink3")
        self.differences = button(self.tr("Differences only"))
        self.differences.setCheckable(True)
        self._cite = button(self.tr("Cite"))
        self._export = button(self.tr("Export"))
        self._text = button(self.tr("Copy as text"))
        self._print = paper_button(self.print_page, self.save_pdf)
        self._buttons = (self.differences, self._cite, self._export, self._text, self._print)
        self._head = QHBoxLayout()
        self.bar = CompareBar(context, self)
        self.pane = ReadingPane(context, self)
        self.view, self.source = self.pane.view, self.pane.source
        self._nothing = NothingCompared(context, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Set the records side by side that the link names."""
        ids, words = comparable(compared_ids(link))
        if words and ids:
            self.context.state.say(words)
        self._opened = frozenset()
        self._show(ids)

    def link(self) -> str:
        """Return the link of the comparison as it is now."""
        return compare_link(self.record_ids())

    def record_ids(self) -> list[str]:
        """Return the records side by side."""
        return [record.id for record in self._compared.records] if self._compared else []

    def place(self) -> Place:
        """Return how far the comparison is read."""
        return self.pane.place()

    def restore(self, place: Place) -> None:
        """Scroll to where it was read."""
        self.pane.restore(place)

    def look_anew(self) -> None:
        """Compare again: other works count now."""
        self._show(self.record_ids())

    def find_again(self, step: int) -> None:
        """Go to the next or previous place of the words searched for."""
        self.pane.finder.again(step)

    def lens_note(self) -> str:
        """Say how much of the comparison is inside the lens."""
        records = self._compared.records if self._compared else ()
        told = [one for record in records for one in record.statements]
        if not told:
            return ""
        inside = sum(not one.outside for one in told)
        words = self.tr("%(inside)s of %(total)s values here are inside it; the others stay, grey.")
        return words % {"inside": f"{inside:,}", "total": f"{len(told):,}"}

    def begin_find(self) -> None:
        """Begin to search in the comparison."""
        self.pane.finder.begin()

    def begin_filtering(self) -> None:
        """Put the keyboard on what leaves out the rows that are the same."""
        self.differences.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        """Write the rows shown to a file of the reader's choice."""
        from terkha.views.comparison_export import export_comparison

        if self._compared is not None:
            export_comparison(self, self.context, self._compared)

    def add_up(self) -> None:
        """Add up the figures in each row, or say why they cannot be added."""
        from terkha.views.added_dialog import AddedDialog
        from terkha_db.sums import add_compared

        rows = self._compared.rows if self._compared else ()
        added = add_compared(self.context.catalogue, rows)
        title = self.tr("%n record(s) added up", "", len(self.record_ids()))
        AddedDialog(self.context, added, title, self.link(), self).exec()

    def print_page(self) -> None:
        """Show the comparison as it will be printed."""
        if self._compared is not None:
            print_record(self.context, self._everything(), self)

    def save_pdf(self) -> None:
        """Ask for a file and save the comparison there as PDF."""
        if self._compared is not None:
            ask_and_save_pdf(self.context, self._everything(), self)

    def status(self) -> str:
        """Say how many works the comparison rests on."""
        works = len(self.view.shown.sources)
        return self.tr("%n work(s)", "", works) if self._compared else ""

    def take_focus(self) -> None:
        """Put the keyboard into the text, or where a record is added."""
        chosen = len(self.record_ids()) > 1
        (self.view if chosen else self.bar.picker).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return the records' line, the comparison and the pinned source."""
        return [self.bar, *self.pane.panes()]

    def restyle(self) -> None:
        """Draw everything again in the look as it is now."""
        look = self.context.look
        icons(
            look,
            (self.differences, "funnel"),
            (self._cite, "quote"),
            (self._export, "download"),
            (self._text, "copy"),
            (self._print, "printer"),
        )
        for pane in (self.bar, self.pane, self._nothing):
            pane.restyle()
        self._give_way()

    # Showing

    def _show(self, ids: Sequence[str]) -> None:
        catalogue = self.context.catalogue
        briefs = catalogue.briefs(ids)
        style = str(self.context.settings["citation_style"])
        materials = [gather(catalogue, brief.id, style) for brief in briefs]
        self._compared = Comparison.of(materials) if materials else None
        self.bar.show_records(briefs)
        self._write(keep_place=False)
        self._stack.setCurrentIndex(0 if briefs else 1)
        for made in self._buttons:
            made.setEnabled(bool(briefs))
        works = len(self.view.shown.sources) if briefs else 0
        words = grouped(self.tr("Cite %n work(s)", "", works), works)
        self._cite.setText(words if works else self.tr("Cite"))
        kind = format_kind(briefs[0].kind, plural=True).lower() if briefs else ""
        self._count.setText(f"{len(briefs)} {kind}" if len(briefs) > 1 else "")
        self._give_way()
        titles = ", ".join(brief.title for brief in briefs)
        self.setAccessibleName(self.tr("Comparison of %s") % titles)
        self.status_changed.emit(self.status())
        self.selection_changed.emit()

    def _write(self, *, keep_place: bool) -> None:
        if self._compared is not None:
            self.pane.show_document(self._document(self._opened), keep_place=keep_place)

    def _document(self, opened: frozenset[str]) -> Document:
        assert self._compared is not None
        return build_comparison(
            self._compared,
            QCoreApplication.translate,
            opened,
            differences_only=self.differences.isChecked(),
        )

    def _everything(self) -> Document:
        """Return the comparison with every list unfolded, as it is printed."""
        return self._document(self._opened | self._document(self._opened).folded)

    def _change(self, ids: list[str]) -> None:
        """Show other records, in the place of these in the history of the tab."""
        self._show(ids)
        state = self.context.state
        if state.link.partition("?")[0] == f"page/{PAGE}":
            state.refine(compare_link(ids))
        self.bar.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, name: str) -> None:
        self._opened = self._opened | {name}
        self._write(keep_place=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons to their tooltips where there is no room for them."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        fit(self._head, self._buttons, self.width())

    # Building

    def _lay_out(self) -> None:
        head = self._head
        head.setContentsMargins(20, 10, 16, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch(1)
        for made in self._buttons:
            head.addWidget(made)
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(rule())
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        state = self.context.state
        self.bar.changed.connect(self._change)
        self.bar.opened.connect(lambda link: follow(state, link))
        self._nothing.tables_requested.connect(lambda link: follow(state, link))
        self.differences.toggled.connect(lambda: self._write(keep_place=False))
        self._cite.clicked.connect(
            lambda: keeping.cite(self, self.context, self.record_ids(), self.accessibleName())
        )
        self._export.clicked.connect(self.export)
        self._text.clicked.connect(self.pane.copy_text)
        self.view.more_requested.connect(self._unfold)
