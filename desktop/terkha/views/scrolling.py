# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Part of a dialog that scrolls where a low screen, or large text, leaves too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

from terkha.views.parts import part

_LEAST = 120


class Scrolling(QScrollArea):
    """Shows all of what it holds if it can, and scrolls up and down if it cannot."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        part(self, "raised")
        self._inside = part(QWidget(), "raised")
        layout.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(layout)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The keyboard goes through what is inside; Qt shows it only where it comes from within.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
