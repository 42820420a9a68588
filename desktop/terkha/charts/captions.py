# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where the words of a plot stand: names of lines, notes of rows, captions beside their marks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from terkha.charts.base import Shape
from terkha.charts.canvas import middle, shortened, text_width
from terkha.charts.frame import NOTE_GAP, has_upright_grid, note_text
from terkha.charts.rings import RING_REACH
from terkha.charts.shapes import reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from terkha.charts.base import Picture, Row
    from terkha.charts.frame import Frame
    from terkha.charts.place import Placed
    from terkha.look.fonts import Fonts

_GAP = 3
_CLEAR = 2
_AIR = 2
_APART = 6
_BESIDE = 12
_LEAST_ASIDE = 70
_NOTE_GAP = 0.8
_TITLE = 14


@dataclass(frozen=True, slots=True)
class Caption:
    """Words of a plot: where their line begins and the rectangle they fill."""

    baseline: QPointF
    text: str
    box: QRectF
    role: str = "caption"
    differs: bool = False
    """Whether they tell that figures of a row differ."""
    quiet: bool = False
    """Whether they are only said aside."""
    beside: bool = False
    """Whether they stand beside a mark or a row, where only lines of the grid can run."""

    @property
    def ground(self) -> QRectF:
        """What is kept free of the grid around the words."""
        return self.box.adjusted(-_CLEAR, 0, _CLEAR, 0)


def place_words(
    picture: Picture, frame: Frame, placed: Sequence[Placed], fonts: Fonts
) -> tuple[Caption, ...]:
    """Return all that is written into the plot: no two words meet, and none a mark or a line."""
    if picture.y is None:
        fixed = tuple(place_notes(picture, frame, placed, fonts))
    else:
        fixed = place_names(picture, frame, placed, fonts)
    return (*fixed, *_place_captions(picture, frame, placed, fonts, fixed))


def place_names(
    picture: Picture, frame: Frame, placed: Sequence[Placed], fonts: Fonts
) -> tuple[Caption, ...]:
    """Return the names of lines behind their last points, below each other where they would meet.

    Of two that end on one height the first line has its name above.
    """
    high = float(fonts.line("badge"))
    ends = [
        (frame.y.at(series.points[-1][1]), number, series)
        for number, series in enumerate(picture.series)
        if series.title
    ]
    ends.sort(key=lambda end: end[:2])
    # Above the axis, which would run through the name of a line that lies on it.
    tops = [min(y - high / 2, frame.plot.bottom() - high) for y, _, _ in ends]
    for upper, lower in pairwise(range(len(tops))):
        tops[lower] = max(tops[lower], tops[upper] + high)
    names = []
    for top, (_, _, series) in zip(tops, ends, strict=True):
        last = frame.x.at(series.points[-1][0])
        beside = QRectF(last, top, fonts.px(NOTE_GAP), high)
        rims = [one.box.right() + RING_REACH + 1 for one in placed if one.box.intersects(beside)]
        left = max([last + fonts.px(NOTE_GAP), *rims])
        box = QRectF(left, top, text_width(fonts, series.title, "badge"), high)
        at = QPointF(left, middle(fonts, "badge", box.center().y()))
        names.append(Caption(at, series.title, box, "badge"))
    return tuple(names)


def place_notes(
    picture: Picture, frame: Frame, placed: Sequence[Placed], fonts: Fonts
) -> Iterator[Caption]:
    """Yield what stands behind the last mark of each row: its figures, and what is said aside."""
    ends: dict[int, float] = {}
    for one in placed:
        far = reach(one.mark.shape, one.box)
        ends[int(one.mark.y)] = max(far, ends.get(int(one.mark.y), far))
    gap = fonts.px(NOTE_GAP) * _NOTE_GAP
    column = _column_of_sums(picture, frame, placed, fonts) - gap
    for number, row in enumerate(picture.rows):
        if number in ends and (row.note or row.aside):
            start = max(ends[number], column) + gap
            yield from _notes(row, QPointF(start, frame.y.at(number)), frame, fonts)


