# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Nothing is clipped and nothing covers another, at any width and text size."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF

from terkha.charts.base import Shape
from terkha.charts.canvas import shortened, text_width, wrapped
from terkha.charts.captions import place_words
from terkha.charts.frame import (
    NAME_GAP,
    SECOND_GAP,
    frame_of,
    name_role,
    natural_height,
    note_text,
)
from terkha.charts.place import mark_at, place_marks
from terkha.charts.shapes import reach
from terkha.look.fonts import Fonts

from .conftest import every_chart

WIDTHS = (680, 1000, 1600)
SCALES = (100, 150, 200)


def laid_out(picture, fonts, width, *, roomy=False):
    height = natural_height(picture, fonts, roomy=roomy)
    area = QRectF(10, 20, width * fonts.scale / 100, height)
    return frame_of(picture, area, fonts)


@pytest.fixture
def sizes(picture, look):
    """Give fonts and frame of a chart at each text size and width, and which they are."""

    def run(widths=WIDTHS):
        for scale, width in product(SCALES, widths):
            fonts = Fonts(look.fonts.families, scale)
            yield fonts, laid_out(picture, fonts, width), f"width {width}, text {scale} %"

    return run


@every_chart
def test_marks_and_ticks_are_within_the_plot(picture, sizes):
    for fonts, frame, size in sizes():
        plot = frame.plot
        assert frame.area.contains(plot), size
        for one in place_marks(picture, frame, fonts):
            assert plot.left() - 0.01 <= one.centre.x() <= plot.right(), size
            assert plot.top() <= one.centre.y() <= plot.bottom() + 0.01, size
        places = [frame.x.at(value) for value, _ in frame.x_ticks]
        assert len(places) >= 2, size
        assert places == sorted(places), size
        assert all(plot.left() <= place <= plot.right() for place in places), size


@every_chart
def test_names_have_their_room(picture, sizes):
    if picture.y is not None:
        return
    for fonts, frame, size in sizes():
        room = frame.plot.left() - frame.area.left() - fonts.px(NAME_GAP)
        role = name_role(frame.pitch, fonts)
        widest = max(
            text_width(fonts, row.title, role)
            + (text_width(fonts, row.second, role) + fonts.px(SECOND_GAP) if row.second else 0)
            for row in picture.rows
        )
        # Beyond a third of the width names are cut, and the marks tell them in full.
        assert widest <= room + 0.01 or room >= frame.area.width() * 0.33, size


@every_chart
def test_what_stands_behind_the_marks_fits(picture, sizes):
    for fonts, frame, size in sizes((1000, 1600)):
        placed = place_marks(picture, frame, fonts)
        for number, row in enumerate(picture.rows):
            ends = [reach(one.mark.shape, one.box) for one in placed if one.mark.y == number]
            if ends and row.note:
                end = max(ends) + text_width(fonts, note_text(row), "badge")
                assert end < frame.area.right(), (row.title, size)


@every_chart
def test_bars_begin_at_the_edge_and_follow_one_another(picture, fonts):
    frame = laid_out(picture, fonts, 1000)
    bars = [one for one in place_marks(picture, frame, fonts) if one.mark.shape is Shape.BAR]
    for one in bars:
        if one.mark.start == 0:
            assert one.box.left() == pytest.approx(frame.plot.left())
        length = frame.x.at(one.mark.shown) - frame.x.at(0)
        assert one.box.width() == pytest.approx(length)


@every_chart
def test_no_mark_hides_another_of_its_row(picture, fonts):
    frame = laid_out(picture, fonts, 1000)
    placed = place_marks(picture, frame, fonts)
    for first, second in combinations(placed, 2):
        shapes = {first.mark.shape, second.mark.shape}
        if first.mark.y == second.mark.y and not shapes & {Shape.TICK, Shape.DASH, Shape.BAR}:
            apart = first.centre - second.centre
            assert abs(apart.x()) + abs(apart.y()) >= 5, (first.mark.label, first.mark.text)


@every_chart
def test_every_mark_can_be_pointed_at(picture, fonts):
    frame = laid_out(picture, fonts, 1000)
    placed = place_marks(picture, frame, fonts)
    for one in placed:
        found = mark_at(placed, one.centre, 10)
        assert found is not None
        assert found.centre == one.centre
    assert mark_at(placed, frame.area.topLeft() - frame.plot.center(), 10) is None


@every_chart
def test_captions_cover_neither_marks_nor_one_another(picture, sizes):
    for fonts, frame, size in sizes():
        placed = place_marks(picture, frame, fonts)
        captions = place_words(picture, frame, placed, fonts)
        for first, second in combinations(captions, 2):
            assert not first.box.intersects(second.box), (first.text, second.text, size)
        for caption in captions:
            assert frame.area.contains(caption.box), (caption.text, size)
            over = any(caption.box.intersects(one.box) for one in placed)
            assert not over, (caption.text, size)


@pytest.mark.parametrize("chart_id", ["lithium-production", "copper-production"])
def test_at_its_usual_size_every_point_has_its_caption(picture, fonts):
    frame = laid_out(picture, fonts, 1000, roomy=True)
    placed = place_marks(picture, frame, fonts)
    captions = place_words(picture, frame, placed, fonts)
    assert {caption.text for caption in captions} >= {mark.caption for mark in picture.marks}


def test_lines_of_a_paragraph_fit(fonts):
    text = "Every published resource and reserve of copper by deposit 巨龙铜矿, and how far."
    lines = wrapped(fonts, text, "body", 200)
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(text_width(fonts, line, "body") <= 200 for line in lines)


def test_a_name_that_is_too_long_is_cut_with_a_sign(fonts):
    cut = shortened(fonts, "Nalenggele River West", "body", 80)
    assert cut.endswith("…")
    assert text_width(fonts, cut, "body") <= 80
    assert shortened(fonts, "Julong", "body", 80) == "Julong"


@pytest.mark.parametrize("chart_id", ["cobalt-production", "cobalt-reserves"])
def test_the_name_of_a_line_that_lies_on_the_axis_stands_above_it(picture, fonts):
    frame = laid_out(picture, fonts, 1000, roomy=True)
    placed = place_marks(picture, frame, fonts)
    names = {series.title for series in picture.series}
    written = [one.box for one in place_words(picture, frame, placed, fonts) if one.text in names]
    assert len(written) == len(names)
    assert all(box.bottom() <= frame.plot.bottom() for box in written)


@pytest.mark.parametrize("chart_id", ["claims-by-source", "works-by-kind"])
def test_sums_of_rows_of_discs_stand_below_one_another_beyond_all_discs(picture, fonts):
    frame = frame_of(picture, QRectF(0, 0, 1048, natural_height(picture, fonts)), fonts)
    placed = place_marks(picture, frame, fonts)
    notes = {row.note for row in picture.rows}
    sums = [one.box for one in place_words(picture, frame, placed, fonts) if one.text in notes]
    assert len(sums) == len(picture.rows)
    assert len({round(box.left()) for box in sums}) == 1
    assert sums[0].left() > max(one.box.right() for one in placed)
