# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map page: moving, choosing, filters, links, measuring, its table twin and its exports."""

from __future__ import annotations

import csv
import json
import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from terkha.atlas.geodesy import distance
from terkha.atlas.marks import place_marks
from terkha.atlas.paper import to_png
from terkha.models.roles import Role
from terkha.views.map_export import sheet_of, write_map
from terkha.views.map_page import MapPage
from terkha.views.own_points import own_tables
from terkha_db.errors import KnownError
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.lens import parse_lens

NEAR_LHASA = "page/map?at=91.4000,29.6000&zoom=8.5"


@pytest.fixture
def page(window, context) -> MapPage:
    window.resize(1440, 900)
    context.state.open("page/map")
    shown = window.page()
    assert isinstance(shown, MapPage)
    return shown


def contrast(one: QImage, other: QImage) -> int:
    """Return by how much the two pictures differ where they differ most, of 255."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


def mark_of(page: MapPage, record: str):
    return next(mark for mark in page.canvas.marks if record in {one.id for one in mark.sites})


def click(page: MapPage, at: QPointF, keys=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, keys, at.toPoint())


def drag(page: MapPage, start: QPoint, end: QPoint, keys=Qt.KeyboardModifier.NoModifier):
    canvas = page.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, keys, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * part)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, end)


def test_says_what_is_drawn_and_what_is_only_listed(page, context):
    rows = context.catalogue.rows("mine")
    placed = sum(row.values["lat"] is not None for row in rows)
    listed = len(rows) - placed
    assert page.head.text() == f"{placed} of {len(rows)} mines drawn, {listed} listed at the right"
    top = page.side.list.topLevelItem(0)
    assert str(listed) in top.text(0)
    assert sum(top.child(at).childCount() for at in range(top.childCount())) == listed


def test_one_that_is_not_placed_opens_from_the_list(page, context):
    item = page.side.list.topLevelItem(0).child(0).child(0)
    page.side.list.itemActivated.emit(item, 0)
    assert context.state.link.startswith("mine/")


def test_the_ground_follows_the_mouse(page, context):
    before = page.canvas.view.lonlat(QPointF(300, 300))
    drag(page, QPoint(300, 300), QPoint(420, 250))
    assert page.canvas.view.lonlat(QPointF(420, 250)) == pytest.approx(before, abs=1e-6)
    assert context.state.link.startswith("page/map?at=")


def test_keys_move_and_zoom(page):
    canvas = page.canvas
    canvas.setFocus()
    start = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.metres == pytest.approx(start.metres / 1.5)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x > start.x
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.view.y > start.y
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view == start


def test_tab_goes_through_the_mines_and_enter_opens(page, context):
    context.state.open(NEAR_LHASA)
    canvas = page.canvas
    canvas.setFocus()
    ordered = canvas.in_reading_order()
    assert len(ordered) > 5
    seen = []
    for _ in ordered:
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        seen.append(canvas.pointed_mark)
    assert seen == ordered
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert canvas.pointed_mark == ordered[-2]
    assert page.card.isVisible()
    while len(canvas.pointed_mark.sites) > 1:
        QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    record = canvas.pointed_mark.sites[0].id
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert context.state.link == record


def test_hovering_tells_precision_and_who_says_so(page, context):
    context.state.open("page/map?at=84.0531,31.3722&zoom=8.0")
    mark = mark_of(page, "mine/zabuye")
    QTest.mouseMove(page.canvas, mark.at.toPoint() + QPoint(30, 30))
    QTest.mouseMove(page.canvas, mark.at.toPoint())
    assert page.canvas.pointed_mark == mark
    assert "Point: site, says Mindat" in page.card.text()
    assert "soda lake without outlet" in page.card.text()


def test_a_click_selects_on_the_map_in_the_list_and_in_the_table(page, context):
    context.state.open(NEAR_LHASA)
    click(page, mark_of(page, "mine/jiama").at)
    assert context.state.selected == {"mine/jiama"}
    assert page.record_ids() == ["mine/jiama"]
    assert page.side.list.topLevelItem(0).child(0).text(0) == "Jiama"
    (row,) = page.table.selectionModel().selectedRows()
    assert row.data(Role.RECORD_ID) == "mine/jiama"
    page.table.selectRow(page.model.row_of("mine/zabuye"))
    assert context.state.selected == {"mine/zabuye"}
    assert page.canvas.scene.chosen == {"mine/zabuye"}


def test_a_box_selects_what_is_in_it_and_shows_it_in_the_table(page, context):
    context.state.open(NEAR_LHASA)
    rect = page.canvas.rect().adjusted(100, 100, -100, -100)
    within = {
        one.id
        for mark in page.canvas.marks
        if QPointF(rect.topLeft()).x() < mark.at.x() < rect.right()
        and rect.top() < mark.at.y() < rect.bottom()
        for one in mark.sites
    }
    drag(page, rect.topLeft(), rect.bottomRight(), Qt.KeyboardModifier.ShiftModifier)
    assert context.state.selected == within
    assert len(within) > 4
    page.side.show_in_table.click()
    assert context.state.link == "page/mines"
    assert context.state.kept("mine") == within


def test_a_line_drawn_around_selects_too(page, context):
    context.state.open(NEAR_LHASA)
    mark = mark_of(page, "mine/jiama")
    page.canvas.use("lasso")
    canvas, at = page.canvas, mark.at.toPoint()
    corners = [at + QPoint(x, y) for x, y in ((-12, -12), (14, -12), (14, 12), (-12, 12))]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(canvas, corner)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=corners[-1])
    assert "mine/jiama" in context.state.selected


def test_filters_leave_others_hollow(page, context):
    page.asked.set_query("commodity:copper")
    copper = {row.id for row in context.catalogue.rows("mine", where="commodity:copper")}
    everything = {row.id for row in context.catalogue.rows("mine")}
    assert page.canvas.scene.outside == everything - copper
    assert "mines within the filters drawn" in page.head.text()
    assert "where=commodity" in context.state.link


def test_a_facet_filters(page):
    page.begin_filtering()
    page.side.facets.pressed_value.emit("status", "operating")
    assert page.asked.where == "status=operating"
    assert "mine/julong" not in page.canvas.scene.outside


def test_words_find_a_mine_and_show_it(page, context):
    page.head.words.setText("zabuye")
    page.asked.type_words("zabuye")
    QTest.keyClick(page.head.words, Qt.Key.Key_Return)
    lon, lat = page.canvas.view.centre
    assert (lon, lat) == pytest.approx((84.05, 31.37), abs=0.5)


def test_under_a_lens_points_of_others_are_outside(page, context):
    context.catalogue.look_through(parse_lens("company"))
    page.look_anew()
    inside = [one for one in page.canvas.scene.sites if one.id not in page.canvas.scene.outside]
    assert "mine/julong" in page.canvas.scene.outside
    assert all(cite.source.kind == "company" for one in inside for cite in one.cites)
    drawn, total = sum(one.is_placed for one in inside), len(page.canvas.scene.sites)
    assert page.head.text() == f"{drawn} of {total} mines have a point within the lens"


def test_a_link_brings_back_place_filters_layers_and_selection(page, context):
    link = NEAR_LHASA + "&where=commodity%3Acopper&off=graticule&size=elevation&sel=mine/jiama"
    context.state.open(link)
    assert page.link() == link
    context.state.open("page/map")
    context.state.select([])
    assert page.link() == "page/map"


def test_layers_are_switched_and_kept_in_the_link(page, context):
    page.head.layer_switched.emit("basins", True)
    assert "basins" not in page.canvas.scene.off
    assert context.state.link == "page/map?off=impacts"
    page.head.size_chosen.emit("resource_copper")
    assert "size=resource_copper" in context.state.link


def test_a_measured_way_is_as_long_as_on_the_ellipsoid(page, qtbot):
    page.canvas.use("measure")
    ends = [QPointF(200, 300), QPointF(520, 340)]
    with qtbot.waitSignals([page.canvas.measured] * 2):
        for end in ends:
            click(page, end)
    places = [page.canvas.view.lonlat(end) for end in ends]
    assert page.canvas.way.length == pytest.approx(distance(*places[0], *places[1]), rel=1e-9)
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert page.canvas.tool == ""


def test_the_table_twin_tells_points_and_precision(page, context):
    page.show_table(on=True)
    row = page.model.row_of("mine/julong")
    cells = {
        page.model.fields[at].id: page.model.index(row, at).data()
        for at in range(page.model.columnCount())
    }
    assert (cells["lat"], cells["lon"]) == ("29.6251", "91.5938")
    assert cells["precision"].lower() == "site"
    assert page.table.accessibleName() == "Mines of the map with coordinates and precision"
    assert page.panes()[1] is page.table


def test_the_drawn_map_stays_while_it_is_pushed(page):
    page.canvas.grab()
    canvas = page.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    before = canvas.grab().toImage().copy(400, 400, 50, 50)
    QTest.mouseMove(canvas, QPoint(340, 300))
    assert canvas.grab().toImage().copy(440, 400, 50, 50) == before
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 300))


# Export


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


def test_the_sheet_names_title_lines_and_edition(page, context, tmp_path):
    svg = written(page, context, tmp_path, ".svg").decode()
    ET.fromstring(svg)
    for words in ("Mines of the Tibetan Plateau", "Natural Earth", "Terkha, edition"):
        assert words in svg
    pdf = written(page, context, tmp_path, ".pdf")
    assert pdf.startswith(b"%PDF")
    png = QImage.fromData(written(page, context, tmp_path, ".png"))
    assert "Natural Earth" in png.text("Source")
    assert png.width() == 2 * round(
        sheet_of(context, page.canvas.scene, "").size(_fonts(context)).width()
    )


def _fonts(context):
    from terkha.look.fonts import Fonts

    return Fonts(context.look.fonts.families)


def test_the_drawing_keeps_to_its_frame_in_programs_that_cut_nothing_off(page, context, tmp_path):
    drawing = QSvgRenderer(QByteArray(written(page, context, tmp_path, ".svg")))
    image = QImage(drawing.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    edge = [image.pixelColor(4, y).name() for y in range(4, image.height() - 4, 7)]
    assert set(edge) == {"#ffffff"}


def test_a_picture_is_as_wide_as_asked(page, context):
    sheet = sheet_of(context, page.canvas.scene, "")
    assert QImage.fromData(to_png(sheet, _fonts(context), 900)).width() == 900


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


def test_a_place_is_found_where_no_mine_is_called_so(page, context):
    page.asked.type_words("Shigatse (Samzhubzê District)")
    QTest.keyClick(page.head.words, Qt.Key.Key_Return)
    said = context.catalogue.told(["place/samzhubze"], "point")["place/samzhubze"][0]
    assert page.canvas.view.centre == pytest.approx((said.lon, said.lat), abs=1e-6)
    assert page.asked.words == ""


def test_the_table_of_mines_leads_to_the_map_with_its_filters(window, context):
    context.state.open("page/mines?where=commodity%3Acopper")
    next(each for each in window.page().findChildren(QPushButton) if each.text() == "Map").click()
    assert context.state.link == "page/map?where=commodity%3Acopper"
    assert "mine/zabuye" in window.page().canvas.scene.outside


def test_the_readers_own_tables_are_drawn_as_points(page, context, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon\nOne,30.0,91.0\nTwo,31.0,92.0\nThree,,\n", encoding="utf-8")
    shelf = Shelf(context.paths.collections)
    load(table, guess_mapping(table), shelf.target("own"), variants={})
    assert [name for _, name in own_tables(context)] == ["own"]
    before = page.canvas.grab().toImage()
    page.head.own_table_switched.emit("own", True)
    assert contrast(page.canvas.grab().toImage(), before) > 40
    page.head.own_table_switched.emit("own", False)
    # Soft edges may come out a shade lighter or darker when they are drawn anew.
    assert contrast(page.canvas.grab().toImage(), before) <= 4


def test_where_there_is_no_room_the_lists_are_a_drawer(window, page, context):
    context.look.choose(text_scale=150)
    window.resize(1100, 800)
    assert page.side.isHidden()
    page.head.drawer.click()
    assert page.side.isVisible()
    context.look.choose(text_scale=100)
    window.resize(1440, 900)
    assert page.head.drawer.isHidden()
    assert page.side.isVisible()
