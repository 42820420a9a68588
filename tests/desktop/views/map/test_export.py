# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map in files and on paper: pictures, tables of its mines, and a page of a printer."""

from __future__ import annotations

import csv
import json
import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from terkha.atlas.marks import place_marks
from terkha.atlas.paper import fitted, lies_across, paint_page, to_png
from terkha.look.fonts import Fonts
from terkha.views.map_export import sheet_of, write_map
from terkha_db.errors import KnownError
from terkha_db.lens import parse_lens

from .conftest import NEAR_LHASA


@pytest.fixture
def fonts(context) -> Fonts:
    return Fonts(context.look.fonts.families)


def written(page, context, folder, ending) -> bytes:
    file = folder / f"map{ending}"
    write_map(context, page.canvas.scene, page.record_ids(), "", file)
    return file.read_bytes()


def test_exported_marks_stand_where_they_are_on_screen(page, context, tmp_path):
    context.state.open(NEAR_LHASA)
    svg = written(page, context, tmp_path, ".svg").decode()
    body = svg[svg.index('<g id="map"') :]
    for mark in page.canvas.marks:
        if mark.kind not in ("site", "locality") or mark.outside:
            continue
        name = mark.sites[0].id.replace("/", "-")
        group = re.search(rf'<g id="{name}">(.*?)</g>', body, re.DOTALL)
        numbers = re.search(r' d="([^"]*)"', group[1])[1]
        points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", numbers)]
        xs, ys = zip(*points, strict=True)
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        assert middle == pytest.approx((mark.at.x(), mark.at.y()), abs=1.2)


def test_the_sheet_names_title_lines_and_edition(page, context, fonts, tmp_path):
    svg = written(page, context, tmp_path, ".svg").decode()
    ET.fromstring(svg)
    for words in ("Mines of the Tibetan Plateau", "Natural Earth", "Terkha, edition"):
        assert words in svg
    pdf = written(page, context, tmp_path, ".pdf")
    assert pdf.startswith(b"%PDF")
    png = QImage.fromData(written(page, context, tmp_path, ".png"))
    assert "Natural Earth" in png.text("Source")
    assert png.width() == 2 * round(sheet_of(context, page.canvas.scene, "").size(fonts).width())


def test_the_drawing_keeps_to_its_frame_in_programs_that_cut_nothing_off(page, context, tmp_path):
    drawing = QSvgRenderer(QByteArray(written(page, context, tmp_path, ".svg")))
    image = QImage(drawing.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    edge = [image.pixelColor(4, y).name() for y in range(4, image.height() - 4, 7)]
    assert set(edge) == {"#ffffff"}


def test_a_picture_is_as_wide_as_asked(page, context, fonts):
    sheet = sheet_of(context, page.canvas.scene, "")
    assert QImage.fromData(to_png(sheet, fonts, 900)).width() == 900


def test_tables_of_the_mines_have_places_and_sources(page, context, tmp_path):
    page.asked.set_query("commodity:copper")
    rows = context.catalogue.rows("mine", where="commodity:copper")
    placed = {row.id: row.values for row in rows if row.values["lat"] is not None}
    told = json.loads(written(page, context, tmp_path, ".geojson"))
    assert {feature["id"] for feature in told["features"]} == set(placed)
    kml = ET.fromstring(written(page, context, tmp_path, ".kml"))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    marks = kml.findall(".//k:Placemark", space)
    assert len(marks) == len(placed)
    for mark in marks:
        record = mark.find(".//k:Data[@name='id']/k:value", space).text
        lon, lat = map(float, mark.find(".//k:coordinates", space).text.split(","))
        assert (lon, lat) == (placed[record]["lon"], placed[record]["lat"])
        assert "citation/" in mark.find(".//k:Data[@name='sources']/k:value", space).text
    lines = list(csv.DictReader(written(page, context, tmp_path, ".csv").decode().splitlines()))
    assert len(lines) == len(rows)


def test_an_unknown_ending_is_one_sentence(page, context, tmp_path):
    with pytest.raises(KnownError, match=r"map\.gif: endings are \.png, \.svg"):
        write_map(context, page.canvas.scene, [], "", tmp_path / "map.gif")


def test_marks_of_a_file_are_those_of_the_screen(page):
    scene = page.canvas.scene
    assert [mark.at for mark in scene.marks()] == [mark.at for mark in page.canvas.marks]
    assert len(place_marks(scene.sites, scene.view)) == len(scene.marks())


def test_the_sheet_counts_the_mines_whose_marks_the_lens_leaves_hollow(page, context):
    context.catalogue.look_through(parse_lens("company"))
    page.look_anew()
    lead = sheet_of(context, page.canvas.scene, "").lead
    sites = page.canvas.scene.sites
    drawn = sum(one.is_placed and not one.outside for one in sites)
    unplaced = sum(not one.is_placed for one in sites)
    assert f"{drawn} of {len(sites)} mines have a point within the lens" in lead
    assert f"no source gives a point for {unplaced}" in lead
    assert "hollow and grey" in lead
    page.head.layer_switched.emit("outside", False)
    assert "hollow" not in sheet_of(context, page.canvas.scene, "").lead


def test_the_key_of_the_sheet_says_what_this_map_has(page, context, fonts, tmp_path):
    plain = written(page, context, tmp_path, ".svg").decode()
    assert 'aria-label="Rare elements"' in plain
    for sign in ("outside the filters", "an impact or protest is recorded", "no figure"):
        assert f'aria-label="{sign}"' not in plain
    page.asked.set_query("commodity=copper")
    page.head.layer_switched.emit("impacts", True)
    page.head.size_chosen.emit("resource_copper")
    told = written(page, context, tmp_path, ".svg").decode()
    assert 'aria-label="Rare elements"' not in told
    for sign in ("outside the filters", "an impact or protest is recorded", "no figure"):
        assert f'aria-label="{sign}"' in told


@pytest.mark.parametrize("ratio", [297 / 210, 210 / 297], ids=["upright", "across"])
def test_a_printed_map_fills_the_page_and_loses_nothing(page, context, fonts, ratio):
    sheet = sheet_of(context, page.canvas.scene, "")
    printed = fitted(sheet, fonts, ratio)
    size = printed.size(fonts)
    assert size.height() / size.width() == pytest.approx(ratio, rel=0.02)
    assert printed.scene.view.extent.adjusted(-1, -1, 1, 1).contains(sheet.scene.view.extent)


def test_a_page_with_the_map_holds_it_all(page, context, fonts, tmp_path):
    sheet = sheet_of(context, page.canvas.scene, "")
    assert lies_across(sheet, fonts) == (sheet.size(fonts).width() > sheet.size(fonts).height())
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_page(sheet, fonts, writer)
    del writer
    assert (tmp_path / "page.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_printing_asks_for_a_printer(page, context, monkeypatch):
    from PySide6.QtPrintSupport import QPrintDialog

    asked = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    page.print_page()
    assert len(asked) == 1
