# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Part of a window that scrolls where a low screen, or large text, leaves too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from terkha.views.parts import part, upright_only

_LEAST = 120


class Scrolling(QScrollArea):
    """Shows all of what it holds if it can, and scrolls up and down if it cannot."""

    def __init__(self, layout: QLayout, region: str = "raised") -> None:
        super().__init__()
        part(self, region)
        self._inside = part(QWidget(), region)
        layout.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(layout)
        self.setWidget(self._inside)
        upright_only(self)
        # Qt shows what has the keyboard only where it comes from within.
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self._inside.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def sizeHint(self) -> QSize:
        """Return the room of all that is inside."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self._inside.sizeHint() + QSize(bar, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the whole width, and the height of a few lines."""
        least = self._inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), _LEAST))