def _column_of_sums(
    picture: Picture, frame: Frame, placed: Sequence[Placed], fonts: Fonts
) -> float:
    """Return where the sums of rows of discs stand below one another; elsewhere the left edge.

    Behind one of several discs a sum would read as the number of that one.
    """
    discs = [one.box.right() for one in placed if one.mark.shape is Shape.DISC]
    if not discs:
        return frame.area.left()
    widest = max(text_width(fonts, note_text(row), "badge") for row in picture.rows)
    return min(max(discs) + fonts.px(NOTE_GAP), frame.area.right() - widest)


def _notes(row: Row, start: QPointF, frame: Frame, fonts: Fonts) -> Iterator[Caption]:
    text = note_text(row)
    x, y = start.x(), start.y()
    if x + text_width(fonts, text, "badge") > frame.area.right() + 1:
        return
    if text:
        role = "badge" if row.differ else "caption"
        note = _line(fonts, text, role, QPointF(x, y), differs=bool(row.differ))
        yield note
        x = note.box.left() + text_width(fonts, text, role) + fonts.px(NOTE_GAP)
    room = frame.area.right() - x
    needed = min(text_width(fonts, row.aside, "caption"), fonts.px(_LEAST_ASIDE))
    if row.aside and room >= needed:
        aside = shortened(fonts, row.aside, "caption", room)
        yield _line(fonts, aside, "caption", QPointF(x, y), quiet=True)


def _line(
    fonts: Fonts,
    text: str,
    role: str,
    start: QPointF,
    *,
    differs: bool = False,
    quiet: bool = False,
) -> Caption:
    """Return a line of words that begins at ``start``, which is in the middle of its height."""
    high = float(fonts.line(role) - _GAP)
    box = QRectF(start.x(), start.y() - high / 2, text_width(fonts, text, role), high)
    at = QPointF(start.x(), middle(fonts, role, start.y()))
    return Caption(at, text, box, role, differs, quiet, beside=True)


