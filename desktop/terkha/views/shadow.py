# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The shadow around a pop-up, painted once: Qt's own effect blurs the whole pop-up at each key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

_WIDTH = 24
_OFFSET = 4
_DARKEST = 0.27 / 2
"""Alpha at the edge of what throws the shadow; a blurred edge has half of what lies within."""
_FALLOFF = ((0.0, 1.0), (0.25, 0.62), (0.5, 0.31), (0.75, 0.1), (1.0, 0.0))


class Shadow(QWidget):
    """Lies under a pop-up of the same window; takes no mouse and no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie_under(self, popup: QWidget) -> None:
        """Show the shadow of a pop-up that is shown."""
        if self.parentWidget() is not popup.parentWidget():
            self.setParent(popup.parentWidget())
        place = popup.geometry().translated(0, _OFFSET)
        self.setGeometry(place.adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH))
        self.show()
        self.stackUnder(popup)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw of four sides and four corners what is asked for; nothing where the pop-up lies."""
        painter = QPainter(self)
        asked = QRectF(event.rect())
        for place, gradient in self._pieces():
            if place.intersects(asked):
                painter.fillRect(place, _faded(gradient))

    def _pieces(self) -> Iterator[tuple[QRectF, QGradient]]:
        inner = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        left, top, right, bottom = inner.left(), inner.top(), inner.right(), inner.bottom()
        for x, out in ((left, -_WIDTH), (right, _WIDTH)):
            side = QRectF(min(x, x + out), top, _WIDTH, inner.height())
            yield side, QLinearGradient(QPointF(x, top), QPointF(x + out, top))
            for y, away in ((top, -_WIDTH), (bottom, _WIDTH)):
                corner = QRectF(min(x, x + out), min(y, y + away), _WIDTH, _WIDTH)
                yield corner, QRadialGradient(QPointF(x, y), _WIDTH)
        for y, away in ((top, -_WIDTH), (bottom, _WIDTH)):
            side = QRectF(left, min(y, y + away), inner.width(), _WIDTH)
            yield side, QLinearGradient(QPointF(left, y), QPointF(left, y + away))


def _faded(gradient: QGradient) -> QBrush:
    for at, share in _FALLOFF:
        gradient.setColorAt(at, QColor.fromRgbF(0, 0, 0, _DARKEST * share))
    return QBrush(gradient)
