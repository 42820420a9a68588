# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links open here, beside or apart, from wherever they stand: mouse, keys and menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QListView, QPushButton

from terkha.views.navigation import Navigation
from terkha.views.rows import LeadRow
from terkha.views.ways import Ways
from terkha_db.codes import code_of, printed

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def state(window):
    window.resize(1440, 900)
    return window.context.state


def links(state):
    return [tab.link for tab in state.tabs]


def place_of(view, address):
    """Return a point on the first link of a page with that address, scrolled into view."""
    view.complete()
    QApplication.processEvents()
    cursor = QTextCursor(view.document())
    block = view.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().anchorHref() == address:
                cursor.setPosition(part.fragment().position() + 1)
                view.setTextCursor(cursor)
                view.ensureCursorVisible()
                return view.cursorRect(cursor).center()
            part += 1
        block = block.next()
    raise AssertionError(address)


def menu_of(widget, place=None):
    ways = next(child for child in widget.children() if isinstance(child, Ways))
    return ways.menu(place)


def choose(menu, words):
    (chosen,) = [action for action in menu.actions() if action.text().startswith(words)]
    chosen.trigger()


@pytest.mark.parametrize(
    ("button", "keys", "expected", "front"),
    [
        (LEFT, Qt.KeyboardModifier.NoModifier, ["organisation/zijin-mining"], 0),
        (LEFT, CTRL, ["mine/julong", "organisation/zijin-mining"], 0),
        (LEFT, CTRL | SHIFT, ["mine/julong", "organisation/zijin-mining"], 1),
        (MIDDLE, Qt.KeyboardModifier.NoModifier, ["mine/julong", "organisation/zijin-mining"], 0),
        (MIDDLE, SHIFT, ["mine/julong", "organisation/zijin-mining"], 1),
    ],
)
def test_a_link_of_a_page_opens_as_buttons_and_keys_say(
    qtbot, window, state, button, keys, expected, front
):
    state.open("mine/julong")
    view = window.page().record.view
    place = place_of(view, "record:organisation/zijin-mining")
    qtbot.mouseMove(view.viewport(), place)
    qtbot.mouseClick(view.viewport(), button, keys, place)

    assert links(state) == expected
    assert state.front == front


def test_the_middle_button_on_a_marker_opens_its_work_beside(qtbot, window, state):
    state.open("mine/julong")
    view = window.page().record.view
    marker = next(iter(view.shown.markers.values()))
    qtbot.mouseClick(view.viewport(), MIDDLE, pos=place_of(view, marker.href))

    assert links(state) == ["mine/julong", marker.cites[0].source.id]


def test_a_row_of_a_table_opens_beside_by_middle_button_and_by_ctrl_and_enter(qtbot, window, state):
    state.open("page/mines")
    table, model = window.page().table, window.page().model
    second = table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), MIDDLE, pos=second)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return, CTRL)

    assert set(links(state)[1:]) == {model.record_id(0), model.record_id(1)}
    assert state.link == "page/mines"


def test_a_double_click_on_a_row_opens_it_once(qtbot, window, state):
    state.open("page/mines")
    table = window.page().table
    place = table.visualRect(window.page().model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, CTRL, place)
    qtbot.mouseDClick(table.viewport(), LEFT, CTRL, place)

    assert links(state) == ["page/mines", window.page().model.record_id(1)]


def test_a_section_opens_beside_from_the_contents(qtbot, window, state):
    state.open("mine/julong")
    contents = window.page().record.contents
    qtbot.waitUntil(lambda: contents.count() > 2)
    place = contents.visualItemRect(contents.item(2)).center()
    qtbot.mouseClick(contents.viewport(), MIDDLE, pos=place)
    qtbot.mouseClick(contents.viewport(), LEFT, CTRL, place)

    assert len(state.tabs) == 3
    assert links(state)[1] == links(state)[2]
    assert links(state)[1].startswith("mine/julong#")


def test_a_line_of_the_first_page_opens_beside(qtbot, window, state):
    state.open("page/home")
    row = next(row for row in window.findChildren(LeadRow) if "Minerals" in row.accessibleName())
    qtbot.mouseClick(row, MIDDLE)
    qtbot.mouseClick(row, LEFT, CTRL)

    assert links(state) == ["page/home", "page/minerals", "page/minerals"]


def test_a_page_of_the_navigation_opens_beside_and_the_one_in_front_stays_marked(
    qtbot, window, state
):
    state.open("page/mines")
    buttons = window.findChild(Navigation).findChildren(QPushButton)
    events = next(each for each in buttons if each.toolTip() == "Events")
    mines = next(each for each in buttons if each.toolTip() == "Mines")
    qtbot.mouseClick(events, LEFT, CTRL)

    assert links(state) == ["page/mines", "page/events"]
    assert mines.isChecked()
    assert not events.isChecked()


