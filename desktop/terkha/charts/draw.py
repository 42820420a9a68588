# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Draws the plot of any picture on a canvas: the same for screen, picture files and print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from terkha.charts.base import Shape
from terkha.charts.canvas import middle, middle_by_ink, shortened, text_width
from terkha.charts.captions import place_words
from terkha.charts.discs import Discs
from terkha.charts.frame import (
    LEVEL,
    NAME_GAP,
    SECOND_GAP,
    UNNAMED,
    has_upright_grid,
    is_tall,
    name_role,
    tick_left,
)
from terkha.charts.place import place_marks
from terkha.charts.rings import is_ringed, ring_of
from terkha.charts.shapes import clear_ground, draw_bar, draw_mark, is_hatched
from terkha.charts.words import rounded
from terkha.look.shapes import square
from terkha_db.wording import format_number

if TYPE_CHECKING:
    from terkha.charts.base import Key, Picture
    from terkha.charts.canvas import Canvas
    from terkha.charts.captions import Caption
    from terkha.charts.frame import Frame
    from terkha.charts.place import Placed
    from terkha.look.fonts import Fonts
    from terkha.look.theme import Theme

_UNDER = (Shape.DASH, Shape.TICK)
_SPAN = 3
_LINE = 2
_BAR_MARGIN = 6
_DISC_MARGIN = 4
_HATCHED_MARGIN = 12
# Bars and discs less high than that hold no number.
_BAR_LEAST = 13
_DISC_LEAST = 17


def draw_plot(canvas: Canvas, picture: Picture, frame: Frame) -> tuple[Placed, ...]:
    """Draw axes, lines, marks and names; return where the marks are."""
    placed = place_marks(picture, frame, canvas.fonts)
    inside = tuple(one for one in placed if _is_inside(one, frame))
    with canvas.group("axes"):
        _draw_grid(canvas, picture, frame)
        _draw_ticks(canvas, picture, frame)
    if picture.y is None:
        _draw_names(canvas, picture, frame)
        _draw_spans(canvas, picture, frame)
    else:
        with canvas.group("lines"):
            _draw_series(canvas, picture, frame)
    # What a later edition replaced lies under what replaced it.
    for one in sorted(inside, key=lambda each: each.mark.shape not in _UNDER):
        with canvas.group(f"mark-{one.number}", f"{one.mark.label}: {one.mark.text}"):
            _draw_placed(canvas, one, picture, frame, inside)
    with canvas.group("rings"):
        for one in inside:
            if is_ringed(one.mark, picture.rings):
                canvas.stroke(ring_of(one), canvas.theme.accent, 1.0)
    for words in place_words(picture, frame, inside, canvas.fonts):
        ground = canvas.theme.surface
        if words.beside:
            cleared = words.ground
            # The axis itself stays whole.
            cleared.setBottom(min(cleared.bottom(), frame.plot.bottom() - 1))
            canvas.fill(square(cleared), ground)
        halo = "" if words.beside else ground
        canvas.text(words.baseline, words.text, words.role, _tone(words, canvas.theme), halo=halo)
    return inside


def _tone(words: Caption, theme: Theme) -> str:
    if words.differs:
        return theme.disp
    if words.quiet:
        return theme.ink3
    return theme.ink if words.role == "badge" else theme.ink2


def draw_legend(canvas: Canvas, picture: Picture, area: QRectF, *, paint: bool = True) -> float:
    """Draw the legend from the top left of ``area``, in as many lines as it needs.

    Return its height; with ``paint`` off nothing is drawn.
    """
    fonts, theme = canvas.fonts, canvas.theme
    entries = _entries(picture, fonts)
    line = max([fonts.px(22), *(side + fonts.px(4) for _, _, side in entries)])
    x, y = area.left(), area.top()
    for key, text, side in entries:
        box = _key_box(canvas, key.shape, side, QPointF(x, y + line / 2))
        words = text_width(fonts, text, "caption")
        width = box.width() + fonts.px(7) + words + fonts.px(20)
        if x > area.left() and x + width - fonts.px(20) > area.right():
            x, y = area.left(), y + line
            box = _key_box(canvas, key.shape, side, QPointF(x, y + line / 2))
        if paint:
            _draw_key(canvas, key, box)
            tone = theme.disp if key.shape is Shape.SPAN else theme.ink2
            start = box.right() + fonts.px(7)
            baseline = middle(fonts, "caption", y + line / 2)
            canvas.text(QPointF(start, baseline), text, "caption", tone)
        x += width
    return y + line - area.top() if entries else 0.0


