# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the window asks of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from terkha.marked import with_marked
from terkha.views.parts import part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context
    from terkha.trail import Place
    from terkha_db.entities import Cite


class Page(QWidget):
    """A page of the window; it answers to links and to the actions that concern its content."""

    status_changed = Signal(str)
    """One line for the right end of the status bar."""
    selection_changed = Signal()
    """What :meth:`record_ids` answers is different now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        part(self, "page")
        context.look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take colours, fonts and icons from the look, which has changed."""

    def look_anew(self) -> None:
        """Read again what the page shows: other works count now."""

    def lens_note(self) -> str:
        """Return what a lens does to this page, for the bar above it; "" where nothing special."""
        return ""

    def show_link(self, link: str) -> None:
        """Show what ``link`` names; a page without parts of its own has nothing to do."""

    def place(self) -> Place:
        """Return how the page is being left, for :meth:`restore` to take up."""
        return {}

    def restore(self, place: Place) -> None:
        """Look again as :meth:`place` said, the same link being shown."""

    def record_ids(self) -> list[str]:
        """Return the permanent ids of the records selected or shown, for citing and keeping."""
        return []

    def citable(self) -> list[str]:
        """Return what is cited of the page: records, single values, works of the reader's own."""
        return self.record_ids()

    def cites(self) -> Sequence[Cite]:
        """Return who gives the one value that is chosen on the page; nobody where none is."""
        return ()

    def plain_link(self) -> str:
        """Return the link that leads back here, without what is marked."""
        return self.context.state.link

    def marked(self) -> frozenset[str]:
        """Return the records marked in a chart or on the map that matter to what is seen here."""
        return frozenset()

    def link(self) -> str:
        """Return the link that leads back here; it marks the same records, as far as they fit."""
        return with_marked(self.plain_link(), self.marked(), self.context.state.selected_in)

    def link_note(self) -> str:
        """Say what the link leaves out; "" where it leads to all that is seen."""
        marked = self.marked()
        if not marked or self.link() != self.plain_link():
            return ""
        return QCoreApplication.translate(
            "Page", "Too many for a link, and left out of it: %n record(s) marked", "", len(marked)
        )

    def begin_find(self) -> None:
        """Begin to search within the page."""

    def find_again(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) place of what was searched for on the page."""
        self.begin_find()

    def begin_filtering(self) -> None:
        """Put the keyboard into the filters of the page."""
        self.context.state.say(self.tr("There are no filters on this page."))

    def export(self) -> None:
        """Write what the page shows to a file."""
        self.context.state.say(self.tr("There is nothing to export on this page."))

    def add_up(self) -> None:
        """Add up the columns of the page, or say why they cannot be added."""
        self.context.state.say(self.tr("There are no figures to add up on this page."))

    def print_page(self) -> None:
        """Print what the page shows."""
        self.context.state.say(self.tr("This page cannot be printed; export it instead."))

    def status(self) -> str:
        """Return the line for the status bar."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard where the reader will want it when the page opens."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through, in order."""
        return [self]
