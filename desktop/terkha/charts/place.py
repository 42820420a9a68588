# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where each mark and caption stands in a frame, apart from those it would cover."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from terkha.charts.base import Shape
from terkha.charts.canvas import text_width
from terkha.charts.frame import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from terkha.charts.base import Mark, Picture
    from terkha.charts.frame import Frame
    from terkha.look.fonts import Fonts

_BAR_SHARE = 0.74
_BAR_MOST = 36
_DISC_SHARE = 0.47
_DISC_LEAST = 2.5
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


@dataclass(frozen=True, slots=True)
class Caption:
    """Words beside a mark: where their line begins and the rectangle they fill."""

    baseline: QPointF
    text: str
    box: QRectF


def place_marks(picture: Picture, frame: Frame, fonts: Fonts) -> tuple[Placed, ...]:
    """Return every mark in its place, in the order of the picture; equal ones side by side."""
    shifts = _shifts(picture, frame, fonts)
    most = max((mark.shown for mark in picture.marks if mark.shape is Shape.DISC), default=1.0)
    placed = []
    for number, mark in enumerate(picture.marks):
        shift = shifts.get(number, _STILL)
        x, y = frame.x.at(mark.x) + shift.x(), frame.y.at(mark.y) + shift.y()
        if mark.shape is Shape.BAR:
            half = min(frame.pitch * _BAR_SHARE, fonts.px(_BAR_MOST)) / 2
            left = frame.x.at(mark.start)
            box = QRectF(left, y - half, x - left, 2 * half)
        elif mark.shape is Shape.DISC:
            share = math.sqrt(mark.shown / most)
            radius = max(frame.pitch * _DISC_SHARE * share, float(fonts.px(_DISC_LEAST)))
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


def place_captions(
    picture: Picture, frame: Frame, placed: Sequence[Placed], fonts: Fonts
) -> tuple[Caption, ...]:
    """Return captions that cover neither marks nor one another; what has no room is left out.

    Lines may be crossed where nothing else is free: captions keep their ground around them.
    """
    lines = [
        QLineF(
            frame.x.at(first[0]), frame.y.at(first[1]), frame.x.at(second[0]), frame.y.at(second[1])
        )
        for series in picture.series
        for first, second in pairwise(series.points)
    ]
    taken = [one.box.adjusted(-1, -1, 1, 1) for one in placed]
    captions = []
    # Between rows a caption would belong to either: beside its mark it belongs to one.
    sides = slice(2 if picture.y is None else 0, None)
    # Marks of lines come before those that a later edition replaced.
    for one in sorted(placed, key=lambda each: each.mark.shape is Shape.DASH):
        if not one.mark.caption:
            continue
        size = text_width(fonts, one.mark.caption, "caption"), float(fonts.line("caption") - 3)
        boxes = [
            box
            for box in _around(_whole(one), *size, gap=fonts.px(3))[sides]
            if frame.area.contains(box)
            and box.bottom() <= frame.plot.bottom()
            and not any(box.intersects(other) for other in taken)
        ]
        if boxes:
            box = min(boxes, key=lambda each: sum(_crosses(each, line) for line in lines))
            captions.append(
                Caption(QPointF(box.left(), box.bottom() - fonts.px(4)), one.mark.caption, box)
            )
            taken.append(box)
    return tuple(captions)


def _whole(one: Placed) -> QRectF:
    """Return all that a mark fills: a dash is longer than its box."""
    longer = one.box.width() * 0.4 if one.mark.shape is Shape.DASH else 0.0
    return one.box.adjusted(-longer, 0, longer, 0)


def _around(box: QRectF, width: float, height: float, gap: float) -> tuple[QRectF, ...]:
    """Return places for a caption around a mark, the best first."""
    centre = box.center()
    left = centre.x() - width / 2
    return (
        QRectF(left, box.top() - gap - height, width, height),
        QRectF(left, box.bottom() + gap, width, height),
        QRectF(box.right() + gap, centre.y() - height / 2, width, height),
        QRectF(box.left() - gap - width, centre.y() - height / 2, width, height),
    )


def _crosses(box: QRectF, line: QLineF) -> bool:
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
    if box.contains(line.p1()) or box.contains(line.p2()):
        return True
    edges = (
        QLineF(first, second)
        for first, second in zip(corners, (*corners[1:], corners[0]), strict=True)
    )
    return any(
        line.intersects(edge)[0] == QLineF.IntersectionType.BoundedIntersection for edge in edges
    )


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
        if mark.shape is Shape.DASH:
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
