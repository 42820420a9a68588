# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The picture of the map that is kept: wider than the window, so that it can be pushed about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from terkha.atlas.ground import draw_degrees, draw_north, draw_scale
from terkha.atlas.scene import Scene, draw_note, draw_scene
from terkha.charts.canvas import PainterCanvas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.atlas.cloud import Cloud
    from terkha.context import Context
    from terkha.look.theme import Theme

MARGIN = 160
"""Pixels drawn beyond each edge of the window."""


class MapPictures:
    """Draws a scene once and shows it wherever the reader pushes it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drawn: Scene | None = None
        self._pixmap = QPixmap()
        self._marks: list[QRectF] = []
        self.clouds: Sequence[Cloud] = ()

    def forget(self) -> None:
        """Draw again the next time."""
        self._drawn = None

    def paint(self, painter: QPainter, scene: Scene, ratio: float, *, moving: bool) -> None:
        """Show a scene; while it moves, the picture drawn last in its place."""
        stale = self._drawn is None or (not moving and self._drawn != scene)
        if stale or self._pixmap.devicePixelRatio() != ratio:
            self._draw(scene, ratio)
        assert self._drawn is not None
        view, drawn = scene.view, self._drawn.view
        scale = drawn.metres / view.metres
        corner = view.pixel(drawn.x, drawn.y)
        wide, high = (drawn.width + 2 * MARGIN) * scale, (drawn.height + 2 * MARGIN) * scale
        target = QRectF(corner.x() - wide / 2, corner.y() - high / 2, wide, high)
        if moving:
            painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(self._theme.land))
        if scale == 1:
            painter.drawPixmap(target.topLeft(), self._pixmap)
        else:
            painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        canvas = PainterCanvas(painter, self._theme, self._context.look.fonts)
        if not moving and "graticule" not in scene.off:
            draw_degrees(canvas, view, self._marks)
        draw_scale(canvas, view)
        draw_north(canvas, view)
        draw_note(canvas, view)

    @property
    def _theme(self) -> Theme:
        return self._context.look.theme

    def _draw(self, scene: Scene, ratio: float) -> None:
        """Draw the scene with a margin around the window."""
        look, view = self._context.look, scene.view
        wide, high = view.width + 2 * MARGIN, view.height + 2 * MARGIN
        pixmap = QPixmap(round(wide * ratio), round(high * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        canvas = PainterCanvas(painter, look.theme, look.fonts)
        window = QRectF(MARGIN, MARGIN, view.width, view.height)
        marks = draw_scene(canvas, scene.within(view.resized(wide, high)), window=window)
        self._marks = [mark.area.translated(-MARGIN, -MARGIN) for mark in marks]
        for cloud in self.clouds:
            cloud.paint(painter, view.resized(wide, high), ratio)
        painter.end()
        self._pixmap, self._drawn = pixmap, scene
