# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Whoever returns to a page finds it as it was left; whoever searches on it finds every place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from terkha.models.shelves import Shelf, Sort
from terkha.state import Common, State
from terkha.views.rows import LeadRow
from terkha.views.windows import Windows


@pytest.fixture
def state(window):
    window.resize(1300, 800)
    QApplication.processEvents()
    return window.context.state


def view_of(window):
    return window.page().record.view


# Back, forward and between tabs


@pytest.mark.parametrize("leave", ["open", "tab"])
def test_a_record_is_where_it_was_scrolled_to(window, state, leave):
    state.open("mine/julong")
    view = view_of(window)
    view.complete()
    QApplication.processEvents()
    view.verticalScrollBar().setValue(1234)
    if leave == "open":
        state.open("mine/jiama")
        assert view.verticalScrollBar().value() == 0
        window.act("back")
    else:
        state.open_beside("mine/jiama", in_front=True)
        assert view.verticalScrollBar().value() == 0
        window.act("tab-previous")

    assert state.link == "mine/julong"
    assert view.verticalScrollBar().value() == 1234


def test_a_record_is_at_the_same_words_in_larger_type(window, state):
    state.open("mine/julong")
    view = view_of(window)
    view.complete()
    QApplication.processEvents()
    view.show_anchor("events")
    before = view.cursorForPosition(view.viewport().rect().topLeft()).block().text()
    state.open("mine/jiama")
    window.act("text-larger")
    window.act("back")
    QApplication.processEvents()

    assert view.cursorForPosition(view.viewport().rect().topLeft()).block().text() == before
    window.act("text-reset")


def test_unfolded_lists_and_the_pinned_source_are_there_again(window, state):
    state.open("citation/ferenczy-2025-prc-mining-tibet")
    page = window.page().record
    folded = page.document.folded
    assert folded
    for name in folded:
        page.view.more_requested.emit(name)
    marker = next(iter(page.document.markers.values()))
    page.view.marker_pressed.emit(marker)
    state.open("mine/jiama")
    assert page.source.marker is None
    window.act("back")

    assert not page.document.folded
    assert page.source.marker == marker


def test_a_link_to_a_statement_is_not_overruled_by_where_the_page_was(window, state):
    state.open("mine/julong")
    view = view_of(window)
    state.open("mine/julong#works")
    at_works = view.verticalScrollBar().value()
    view.verticalScrollBar().setValue(0)
    state.open("mine/julong#works")

    assert at_works > 0
    assert view.verticalScrollBar().value() == at_works


def test_a_table_has_its_rows_chosen_and_is_scrolled_as_before(qtbot, window, state):
    state.open("page/citations")
    page = window.page()
    page.choose([page.model.record_id(row) for row in (300, 302)])
    page.table.setCurrentIndex(page.model.index(302, 0))
    page.choose([page.model.record_id(row) for row in (300, 302)])
    page.table.verticalScrollBar().setValue(9000)
    chosen = page.record_ids()
    state.open("page/mines")
    state.open("page/citations?where=kind%3Acompany")
    assert len(page.record_ids()) <= 1
    window.act("back")
    window.act("back")

    assert page.record_ids() == chosen
    assert len(chosen) == 2
    assert page.table.verticalScrollBar().value() == 9000


def test_filters_follow_the_tab(window, state):
    state.open("page/mines?where=commodity%3Dlithium")
    page = window.page()
    lithium = page.model.rowCount()
    state.open_beside("page/mines", in_front=True)
    assert page.model.rowCount() > lithium
    window.act("tab-previous")

    assert page.model.rowCount() == lithium
    assert page.asked.where


def test_the_results_of_a_search_keep_the_one_chosen(qtbot, window, state):
    state.open("search/copper")
    page = window.page()
    for _ in range(6):
        qtbot.keyClick(page._list, Qt.Key.Key_Down)
    chosen = page.record_ids()
    state.open(chosen[0])
    window.act("back")

    assert page.record_ids() == chosen


def test_the_library_returns_to_its_shelf(window, state):
    state.open("mine/julong")
    window.act("tray-add")
    state.open("page/library")
    shelves = window.page().shelves
    shelves.choose(Shelf(Sort.TRAY))
    window.page().list.selectAll()
    state.open("mine/jiama")
    shelves.choose(Shelf(Sort.EVERYTHING))
    window.act("back")

    assert shelves.shelf() == Shelf(Sort.TRAY)
    assert window.page().selected() == ["mine/julong"]


def test_the_first_page_is_scrolled_as_it_was(window, state):
    window.resize(1024, 640)
    state.open("page/home")
    QApplication.processEvents()
    bar = window.page()._area.verticalScrollBar()
    bar.setValue(120)
    assert bar.value() == 120
    state.open("mine/julong")
    window.act("back")

    assert bar.value() == 120


