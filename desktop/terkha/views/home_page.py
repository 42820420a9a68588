# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The first page, filled anew each time that it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from terkha.views.page import Page
from terkha.views.parts import upright_only
from terkha.views.places import scroll_again, scrolled
from terkha.views.seen import once_seen

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from terkha.context import Context
    from terkha.trail import Place


class HomePage(Page):
    """Built anew each time it is opened, so that it is always true.

    At a start it is filled once the window is seen: who comes to search need not wait for it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._area = QScrollArea(self)
        upright_only(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_link(self, link: str) -> None:
        """Take stock again of what was read and kept."""
        if self.context.state.unseen:
            once_seen(self, self.restyle)
        else:
            self.restyle()

    def place(self) -> Place:
        """Return how far the page is scrolled."""
        return scrolled(self._area)

    def restore(self, place: Place) -> None:
        """Scroll the page as it was left."""
        if self._area.widget() is None:
            once_seen(self, lambda: self.restore(place))
            return
        # The page was built a moment ago; its height is known once it is laid out.
        QCoreApplication.sendPostedEvents(self._area.widget(), QEvent.Type.LayoutRequest)
        QCoreApplication.sendPostedEvents(self._area, QEvent.Type.LayoutRequest)
        scroll_again(self._area, place)

    def restyle(self) -> None:
        """Build the page in the look as it is now."""
        from terkha.views.home_content import HomeContent

        self._content = HomeContent(self.context)
        self._area.setWidget(self._content)
        self._content.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set what stands at the side below the rest where the page is narrow."""
        super().resizeEvent(event)
        if self._area.widget() is not None:
            self._content.fit(self.width())

    def look_anew(self) -> None:
        """Take stock again: other works count now."""
        self.restyle()

    def lens_note(self) -> str:
        """Say that the numbers here follow."""
        return self.tr("What is placed, and what is not here, is counted by these alone.")

    def status(self) -> str:
        """Say how to search."""
        return self.tr("Ctrl+K searches from anywhere")
