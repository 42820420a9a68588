# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A cloud of very many points, stamped into a picture at once; numpy is loaded with the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from terkha.atlas.projection import PLATEAU

if TYPE_CHECKING:
    from terkha.atlas.viewport import Viewport

SIDE = 3
"""Pixels of a point."""


class Cloud:
    """Points of one table of the reader's own, in one colour."""

    def __init__(self, name: str, points: Iterable[tuple[float, float]], colour: str) -> None:
        """``points`` are longitudes and latitudes."""
        import numpy as np

        self.name = name
        self.colour = colour
        pairs = np.array(list(points), dtype=np.float64).reshape(-1, 2)
        self._places = np.stack(PLATEAU.forward_many(pairs[:, 0], pairs[:, 1]), axis=1)
        self._places[:, 1] *= -1

    def __len__(self) -> int:
        return len(self._places)

    def paint(self, painter: QPainter, view: Viewport, ratio: float) -> None:
        """Paint the points that are seen."""
        import numpy as np

        wide, high = round(view.width * ratio), round(view.height * ratio)
        middle = np.array((view.x, view.y))
        half = np.array((wide, high)) / 2
        pixels = ((self._places - middle) / view.metres * ratio + half).astype(np.int64)
        side = max(1, round(SIDE * ratio))
        colour = QColor(self.colour)
        stamp = np.zeros((high, wide), dtype=np.uint32)
        left = pixels - side // 2
        for dx in range(side):
            for dy in range(side):
                x, y = left[:, 0] + dx, left[:, 1] + dy
                seen = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
                stamp[y[seen], x[seen]] = colour.rgba()
        image = QImage(stamp.data, wide, high, wide * 4, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(), image)
