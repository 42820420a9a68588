# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Collects Python's garbage in the thread of the window alone, and a little at a time.

Left to itself, Python collects in whatever thread happens to make objects. A widget that is part of
such garbage would be destroyed outside the thread of the window, which ends the program; and one
collection of everything takes longer than the window may stand still.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_PAUSE_MS = 200
_FEW = 2000
"""New objects that are not worth a collection."""
_YOUNG = 10
"""Collections of new objects before those that outlived one are looked at too."""
_ALL = 50
"""Collections of those before everything is."""


class Collector(QObject):
    """Does what Python's own collector would do, between two turns of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._young = self._old = 0
        gc.disable()
        # What is there now stays: it need not be looked through again and again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect as much as is due; nothing where little was made."""
        if gc.get_count()[0] < _FEW:
            return
        self._young += 1
        if self._young <= _YOUNG:
            gc.collect(0)
            return
        self._young = 0
        self._old += 1
        if self._old <= _ALL:
            gc.collect(1)
            return
        self._old = 0
        gc.collect()


def collect_in_this_thread() -> None:
    """Have garbage collected in this thread from now on, as long as the application lives."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(Collector) is None:
        Collector(application)
