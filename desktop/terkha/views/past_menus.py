# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Menus of where the reader was: the way of the tab in front, and what was viewed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from terkha.views.titles import icon_of, title_of
from terkha.views.ways import follow

if TYPE_CHECKING:
    from terkha.context import Context

_MOST = 15
_WIDEST = 420


class PastMenu(QMenu):
    """A menu of links that is made anew whenever it opens."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Take up what there is now."""

    def offer(self, link: str, title: str) -> QAction:
        """Add a link with its icon, shortened where it is long."""
        look = self.context.look
        room = look.fonts.px(_WIDEST)
        words = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        action = self.addAction(look.icons.icon(icon_of(link), "ink2"), words.replace("&", "&&"))
        action.setToolTip(title)
        return action


class TrailMenu(PastMenu):
    """The links behind the present one in its tab, or those ahead, the nearest first."""

    def __init__(self, context: Context, parent: QWidget, *, ahead: bool) -> None:
        super().__init__(context, parent)
        self._ahead = ahead

    def fill(self) -> None:
        """List the way of the tab in front."""
        self.clear()
        state, trail = self.context.state, self.context.state.trail
        steps = range(trail.at + 1, len(trail.links)) if self._ahead else range(trail.at)[::-1]
        for at in steps[:_MOST]:
            action = self.offer(trail.links[at], title_of(self.context, trail.links[at]))
            action.triggered.connect(lambda _=False, number=at: state.go(number))


class RecentMenu(PastMenu):
    """What was viewed lately in any tab, each once, the last first."""

    def fill(self) -> None:
        """List what the library remembers."""
        self.clear()
        state = self.context.state
        for visit in self.context.library.history.recent(_MOST):
            action = self.offer(visit.link, visit.title)
            action.triggered.connect(lambda _=False, link=visit.link: follow(state, link))
        if self.isEmpty():
            self.addAction(self.tr("Nothing was viewed yet")).setEnabled(False)
            return
        self.addSeparator()
        everything = self.addAction(self.tr("All of it, in the library"))
        everything.triggered.connect(lambda: state.open("page/library"))


def hold_for(button: QToolButton, menu: QMenu) -> None:
    """Open a menu where a button is held down or pressed with the right button."""
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
    button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    button.customContextMenuRequested.connect(lambda _: button.showMenu())
