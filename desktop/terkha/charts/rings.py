# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The rings around marks that are pointed at, chosen, or of records that are selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen

from terkha.charts.base import Shape
from terkha.look.shapes import ellipse, square

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from terkha.charts.base import Mark
    from terkha.charts.place import Placed
    from terkha.look.theme import Theme

_RING = 4
RING_REACH = _RING + 1
"""How far a ring reaches beyond its mark, its line among it: words keep clear of that."""


@dataclass(frozen=True, slots=True)
class Rings:
    """The numbers of the marks pointed at and chosen, -1 for none, and the records selected."""

    pointed: int
    chosen: int
    records: frozenset[str]


def paint_rings(painter: QPainter, theme: Theme, placed: Sequence[Placed], rings: Rings) -> None:
    """Paint a ring around each: thin where records are selected, thick around the one chosen."""
    for one in placed:
        if is_ringed(one.mark, rings.records):
            _paint(painter, one, theme.accent, 1.0)
    for number, colour, width in (
        (rings.pointed, theme.line2, 1.5),
        (rings.chosen, theme.accent, 2.0),
    ):
        if 0 <= number < len(placed):
            _paint(painter, placed[number], colour, width)


def is_ringed(mark: Mark, records: frozenset[str]) -> bool:
    """Tell whether all that a mark is of is among some records."""
    return bool(records and mark.records) and records.issuperset(mark.records)


def ring_of(one: Placed) -> QPainterPath:
    """Return the ring around a mark, a little away from it."""
    if one.mark.shape is Shape.BAR:
        return square(one.box.adjusted(-2, -2, 1, 2))
    return ellipse(one.box.adjusted(-_RING, -_RING, _RING, _RING))


def _paint(painter: QPainter, one: Placed, colour: str, width: float) -> None:
    painter.strokePath(ring_of(one), QPen(QColor(colour), width))
