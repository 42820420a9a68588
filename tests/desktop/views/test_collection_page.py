# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of the reader's own table: labelled as such, sorted, filtered, linked and removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from terkha.views import collection_page
from terkha.views.own_tables import OwnTables
from terkha.views.pages import inside, outside
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.links import parse_link

ROWS = 3000


@pytest.fixture
def shelf(context, tmp_path):
    table = tmp_path / "sites.csv"
    lines = [f"Site {number},{number % 60},{ROWS - number}" for number in range(ROWS)]
    table.write_text("\n".join(["name,grade,depth", *lines]), encoding="utf-8")
    made = Shelf(context.paths.collections)
    load(table, guess_mapping(table), made.target("My sites"), variants={})
    return made


@pytest.fixture
def page(qtbot, window, shelf):
    window.context.state.open("collection/my-sites")
    page = window.page()
    qtbot.waitUntil(lambda: bool(page.model.fields))
    return page


def cell(qtbot, page, row, column=0):
    index = page.model.index(row, column)
    qtbot.waitUntil(lambda: bool(index.data()))
    return index.data()


def test_it_says_whose_table_it_is(page):
    assert page._whose.text() == "Your collection “My sites”, not part of the catalogue"
    assert page.table.accessibleName() == page._whose.text()
    assert page.status().startswith("Imported from sites.csv on ")
    assert page.record_ids() == []


def test_rows_follow_when_one_scrolls_to_the_end(qtbot, page):
    page.table.scrollToBottom()

    assert cell(qtbot, page, ROWS - 1) == f"Site {ROWS - 1}"


def test_a_click_on_a_head_sorts_then_turns_round_then_gives_up(qtbot, page):
    column = [field.header for field in page.model.fields].index("depth")
    for first in ("1", str(ROWS), str(ROWS)):
        page.table.horizontalHeader().sectionClicked.emit(column)
        qtbot.waitUntil(lambda: not page.model.busy)
        assert cell(qtbot, page, 0, column) == first
    assert page.model.view.sort == ()
    assert page._count.text() == "3,000 rows"


def test_words_narrow_the_table(qtbot, page):
    qtbot.keyClicks(page.words, "site 299")
    qtbot.waitUntil(lambda: page._count.text() == "26 of 3,000 rows")
    page.field.setCurrentIndex(page.field.findData("title"))
    qtbot.waitUntil(lambda: page._count.text() == "13 of 3,000 rows")
    page.words.clear()
    qtbot.waitUntil(lambda: page._count.text() == "3,000 rows")


def test_the_link_of_a_row_selects_it(qtbot, page, window):
    window.context.state.open("collection/my-sites/1234")
    qtbot.waitUntil(lambda: cell(qtbot, page, 1233) == "Site 1233")

    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [1233]


@pytest.mark.parametrize("link", ["collection/my-sites", "collection/my-sites/12"])
def test_a_link_given_away_leads_back(link):
    assert inside(parse_link(outside(link))) == link


def test_chosen_rows_are_copied(qtbot, page):
    cell(qtbot, page, 2)
    page.table.selectRow(2)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Title\tSecond name\tLatitude")
    assert lines[1].split("\t")[0] == "Site 2"
    assert len(lines) == 2


def test_it_is_listed_in_the_library_and_opened_from_there(window, shelf):
    window.context.state.open("page/library")
    tables = window.page().findChild(OwnTables)
    assert tables.list.item(0).text() == "My sites  (3,000)"
    tables.list.itemActivated.emit(tables.list.item(0))

    assert window.context.state.link == "collection/my-sites"


def test_removing_asks_first(window, page, shelf, monkeypatch):
    monkeypatch.setattr(collection_page, "ask", lambda *_: False)
    page.remove()
    assert [info.slug for info in shelf.collections()] == ["my-sites"]

    monkeypatch.setattr(collection_page, "ask", lambda *_: True)
    page.remove()
    assert list(shelf.collections()) == []
    assert window.context.state.link == "page/library"


@pytest.mark.parametrize("link", ["collection/gone", "page/collection"])
def test_a_collection_that_is_not_there_is_told(window, link):
    window.context.state.open(link)
    page = window.page()

    assert page.model is None
    assert page._stack.currentIndex() == 1
    assert page._absent.text().endswith(".")


def test_a_damaged_collection_is_told_where_its_rows_would_be(qtbot, page, window, shelf):
    file = shelf.find("my-sites").target.file
    window.context.state.open("page/home")
    content = bytearray(file.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    file.write_bytes(content)
    window.context.state.open("collection/my-sites")

    qtbot.waitUntil(lambda: page._stack.currentIndex() == 1)
    assert "damaged" in page._absent.text()
