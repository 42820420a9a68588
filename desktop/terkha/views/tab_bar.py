# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The tabs of a window, in one quiet line that is there only while there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from terkha.views.pages import given_away
from terkha.views.parts import part
from terkha.views.titles import title_of

if TYPE_CHECKING:
    from terkha.context import Context

_HEIGHT = 32
_WIDEST = 220
_TITLES = 500
_OUT = 24
"""A tab dragged farther than this above or below the bar leaves the window."""


class TabBar(QTabBar):
    """Shows the tabs of the state; nothing of it is kept here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pressed = -1
        self._titles: dict[str, str] = {}
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
        state.library_changed.connect(self._forget_titles)
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
            title = self._title(trail.link)
            if title != self.tabToolTip(number):
                # Qt would take an ampersand for the sign of a shortcut.
                self.setTabText(number, title.replace("&", "&&"))
                self.setTabToolTip(number, title)
        self.setCurrentIndex(state.front)
        self.blockSignals(was)
        self.setVisible(len(state.tabs) > 1)

    def restyle(self) -> None:
        """Take the height from the look."""
        self.setFixedHeight(self._context.look.fonts.px(_HEIGHT))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Return the size of a tab, so that a long title leaves room for others."""
        hint = super().tabSizeHint(index)
        return QSize(min(hint.width(), self._context.look.fonts.px(_WIDEST)), hint.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the middle button; let one go that was dragged out."""
        place = event.position().toPoint()
        state = self._context.state
        if event.button() == Qt.MouseButton.MiddleButton:
            if self.tabAt(place) >= 0:
                state.close_tab(self.tabAt(place))
            return
        dragged = self._pressed if event.button() == Qt.MouseButton.LeftButton else -1
        self._pressed = -1
        super().mouseReleaseEvent(event)
        if dragged >= 0 and not -_OUT <= place.y() <= self.height() + _OUT:
            # Where it stands now: on the way out it may have passed others.
            state.detach_tab(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which tab may be dragged out."""
        self._pressed = self.tabAt(event.position().toPoint())
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the tab under the pointer, or with the one in front."""
        number = self.tabAt(event.pos())
        self.menu_of(number if number >= 0 else self.currentIndex()).popup(event.globalPos())

    def menu_of(self, number: int) -> QMenu:
        """Return the menu of one tab."""
        state = self._context.state
        several = len(state.tabs) > 1
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        apart = menu.addAction(self.tr("Move to a window of its own"))
        apart.setEnabled(several)
        apart.triggered.connect(lambda: state.detach_tab(number))
        link = menu.addAction(self.tr("Copy link"))
        link.triggered.connect(lambda: self._copy_link(number))
        menu.addSeparator()
        close = menu.addAction(self.tr("Close tab"))
        close.triggered.connect(lambda: state.close_tab(number))
        others = menu.addAction(self.tr("Close other tabs"))
        others.setEnabled(several)
        others.triggered.connect(lambda: state.close_others(number))
        return menu

    def _forget_titles(self) -> None:
        """Ask for the titles again: a collection may bear another name now."""
        self._titles.clear()
        self.refresh()

    def _title(self, link: str) -> str:
        """Return the title of a link, asked for once: typing in a filter tells all tabs again."""
        if link not in self._titles:
            if len(self._titles) > _TITLES:
                self._titles.clear()
            self._titles[link] = title_of(self._context, link)
        return self._titles[link]

    def _copy_link(self, number: int) -> None:
        state = self._context.state
        link, note = given_away(state.tabs[number].link, self._context.catalogue.lens)
        QGuiApplication.clipboard().setText(link)
        state.say(". ".join(filter(None, (note, self.tr("Copied %s") % link))))

    def _choose(self, number: int) -> None:
        if number >= 0:
            self._context.state.show_tab(number)

    def _move(self, number: int, to: int) -> None:
        self._context.state.move_tab(number, to)
