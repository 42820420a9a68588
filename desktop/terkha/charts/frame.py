# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where the plot of a picture lies within a rectangle, so that every label has its room."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from terkha.charts.base import Shape
from terkha.charts.canvas import text_width
from terkha.charts.discs import DISC_PITCH, Discs
from terkha.charts.scale import Scale, tick_text, ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from terkha.charts.base import Axis, Picture, Row
    from terkha.look.fonts import Fonts

Tick = tuple[float, str]
Ticks = tuple[Tick, ...]

MARK = 10
"""Side of a mark."""
NAME_GAP = 14
"""Between the names of rows and the plot."""
NOTE_GAP = 12
"""Between the last mark of a row and what stands after it."""
SECOND_GAP = 6
_AXIS = 26
LEVEL = 16
"""Between two lines of names of columns."""
_LEVELS = 3
UNNAMED = -1
"""The line of a column whose name has no room; its marks and the table tell it."""
_UPRIGHT = 360
_UPRIGHT_ROOMY = 470
_PITCH = 22.0
_BAR_PITCH = 18.6
_ROOMY_PITCH = 26.0
_TITLE = 30
_EDGE = 8
_NAMES_MOST = 0.5
_TALL = 24
"""Rows from which on the axis has its ticks above the plot as well as below it."""
_PITCH_MOST = 48.0
"""Rows farther apart than this read as a list no more."""
_TICK_ROOM = 76
_TICK_ROOM_YEARS = 56
_TICK_ROOM_UP = 56
_LEAST_SHARE = 0.3
_ASIDE_MOST = 190
_HEADROOM = 1.1
_TICK_GAP = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot within its area, and the scales of both axes; all in pixels of the area."""

    area: QRectF
    plot: QRectF
    x: Scale
    y: Scale
    x_ticks: Ticks
    y_ticks: Ticks = ()
    levels: tuple[int, ...] = ()
    """In which line above the plot each column is named, where one line has no room for all."""

    @property
    def pitch(self) -> float:
        """How far rows are apart."""
        return abs(self.y.at(1) - self.y.at(0))

    def zoomed(self, picture: Picture, low: float, high: float, fonts: Fonts) -> Frame:
        """Return the same frame with the x axis from ``low`` to ``high``."""
        scale = replace(self.x, low=low, high=high)
        return replace(self, x=scale, x_ticks=_x_ticks(picture.x, scale, fonts))


def frame_of(picture: Picture, area: QRectF, fonts: Fonts) -> Frame:
    """Return where everything lies in ``area``: names at the left, the value axis below."""
    if picture.y is None:
        return _frame_of_rows(picture, area, fonts)
    return _frame_of_values(picture, picture.y, area, fonts)


def natural_height(picture: Picture, fonts: Fonts, *, roomy: bool = False) -> float:
    """Return the least height at which a picture reads well, or a ``roomy`` one for paper.

    Rows are farther apart where marks stand above one another or are discs.
    """
    if picture.y is not None:
        return fonts.px(_UPRIGHT_ROOMY if roomy else _UPRIGHT)
    shapes = {mark.shape for mark in picture.marks}
    crowd = max(Counter((mark.x, mark.y) for mark in picture.marks).values(), default=1)
    narrow = _BAR_PITCH if Shape.BAR in shapes else _PITCH
    pitch = _ROOMY_PITCH if roomy else narrow
    if crowd > 2:
        pitch = max(pitch, MARK * crowd + 2)
    if Shape.DISC in shapes:
        pitch = max(pitch, DISC_PITCH)
    above, below = _around(picture, fonts)
    return len(picture.rows) * fonts.scale / 100 * pitch + above + below


def most_height(picture: Picture, fonts: Fonts) -> float | None:
    """Return the height beyond which rows would only drift apart; None for upright axes."""
    if picture.y is not None:
        return None
    above, below = _around(picture, fonts)
    most = len(picture.rows) * fonts.scale / 100 * _PITCH_MOST + above + below
    return max(most, natural_height(picture, fonts))


def has_upright_grid(picture: Picture) -> bool:
    """Tell whether lines go up from the value axis: years need none, their points are named."""
    return picture.y is None or not picture.x.plain


def is_tall(picture: Picture) -> bool:
    """Tell whether the ends of the upright lines are too far apart to read one from the other."""
    return picture.y is None and not picture.x.named and len(picture.rows) >= _TALL


def tick_left(frame: Frame, value: float, width: float) -> float:
    """Return where the name of a tick begins: at the middle of its place, within the area."""
    return min(frame.x.at(value) - width / 2, frame.area.right() - width)


def name_role(pitch: float, fonts: Fonts) -> str:
    """Return the role of type for the names of rows that are ``pitch`` apart."""
    return "body" if pitch >= fonts.line("body") + 2 else "dense"


def note_text(row: Row) -> str:
    """Return what stands after the last mark of a row, without the aside."""
    return f"{row.note}  ≠ {row.differ}" if row.differ else row.note


def _frame_of_rows(picture: Picture, area: QRectF, fonts: Fonts) -> Frame:
    above, below = _around(picture, fonts)
    height = area.height() - above - below
    pitch = height / max(1, len(picture.rows))
    names = min(_names_width(picture, name_role(pitch, fonts), fonts), area.width() * _NAMES_MOST)
    left = area.left() + names + fonts.px(NAME_GAP)
    plot = QRectF(left, area.top() + above, area.right() - left, height)
    scale = _roomy_scale(picture, plot, fonts)
    rows = Scale(-0.5, len(picture.rows) - 0.5, plot.top(), plot.bottom())
    frame = Frame(area, plot, scale, rows, _x_ticks(picture.x, scale, fonts))
    return _with_levels(frame, fonts) if picture.x.named else frame


def _with_levels(frame: Frame, fonts: Fonts) -> Frame:
    """Return the frame with the lines of its names, and the plot as high as these leave it."""
    levels = _levels(frame, fonts)
    plot = QRectF(frame.plot)
    plot.setTop(plot.top() - fonts.px((_LEVELS - 1 - max(levels, default=0)) * LEVEL))
    return replace(frame, levels=levels, plot=plot, y=replace(frame.y, start=plot.top()))


def _around(picture: Picture, fonts: Fonts) -> tuple[float, float]:
    """Return the room above and below the rows of a plot.

    Columns have their names at the top, as in a table; numbers stand below the plot.
    """
    room = _axis_room(picture, fonts)
    if picture.x.named:
        return room, fonts.px(_EDGE)
    return fonts.px(_AXIS if is_tall(picture) else _EDGE), room


def _axis_room(picture: Picture, fonts: Fonts) -> float:
    """Return how much room the names of ticks have: names of columns may need several lines."""
    more = (_LEVELS - 1) * LEVEL if picture.x.named else 0
    return fonts.px(_AXIS) + fonts.px(more)


def _levels(frame: Frame, fonts: Fonts) -> tuple[int, ...]:
    """Return the first line for each tick in which its name meets no other, UNNAMED for none."""
    ends = [0.0] * _LEVELS
    levels = []
    for value, text in frame.x_ticks:
        width = text_width(fonts, text, "caption")
        left = tick_left(frame, value, width)
        level = next((level for level, end in enumerate(ends) if left >= end), UNNAMED)
        if level != UNNAMED:
            ends[level] = left + width + fonts.px(_EDGE)
        levels.append(level)
    return tuple(levels)


def _names_width(picture: Picture, role: str, fonts: Fonts) -> float:
    # The unit stands among the names, beside the lowest tick.
    widths = [text_width(fonts, picture.x.title, "caption")]
    for row in picture.rows:
        second = text_width(fonts, row.second, role) + fonts.px(SECOND_GAP) if row.second else 0
        widths.append(text_width(fonts, row.title, role) + second)
    return max(widths)


def _roomy_scale(picture: Picture, plot: QRectF, fonts: Fonts) -> Scale:
    """Return the x scale on which what stands after the marks still fits into the plot."""
    axis = picture.x
    bars = any(mark.shape is Shape.BAR for mark in picture.marks)
    # Bars begin at the very edge; of marks at zero the left half needs room.
    before = 0 if bars else fonts.px(_EDGE)
    low = _warped(axis.low, axis)
    per_pixel = (_warped(axis.high, axis) - low) / (plot.width() - before - fonts.px(_EDGE))
    marks = picture.marks
    discs = Discs.of(picture)
    for row_number, row in enumerate(picture.rows):
        ends = [mark.x for mark in marks if mark.y == row_number]
        if not ends or not row.note:
            continue
        text = text_width(fonts, note_text(row), "badge") + fonts.px(NOTE_GAP + 2 * _EDGE)
        if discs is not None:
            last = max(mark.shown for mark in marks if (mark.x, mark.y) == (max(ends), row_number))
            text += discs.radius(last, fonts)
        if row.aside:
            aside = text_width(fonts, row.aside, "caption") + fonts.px(NOTE_GAP)
            text += min(aside, fonts.px(_ASIDE_MOST))
        room = max(plot.width() - before - text, plot.width() * _LEAST_SHARE)
        per_pixel = max(per_pixel, (_warped(max(ends), axis) - low) / room)
    first = low - before * per_pixel
    last = first + plot.width() * per_pixel
    if axis.log:
        first, last = 10**first, 10**last
    return Scale(first, last, plot.left(), plot.right(), axis.log)


def _frame_of_values(picture: Picture, upright: Axis, area: QRectF, fonts: Fonts) -> Frame:
    top = area.top() + fonts.px(_TITLE)
    height = area.bottom() - fonts.px(_AXIS) - top
    most = max(3, int(height / fonts.px(_TICK_ROOM_UP)))
    y = _upright_scale(upright, Scale(0, 1, area.bottom() - fonts.px(_AXIS), top), most, fonts)
    low = upright.low if upright.log else y.low
    values = ticks(low, y.high, most, log=upright.log, whole=upright.whole)
    texts = tuple((value, tick_text(value)) for value in values)
    widest = max(text_width(fonts, text, "caption") for _, text in texts)
    left = area.left() + widest + fonts.px(NAME_GAP)
    names = [text_width(fonts, series.title, "badge") for series in picture.series]
    right = area.right() - max([0.0, *names]) - fonts.px(NOTE_GAP + _EDGE)
    plot = QRectF(left, top, right - left, height)
    x = _level_scale(picture.x, Scale(0, 1, plot.left(), plot.right()), fonts)
    return Frame(area, plot, x, y, _x_ticks(picture.x, x, fonts), texts)


def _upright_scale(axis: Axis, room: Scale, most: int, fonts: Fonts) -> Scale:
    """Return the y scale: from its low end, with logs from below the lowest mark.

    Above the highest mark its caption needs room; below zero there are whole steps.
    """
    if axis.log:
        share = fonts.px(2 * _EDGE) / abs(room.end - room.start)
        beyond = (axis.high / axis.low) ** share
        return replace(room, low=axis.low / beyond, high=axis.high * beyond**1.5, log=True)
    values = ticks(axis.low, axis.high, most, whole=axis.whole)
    step = values[1] - values[0]
    lowest = axis.low if axis.low == 0 else step * math.floor(axis.low / step)
    highest = max(axis.high + (axis.high - lowest) * (_HEADROOM - 1), values[-1])
    if highest - values[-1] > step:
        highest = max(highest, values[-1] + step)
    return replace(room, low=lowest, high=highest)


def _level_scale(axis: Axis, room: Scale, fonts: Fonts) -> Scale:
    """Return the x scale below an upright one, with room for half a mark at both ends."""
    if axis.plain:
        return replace(room, low=axis.low - 0.4, high=axis.high + 0.4)
    share = fonts.px(2 * _EDGE) / (room.end - room.start)
    if axis.log:
        beyond = (axis.high / axis.low) ** share
        return replace(room, low=axis.low / beyond, high=axis.high * beyond, log=True)
    beyond = (axis.high - axis.low) * share
    return replace(room, low=axis.low - beyond * (axis.low != 0), high=axis.high + beyond)


def _x_ticks(axis: Axis, scale: Scale, fonts: Fonts) -> Ticks:
    if axis.ticks:
        shown = [tick for tick in axis.ticks if scale.low <= tick[0] <= scale.high]
        return tuple(shown if axis.named else _apart(shown, scale, fonts))
    room = fonts.px(_TICK_ROOM_YEARS if axis.plain else _TICK_ROOM)
    most = max(2, int(abs(scale.end - scale.start) / room))
    low = max(scale.low, axis.low)
    high = min(scale.high, axis.high) if axis.closed else scale.high
    values = ticks(low, high, most, log=axis.log, whole=axis.whole)
    # One tick beyond the last mark tells how far it goes; more would only fill the room of notes.
    beyond = next((value for value in values if value >= axis.high), high)
    return tuple((value, tick_text(value, plain=axis.plain)) for value in values if value <= beyond)


def _apart(shown: Iterable[Tick], scale: Scale, fonts: Fonts) -> Iterator[Tick]:
    """Yield the ticks whose words do not meet those of the one before."""
    end = -math.inf
    for value, text in shown:
        half = text_width(fonts, text, "caption") / 2
        if scale.at(value) - half >= end:
            end = scale.at(value) + half + fonts.px(_TICK_GAP)
            yield value, text


def _warped(value: float, axis: Axis) -> float:
    return math.log10(value) if axis.log else value
