# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The base map on the projection: read when a map is first drawn, one level of detail at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from terkha.atlas.viewport import to_map
from terkha_resources import base_map
from terkha_resources.base_map import AREAS, Line

_FINER = (5200.0, 1100.0)
"""Metres of a pixel below which the next level is drawn."""
# Long lines are cut into pieces of so many points, so that those out of sight are not drawn.
_PIECE = 48


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, or a whole area, in metres of the projection, with its bounds."""

    points: QPolygonF
    bounds: QRectF


def pieces(layer: str, metres: float, extent: QRectF) -> Iterator[Piece]:
    """Yield what is seen of a layer at so many metres of a pixel."""
    level = sum(metres < bound for bound in _FINER)
    for piece in _level(layer, level):
        if piece.bounds.intersects(extent):
            yield piece


@cache
def _level(layer: str, level: int) -> tuple[Piece, ...]:
    lines = base_map.read(layer, level)
    longest = None if layer in AREAS else _PIECE
    return tuple(piece for line in lines for piece in _cut(line, longest))


def _cut(line: Line, longest: int | None) -> Iterator[Piece]:
    points = [QPointF(*to_map(lon, lat)) for lon, lat in zip(line.lons, line.lats, strict=True)]
    step = longest or len(points)
    for start in range(0, max(len(points) - 1, 1), step):
        polygon = QPolygonF(points[start : start + step + 1])
        # A level line has no height, and would meet nothing.
        yield Piece(polygon, polygon.boundingRect().adjusted(-1, -1, 1, 1))
