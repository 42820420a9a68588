# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is done once a part of the window is seen: nobody waits for it, or it may never be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    """Waits for the first time that a widget is painted."""

    def __init__(self, widget: QWidget, work: Callable[[], object]) -> None:
        super().__init__(widget)
        self._work = work
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The window is painted as a whole before any timer is due.
            QTimer.singleShot(0, watched, self._work)
            self.deleteLater()
        return False


def once_seen(widget: QWidget, work: Callable[[], object]) -> None:
    """Do something in the turn of events after the one in which a widget is painted first."""
    _Watch(widget, work)
