# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Files of charts: positions read back, words and sources in them, faults in one sentence."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from math import log10
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPdfWriter

from terkha.charts.base import Shape
from terkha.charts.export import (
    CHART_FORMATS,
    PAPER,
    SCALE,
    orientation_of,
    paint_sheet,
    sheet_on,
    to_csv,
    to_pdf,
    to_png,
    to_svg,
    write_chart,
)
from terkha.charts.paper import WIDTH, Sheet
from terkha.charts.svg import SvgCanvas
from terkha.charts.words import short_source
from terkha.look.fonts import Fonts
from terkha_db.errors import KnownError

from .conftest import every_chart, every_family

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def svg_of(draw, look):
    """Give a chart as SVG by its id; each is written once, and nobody changes it."""
    return cache(lambda chart_id: ET.fromstring(to_svg(draw(chart_id), Fonts(look.fonts.families))))


@pytest.fixture
def svg(svg_of, chart_id) -> ET.Element:
    return svg_of(chart_id)


def extent(path: ET.Element) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of an outline, by its corners and handles."""
    numbers = [float(number) for number in NUMBER.findall(path.get("d"))]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), max(xs), min(ys), max(ys)


def group(svg: ET.Element, name: str) -> ET.Element:
    return next(each for each in svg.iter(f"{SVG}g") if each.get("id") == name)


def outline(svg: ET.Element, number: int) -> tuple[float, float, float, float]:
    """The extent of the first outline of a mark."""
    return extent(next(group(svg, f"mark-{number}").iter(f"{SVG}path")))


def gridlines(svg: ET.Element) -> list[float]:
    """Places of the upright gridlines, left to right."""
    lines = [line for line in group(svg, "axes") if line.tag == f"{SVG}line"]
    return [float(line.get("x1")) for line in lines if line.get("x1") == line.get("x2")]


def axis(svg: ET.Element) -> tuple[float, float]:
    """Where zero is and how many pixels one unit has, read from gridlines and their labels."""
    places = gridlines(svg)
    labels = [each.get("aria-label") for each in group(svg, "axes") if each.get("aria-label")]
    values = [float(label) for label in labels if NUMBER.fullmatch(label)]
    assert len(values) >= len(places) - 1 >= 2
    last = min(len(places), len(values)) - 1
    unit = (places[last] - places[0]) / (values[last] - values[0])
    return places[0] - values[0] * unit, unit


@every_chart
def test_svg_holds_every_mark_with_its_words(picture, svg):
    assert svg.tag == f"{SVG}svg"
    assert float(svg.get("width")) == WIDTH
    assert svg.findtext(f"{SVG}title") == picture.title
    assert picture.edition in svg.findtext(f"{SVG}desc")
    titles = {each.get("id"): each.findtext(f"{SVG}title") for each in svg.iter(f"{SVG}g")}
    for number, mark in enumerate(picture.marks):
        assert mark.label in titles[f"mark-{number}"]
        assert mark.text in titles[f"mark-{number}"]


@every_chart
def test_svg_needs_no_font(svg):
    assert not list(svg.iter(f"{SVG}text"))
    glyphs = {path.get("id") for path in svg.find(f"{SVG}defs")}
    used = {each.get("{http://www.w3.org/1999/xlink}href")[1:] for each in svg.iter(f"{SVG}use")}
    assert used == glyphs


@pytest.mark.parametrize("chart_id", ["copper-resources", "china-share", "eu-benchmarks"])
def test_marks_of_the_svg_stand_where_the_axis_says(picture, svg):
    zero, unit = axis(svg)
    for number, mark in enumerate(picture.marks):
        if mark.shape in (Shape.CIRCLE, Shape.SQUARE):
            left, right, _, _ = outline(svg, number)
            assert (left + right) / 2 == pytest.approx(zero + mark.shown * unit, abs=0.05)


@pytest.mark.parametrize("chart_id", ["claims-by-topic", "sites-by-commodity"])
def test_bars_of_the_svg_are_as_long_as_the_axis_says(picture, svg):
    zero, unit = axis(svg)
    for number, mark in enumerate(picture.marks):
        left, right, _, _ = outline(svg, number)
        assert left == pytest.approx(zero + mark.start * unit, abs=0.05)
        # A bar is one pixel short, so that its pieces stay apart.
        assert right == pytest.approx(max(zero + mark.x * unit - 1, left + 1), abs=0.05)


def test_logarithmic_marks_stand_where_the_axis_says(draw, svg_of):
    picture = draw("lithium-resources")
    svg = svg_of("lithium-resources")
    places = gridlines(svg)
    labels = [each.get("aria-label") for each in group(svg, "axes") if each.get("aria-label")]
    values = [float(label) for label in labels if NUMBER.fullmatch(label)]
    by_value = dict(zip(values, places, strict=False))
    decade = by_value[1] - by_value[0.1]
    assert len(by_value) > 2
    for value, place in by_value.items():
        assert place == pytest.approx(by_value[1] + decade * log10(value), abs=0.05)
    for number, mark in enumerate(picture.marks):
        if mark.shape in (Shape.CIRCLE, Shape.SQUARE):
            left, right, _, _ = outline(svg, number)
            expected = by_value[1] + decade * log10(mark.shown)
            assert (left + right) / 2 == pytest.approx(expected, abs=0.05)


def test_points_of_the_svg_stand_where_both_axes_say(draw, svg_of):
    picture = draw("rare-earths-production")
    svg = svg_of("rare-earths-production")
    lines = [line for line in group(svg, "axes") if line.tag == f"{SVG}line"]
    level = [float(line.get("y1")) for line in lines if line.get("y1") == line.get("y2")]
    labels = [each.get("aria-label") for each in group(svg, "axes") if each.get("aria-label")]
    years = {mark.x for mark in picture.marks}
    numbers = [float(label) for label in labels if NUMBER.fullmatch(label)]
    values = [number for number in numbers if number not in years]
    assert values[0] == 0
    unit = (level[0] - level[1]) / values[1]
    for number, mark in enumerate(picture.marks):
        if mark.shape in (Shape.CIRCLE, Shape.SQUARE):
            _, _, top, bottom = outline(svg, number)
            assert (top + bottom) / 2 == pytest.approx(level[0] - mark.shown * unit, abs=0.1)


def assert_title_is_written(image, scale):
    assert image.pixelColor(3, 3).name() == "#ffffff"
    rows = range(round(30 * scale), round(65 * scale), 2)
    dark = [any(image.pixelColor(x, y).lightness() < 90 for y in rows)
            for x in range(0, image.width(), round(4 * scale))]  # fmt: skip
    assert sum(dark) > 10, "the title is written"


@every_chart
def test_png_is_as_wide_as_asked_and_knows_its_sources(picture, fonts):
    image = QImage.fromData(to_png(picture, fonts, WIDTH))
    assert image.width() == WIDTH
    assert image.text("Title") == picture.title
    assert picture.edition in image.text("Software")
    assert short_source(picture.sources[0]) in image.text("Source")
    assert_title_is_written(image, 1)


@every_family
def test_png_is_twice_the_size_unless_asked(picture, fonts):
    image = QImage.fromData(to_png(picture, fonts))
    small = QImage.fromData(to_png(picture, fonts, WIDTH // 2))
    assert (image.width(), small.width()) == (WIDTH * SCALE, WIDTH // 2)
    assert image.height() == pytest.approx(small.height() * SCALE * 2, abs=2 * SCALE)
    assert_title_is_written(image, SCALE)


@pytest.mark.parametrize("chart_id", ["copper-resources", "lithium-production"])
def test_png_is_as_large_as_a_poster_if_asked(picture, fonts):
    image = QImage.fromData(to_png(picture, fonts, 3000))
    assert image.width() == 3000
    assert_title_is_written(image, 3000 / WIDTH)


@every_chart
def test_pdf_carries_its_fonts(picture, fonts):
    written = to_pdf(picture, fonts)
    assert written.startswith(b"%PDF-")
    assert written.count(b"/FontFile2") >= 2
    assert written.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("chart_id", ["sites-by-commodity"])
def test_a_printed_page_holds_the_whole_sheet(picture, fonts, tmp_path):
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_sheet(picture, fonts, writer)
    page = (tmp_path / "page.pdf").read_bytes()
    assert page.count(b"/Type /Page\n") == 1


@every_chart
def test_a_printed_sheet_fills_the_width_and_leaves_no_more_empty_than_it_must(picture, fonts):
    canvas = SvgCanvas(QSizeF(), PAPER, fonts)
    plain = Sheet(picture, fonts).size(canvas)
    for way, ratio in (("upright", 297 / 210), ("across", 210 / 297)):
        printed = sheet_on(picture, fonts, ratio).size(canvas)
        assert printed.width() >= WIDTH, way
        assert printed.height() <= printed.width() * ratio * 1.02, way
        assert printed.height() >= min(plain.height(), printed.width() * ratio * 0.95), way
        if picture.y is not None and ratio < 1:
            assert printed.height() == pytest.approx(printed.width() * ratio, rel=0.02), way


def test_a_page_lies_as_its_chart_does(draw, fonts):
    way = QPageLayout.Orientation
    assert orientation_of(draw("timeline"), fonts) == way.Portrait
    assert orientation_of(draw("copper-reserves"), fonts) == way.Landscape


@every_chart
def test_csv_has_a_source_and_a_place_for_every_number(picture, catalogue, fonts):
    rows = list(csv.DictReader(io.StringIO(to_csv(picture, fonts).decode())))
    assert len(rows) == len(picture.numbers)
    for row, mark in zip(rows, picture.numbers, strict=True):
        keys = row["Sources"].split()
        assert keys == [source.id for source in mark.sources]
        assert all(catalogue.exists(key) for key in keys)
        assert row["What"] == mark.label
        assert row["Terkha edition"] == picture.edition
        if mark.statement and mark.statement.value is not None:
            assert float(row["Value"]) == mark.statement.value
            assert row["Unit"] == mark.statement.unit
        for cite in mark.cites:
            assert cite.locator in row["Places in the sources"]
        if mark in picture.apart:
            assert row["Shown in the chart"] == ""
        else:
            assert float(row["Shown in the chart"]) == mark.shown
            assert len(row["Shown in the chart"]) <= 14, "no dust behind the digits"


@pytest.mark.parametrize("kind", CHART_FORMATS, ids=lambda kind: kind.extension)
def test_a_file_is_written_in_the_format_of_its_ending(kind, catalogue, look, tmp_path):
    file = tmp_path / f"chart{kind.extension.upper()}"
    write_chart(catalogue, look, "copper-resources", file)
    assert file.stat().st_size > 1000


def test_a_dark_screen_does_not_darken_the_file(catalogue, look, tmp_path):
    first, second = tmp_path / "light.svg", tmp_path / "dark.svg"
    look.choose(appearance="light", text_scale=100)
    write_chart(catalogue, look, "claims-by-topic", first)
    look.choose(appearance="dark", text_scale=150)
    write_chart(catalogue, look, "claims-by-topic", second)
    look.choose(appearance="light", text_scale=100)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("chart_id", "name", "words"),
    [
        ("copper-resources", "chart.bmp", r"\.png, \.svg, \.pdf, \.csv"),
        ("copper-resources", "chart", "cannot be written"),
        ("no-such-chart", "chart.png", "There is no chart"),
        ("copper-resources", "missing/chart.csv", "choose another place"),
    ],
)
def test_faults_are_told_in_one_sentence(chart_id, name, words, catalogue, look, tmp_path):
    with pytest.raises(KnownError, match=words) as told:
        write_chart(catalogue, look, chart_id, tmp_path / name)
    assert "\n" not in str(told.value)
