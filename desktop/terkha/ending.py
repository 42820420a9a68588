# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The end that the system asks for (log-out, SIGTERM, SIGHUP, Ctrl+C): orderly, nothing lost."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QSessionManager


class Ending(QObject):
    """Ends the application when the system asks, and saves before the session ends.

    A signal of the system reaches Python only when Python runs; until then Qt may wait for hours.
    Python therefore writes each signal to a pipe, which Qt watches.
    """

    def __init__(self, application: QApplication, save: Callable[[], None]) -> None:
        """``save`` keeps what is open; it may be called several times."""
        super().__init__(application)
        self._save = save
        application.commitDataRequest.connect(self._commit, Qt.ConnectionType.DirectConnection)
        if sys.platform != "win32":  # there the system asks by commitDataRequest only
            self._watch_signals((signal.SIGTERM, signal.SIGHUP, signal.SIGINT))

    def _watch_signals(self, numbers: tuple[signal.Signals, ...]) -> None:
        self._numbers = numbers
        self._reader, writer = os.pipe()
        for end in (self._reader, writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in numbers:
            signal.signal(number, _note)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def _commit(self, _manager: QSessionManager) -> None:
        """Save; the session may yet go on, if another program or the reader stops its end."""
        self._save()

    def _end(self) -> None:
        os.read(self._reader, 64)
        for number in self._numbers:  # whoever asks twice does not want to wait
            signal.signal(number, signal.SIG_DFL)
        self._save()
        QApplication.closeAllWindows()
        QCoreApplication.exit(0)


def _note(_number: int, _frame: object) -> None:
    """Let the signal be: the pipe has told of it."""
