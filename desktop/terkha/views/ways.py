# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The ways that a link can be taken: here, beside in a new tab, or apart in a new window.

Ctrl, or the middle button, opens beside and leaves the reader where he is; with Shift the new tab
comes to the front. Shift alone opens apart. A right click offers all of it in words.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from terkha.models.roles import Role
from terkha.views import keeping
from terkha.views.pages import outside
from terkha.views.parts import viewport_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractItemView

    from terkha.context import Context
    from terkha.state import State

translate = QCoreApplication.translate

LinkAt = Callable[[QPoint | None], str]
"""Gives the link at a point of a widget, or, for None, the one that has the keyboard."""
Offer = tuple[str, Callable[[], None]]
"""An entry of a menu, and what it does."""
Offers = Callable[[QPoint | None], "Sequence[Offer]"]


class Way(Enum):
    """Where a link opens."""

    HERE = "in this tab"
    BESIDE = "in a new tab behind"
    BEFORE = "in a new tab in front"
    APART = "in a new window"


def asked_way(*, beside: bool = False) -> Way:
    """Return the way that the keys held down now ask for; ``beside`` for the middle button."""
    held = QGuiApplication.keyboardModifiers()
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    if beside or held & Qt.KeyboardModifier.ControlModifier:
        return Way.BEFORE if shift else Way.BESIDE
    return Way.APART if shift else Way.HERE


def follow(state: State, link: str, way: Way | None = None) -> None:
    """Open a link the given way, or as the keys held down now ask for."""
    way = way or asked_way()
    if way is Way.HERE:
        state.open(link)
    elif way is Way.APART:
        state.open_apart(link)
    else:
        state.open_beside(link, in_front=way is Way.BEFORE)
        if way is Way.BESIDE:
            state.say(translate("Ways", "Opened in a new tab; Ctrl+Tab goes there"))


class Ways(QObject):
    """Gives a widget the middle button and the menu for the links that it shows."""

    def __init__(
        self, context: Context, widget: QWidget, link_at: LinkAt, offers: Offers | None = None
    ) -> None:
        super().__init__(widget)
        self._context = context
        self._widget = widget
        self._link_at = link_at
        self._offers = offers
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            viewport_of(widget).installEventFilter(self)

    def menu(self, place: QPoint | None) -> QMenu | None:
        """Return the menu for what is at a point, None where there is nothing to offer."""
        link = self._link_at(place)
        more = list(self._offers(place)) if self._offers is not None else []
        if not link and not more:
            return None
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [self._openings(link), self._keepings(link)] if link else []
        for group in [*groups, more]:
            for words, act in group:
                menu.addAction(words).triggered.connect(act)
            menu.addSeparator()
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the middle button and the wish for a menu; leave all else to the widget."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton:
            link = self._link_at(event.position().toPoint())
            if link and kind == QEvent.Type.MouseButtonRelease:
                follow(self._context.state, link, asked_way(beside=True))
            return bool(link)
        if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
            menu = self.menu(None if by_keys else event.pos())
            if menu is not None:
                menu.popup(event.globalPos())
            return menu is not None
        return False

    def _openings(self, link: str) -> list[Offer]:
        state = self._context.state
        return [
            (translate("Ways", "Open"), lambda: follow(state, link, Way.HERE)),
            (translate("Ways", "Open in new tab"), lambda: follow(state, link, Way.BESIDE)),
            (translate("Ways", "Open in new window"), lambda: follow(state, link, Way.APART)),
        ]

    def _keepings(self, link: str) -> list[Offer]:
        context = self._context
        away = outside(link, context.catalogue.lens)
        offers = [(translate("Ways", "Copy link"), lambda: copy_words(context, away))]
        record = link.partition("#")[0]
        if context.catalogue.exists(record):
            kept = record in context.library.bookmarks.links()
            words = translate("Ways", "Remove bookmark") if kept else translate("Ways", "Bookmark")
            offers.append((words, lambda: keeping.keep_or_let_go(self._widget, context, [record])))
        return offers


def ways_of_rows(context: Context, view: QAbstractItemView) -> Ways:
    """Give a table or list the ways of the records that its rows name by ``Role.RECORD_ID``."""

    def link_at(place: QPoint | None) -> str:
        index = view.currentIndex() if place is None else view.indexAt(place)
        return str(index.data(Role.RECORD_ID) or "") if index.isValid() else ""

    return Ways(context, view, link_at)


def copy_words(context: Context, words: str) -> None:
    """Put words on the clipboard and say so."""
    QGuiApplication.clipboard().setText(words)
    context.state.say(translate("Ways", "Copied %s") % words)