def test_a_chapter_of_the_manual_is_a_step_of_the_way(window, state):
    state.open("page/manual")
    text = window.page()._text
    state.open("page/manual?chapter=queries")
    QApplication.processEvents()
    text.verticalScrollBar().setValue(300)
    state.open("page/manual?chapter=privacy")
    window.act("back")

    assert window.windowTitle().startswith("Manual: Filters and queries")
    assert text.verticalScrollBar().value() == 300
    window.act("back")
    assert text.toPlainText().startswith("What")


def test_a_tab_takes_its_place_along_into_a_window_of_its_own(qtbot, context):
    from shiboken6 import delete

    windows = Windows(context)
    window = windows.start("mine/jiama")
    window.context.state.open_beside("mine/julong", in_front=True)
    QApplication.processEvents()
    view = view_of(window)
    view.complete()
    view.verticalScrollBar().setValue(1500)
    top = view.cursorForPosition(view.viewport().rect().topLeft()).block().text()
    window.act("tab-apart")
    other = view_of(windows.open[1])
    moved = other.cursorForPosition(other.viewport().rect().topLeft()).block().text()
    opened = windows.open
    for each in opened:
        each.close()
    for each in opened:
        delete(each)

    assert moved == top


def test_windows_have_one_library_and_ways_of_their_own():
    common = Common()
    one, other = State(common=common), State(common=common)
    told = []
    other.library_changed.connect(lambda: told.append("changed"))
    one.library_changed.emit()
    one.open("mine/julong")

    assert told == ["changed"]
    assert other.link == "page/home"


# Find on the page


def test_f3_goes_from_place_to_place_on_a_record(qtbot, window, state):
    state.open("mine/julong")
    finder = window.page().record.finder
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert finder.field.hasFocus()
    qtbot.keyClicks(finder.field, "zijin")
    assert finder.places() > 3
    qtbot.keyClick(finder.field, Qt.Key.Key_F3)
    assert finder.words().startswith("2 of")
    qtbot.keyClick(finder.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert finder.words().startswith("1 of")


def test_f3_goes_through_the_results_of_a_search(qtbot, window, state):
    state.open("search/copper")
    page = window.page()
    window.act("find")
    qtbot.keyClicks(page.finder.field, "yulong")
    assert page.finder.places() >= 2
    first = page.record_ids()
    qtbot.keyClick(page.finder.field, Qt.Key.Key_F3)
    assert page.record_ids() != first
    qtbot.keyClick(page.finder.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert page.record_ids() == first
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Escape)

    assert not page.finder.isVisible()


def test_f3_goes_through_all_chapters_of_the_manual(qtbot, window, state):
    state.open("page/manual")
    page = window.page()
    page._find.setText("statement_citation")
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert page._text.textCursor().selectedText() == "statement_citation"
    assert state.link == "page/manual?chapter=catalogue"
    page._find.setText("zotero")
    qtbot.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert page._text.textCursor().selectedText().lower() == "zotero"
    assert state.link == "page/manual?chapter=citing"


# Where one was


def entries(menu):
    menu.fill()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_way_back_lists_the_links_behind_and_the_way_on_those_ahead(window, state):
    for link in ("page/mines", "mine/julong", "chart/copper-resources", "search/gyama"):
        state.open(link)
    window.act("back")
    back, forward = window._bar._back.menu(), window._bar._forward.menu()
    assert entries(back) == ["Julong", "Mines"]
    assert entries(forward) == ["“gyama”"]
    back.actions()[1].trigger()

    assert state.link == "page/mines"
    assert len(entries(forward)) == 3


def test_what_was_viewed_lately_is_on_a_menu_and_on_the_first_page(window, state):
    menu = window._bar._recent
    assert entries(menu) == ["Nothing was viewed yet"]
    for link in ("mine/julong", "mine/jiama", "mine/julong"):
        state.open(link)
    assert entries(menu)[:2] == ["Julong", "Jiama"]
    menu.actions()[1].trigger()
    assert state.link == "mine/jiama"
    state.open("page/home")

    rows = {row._lead.link: row._lead.text for row in window.page().findChildren(LeadRow)}
    recent = [text for link, text in rows.items() if link in ("mine/jiama", "mine/julong")]
    assert recent == ["Jiama", "Julong"]


@pytest.mark.parametrize("scale", [80, 100, 125, 150, 200])
def test_the_frame_fits_its_text_at_every_size(window, state, scale):
    window.resize(1024, 640)
    state.open("mine/julong")
    state.open_beside("page/citations")
    window.context.look.choose(text_scale=scale)
    QApplication.processEvents()
    tabs = window._tabs
    high = tabs.fontMetrics().height()

    assert tabs.height() >= high + 4
    assert all(tabs.tabRect(at).width() > high for at in range(tabs.count()))
    assert window._bar.height() >= window._bar.search.height()
    window.context.look.choose(text_scale=100)