def test_a_result_of_the_search_page_opens_beside(qtbot, window, state):
    state.open("search/gyama")
    results = window.page().findChild(QListView)
    row = window.page().model.first_hit()
    place = results.visualRect(window.page().model.index(row)).center()
    qtbot.mouseClick(results.viewport(), MIDDLE, pos=place)

    assert links(state) == ["search/gyama", "mine/jiama"]


def test_what_is_kept_opens_beside_from_the_library(qtbot, window, state):
    state.open("mine/julong")
    window.act("bookmark")
    state.open("page/library")
    kept = window.page().list
    qtbot.mouseClick(
        kept.viewport(), MIDDLE, pos=kept.visualRect(kept.model().index(0, 0)).center()
    )

    assert links(state) == ["page/library", "mine/julong"]


# The menu


def test_the_menu_of_a_link_offers_every_way(window, state):
    state.open("mine/julong")
    view = window.page().record.view
    place = place_of(view, "record:organisation/zijin-mining")
    words = [action.text() for action in menu_of(view, place).actions() if action.text()]

    openings = ["Open", "Open in new tab", "Open in new window"]
    assert words[:5] == [*openings, "Copy link", "Bookmark"]
    menu_of(view, place).actions()[4].trigger()
    assert QGuiApplication.clipboard().text() == "terkha:organisation/zijin-mining"
    choose(menu_of(view, place), "Bookmark")
    assert window.context.library.bookmarks.get("organisation/zijin-mining") is not None
    assert "Remove bookmark" in [action.text() for action in menu_of(view, place).actions()]
    choose(menu_of(view, place), "Open in new tab")
    assert links(state) == ["mine/julong", "organisation/zijin-mining"]
    apart = []
    state.apart_wanted.connect(lambda trail: apart.append(trail.link))
    choose(menu_of(view, place), "Open in new window")
    assert apart == ["organisation/zijin-mining"]


def test_the_menu_of_a_row_is_the_same(window, state):
    state.open("page/mines")
    table = window.page().table
    place = table.visualRect(window.page().model.index(0, 0)).center()
    choose(menu_of(table, place), "Copy link")

    assert QGuiApplication.clipboard().text() == f"terkha:{window.page().model.record_id(0)}"


def figures_of(window, record):
    view = window.page().record.view
    return [
        marker
        for marker in view.shown.markers.values()
        if marker.statement and (marker.record or view.shown.record) == record
    ]


def test_a_value_has_a_link_and_a_short_code_of_its_own(window, state):
    state.open("mine/julong")
    view = window.page().record.view
    marker = next(one for one in figures_of(window, "mine/julong") if "Resource" in one.says)
    place = place_of(view, marker.href)
    choose(menu_of(view, place), "Copy link to this value")
    link = QGuiApplication.clipboard().text()
    choose(menu_of(view, place), "Copy short code")

    assert link == f"terkha:mine/julong#{marker.statement}"
    assert QGuiApplication.clipboard().text() == printed(code_of("mine/julong", marker.statement))


def test_the_words_before_a_marker_belong_to_its_value(window, state):
    state.open("mine/julong")
    view = window.page().record.view
    marker = next(one for one in figures_of(window, "mine/julong") if "Resource" in one.says)
    place_of(view, marker.href)
    row = view.textCursor().currentTable()
    cell = row.cellAt(view.textCursor())
    first = row.cellAt(cell.row(), 0).firstCursorPosition()
    view.setTextCursor(first)
    view.ensureCursorVisible()
    place = view.cursorRect(first).center() + QPoint(3, 0)
    choose(menu_of(view, place), "Copy link to this value")

    assert QGuiApplication.clipboard().text() == f"terkha:mine/julong#{marker.statement}"


def test_a_value_of_another_record_is_linked_on_its_own_page(window, state):
    state.open("commodity/copper")
    view = window.page().record.view
    marker = figures_of(window, "mine/julong")[0]
    choose(menu_of(view, place_of(view, marker.href)), "Copy link to this value")

    assert QGuiApplication.clipboard().text() == f"terkha:mine/julong#{marker.statement}"


def test_the_short_code_of_what_is_in_front_is_copied(window, state):
    state.open("mine/julong")
    window.act("copy-code")
    assert QGuiApplication.clipboard().text() == "JYPG-JBME"
    state.open("mine/julong#status-2026-01-etnet-2026-julong2")
    window.act("copy-code")
    assert QGuiApplication.clipboard().text() == "SPJN-EVG4"
    state.open("mine/julong#figures")
    window.act("copy-code")

    assert QGuiApplication.clipboard().text() == "JYPG-JBME"
