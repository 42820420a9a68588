# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which part of the map is seen, how large, and where on it a place is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log2
from typing import Self

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from terkha.atlas.projection import PLATEAU
from terkha_resources.base_map import BOX

FINEST, COARSEST = 40.0, 16000.0
"""Metres of a pixel, nearest and farthest."""
WHOLE = (74.0, 26.2, 104.6, 40.2)
"""West, south, east and north of what the whole map shows."""
_ACROSS = 256  # pixels that the zoom of links counts in
_AROUND = 40_030_000.0  # metres around the Earth


@dataclass(frozen=True, slots=True)
class Viewport:
    """A window of the map: its middle in metres of the projection, metres of a pixel, its size.

    Metres are counted to the east and, as pixels are, to the south.
    """

    x: float
    y: float
    metres: float
    width: float
    height: float

    @classmethod
    def around(cls, bounds: tuple[float, float, float, float], width: float, height: float) -> Self:
        """Show a box of longitudes and latitudes as large as it fits."""
        west, south, east, north = bounds
        lons = (west, (west + east) / 2, east)
        return cls.around_points(
            [(lon, lat) for lon in lons for lat in (south, north)], width, height
        )

    @classmethod
    def around_points(
        cls, points: Iterable[tuple[float, float]], width: float, height: float, margin: float = 0.0
    ) -> Self:
        """Show places (longitude, latitude) as large as they fit within a margin of pixels."""
        xs, ys = zip(*(to_map(lon, lat) for lon, lat in points), strict=True)
        metres = max(
            (max(xs) - min(xs)) / max(width - 2 * margin, 1),
            (max(ys) - min(ys)) / max(height - 2 * margin, 1),
        )
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        return cls(*middle, _bounded(metres), width, height)

    @classmethod
    def at(cls, lon: float, lat: float, metres: float, width: float, height: float) -> Self:
        """Show the surroundings of a place."""
        return cls(*to_map(lon, lat), _bounded(metres), width, height)

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return PLATEAU.inverse(self.x, -self.y)

    @property
    def zoom(self) -> float:
        """The zoom as web maps count it: each step shows half as much."""
        return log2(_AROUND / _ACROSS / self.metres)

    @property
    def transform(self) -> QTransform:
        """From metres of the projection to pixels."""
        scale = 1 / self.metres
        left, top = self.width / 2 - self.x * scale, self.height / 2 - self.y * scale
        return QTransform(scale, 0, 0, scale, left, top)

    @property
    def extent(self) -> QRectF:
        """What is seen, in metres of the projection."""
        wide, high = self.width * self.metres, self.height * self.metres
        return QRectF(self.x - wide / 2, self.y - high / 2, wide, high)

    def pixel(self, x: float, y: float) -> QPointF:
        """Return where a point of the projection is drawn."""
        return QPointF(
            (x - self.x) / self.metres + self.width / 2,
            (y - self.y) / self.metres + self.height / 2,
        )

    def place(self, lon: float, lat: float) -> QPointF:
        """Return where a place is drawn."""
        return self.pixel(*to_map(lon, lat))

    def lonlat(self, pixel: QPointF) -> tuple[float, float]:
        """Return longitude and latitude of what is drawn at a pixel."""
        x = self.x + (pixel.x() - self.width / 2) * self.metres
        y = self.y + (pixel.y() - self.height / 2) * self.metres
        return PLATEAU.inverse(x, -y)

    def moved(self, dx: float, dy: float) -> Viewport:
        """Return the window after the map was pushed by so many pixels."""
        return replace(self, x=self.x - dx * self.metres, y=self.y - dy * self.metres)

    def zoomed(self, factor: float, about: QPointF | None = None) -> Viewport:
        """Return the window enlarged by a factor, with one pixel staying where it is."""
        metres = _bounded(self.metres / factor)
        if about is None:
            return replace(self, metres=metres)
        dx, dy = about.x() - self.width / 2, about.y() - self.height / 2
        change = self.metres - metres
        return replace(self, x=self.x + dx * change, y=self.y + dy * change, metres=metres)

    def centred(self, lon: float, lat: float) -> Viewport:
        """Return the window of the same size with a place in the middle."""
        x, y = to_map(lon, lat)
        return replace(self, x=x, y=y)

    def kept(self, farthest: float = COARSEST) -> Viewport:
        """Return the window with its middle where the base map is, no farther than so many metres.

        Beyond its box the map is blank, and farther still there is no place on the Earth.
        """
        (left, top), (right, bottom) = _EDGES
        x, y = min(max(self.x, left), right), min(max(self.y, top), bottom)
        return replace(self, x=x, y=y, metres=min(self.metres, farthest))

    def resized(self, width: float, height: float) -> Viewport:
        """Return the window with the same middle in another size."""
        return replace(self, width=width, height=height)


def metres_of(zoom: float) -> float:
    """Return the metres of a pixel at a zoom."""
    return _bounded(_AROUND / _ACROSS / 2**zoom)


def to_map(lon: float, lat: float) -> tuple[float, float]:
    """Return metres east and south of the projection's origin."""
    east, north = PLATEAU.forward(lon, lat)
    return east, -north


def _bounded(metres: float) -> float:
    return min(max(metres, FINEST), COARSEST)


def _edges(box: tuple[float, float, float, float]) -> tuple[tuple[float, float], ...]:
    """Return the upper left and the lower right corner of what a box covers of the map."""
    west, south, east, north = box
    lons = (west, PLATEAU.origin_lon, east)
    xs, ys = zip(*(to_map(lon, lat) for lon in lons for lat in (south, north)), strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


_EDGES = _edges(BOX)
