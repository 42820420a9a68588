# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The shadow around a pop-up, painted once: Qt's own effect blurs the whole pop-up at each key."""

from __future__ import annotations

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw four sides and four corners; nothing where the pop-up lies."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        left, top, right, bottom = inner.left(), inner.top(), inner.right(), inner.bottom()
        wide, high = inner.width(), inner.height()
        sides = (
            (QRectF(left, top - _WIDTH, wide, _WIDTH), (left, top), (left, top - _WIDTH)),
            (QRectF(left, bottom, wide, _WIDTH), (left, bottom), (left, bottom + _WIDTH)),
            (QRectF(left - _WIDTH, top, _WIDTH, high), (left, top), (left - _WIDTH, top)),
            (QRectF(right, top, _WIDTH, high), (right, top), (right + _WIDTH, top)),
        )
        for place, begin, end in sides:
            painter.fillRect(place, _faded(QLinearGradient(QPointF(*begin), QPointF(*end))))
        for x, across in ((left, -_WIDTH), (right, 0)):
            for y, down in ((top, -_WIDTH), (bottom, 0)):
                corner = QRectF(x + across, y + down, _WIDTH, _WIDTH)
                painter.fillRect(corner, _faded(QRadialGradient(QPointF(x, y), _WIDTH)))


def _faded(gradient: QGradient) -> QBrush:
    for at, share in _FALLOFF:
        gradient.setColorAt(at, QColor.fromRgbF(0, 0, 0, _DARKEST * share))
    return QBrush(gradient)