def _place_captions(
    picture: Picture,
    frame: Frame,
    placed: Sequence[Placed],
    fonts: Fonts,
    fixed: Sequence[Caption],
) -> tuple[Caption, ...]:
    """Return captions that meet neither marks nor lines nor other words.

    What has no room is left out: hovering and the table tell it.
    """
    lines = tuple(_lines(picture, frame))
    grid = _Grid.of(picture, frame)
    taken = [
        _whole(one).adjusted(-RING_REACH, -RING_REACH, RING_REACH, RING_REACH) for one in placed
    ]
    apart = fonts.px(_APART)
    # A caption that touched the name of a line would read as one with it.
    beside = apart if picture.y is not None else 0
    taken += [one.box.adjusted(-beside, 0, beside, 0) for one in fixed]
    captions: list[Caption] = []
    # Marks of lines come before those that a later edition replaced.
    for one in sorted(placed, key=lambda each: each.mark.shape is Shape.DASH):
        if not one.mark.caption:
            continue
        size = text_width(fonts, one.mark.caption, "caption"), float(fonts.line("caption") - _GAP)
        around = _around(_whole(one), *size, gap=max(fonts.px(_GAP), RING_REACH))
        # Between rows a caption would belong to either: beside its mark it belongs to one.
        boxes = [
            box
            for box in (around if picture.y is not None else around[2:4])
            if _is_free(box, frame, taken)
            and _is_nearest(box, one, placed)
            and not any(_crosses(box, line) for line in lines)
        ]
        if boxes:
            # Where there is another place, no line of the grid is crossed, and no caption touches
            # another one, with which it would read as one.
            def amiss(box: QRectF) -> tuple[bool, int]:
                wider = box.adjusted(-apart, 0, apart, 0)
                touches = any(wider.intersects(other.box) for other in captions)
                return touches, grid.lines_through(box)

            box = min(boxes, key=amiss)
            at = QPointF(box.left(), box.bottom() - fonts.px(_GAP + 1))
            captions.append(Caption(at, one.mark.caption, box, beside=True))
            taken.append(box)
    return tuple(captions)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the lines of the grid run, level and upright."""

    level: tuple[float, ...]
    upright: tuple[float, ...]

    @classmethod
    def of(cls, picture: Picture, frame: Frame) -> _Grid:
        upright = frame.x_ticks if has_upright_grid(picture) else ()
        return cls(
            tuple(frame.y.at(value) for value, _ in frame.y_ticks),
            tuple(frame.x.at(value) for value, _ in upright),
        )

    def lines_through(self, box: QRectF) -> int:
        """Return how many lines run through a box, or touch it."""
        level = sum(box.top() - _CLEAR < y < box.bottom() + _CLEAR for y in self.level)
        upright = sum(box.left() - _CLEAR < x < box.right() + _CLEAR for x in self.upright)
        return level + upright


def _is_free(box: QRectF, frame: Frame, taken: Sequence[QRectF]) -> bool:
    plot, area = frame.plot, frame.area
    # Left of the plot are the names of rows or ticks, below it those of the other axis.
    # A line of words has air below its letters.
    foot = plot.bottom() + _AIR
    room = QRectF(QPointF(plot.left(), area.top()), QPointF(area.right(), foot))
    if not room.contains(box) or any(box.intersects(other) for other in taken):
        return False
    return not frame.y_ticks or box.top() >= area.top() + _TITLE


def _is_nearest(box: QRectF, own: Placed, placed: Sequence[Placed]) -> bool:
    """Tell whether no other mark is nearer to a caption, which would seem to be that one's.

    Nor may one stand just beside it on its line, if its own mark does not.
    """
    least = _gap(box, own.box)
    others = [one for one in placed if one is not own]
    if any(_gap(box, one.box) < least for one in others):
        return False
    return _is_level(box, own) or not any(
        _is_level(box, one) and _gap(box, one.box) < _BESIDE for one in others
    )


def _is_level(box: QRectF, one: Placed) -> bool:
    """Tell whether a mark stands on the line of a caption."""
    return box.top() < one.centre.y() < box.bottom()


def _gap(one: QRectF, other: QRectF) -> float:
    aside = max(one.left() - other.right(), other.left() - one.right(), 0.0)
    above = max(one.top() - other.bottom(), other.top() - one.bottom(), 0.0)
    return math.hypot(aside, above)


def _lines(picture: Picture, frame: Frame) -> Iterator[QLineF]:
    for series in picture.series:
        points = [QPointF(frame.x.at(x), frame.y.at(y)) for x, y in series.points]
        yield from (QLineF(first, second) for first, second in pairwise(points))


def _whole(one: Placed) -> QRectF:
    """Return all that a mark fills: a dash is longer than its box."""
    longer = one.box.width() * 0.4 if one.mark.shape is Shape.DASH else 0.0
    return one.box.adjusted(-longer, 0, longer, 0)


def _around(box: QRectF, width: float, height: float, gap: float) -> tuple[QRectF, ...]:
    """Return places for a caption around a mark, the best first: above, below, right, left."""
    middle_left = box.center().x() - width / 2
    above, below = box.top() - gap - height, box.bottom() + gap
    level = box.center().y() - height / 2
    farther = height / 2
    # Flush with one side of the mark, or beyond it, a caption keeps clear of a line that rises.
    lefts = (box.left(), box.right() - width, box.right() + gap, box.left() - gap - width)
    return (
        QRectF(middle_left, above, width, height),
        QRectF(middle_left, below, width, height),
        QRectF(box.right() + gap, level, width, height),
        QRectF(box.left() - gap - width, level, width, height),
        *(QRectF(left, top, width, height) for left in lefts for top in (above, below)),
        # A little farther away there may be no line of the grid.
        *(
            QRectF(left, top, width, height)
            for left in (middle_left, *lefts)
            for top in (above - farther, below + farther)
        ),
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
