# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What an editor would ask of the charts: order, lines that deny nothing, notes that end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF

from terkha.charts.base import Shape
from terkha.charts.captions import _is_level, place_words
from terkha.charts.draw import draw_plot
from terkha.charts.frame import frame_of, is_tall, natural_height
from terkha.charts.place import place_marks
from terkha.charts.svg import SvgCanvas
from terkha.charts.words import listed

from .conftest import CHART_IDS, every_chart


@pytest.mark.parametrize("chart_id", [one for one in CHART_IDS if one.endswith("-mines")])
def test_no_line_passes_by_a_figure_of_its_mine(picture):
    produced = [mark for mark in picture.marks if mark.shape is Shape.CIRCLE]
    for series in picture.series:
        mine = next(m.label for m in produced if (m.x, m.y) == series.points[0])
        for (first, _), (last, _) in pairwise(series.points):
            assert not [m for m in produced if m.label == mine and first < m.x < last]


@every_chart
def test_no_note_lists_without_end(picture):
    for note in picture.notes:
        assert note.count("; ") <= 6


def test_a_long_list_says_how_much_is_left():
    words = [str(number) for number in range(9)]
    assert listed(words[:6]) == "0; 1; 2; 3; 4; 5"
    assert listed(words) == "0; 1; 2; 3; 4; and 4 more, which the table lists"


@pytest.mark.parametrize("chart_id", ["eu-benchmarks"])
def test_shares_of_suppliers_stand_by_size(picture):
    highest = {}
    for mark in picture.marks:
        highest[mark.y] = max(mark.x, highest.get(mark.y, 0))
    heads = [number for number, row in enumerate(picture.rows) if row.heading]
    for head, following in pairwise((*heads[1:], len(picture.rows))):
        shares = [highest[row] for row in range(head + 1, following)]
        assert shares == sorted(shares, reverse=True)


@every_chart
def test_every_line_of_the_axis_has_its_number_and_the_unit_is_there(picture, fonts):
    canvas, frame = drawn(picture, fonts)
    words = canvas.written
    if not picture.x.named and picture.y is None:
        for _, text in frame.x_ticks:
            assert words.count(text) >= 1 + is_tall(picture)
        assert picture.x.title in ("", *words)


@every_chart
def test_a_caption_stands_on_the_line_of_no_other_mark(picture, fonts):
    if picture.y is None:
        return
    area = QRectF(0, 0, 980, 560)
    frame = frame_of(picture, area, fonts)
    placed = place_marks(picture, frame, fonts)
    for words in place_words(picture, frame, placed, fonts):
        owners = [one for one in placed if one.mark.caption == words.text]
        if not owners or any(_is_level(words.box, one) for one in owners):
            continue
        near = words.box.adjusted(-11, 0, 11, 0)
        assert not [
            one.mark.label
            for one in placed
            if one not in owners and _is_level(words.box, one) and near.intersects(one.box)
        ]


class _Words(SvgCanvas):
    """Keeps what is written."""

    def __init__(self, size, theme, fonts):
        super().__init__(size, theme, fonts)
        self.written: list[str] = []

    def text(self, baseline, text, role, colour, *, halo=""):
        self.written.append(text)
        super().text(baseline, text, role, colour, halo=halo)


def drawn(picture, fonts):
    """Draw a picture as the page shows it; return the canvas and the frame."""
    from terkha.charts.export import PAPER

    high = max(500.0, natural_height(picture, fonts))
    frame = frame_of(picture, QRectF(0, 0, 980, high), fonts)
    canvas = _Words(QSizeF(980, high), PAPER, fonts)
    draw_plot(canvas, picture, frame)
    return canvas, frame