def _entries(picture: Picture, fonts: Fonts) -> list[tuple[Key, str, float]]:
    """Return the keys with their words and the height of their sign; discs of three sizes."""
    entries: list[tuple[Key, str, float]] = []
    discs = Discs.of(picture)
    for key in picture.legend:
        if key.shape is not Shape.DISC or discs is None:
            entries.append((key, key.text, float(fonts.px(10))))
            continue
        *others, top = discs.told
        told = [*((number, "") for number in others), (top, f" {key.text}")]
        entries += [
            (key, f"{format_number(number)}{words}", 2 * discs.radius(number, fonts))
            for number, words in told
        ]
    return entries


def _draw_key(canvas: Canvas, key: Key, box: QRectF) -> None:
    if key.shape is Shape.SPAN:
        y = box.center().y()
        ends = QPointF(box.left(), y), QPointF(box.right(), y)
        canvas.line(*ends, canvas.theme.disp_line, canvas.fonts.px(_SPAN))
    elif key.shape is Shape.BAR:
        draw_bar(canvas, box, key.shade)
    else:
        side = box.height()
        # The arrow of an upper bound points to the left, out of the box of the mark.
        place = QRectF(box.left(), box.top(), side, side)
        if key.shape is Shape.CEILING:
            place.moveRight(box.right())
        elif key.shape is Shape.DASH:
            place.moveCenter(box.center())
        draw_mark(canvas, place, key.shape)


def _key_box(canvas: Canvas, shape: Shape, side: float, left_middle: QPointF) -> QRectF:
    fonts = canvas.fonts
    widths = {Shape.BAR: 22, Shape.SPAN: 18, Shape.MORE: 21, Shape.FLOOR: 19, Shape.CEILING: 19,
              Shape.DASH: 17}  # fmt: skip
    width = fonts.px(widths[shape]) if shape in widths else side
    return QRectF(left_middle.x(), left_middle.y() - side / 2, width, side)


def _is_inside(one: Placed, frame: Frame) -> bool:
    """Tell whether a mark is within the part of the axis that is shown."""
    places = (one.box.left(), one.box.right()) if one.mark.shape is Shape.BAR else (
        one.centre.x(), one.centre.x())  # fmt: skip
    return places[1] >= frame.plot.left() - 1 and places[0] <= frame.plot.right() + 1


def _draw_grid(canvas: Canvas, picture: Picture, frame: Frame) -> None:
    theme, plot = canvas.theme, frame.plot
    if has_upright_grid(picture):
        for value, _ in frame.x_ticks:
            x = frame.x.at(value)
            canvas.line(QPointF(x, plot.top()), QPointF(x, plot.bottom()), theme.line)
    for value, _ in frame.y_ticks:
        y = frame.y.at(value)
        canvas.line(QPointF(plot.left(), y), QPointF(plot.right(), y), theme.line)
    canvas.line(plot.bottomLeft(), plot.bottomRight(), theme.line2)


def _draw_ticks(canvas: Canvas, picture: Picture, frame: Frame) -> None:
    fonts, theme, plot = canvas.fonts, canvas.theme, frame.plot
    if picture.x.named:
        draw_columns(canvas, frame, plot.top())
    else:
        draw_numbers(canvas, picture, frame, plot.bottom() + fonts.px(14))
    if is_tall(picture):
        draw_numbers(canvas, picture, frame, plot.top() - fonts.px(12))
    for value, text in frame.y_ticks:
        x = plot.left() - fonts.px(8) - text_width(fonts, text, "caption")
        at = QPointF(x, middle(fonts, "caption", frame.y.at(value)))
        canvas.text(at, text, "caption", theme.ink2)
    if picture.y is not None:
        at = QPointF(frame.area.left(), frame.area.top() + fonts.px(14))
        canvas.text(at, picture.y.title, "caption", theme.ink3)


def draw_columns(canvas: Canvas, frame: Frame, bottom: float) -> None:
    """Write the names of columns above ``bottom``, in as many lines as they need."""
    fonts = canvas.fonts
    for level, (value, text) in zip(frame.levels, frame.x_ticks, strict=True):
        if level == UNNAMED:
            continue
        y = bottom - fonts.px(12) - level * fonts.px(LEVEL)
        left = tick_left(frame, value, text_width(fonts, text, "caption"))
        at = QPointF(left, middle(fonts, "caption", y))
        canvas.text(at, text, "caption", canvas.theme.ink2)


def draw_numbers(canvas: Canvas, picture: Picture, frame: Frame, y: float) -> None:
    """Write the ticks of the value axis on the line whose middle is ``y``, and their unit.

    The unit stands among the names of rows; where the left side has ticks of its own, at the end.
    """
    fonts, theme, plot = canvas.fonts, canvas.theme, frame.plot
    title, baseline = picture.x.title, middle(fonts, "caption", y)
    end = frame.area.right()
    if title:
        wide = text_width(fonts, title, "caption")
        beside = plot.left() - fonts.px(NAME_GAP) - wide
        start = beside if picture.y is None else plot.right() - wide
        canvas.text(QPointF(start, baseline), title, "caption", theme.ink3)
        end = end if picture.y is None else start - fonts.px(10)
    for value, text in frame.x_ticks:
        width = text_width(fonts, text, "caption")
        left = tick_left(frame, value, width)
        if left + width <= end:
            canvas.text(QPointF(left, baseline), text, "caption", theme.ink2)


