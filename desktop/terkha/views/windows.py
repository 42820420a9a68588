# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The windows of the application: opens them, and remembers them from one start to the next."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from terkha.session import Kept, read, written
from terkha.state import State
from terkha.trail import HOME, Trail
from terkha.views.pages import is_known
from terkha.views.window import Window
from terkha_db.errors import KnownError
from terkha_db.lens import format_lens, parse_lens

if TYPE_CHECKING:
    from terkha.context import Context

_LAYOUT = "windows"
_STEP = 32
_SETTLED_MS = 2000


class Windows(QObject):
    """Gives each window a state of its own; the last one that closes ends the application.

    Windows that are closed at once, by Quit or by the end of the session, are opened again at the
    next start; a window that is closed while others stay is not. Without ``remembers`` what the
    reader left stays as it is, and is not opened either.
    """

    def __init__(
        self, context: Context, parent: QObject | None = None, *, remembers: bool = True
    ) -> None:
        super().__init__(parent)
        self._remembers = remembers
        self._context = context
        self._open: list[Window] = []
        self._closing: tuple[Window, ...] = ()
        """The windows that were open when the first closed in this turn of the events."""
        self._kept: dict[Window, Kept] = {}
        """Those of them that are closed, as they were."""
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(0)
        self._forgetting.timeout.connect(self._forget)
        self._remembering = QTimer(self)
        self._remembering.setSingleShot(True)
        self._remembering.setInterval(_SETTLED_MS)
        self._remembering.timeout.connect(self.remember)

    @property
    def open(self) -> tuple[Window, ...]:
        """The windows that are open, the one in front last."""
        return tuple(self._open)

    def first(self) -> Window:
        """Make the first window, which shows nothing yet."""
        return self._add(self._context)

    def start(self, link: str = "", *, apart: bool = False) -> Window:
        """Open the windows as they were left, or one at the first page; ``link`` comes in front.

        With ``apart`` the link, or the first page, stands in a window of its own.
        """
        kept: list[Kept] = []
        if self._remembers and self._context.settings["start"] == "session":
            layout = self._context.settings.layout(_LAYOUT)
            self._take_up_lens(layout.get("lens"))
            kept = read(layout, lambda link: is_known(self._context.catalogue, link))
        *others, front = kept or [Kept((Trail([link or HOME]),))]
        for each in others:
            self._show(self._another(), each)
        window = self.first()
        beside = kept and apart
        self._show(window, _with(front, link) if link and not beside else front)
        return self.show_link(link, apart=True) if beside else window

    def show_link(self, link: str = "", *, apart: bool = False) -> Window:
        """Show a link in a new tab of the window in front, or in a window of its own.

        Return the window; without a link that is the one in front, unless ``apart``.
        """
        window = self._open[-1]
        if apart:
            return self.open_apart([Trail([link or HOME])], window)
        if link and window.context.state.link != link:
            window.context.state.open_beside(link, in_front=True)
        return window

    def remember(self) -> None:
        """Keep the windows as they are now, in case the end comes without notice."""
        self._keep([window.kept() for window in self._open])

    def _keep(self, kept: Sequence[Kept]) -> None:
        if not self._remembers:
            return
        lens = format_lens(self._context.catalogue.lens)
        self._context.settings.keep_layout(_LAYOUT, written(kept) | {"lens": lens})

    def _take_up_lens(self, text: object) -> None:
        """Look through the lens that was on; what cannot be read any more is let go."""
        with suppress(KnownError):
            self._context.look_through(parse_lens(text if isinstance(text, str) else ""))

    def open_apart(self, tabs: Sequence[Trail], near: Window) -> Window:
        """Open a window with these tabs, a little below and beside another."""
        window = self._another()
        window.resize(near.size())
        window.move(near.pos().x() + _STEP, near.pos().y() + _STEP)
        self._show(window, Kept(tuple(tabs)))
        window.activateWindow()
        return window

    def _another(self) -> Window:
        state = State(common=self._context.state.common)
        window = self._add(replace(self._context, state=state))
        state.setParent(window)
        return window

    def _add(self, context: Context) -> Window:
        window = Window(context)
        self._open.append(window)
        context.state.apart_wanted.connect(lambda trail: self.open_apart([trail], window))
        context.state.tabs_changed.connect(self._remembering.start)
        context.state.emptied.connect(lambda: self._empty(window))
        window.activated.connect(lambda: self._come_forward(window))
        window.closed.connect(lambda: self._close(window))
        return window

    def _show(self, window: Window, kept: Kept) -> None:
        if kept.geometry:
            window.stand(kept.geometry)
        window.show()
        window.context.state.take_up(kept.tabs, kept.front)

    def _come_forward(self, window: Window) -> None:
        if window in self._open:
            self._open.remove(window)
            self._open.append(window)

    def _empty(self, window: Window) -> None:
        """Close a window whose last tab is gone, unless it is the only one."""
        if len(self._open) > 1:
            window.close()

    def _close(self, window: Window) -> None:
        if window not in self._open:
            return
        if not self._kept:
            self._closing = self.open
        self._kept[window] = window.kept()
        self._open.remove(window)
        if self._open:
            self._forgetting.start()
        else:
            self._forgetting.stop()
            self._remembering.stop()
            self._keep([self._kept[each] for each in self._closing if each in self._kept])

    def _forget(self) -> None:
        """Let the windows go that were closed while others stayed; their tabs can be reopened."""
        for window, kept in self._kept.items():
            tabs = [tab for tab in kept.tabs if tab.links != (HOME,)]
            self._context.state.common.lay_aside(*tabs)
            window.deleteLater()
        self._kept.clear()


def _with(kept: Kept, link: str) -> Kept:
    """Return a window with ``link`` in front, in a new tab where it is not shown there already."""
    if kept.tabs[kept.front].link == link:
        return kept
    beside = kept.front + 1
    return Kept((*kept.tabs[:beside], Trail([link]), *kept.tabs[beside:]), beside, kept.geometry)
