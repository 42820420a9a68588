# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the mouse does on the map besides moving it: mark an area, or measure a way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from terkha.atlas.geodesy import distance
from terkha.atlas.ground import length_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.atlas.marks import Mark
    from terkha.atlas.viewport import Viewport
    from terkha.look import Look

BOX, LASSO, MEASURE = "box", "lasso", "measure"


class Area:
    """An area that is being drawn: a box between two corners, or a line around."""

    def __init__(self, tool: str, start: QPointF) -> None:
        self._tool = tool
        self._points = [start]

    def grow(self, to: QPointF) -> None:
        """Draw on to a point."""
        if self._tool == BOX:
            self._points[1:] = [to]
        else:
            self._points.append(to)

    def outline(self) -> QPainterPath:
        """Return the area so far."""
        path = QPainterPath()
        if self._tool == BOX:
            path.addRect(QRectF(self._points[0], self._points[-1]).normalized())
        else:
            path.addPolygon(QPolygonF(self._points))
            path.closeSubpath()
        return path

    def holds(self, marks: Sequence[Mark]) -> list[str]:
        """Return the ids of the sites whose marks stand within."""
        outline = self.outline()
        return [site.id for mark in marks if outline.contains(mark.at) for site in mark.sites]

    def paint(self, painter: QPainter, look: Look) -> None:
        """Draw the area over the map."""
        accent = QColor(look.theme.accent)
        ground = QColor(accent)
        ground.setAlphaF(0.12)
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        painter.drawPath(self.outline())


class Way:
    """A way that is measured: places that are joined by the shortest lines."""

    def __init__(self) -> None:
        self.places: list[tuple[float, float]] = []

    def add(self, place: tuple[float, float]) -> None:
        """Go on to a place (longitude, latitude)."""
        self.places.append(place)

    @property
    def length(self) -> float:
        """How long it is, in metres on the ellipsoid."""
        return sum(distance(*one, *other) for one, other in pairwise(self.places))

    def words(self) -> str:
        """Return its length in words."""
        return length_words(self.length)

    def paint(self, painter: QPainter, look: Look, view: Viewport, pointer: QPointF | None) -> None:
        """Draw the way over the map, on to the pointer, with its length."""
        points = [view.place(*place) for place in self.places]
        reached = self.length
        if pointer is not None and points:
            reached += distance(*self.places[-1], *view.lonlat(pointer))
            points.append(pointer)
        theme, fonts = look.theme, look.fonts
        for width, colour in ((5, theme.land), (2, theme.accent)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(theme.accent))
        for point in points:
            painter.drawEllipse(point, 3, 3)
        if len(points) > 1:
            words = length_words(reached)
            font = fonts.font("strong")
            painter.setFont(font)
            box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-6, -3, 6, 3)
            box.moveBottomLeft(points[-1] + QPointF(12, -8))
            # At the edge of the window it stands on the other side of the point.
            if box.right() > view.width - 4:
                box.moveRight(points[-1].x() - 12)
            if box.top() < 4:
                box.moveTop(points[-1].y() + 8)
            painter.setPen(QPen(QColor(theme.line2), 1))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(theme.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
