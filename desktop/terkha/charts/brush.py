# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A rectangle drawn with the left button held, which selects the marks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from terkha.look.theme import Theme


class Brush:
    """Follows one drag after another; a press that does not move far is a click."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._start: QPointF | None = None
        self._area: QRectF | None = None
        self.ended = False
        """True if the press that ended last was a drag."""

    def press(self, event: QMouseEvent) -> None:
        """Begin, perhaps."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._start = event.position() if is_left else None
        self._area = None
        self.ended = False

    def move(self, event: QMouseEvent) -> bool:
        """Widen the rectangle; False where there is none."""
        if self._start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = event.position() - self._start
        if self._area is None and way.manhattanLength() < QApplication.startDragDistance():
            return False
        self._area = QRectF(self._start, event.position()).normalized()
        return True

    def release(self) -> QRectF | None:
        """Return the rectangle that was drawn; None after a click."""
        area, self._area, self._start = self._area, None, None
        self.ended = area is not None
        return area

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the rectangle while it is drawn."""
        if self._area is not None:
            ground = QColor(theme.accent)
            ground.setAlphaF(0.1)
            painter.fillRect(self._area, ground)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(self._area)
