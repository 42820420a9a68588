# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A table that can be read as a text: events as a timeline, claims by topic and document.

Both are views of the same rows, with the same facets, words and query; the link tells which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget

from terkha.pages.chronicle import build_chronicle
from terkha.pages.claims_by_topic import build_claims
from terkha.pages.telling import gather_telling
from terkha.views.pages import narrowed_to, table_link
from terkha.views.paper import ask_and_save_pdf, print_record
from terkha.views.paper_button import paper_button
from terkha.views.parts import button
from terkha.views.reading_pane import ReadingPane
from terkha.views.table_page import TablePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.pages import Document
    from terkha.trail import Place
    from terkha.views.pages import PageSpec

_VIEW = "view"


@dataclass(frozen=True, slots=True)
class Reading:
    """The text that the rows of a kind can be read as: its word in links, and its label."""

    id: str
    label: str
    icon: str
    hint: str


READINGS = {
    "event": Reading(
        "timeline", "Timeline", "calendar", "The events by year, with all who report them"
    ),
    "claim": Reading(
        "topics", "By topic", "list", "The claims by topic and document, with their works"
    ),
}


class ToldPage(TablePage):
    """A table page with a switch between the table and the text."""

    pane: ReadingPane | None = None
    is_reading = False
    _opened: frozenset[str] = frozenset()

    def __init__(self, context: Context, spec: PageSpec) -> None:
        super().__init__(context, spec)
        reading = READINGS[spec.kind]
        self._reading = reading
        self.pane = ReadingPane(context, self)
        self._as_table = self._segment(self.tr("Table"), self.tr("One row for each"))
        self._as_text = self._segment(
            QCoreApplication.translate("ToldPage", reading.label),
            QCoreApplication.translate("ToldPage", reading.hint),
        )
        self._print = paper_button(self.print_page, self.save_pdf)
        self.head.lead((self._as_table, "table"), (self._as_text, reading.icon))
        self.head.add(self._print, "printer")
        self._stack = QStackedWidget()
        self._split.replaceWidget(0, self._stack)
        self._split.setStretchFactor(0, 1)  # it went with the table
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.pane)
        self._as_table.clicked.connect(lambda: self._switch(reading=False))
        self._as_text.clicked.connect(lambda: self._switch(reading=True))
        self.pane.view.more_requested.connect(self._unfold)
        self._choose(reading=False)
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Narrow the rows to what the link asks for, and show them as it asks."""
        asked = dict(parse_qsl(link.partition("?")[2]))
        reading = asked.get(_VIEW) == self._reading.id
        self._choose(reading=reading)
        super().show_link(link)
        self._write()
        self.tell()

    def link_now(self) -> str:
        """Return the link of what is asked for, with the view."""
        link = super().link_now()
        return self._in_view(link) if self.is_reading else link

    def record_ids(self) -> list[str]:
        """Return the rows selected in the table; a text has none."""
        return [] if self.is_reading else super().record_ids()

    def chosen_rows(self) -> list[range]:
        """Return the rows selected in the table; a text has none."""
        return [] if self.is_reading else super().chosen_rows()

    def place(self) -> Place:
        """Return how the page is left: how far the text is read."""
        return self.pane.place() if self.is_reading and self.pane else super().place()

    def restore(self, place: Place) -> None:
        """Scroll to where the text was read."""
        if self.is_reading and self.pane is not None:
            self.pane.restore(place)
        else:
            super().restore(place)

    def look_anew(self) -> None:
        """Read everything again: other works count now."""
        super().look_anew()
        self._write()

    def print_page(self) -> None:
        """Show the text as it will be printed; a table is exported instead."""
        if self.is_reading:
            print_record(self.context, self._everything(), self)
        else:
            super().print_page()

    def save_pdf(self) -> None:
        """Ask for a file and save the text there as PDF."""
        ask_and_save_pdf(self.context, self._everything(), self)

    def status(self) -> str:
        """Say how many works the text rests on, or which row is current."""
        if not self.is_reading or self.pane is None:
            return super().status()
        return self.tr("%n work(s)", "", len(self.pane.view.shown.sources))

    def take_focus(self) -> None:
        """Put the keyboard into the text or the table."""
        if self.is_reading and self.pane is not None:
            self.pane.setFocus()
        else:
            super().take_focus()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        found = super().panes()
        return [*found[:-2], *self.pane.panes()] if self.is_reading and self.pane else found

    def restyle(self) -> None:
        """Take type and colours from the look."""
        super().restyle()
        if self.pane is not None:
            self.pane.restyle()

    def show_facets(self, *, on: bool) -> None:
        """Show or hide the facets; beside a text there is no entry."""
        super().show_facets(on=on)
        self._entry.setVisible(not self.is_reading and not self._entry.isHidden())

    def show_entry(self) -> None:
        """Show the entry of the row chosen, but not beside a text."""
        if not self.is_reading:
            super().show_entry()

    def ask(self) -> None:
        """Show the rows that are asked for now, in the table and in the text."""
        super().ask()
        self._write()

    # Within

    def _switch(self, *, reading: bool) -> None:
        """Show the text or the table, as the reader asks; the link follows."""
        self._choose(reading=reading)
        self._write()
        self.tell()
        state = self.context.state
        if state.link.partition("?")[0] == self.link_here():
            state.refine(self.link_now())
        self.selection_changed.emit()
        self.take_focus()

    def _choose(self, *, reading: bool) -> None:
        self.is_reading = reading
        self._as_text.setChecked(reading)
        self._as_table.setChecked(not reading)
        self.head.columns.setVisible(not reading)
        self._print.setVisible(reading)
        self._stack.setCurrentIndex(int(reading))
        self._entry.setVisible(not reading and not (self.is_narrow() and self.facets.isVisible()))

    def _write(self, *, keep_place: bool = False) -> None:
        if self.is_reading and self.pane is not None:
            self.pane.show_document(self._document(), keep_place=keep_place)
            self.status_changed.emit(self.status())

    def _everything(self) -> Document:
        """Return the text with every list unfolded, as it is printed."""
        return self._document(self._document().folded)

    def _unfold(self, name: str) -> None:
        self._opened = self._opened | {name}
        self._write(keep_place=True)

    def _document(self, opened: frozenset[str] = frozenset()) -> Document:
        rows = list(self.model.rows())
        opened |= self._opened
        link = self.link()
        title = f"{self.head.title()}: {self._as_text.text()}"
        telling = gather_telling(self.context.catalogue, self.kind, rows, title, link)
        translate = QCoreApplication.translate
        if self.kind == "claim":
            return build_claims(telling, translate, self._narrowed_by, opened)
        return build_chronicle(telling, translate, opened)

    def _narrowed_by(self, query: str) -> str:
        """Return the link of the table narrowed by one more query."""
        words, where = narrowed_to(self.link_now())
        both = f"({where}) {query}" if where else query
        return table_link(self._spec.id, words=words, where=both)

    def _in_view(self, link: str) -> str:
        return f"{link}{'&' if '?' in link else '?'}{_VIEW}={self._reading.id}"

    def _segment(self, text: str, hint: str) -> QPushButton:
        made = button(text, "segment", hint=hint)
        made.setCheckable(True)
        return made
