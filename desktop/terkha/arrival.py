# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a start asks for, of this process or handed on by a later one, shown in the windows."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent

from terkha.views.messages import tell
from terkha.views.pages import PAGE_BY_ID, inside
from terkha_db.errors import KnownError
from terkha_db.lens import OPEN, Lens, parse_lens
from terkha_db.links import Link, LinkError, lens_of, parse_link
from terkha_db.running import Request

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.views.window import Window
    from terkha.views.windows import Windows
    from terkha_db.running import Post

_TOKEN = "XDG_ACTIVATION_TOKEN"


class Doorbell(QObject):
    """Takes the requests of later starts at once, and hands them on when somebody answers."""

    def __init__(self, post: Post, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._waiting: list[Request] = []
        self._answer: Callable[[Request], None] | None = None
        self._watcher = QFileSystemWatcher([str(post.folder)], self)
        self._watcher.directoryChanged.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._take()

    def answer_with(self, answer: Callable[[Request], None]) -> None:
        """Hand the requests that wait, and all that come, to a function."""
        self._answer = answer
        self._hand_on()

    def _take(self) -> None:
        self._waiting += self._post.take()
        self._hand_on()

    def _hand_on(self) -> None:
        while self._answer is not None and self._waiting:
            self._answer(self._waiting.pop(0))


class Handed(QObject):
    """Takes the links and files that macOS hands on by events and not on a command line.

    It looks at every event of the application, and so is made on macOS alone.
    """

    def __init__(self, answer: Callable[[Request], None], application: QObject) -> None:
        super().__init__(application)
        self._answer = answer
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn what is to be opened into a request."""
        if isinstance(event, QFileOpenEvent):
            file = event.file()
            self._answer(Request(file=file) if file else Request(event.url().toString()))
            return True
        return super().eventFilter(watched, event)


def start(windows: Windows, context: Context, request: Request) -> None:
    """Open the first windows, where the reader left off and where the request leads."""
    link, lens, problem = _read(context, request)
    window = windows.start(link, apart=request.new_window)
    _settle(context, window, lens, problem)
    _offer(window, request)


def arrive(windows: Windows, context: Context, request: Request) -> None:
    """Show what a later start asks for, and bring its window to the front."""
    link, lens, problem = _read(context, request)
    window = windows.show_link(link, apart=request.new_window)
    _bring_forward(window, request.token)
    _settle(context, window, lens, problem)
    _offer(window, request)


def _read(context: Context, request: Request) -> tuple[str, Lens, str]:
    """Return the link as the state knows it, the lens, and what is the matter with either."""
    link = ""
    lens = OPEN
    try:
        lens = parse_lens(request.lens)
        if request.link:
            parsed = parse_link(request.link)
            followed = context.catalogue.follow(parsed)
            _refuse_unknown(context, followed)
            link = inside(followed)
            lens = lens if lens.is_on else lens_of(parsed)
    except KnownError as error:
        return link, lens, str(error)
    return link, lens, ""


def _refuse_unknown(context: Context, link: Link) -> None:
    """Stop at a link that has the form of one and yet leads nowhere.

    Raises:
        KnownError: there is no such record, chart or page.

    """
    known = list(PAGE_BY_ID)
    if link.target == "record":
        context.catalogue.brief(link.id)
    elif link.target == "chart":
        from terkha.charts import CHARTS
        from terkha.charts.this_table import TABLE

        known = [*(chart.id for chart in CHARTS), TABLE]
    if link.target in ("page", "chart") and link.id not in known:
        from difflib import get_close_matches

        near = get_close_matches(link.id, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
        raise LinkError(f"There is no {link.target} “{link.id}”: {hint}")


def _settle(context: Context, window: Window, lens: Lens, problem: str) -> None:
    if lens.is_on:
        try:
            context.look_through(lens)
        except KnownError as error:
            problem = str(error)
    if problem:
        tell(window, problem)


def _offer(window: Window, request: Request) -> None:
    """Ask what becomes of the file of a request, once the window has come to the front."""
    if request.file:
        QTimer.singleShot(0, window, lambda: _open(window, Path(request.file)))


def _open(window: Window, file: Path) -> None:
    from terkha.views.opening import open_file

    open_file(window, file)


def _bring_forward(window: Window, token: str) -> None:
    """Show a window before all others, as far as the desktop allows."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    if token:
        os.environ[_TOKEN] = token
    window.activateWindow()
    os.environ.pop(_TOKEN, None)
