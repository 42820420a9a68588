# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where each mark stands in a frame, apart from those it would cover."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from terkha.charts.base import Shape
from terkha.charts.discs import Discs
from terkha.charts.frame import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from terkha.charts.base import Mark, Picture
    from terkha.charts.frame import Frame
    from terkha.look.fonts import Fonts

_BAR_SHARE = 0.74
_BAR_MOST = 36
# Marks less than this apart are shown above one another, in widths of a mark.
_NEAR = 0.8
_NEAR_ARROW = 1.9
_APART = 11
_ROW_SHARE = 0.88
_ASIDE = 6
_STILL = QPointF()


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its place; ``number`` counts the marks of the picture."""

    number: int
    mark: Mark
    box: QRectF

    @property
    def centre(self) -> QPointF:
        """The middle of the mark: for a bar, of its piece."""
        return self.box.center()


def place_marks(picture: Picture, frame: Frame, fonts: Fonts) -> tuple[Placed, ...]:
    """Return every mark in its place, in the order of the picture; equal ones side by side."""
    shifts = _shifts(picture, frame, fonts)
    discs = Discs.of(picture)
    placed = []
    for number, mark in enumerate(picture.marks):
        shift = shifts.get(number, _STILL)
        x, y = frame.x.at(mark.x) + shift.x(), frame.y.at(mark.y) + shift.y()
        if mark.shape is Shape.BAR:
            half = min(frame.pitch * _BAR_SHARE, fonts.px(_BAR_MOST)) / 2
            left = frame.x.at(mark.start)
            box = QRectF(left, y - half, x - left, 2 * half)
        elif mark.shape is Shape.DISC and discs is not None:
            radius = discs.radius(mark.shown, fonts)
            box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        else:
            side = fonts.px(MARK)
            box = QRectF(x - side / 2, y - side / 2, side, side)
        placed.append(Placed(number, mark, box))
    return tuple(placed)


def mark_at(placed: Iterable[Placed], point: QPointF, reach: float) -> Placed | None:
    """Return the mark under a point, or the nearest one no farther away than ``reach``."""
    best, least = None, reach
    for one in placed:
        box = one.box
        aside = max(box.left() - point.x(), 0.0, point.x() - box.right())
        above = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
        distance = math.hypot(aside, above)
        inside = distance == 0 and one.mark.shape is not Shape.BAR
        if inside:
            # Of marks that overlap, the one whose middle is nearest is meant.
            distance = QLineF(one.centre, point).length() / 1000
        if distance < least or (distance == 0 and least > 0):
            best, least = one, distance
    return best


def _shifts(picture: Picture, frame: Frame, fonts: Fonts) -> dict[int, QPointF]:
    """Return how far marks move so that none covers another: within their row up and down.

    Where a row has no room for all of them above one another they also step aside by turns.
    """
    if picture.y is not None:
        return _steps_aside(picture, frame, fonts)
    rows: dict[float, list[tuple[float, float, int]]] = defaultdict(list)
    for number, mark in enumerate(picture.marks):
        if mark.shape not in (Shape.BAR, Shape.DISC, Shape.TICK):
            near = _NEAR_ARROW if mark.shape is Shape.MORE else _NEAR
            rows[mark.y].append((frame.x.at(mark.x), near * fonts.px(MARK), number))
    shifts: dict[int, QPointF] = {}
    for row in rows.values():
        for group in _close_groups(sorted(row)):
            room = (frame.pitch * _ROW_SHARE - fonts.px(MARK)) / max(1, len(group) - 1)
            step = min(float(fonts.px(_APART)), room)
            aside = fonts.px(_ASIDE) if step < fonts.px(_ASIDE) else 0
            for place, number in enumerate(group):
                up = (place - (len(group) - 1) / 2) * step
                shifts[number] = QPointF(aside * (place % 3 - 1), up)
    return shifts


def _steps_aside(picture: Picture, frame: Frame, fonts: Fonts) -> dict[int, QPointF]:
    """Return how far marks move to the right that would stand on another one."""
    shifts: dict[int, QPointF] = {}
    taken: list[QPointF] = []
    step = fonts.px(_ASIDE)
    for number, mark in enumerate(picture.marks):
        if mark.shape in (Shape.DASH, Shape.DISC):
            continue
        place = QPointF(frame.x.at(mark.x), frame.y.at(mark.y))
        while any((place - other).manhattanLength() < step for other in taken):
            place += QPointF(step, 0)
            shifts[number] = shifts.get(number, _STILL) + QPointF(step, 0)
        taken.append(place)
    return shifts


def _close_groups(row: Sequence[tuple[float, float, int]]) -> list[list[int]]:
    """Return the numbers of marks that stand nearly on one place, group by group.

    Each mark comes with its place and with how much room it needs to its right.
    """
    groups: list[list[int]] = []
    end = -math.inf
    for x, near, number in row:
        if x < end:
            groups[-1].append(number)
        else:
            groups.append([number])
        end = x + near
    return groups
