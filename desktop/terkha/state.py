# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The only state that changes while the application runs, told to everybody by signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

HOME = "page/home"


class State(QObject):
    """Where the reader is, and the way there.

    A link is a text without the scheme: ``mine/julong``, ``page/mines``, ``chart/copper-resources``
    or ``search/gyama``; a table narrowed to a query is ``page/mines?where=…``. Views change the
    state by calling :meth:`open`; they learn of changes by the signals and never call each other.
    """

    opened = Signal(str)
    library_changed = Signal()
    message_shown = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[str] = []
        self._place = -1

    @property
    def link(self) -> str:
        """The link shown now; the home page before anything was opened."""
        return self._trail[self._place] if self._trail else HOME

    @property
    def can_go_back(self) -> bool:
        """True if there is a link before the present one."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """True if the reader went back and may return."""
        return self._place + 1 < len(self._trail)

    def open(self, link: str) -> None:
        """Show ``link``; what lay ahead in the history is forgotten."""
        if not self._trail or self.link != link:
            self._trail[self._place + 1 :] = [link]
            self._place = len(self._trail) - 1
        self.opened.emit(link)

    def refine(self, link: str) -> None:
        """Put ``link`` in the place of the present one: the page in front shows it already.

        A table whose filters change does this, so that the way back leads out of the table and
        the way forward into what it was narrowed to.
        """
        if self._trail:
            self._trail[self._place] = link

    def back(self) -> None:
        """Show the link before the present one, if there is one."""
        if self.can_go_back:
            self._place -= 1
            self.opened.emit(self.link)

    def forward(self) -> None:
        """Return to the link that ``back`` left, if there is one."""
        if self.can_go_forward:
            self._place += 1
            self.opened.emit(self.link)

    def say(self, message: str) -> None:
        """Show one line in the status bar; never the only copy of anything."""
        self.message_shown.emit(message)
