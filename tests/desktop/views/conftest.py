# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Widgets shown inside a plain window, since the offscreen platform complains of bare ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget

Framed = Callable[[QWidget, int, int], QMainWindow]


@pytest.fixture
def framed(qtbot) -> Iterator[Framed]:
    """Show a widget in a window of this size and return the window."""
    windows = []  # Python would otherwise let go of them

    def shown(widget: QWidget, width: int, height: int) -> QMainWindow:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setCentralWidget(widget)
        window.setMinimumSize(1, 1)
        window.resize(width, height)
        window.show()
        windows.append(window)
        return window

    yield shown
    for window in windows:
        window.close()
