# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""No word of a chart meets another, a mark or a line, or leaves the picture: by its ink."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations, product

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from terkha.charts.base import Axis, Key, Mark, Picture, Series, Shape
from terkha.charts.canvas import text_runs
from terkha.charts.draw import draw_plot
from terkha.charts.export import PAPER
from terkha.charts.frame import frame_of, natural_height
from terkha.charts.paper import Sheet
from terkha.look.fonts import Fonts
from terkha.look.shapes import ellipse

from .conftest import every_chart

# Less than half a pixel is the rounding of letters, not a collision.
_DUST = 0.5
_LEAST_MARGIN = 24
WIDTHS = (640, 1130)


@dataclass
class Ink:
    """A canvas that keeps where ink would be: of words, of marks and of lines through marks."""

    fonts: Fonts
    theme = PAPER
    words: list[tuple[str, str, QRectF]] = field(default_factory=list)
    """The group that words stand in, the words, and the rectangle that their letters fill."""
    marks: list[tuple[str, QRectF]] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    grid: list[QLineF] = field(default_factory=list)
    rings: list[QRectF] = field(default_factory=list)
    grounds: list[QRectF] = field(default_factory=list)
    """What was made free of the grid for the words upon it."""
    cleared: list[QRectF] = field(default_factory=list)
    """The same, and letters with a halo."""
    _groups: list[str] = field(default_factory=list)

    def line(self, start, end, _colour, width=1.0, *, dashed=False):
        if self._mark:
            level = start.y() == end.y()
            wide, high = (0, width / 2) if level else (width / 2, 0)
            box = QRectF(start, end).normalized().adjusted(-wide, -high, wide, high)
            self.marks.append((self._mark, box))
        elif self._groups[-1:] == ["lines"]:
            self.lines.append(QLineF(start, end))
        elif self._groups[-1:] == ["axes"]:
            self.grid.append(QLineF(start, end))

    def fill(self, path: QPainterPath, _colour):
        if self._mark:
            self.marks.append((self._mark, path.boundingRect()))
        elif not self._groups:
            self.grounds.append(path.boundingRect())
            self.cleared.append(path.boundingRect())

    def stroke(self, path: QPainterPath, colour, width, *, dashes=None):
        if self._groups[-1:] == ["rings"]:
            self.rings.append(path.boundingRect().adjusted(-0.5, -0.5, 0.5, 0.5))
        # A rim of the ground keeps neighbours apart; it is no ink.
        if self._mark and colour != self.theme.surface:
            half = width / 2
            self.marks.append((self._mark, path.boundingRect().adjusted(-half, -half, half, half)))

    def text(self, baseline: QPointF, text, role, _colour, *, halo=""):
        x, box = baseline.x(), QRectF()
        for piece, font in text_runs(self.fonts, text, role):
            metrics = QFontMetricsF(font)
            box = box.united(metrics.tightBoundingRect(piece).translated(x, baseline.y()))
            x += metrics.horizontalAdvance(piece)
        self.words.append((self._mark, text, box))
        if halo:
            self.cleared.append(box)

    @contextmanager
    def group(self, name, title="") -> Iterator[None]:
        self._groups.append(name)
        yield
        self._groups.pop()

    @property
    def _mark(self) -> str:
        return next((name for name in self._groups if name.startswith("mark-")), "")

    def faults(self, area: QRectF) -> list[str]:
        """Return what meets what, and which words leave ``area``, in words."""
        found = [
            f"“{one}” covers “{other}”"
            for (_, one, box), (_, other, taken) in combinations(self.words, 2)
            if _meet(box, taken)
        ]
        for mark, text, box in self.words:
            inner = box.adjusted(_DUST, _DUST, -_DUST, -_DUST)
            if not area.contains(inner):
                found.append(f"“{text}” leaves the picture")
            # The number of a bar or disc stands in it.
            found += [f"“{text}” covers {m}" for m, taken in self.marks if m != mark
                      and _meet(box, taken)]  # fmt: skip
            found += [f"“{text}” is crossed by a line" for line in self.lines
                      if _crosses(inner, line)]  # fmt: skip
        return found

    def touching(self) -> list[str]:
        """Return which words touch a ring around a mark, or a line of the grid that is seen."""
        words = [(text, box) for mark, text, box in self.words if not mark]
        found = [f"“{text}” touches a ring" for text, box in words for ring in self.rings
                 if _meet(box, ring)]  # fmt: skip
        for text, box in words:
            ground = any(cleared.contains(box) for cleared in self.cleared)
            if not ground and any(_crosses(box, line) for line in self.grid):
                found.append(f"“{text}” stands on the grid")
        axis = max((line.y1() for line in self.grid), default=0.0)
        found += [f"the axis has a gap at {ground.left():.0f}" for ground in self.grounds
                  if ground.top() < axis < ground.bottom()]  # fmt: skip
        return found