def _draw_names(canvas: Canvas, picture: Picture, frame: Frame) -> None:
    fonts, theme = canvas.fonts, canvas.theme
    role = name_role(frame.pitch, fonts)
    right = frame.plot.left() - fonts.px(NAME_GAP)
    for number, row in enumerate(picture.rows):
        baseline = middle(fonts, role, frame.y.at(number))
        if row.heading:
            low = QPointF(frame.area.left(), middle(fonts, "badge", frame.y.at(number) + 3))
            canvas.text(low, row.title, "badge", theme.ink3, halo=theme.surface)
            continue
        end = right
        if row.second:
            # The first name comes first: what is cut is the second one.
            first = text_width(fonts, row.title, role) + fonts.px(SECOND_GAP)
            room = max(end - frame.area.left() - first, (end - frame.area.left()) / 3)
            second = shortened(fonts, row.second, role, room)
            start = end - text_width(fonts, second, role)
            hung = middle_by_ink(fonts, role, frame.y.at(number), second, frame.pitch)
            canvas.text(QPointF(start, hung), second, role, theme.ink2)
            end = start - fonts.px(SECOND_GAP)
        title = shortened(fonts, row.title, role, end - frame.area.left())
        start = end - text_width(fonts, title, role)
        canvas.text(QPointF(start, baseline), title, role, theme.ink)


def _draw_spans(canvas: Canvas, picture: Picture, frame: Frame) -> None:
    for number, row in enumerate(picture.rows):
        if row.span is None:
            continue
        y = frame.y.at(number)
        low = max(frame.x.at(row.span[0]), frame.plot.left())
        high = min(frame.x.at(row.span[1]), frame.plot.right())
        if low < high:
            width = canvas.fonts.px(_SPAN)
            colour = canvas.theme.disp_line if row.differ else canvas.theme.line2
            canvas.line(
                QPointF(low, y), QPointF(high, y), colour, width if row.differ else width / 2
            )


def _draw_series(canvas: Canvas, picture: Picture, frame: Frame) -> None:
    """Draw a line through each series."""
    width = _LINE * canvas.fonts.scale / 100
    for series in picture.series:
        points = [QPointF(frame.x.at(x), frame.y.at(y)) for x, y in series.points]
        for first, second in pairwise(points):
            canvas.line(first, second, canvas.theme.ink2, width, dashed=series.dashed)


def _draw_placed(
    canvas: Canvas, one: Placed, picture: Picture, frame: Frame, placed: Sequence[Placed]
) -> None:
    mark, fonts, theme = one.mark, canvas.fonts, canvas.theme
    if mark.low is not None:
        y = one.centre.y()
        start = QPointF(max(frame.x.at(mark.low), frame.plot.left()), y)
        canvas.line(start, QPointF(one.centre.x(), y), theme.ink, 1.5)
    if mark.shape not in (Shape.BAR, Shape.DISC):
        draw_mark(canvas, one.box, mark.shape)
        return
    if mark.shape is Shape.BAR:
        draw_bar(canvas, one.box, mark.shade)
    else:
        draw_mark(canvas, one.box, mark.shape)
    number = format_number(rounded(mark.shown))
    # What stands behind the bar, or fills a square of many, is not said in it again.
    if picture.y is not None or picture.rows[int(mark.y)].note == number:
        return
    width = text_width(fonts, number, "caption")
    # A pattern must be seen on both sides of its number.
    hatched = mark.shape is Shape.BAR and is_hatched(mark.shade)
    margins = {Shape.DISC: _DISC_MARGIN, Shape.BAR: _HATCHED_MARGIN if hatched else _BAR_MARGIN}
    margin = fonts.px(margins[mark.shape])
    least = fonts.px(_DISC_LEAST if mark.shape is Shape.DISC else _BAR_LEAST)
    if one.box.width() < width + margin or one.box.height() < least:
        return
    room = QRectF(0, 0, width + fonts.px(4), one.box.height() - 2)
    room.moveCenter(one.centre)
    if mark.shape is Shape.DISC and any(
        other is not one and other.box.intersects(room) for other in placed
    ):
        return
    colour = theme.surface
    if mark.shape is Shape.BAR:
        colour = clear_ground(canvas, room, mark.shade)
    at = QPointF(one.centre.x() - width / 2, middle(fonts, "caption", one.centre.y()))
    canvas.text(at, number, "caption", colour)
