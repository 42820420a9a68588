# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The small map: precision is drawn, what is not known is said, and it leads to the large map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from terkha.views.locator_map import LocatorMap, MapPicture


@pytest.fixture
def small(qtbot, context):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 500)
    made = LocatorMap(context, page)
    made.setGeometry(10, 10, 300, 220)
    page.show()
    yield made
    page.close()


def picture(small: LocatorMap) -> MapPicture:
    return small.findChild(MapPicture)


@pytest.mark.parametrize(
    ("mine", "kind", "words"),
    [
        ("julong", "site", "The mark is the mine itself."),
        ("lhagang", "locality", "within some kilometres"),
        ("dachang", "county", "Known to the county only"),
    ],
)
def test_precision_is_drawn_and_said(small, context, mine, kind, words):
    small.show_record(context.catalogue.record(f"mine/{mine}"))
    (mark,) = picture(small).marks()
    assert mark.kind == kind
    assert words in small.text()
    centre = picture(small).rect().center()
    assert (mark.at - centre).manhattanLength() < 2


def test_what_has_no_point_has_no_mark(small, context):
    small.show_record(context.catalogue.record("mine/bailongshan"))
    assert picture(small).marks() == []
    assert picture(small).isHidden()
    assert small.text() == "Not on the map: no source gives a point. Stated: Xinjiang."


def test_kinds_that_lie_nowhere_have_no_map(small, context):
    small.show_record(context.catalogue.record("mineral/zabuyelite"))
    assert small.isHidden()
    small.show_record(context.catalogue.record("place/maizhokunggar"))
    assert not small.isHidden()
    assert small.text().startswith("The circle is the county seat.")
    small.show_record(context.catalogue.record("place/tar"))
    assert small.isHidden()


@pytest.mark.parametrize("press", ["mouse", "key"])
def test_pressing_it_opens_the_map_at_the_site(small, context, press):
    small.show_record(context.catalogue.record("mine/julong"))
    target = picture(small)
    if press == "mouse":
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(target, Qt.Key.Key_Return)
    assert context.state.link == "page/map?at=91.5938,29.6251&zoom=7.0&sel=mine/julong"


def test_a_screen_reader_hears_where_it_is(small, context):
    small.show_record(context.catalogue.record("mine/julong"))
    name = picture(small).accessibleName().replace("\u202f", " ")
    assert name == "Map: Julong, 29.6251° N, 91.5938° E. The mark is the mine itself."


def test_all_mines_that_have_a_point(small, context):
    small.show_all()
    drawn = {mark.sites[0].id for mark in picture(small).marks()}
    placed = {row.id for row in context.catalogue.rows("mine") if row.values["lat"] is not None}
    assert drawn == placed
    assert f"{len(placed)} of" in small.text()


def test_it_is_drawn_once_and_again_in_another_look(small, context):
    small.show_record(context.catalogue.record("mine/julong"))
    light = small.grab().toImage()
    assert small.grab().toImage() == light
    context.look.choose(appearance="dark")
    small.restyle()
    assert small.grab().toImage() != light