def _meet(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > _DUST and shared.height() > _DUST


def _crosses(box: QRectF, line: QLineF) -> bool:
    """Tell whether a line runs through a rectangle, by points a third of a pixel apart."""
    # Most lines are far from most words.
    if not QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1).intersects(box):
        return False
    steps = max(1, round(line.length() * 3))
    return any(box.contains(line.pointAt(step / steps)) for step in range(steps + 1))


def both_scales(picture: Picture) -> list[Picture]:
    return [picture, picture.turned(log=not picture.log)] if picture.turns else [picture]


def ink_of_screen(picture: Picture, fonts: Fonts, width: float) -> tuple[Ink, QRectF]:
    """Return the ink of a plot as wide as given, in lengths of normal text, and its area."""
    area = QRectF(6, 0, width * fonts.scale / 100, natural_height(picture, fonts))
    ink = Ink(fonts)
    draw_plot(ink, picture, frame_of(picture, area, fonts))
    return ink, area.adjusted(-6, 0, 6, 0)


@every_chart
def test_on_screen_no_word_meets_another_or_a_mark_or_a_line(picture, fonts):
    for drawn, width in product(both_scales(picture), WIDTHS):
        ink, area = ink_of_screen(drawn, fonts, width)
        assert ink.faults(area) == [], f"width {width}, logarithmic {drawn.log}"


@every_chart
def test_no_word_touches_a_ring_or_the_grid(picture, fonts):
    for drawn, width in product(both_scales(picture), WIDTHS):
        ink, _ = ink_of_screen(drawn.ringed(frozenset(drawn.records)), fonts, width)
        assert ink.rings
        assert ink.touching() == [], f"width {width}, logarithmic {drawn.log}"


@every_chart
def test_nor_with_larger_text(picture, look):
    ink, area = ink_of_screen(picture, Fonts(look.fonts.families, 150), 800)
    assert ink.faults(area) == []


@every_chart
def test_nor_on_the_sheet_that_files_and_print_show(picture, fonts):
    """Every format draws this sheet; PNG and PDF scale it, so what is apart stays apart."""
    for drawn in both_scales(picture):
        sheet, ink = Sheet(drawn, fonts), Ink(fonts)
        size = sheet.size(ink)
        sheet.draw(ink)
        margin = _LEAST_MARGIN
        page = QRectF(0, 0, size.width(), size.height()).adjusted(margin, margin, -margin, -margin)
        assert ink.faults(page) == []


def _point(number: int, x: float, y: float) -> Mark:
    return Mark(f"Mine {number}", "1", y, x, y, Shape.CIRCLE, "reserve", "mine/julong",
                caption=f"Mine {number} 1,000", series=number)  # fmt: skip


def test_lines_that_end_together_have_their_names_below_each_other(fonts):
    points = ((2020.0, 4.0), (2024.0, 9.0))
    marks = tuple(_point(n, x, y) for n in range(3) for x, y in points)
    picture = Picture("x", "T", "L.", Axis(2020, 2024, plain=True, whole=True), marks,
                      y=Axis(0, 9, "tonnes"), keys=(Key(Shape.CIRCLE, "one"),),
                      series=tuple(Series(name, points) for name in ("World", "China", "India")),
                      summary="s", edition="e")  # fmt: skip
    ink, area = ink_of_screen(picture, fonts, 900)
    tops = {text: box.top() for _, text, box in ink.words}
    assert tops["World"] < tops["China"] < tops["India"]
    assert ink.faults(area) == []


def test_faults_are_seen(fonts):
    """The measure itself: what does meet is told."""
    ink = Ink(fonts)
    ink.text(QPointF(10, 20), "Julong 巨龙", "caption", "#000000")
    ink.text(QPointF(14, 22), "ཀྲུང", "caption", "#000000")
    with ink.group("mark-0"):
        ink.line(QPointF(0, 18), QPointF(40, 18), "#000000", 3.0)
    with ink.group("lines"):
        ink.line(QPointF(0, 10), QPointF(60, 24), "#000000")
    with ink.group("axes"):
        ink.line(QPointF(0, 17), QPointF(60, 17), "#000000")
    with ink.group("rings"):
        ink.stroke(ellipse(QRectF(8, 10, 12, 12)), "#000000", 1.0)
    faults = [*ink.faults(QRectF(0, 0, 30, 30)), *ink.touching()]
    for told in ("covers “ཀྲུང”", "covers mark-0", "crossed by a line", "leaves the picture",
                 "touches a ring", "stands on the grid"):  # fmt: skip
        assert any(told in fault for fault in faults), told
