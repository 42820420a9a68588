# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The tabs of a window, in one quiet line that is there only while there are several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from terkha.views.parts import part

if TYPE_CHECKING:
    from terkha.context import Context

_HEIGHT = 32


class TabBar(QTabBar):
    """Paints the tabs of the state; ``title_of`` gives the words for a link."""

    def __init__(
        self, context: Context, title_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._title_of = title_of
        part(self, "tabs")
        self.setAccessibleName(self.tr("Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        state = context.state
        self.currentChanged.connect(self._choose)
        self.tabCloseRequested.connect(state.close_tab)
        self.tabMoved.connect(self._move)
        state.tabs_changed.connect(self.refresh)
        self.restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show the tabs as they are now."""
        state = self._context.state
        was = self.blockSignals(True)
        while self.count() > len(state.tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(state.tabs):
            self.addTab("")
        for number, trail in enumerate(state.tabs):
            title = self._title_of(trail.link)
            # Qt would take an ampersand for the sign of a shortcut.
            self.setTabText(number, title.replace("&", "&&"))
            self.setTabToolTip(number, title)
        self.setCurrentIndex(state.front)
        self.blockSignals(was)
        self.setVisible(len(state.tabs) > 1)

    def restyle(self) -> None:
        """Take the height from the look."""
        self.setFixedHeight(self._context.look.fonts.px(_HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the middle button."""
        if event.button() == Qt.MouseButton.MiddleButton:
            number = self.tabAt(event.position().toPoint())
            if number >= 0:
                self._context.state.close_tab(number)
            return
        super().mouseReleaseEvent(event)

    def _choose(self, number: int) -> None:
        if number >= 0:
            self._context.state.show_tab(number)

    def _move(self, number: int, to: int) -> None:
        self._context.state.move_tab(number, to)
