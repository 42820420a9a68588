# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Outlines of marks (commodity families, status, figures), each drawn to fit a rectangle."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

Outline = Callable[[QRectF], QPainterPath]


def _polygon(rect: QRectF, *points: tuple[float, float]) -> QPainterPath:
    """Close a path through points given in pixels from the corner of ``rect``."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(rect.x() + x, rect.y() + y) for x, y in points]))
    path.closeSubpath()
    return path


def square(rect: QRectF) -> QPainterPath:
    """Fill the rectangle."""
    path = QPainterPath()
    path.addRect(rect)
    return path


def octagon(rect: QRectF) -> QPainterPath:
    """Cut the corners off."""
    w, h = rect.width(), rect.height()
    cut = h * 0.3
    return _polygon(
        rect,
        (cut, 0),
        (w - cut, 0),
        (w, cut),
        (w, h - cut),
        (w - cut, h),
        (cut, h),
        (0, h - cut),
        (0, cut),
    )


def hexagon(rect: QRectF) -> QPainterPath:
    """Point to the left and to the right."""
    w, h = rect.width(), rect.height()
    tip = h * 0.3
    return _polygon(rect, (tip, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (tip, h), (0, h / 2))


def ellipse(rect: QRectF) -> QPainterPath:
    """Round on all sides."""
    path = QPainterPath()
    path.addEllipse(rect)
    return path


def foot(rect: QRectF) -> QPainterPath:
    """Draw a flat top and a round foot."""
    w, h = rect.width(), rect.height()
    bend = min(w / 2, h * 0.55)
    x, y = rect.x(), rect.y()
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x + w, y)
    path.lineTo(x + w, y + h - bend)
    path.quadTo(x + w, y + h, x + w - bend, y + h)
    path.lineTo(x + bend, y + h)
    path.quadTo(x, y + h, x, y + h - bend)
    path.closeSubpath()
    return path


def house(rect: QRectF) -> QPainterPath:
    """Point up."""
    w, h = rect.width(), rect.height()
    eaves = h * 0.34
    return _polygon(rect, (w / 2, 0), (w, eaves), (w, h), (0, h), (0, eaves))


def shield(rect: QRectF) -> QPainterPath:
    """Point down."""
    w, h = rect.width(), rect.height()
    side = h * 0.66
    return _polygon(rect, (0, 0), (w, 0), (w, side), (w / 2, h), (0, side))


def slanted(rect: QRectF) -> QPainterPath:
    """Lean to the right."""
    w, h = rect.width(), rect.height()
    lean = h * 0.28
    return _polygon(rect, (lean, 0), (w, 0), (w - lean, h), (0, h))


def rounded(rect: QRectF) -> QPainterPath:
    """Draw a box with round corners."""
    path = QPainterPath()
    radius = rect.height() * 0.32
    path.addRoundedRect(rect, radius, radius)
    return path


def diamond(rect: QRectF) -> QPainterPath:
    """Stand a square on its corner."""
    w, h = rect.width(), rect.height()
    return _polygon(rect, (w / 2, 0), (w, h / 2), (w / 2, h), (0, h / 2))


FAMILY_SHAPES: Mapping[str, Outline] = {
    "square": square,
    "octagon": octagon,
    "hexagon": hexagon,
    "ellipse": ellipse,
    "foot": foot,
    "house": house,
    "shield": shield,
    "slanted": slanted,
    "round": rounded,
}
# How far the letters move down to stand in the middle of the ink, as a share of the height.
LETTER_SHIFT: Mapping[str, float] = {"house": 0.09, "shield": -0.09, "foot": -0.02}


def half_disc(rect: QRectF) -> QPainterPath:
    """Return the left half of a disc."""
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    path.arcTo(rect, 90, 180)
    path.closeSubpath()
    return path


def bars(rect: QRectF) -> QPainterPath:
    """Draw two upright bars."""
    width = rect.width() * 0.3
    path = QPainterPath()
    path.addRect(QRectF(rect.x() + rect.width() * 0.08, rect.y(), width, rect.height()))
    path.addRect(QRectF(rect.right() - rect.width() * 0.08 - width, rect.y(), width, rect.height()))
    return path


def cross(rect: QRectF) -> QPainterPath:
    """Draw two strokes from corner to corner, to be stroked and not filled."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.bottomRight())
    path.moveTo(rect.topRight())
    path.lineTo(rect.bottomLeft())
    return path


def arrow(rect: QRectF) -> QPainterPath:
    """Draw an arrow to the right, to be stroked and not filled: 'more than'."""
    middle, head = rect.center().y(), rect.height() / 2
    path = QPainterPath(QPointF(rect.left(), middle))
    path.lineTo(rect.right(), middle)
    path.moveTo(rect.right() - head, rect.top())
    path.lineTo(rect.right(), middle)
    path.lineTo(rect.right() - head, rect.bottom())
    return path
