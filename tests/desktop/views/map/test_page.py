# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map page: moving, choosing, filters, links, measuring, and its table twin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from terkha.atlas.geodesy import distance
from terkha.models.roles import Role
from terkha.views.map_page import MapPage
from terkha.views.map_side import KeyRows
from terkha.views.own_points import own_tables
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.lens import parse_lens

from .conftest import NEAR_LHASA


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


def test_a_name_in_another_script_moves_nothing(page, context, qtbot):
    context.state.open(NEAR_LHASA)
    qtbot.wait(100)
    mark = mark_of(page, "mine/jiama")
    assert not mark.sites[0].second.isascii()
    size = page.canvas.size()
    QTest.mouseMove(page.canvas, mark.at.toPoint() + QPoint(30, 30))
    QTest.mouseMove(page.canvas, mark.at.toPoint())
    qtbot.wait(50)
    assert page.canvas.size() == size
    assert page.canvas.pointed_mark == mark


def test_two_fingers_zoom_as_far_as_there_is_map(page):
    canvas, at = page.canvas, QPointF(300, 300)

    def pinch(value: float) -> None:
        gesture = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(),
            2, at, at, canvas.mapToGlobal(at), value, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(canvas, gesture)

    start, place = canvas.view, canvas.view.lonlat(at)
    pinch(0.5)
    assert canvas.view.metres == pytest.approx(start.metres / 1.5)
    assert canvas.view.lonlat(at) == pytest.approx(place, abs=1e-6)
    for _ in range(4):
        pinch(-1.2)
    widest = canvas.view.metres
    assert widest > start.metres
    pinch(-1.2)
    assert canvas.view.metres == widest


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


def test_a_place_is_found_where_no_mine_is_called_so(page, context):
    page.asked.type_words("Shigatse (Samzhubzê District)")
    QTest.keyClick(page.head.words, Qt.Key.Key_Return)
    said = context.catalogue.told(["place/samzhubze"], "point")["place/samzhubze"][0]
    assert page.canvas.view.centre == pytest.approx((said.lon, said.lat), abs=1e-6)
    assert page.asked.words == ""
    name, lon, lat = page.canvas.scene.found
    assert (name, lon, lat) == ("Shigatse (Samzhubzê District)", said.lon, said.lat)
    page.asked.type_words("zabuye")
    QTest.keyClick(page.head.words, Qt.Key.Key_Return)
    assert page.canvas.scene.found is None


def test_enter_chooses_mines_of_one_point_that_no_zoom_parts(page, context):
    context.state.open("page/map?at=91.59,29.62&zoom=10")
    stack = mark_of(page, "mine/julong")
    assert stack.kind == "group"
    assert stack.is_one_point
    page.canvas.setFocus()
    while page.canvas.pointed_mark != stack:
        QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert "press Enter to select them" in page.card.text()
    view = page.canvas.view
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert context.state.selected == {one.id for one in stack.sites}
    assert page.canvas.view == view


def test_a_length_is_told_in_sight_wherever_the_way_ends(page):
    page.canvas.use("measure")
    plain = page.canvas.grab().toImage()
    right, high = page.canvas.width(), page.canvas.height()
    box = plain.copy(right - 140, 8, 130, 60)
    click(page, QPointF(200, high - 200))
    click(page, QPointF(right - 3, 3))
    assert contrast(page.canvas.grab().toImage().copy(right - 140, 8, 130, 60), box) > 100


def test_the_key_beside_the_map_follows_its_layers(page):
    signs, sizes = page.side.findChildren(KeyRows)
    assert "impact" not in signs.accessibleName()
    page.head.layer_switched.emit("impacts", True)
    assert "impact" in signs.accessibleName()
    assert sizes.isHidden()
    page.head.size_chosen.emit("elevation")
    assert not sizes.isHidden()
    assert "no figure" in sizes.accessibleName()


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
    # Qt counts letters a 64th of a pixel wider or narrower once they have been drawn, and their
    # edges are shaded otherwise then: what is compared is drawn by letters that were.
    page.canvas.grab()
    page.canvas.draw_anew()
    before = page.canvas.grab().toImage()
    page.head.own_table_switched.emit("own", True)
    assert contrast(page.canvas.grab().toImage(), before) > 40
    page.head.own_table_switched.emit("own", False)
    assert contrast(page.canvas.grab().toImage(), before) == 0


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
