# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How each shape of mark and each shade of bar is drawn, in the plot and in the legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from terkha.charts.base import OPEN, Shape
from terkha.look import shapes
from terkha.look.theme import contrast, mix

if TYPE_CHECKING:
    from terkha.charts.canvas import Canvas

_OUTLINE = 1.5
_HALO = 1.0
_HATCH_STEP = 5.0
_DASH = 0.85
_BOUND = 1.4


@dataclass(frozen=True, slots=True)
class Shade:
    """A fill for pieces of bars: how much ink its ground has, and which lines run over it.

    ``rising`` and ``falling`` lines may both be drawn; ``upright`` ones stand alone.
    """

    ink: float
    rising: bool = False
    falling: bool = False
    upright: bool = False


SHADES: tuple[Shade, ...] = (
    Shade(0.86),
    Shade(0.36),
    Shade(0.14, rising=True),
    Shade(0.10),
    Shade(0.0, upright=True),
    Shade(0.0, rising=True, falling=True),
    Shade(0.0),
)
"""Told apart by lightness and pattern; the first ones are the darkest."""


def draw_mark(canvas: Canvas, box: QRectF, shape: Shape, colour: str = "") -> None:
    """Draw a mark to fit a box, with a rim of the ground so that neighbours stay apart."""
    theme, scale = canvas.theme, canvas.fonts.scale / 100
    ink, ground = colour or theme.ink, theme.surface
    if shape is Shape.DASH:
        middle = box.center()
        half = box.width() * _DASH
        line = (QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
        canvas.line(*line, ground, 4.5 * scale)
        canvas.line(*line, colour or theme.ink3, 2.5 * scale)
        return
    if shape is Shape.TICK:
        x = box.center().x()
        canvas.line(
            QPointF(x, box.top()), QPointF(x, box.bottom()), colour or theme.ink3, 2 * scale
        )
        return
    if shape in (Shape.FLOOR, Shape.CEILING):
        _draw_bound(canvas, box, ink, towards_more=shape is Shape.FLOOR)
        return
    if shape is Shape.DISC:
        canvas.fill(shapes.ellipse(box), mix(theme.surface, colour or theme.ink, 0.7))
        return
    outline = _outline(shape, box)
    if shape in OPEN:
        inset = _OUTLINE * scale / 2
        outline = _outline(shape, box.adjusted(inset, inset, -inset, -inset))
        canvas.stroke(outline, ground, (_OUTLINE + 2 * _HALO) * scale)
        canvas.fill(outline, ground)
        canvas.stroke(outline, ink, _OUTLINE * scale)
        if shape is Shape.MORE:
            canvas.stroke(shapes.arrow(_arrow_box(box)), ink, _OUTLINE * scale)
        return
    canvas.stroke(outline, ground, 2 * _HALO * scale)
    canvas.fill(outline, ink)


def reach(shape: Shape, box: QRectF) -> float:
    """Return how far to the right a mark extends, arrow and all."""
    if shape is Shape.MORE:
        return _arrow_box(box).right()
    return box.center().x() + box.width() * _BOUND if shape is Shape.FLOOR else box.right()


def draw_bar(canvas: Canvas, box: QRectF, shade: int) -> None:
    """Draw a piece of a bar, one pixel shorter than its length so that pieces stay apart."""
    theme, fill = canvas.theme, SHADES[shade]
    box = QRectF(box.left(), box.top(), max(box.width() - 1, 1), box.height())
    canvas.fill(shapes.square(box), mix(theme.surface, theme.ink, fill.ink))
    for line in _hatching(box, fill):
        canvas.line(line.p1(), line.p2(), theme.ink2, 0.9)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    canvas.stroke(shapes.square(inner), theme.ink2 if fill.ink < 0.8 else theme.ink, 1.0)


def clear_ground(canvas: Canvas, box: QRectF, shade: int) -> str:
    """Make room for a number on a shade, free of its lines; return the colour to write in."""
    theme = canvas.theme
    ground = mix(theme.surface, theme.ink, SHADES[shade].ink)
    if is_hatched(shade):
        canvas.fill(shapes.square(box), ground)
    return max(theme.surface, theme.ink, key=lambda colour: contrast(colour, ground))


def is_hatched(shade: int) -> bool:
    """Tell whether lines run over a shade."""
    fill = SHADES[shade]
    return fill.rising or fill.falling or fill.upright


def _outline(shape: Shape, box: QRectF) -> QPainterPath:
    if shape in (Shape.SQUARE, Shape.OPEN_SQUARE):
        inset = box.width() * 0.06
        return shapes.square(box.adjusted(inset, inset, -inset, -inset))
    if shape in (Shape.DIAMOND, Shape.MORE):
        return shapes.diamond(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    return shapes.ellipse(box)


def _arrow_box(box: QRectF) -> QRectF:
    side = box.height()
    return QRectF(box.right() + 1.5, box.top() + side * 0.25, side * 0.8, side * 0.5)


def _draw_bound(canvas: Canvas, box: QRectF, ink: str, *, towards_more: bool) -> None:
    """Draw an upright bar at the middle of the box and an arrow to where values may lie."""
    scale = canvas.fonts.scale / 100
    middle = box.center()
    side = box.height()
    top, bottom = box.top() - side * 0.1, box.bottom() + side * 0.1
    canvas.line(QPointF(middle.x(), top), QPointF(middle.x(), bottom), ink, 3 * scale)
    arrow = QPainterPath(middle)
    way = 1 if towards_more else -1
    tip = QPointF(middle.x() + way * side * _BOUND, middle.y())
    arrow.lineTo(tip)
    head = side * 0.3
    arrow.moveTo(tip.x() - way * head, tip.y() - head)
    arrow.lineTo(tip)
    arrow.lineTo(tip.x() - way * head, tip.y() + head)
    canvas.stroke(arrow, ink, _OUTLINE * scale)


def _hatching(box: QRectF, fill: Shade) -> Iterator[QLineF]:
    """Return the lines of a pattern, cut off at the edges of the box."""
    if fill.upright:
        x = box.left() + _HATCH_STEP
        while x < box.right():
            yield QLineF(x, box.top(), x, box.bottom())
            x += _HATCH_STEP
    slants = (-1,) * fill.rising + (1,) * fill.falling
    for slant in slants:
        yield from _slanted(box, slant)


def _slanted(box: QRectF, slant: int) -> Iterator[QLineF]:
    """Return lines at 45 degrees, ``slant`` 1 going down to the right and -1 up."""
    height = box.height()
    offset = -height
    while offset < box.width():
        offset += _HATCH_STEP
        first, last = max(offset, 0.0), min(offset + height, box.width())
        if first >= last:
            continue
        down, up = first - offset, last - offset
        if slant < 0:
            down, up = height - down, height - up
        yield QLineF(box.left() + first, box.top() + down, box.left() + last, box.top() + up)
