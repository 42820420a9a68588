# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A table page: facets, chips and the query line, links, saved searches, order, first column."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from terkha.models.roles import Role
from terkha.models.shelves import Shelf, Sort
from terkha.views.pages import table_link
from terkha.views.saving import save


@pytest.fixture
def page(qtbot, window):
    window.resize(1440, 900)
    window.context.state.open("page/mines")
    page = window.page()
    qtbot.waitUntil(lambda: page.facets.facets().rowCount() > 0)
    return page


def click(qtbot, page, field, value):
    panel = page.facets
    index = panel.facets().index(panel.facets().row_of(field, value))
    panel.scrollTo(index)
    qtbot.mouseClick(
        panel.viewport(), Qt.MouseButton.LeftButton, pos=panel.visualRect(index).center()
    )


def shown_chips(page):
    chips = page.filters.findChildren(QPushButton)
    return [chip for chip in chips if chip.property("kind") == "chip" and chip.isVisible()]


def ids(page):
    return {row.id for row in page.model.rows()}


def test_clicks_on_a_facet_keep_exclude_and_let_go(qtbot, page, catalogue):
    copper = {row.id for row in catalogue.rows("mine", where="commodity=copper")}
    every = ids(page)
    click(qtbot, page, "commodity", "copper")
    assert ids(page) == copper
    assert page.filters.line.text() == "commodity=copper"
    click(qtbot, page, "commodity", "copper")
    assert ids(page) == every - copper
    click(qtbot, page, "commodity", "copper")

    assert ids(page) == every
    assert page.filters.isHidden()


def test_the_keyboard_presses_a_facet_and_stays_on_it(qtbot, window, page):
    window.act("filters")
    assert page.facets.hasFocus()
    qtbot.keyClick(page.facets, Qt.Key.Key_Down)
    entry = page.facets.currentIndex().row()
    qtbot.keyClick(page.facets, Qt.Key.Key_Space)

    assert page.asked.where == "commodity=gold"
    assert page.facets.hasFocus()
    assert page.facets.currentIndex().row() == entry


def test_more_values_open_and_close_under_the_keyboard(qtbot, window, page):
    panel, model = page.facets, page.facets.facets()
    window.act("filters")
    more = model.row_of("commodity", "uranium")
    panel.setCurrentIndex(model.index(more))
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert panel.currentIndex().row() == more
    assert model.row_of("commodity", "uranium") > more
    panel.setCurrentIndex(model.index(model.row_of("commodity", "")))
    qtbot.keyClick(panel, Qt.Key.Key_Return)

    assert panel.currentIndex().row() == more


def test_counts_follow_the_other_filters(qtbot, page, catalogue):
    click(qtbot, page, "commodity", "copper")
    model = page.facets.facets()
    operating = model.index(model.row_of("status", "operating")).data(Qt.ItemDataRole.ToolTipRole)
    rows = catalogue.rows("mine", where="commodity=copper status=operating")

    assert f", {len(rows)} row" in operating


def test_a_chip_takes_its_filter_off_and_clear_all_every_one(qtbot, page):
    for field, value in (("commodity", "copper"), ("status", "operating")):
        click(qtbot, page, field, value)
    assert len(shown_chips(page)) == 2
    shown_chips(page)[0].click()
    assert page.asked.where == "status=operating"
    page.filters.cleared.emit()

    assert page.asked.where == ""
    assert page.model.rowCount() == page.model.total


def test_a_query_typed_into_the_words_box_becomes_the_query_with_enter(qtbot, page, catalogue):
    page.begin_find()
    qtbot.keyClicks(page.filter, "elevation>4500")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)

    assert ids(page) == {row.id for row in catalogue.rows("mine", where="elevation>4500")}
    assert page.filter.text() == ""
    assert page.filters.line.text() == "elevation>4500"


def test_a_bad_query_keeps_the_rows_and_says_why_below(qtbot, page):
    click(qtbot, page, "commodity", "copper")
    before = ids(page)
    line = page.filters.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "elevation>abc")
    qtbot.waitUntil(lambda: not page.filters._error.isHidden())

    assert ids(page) == before
    assert "“abc” is none" in page.filters._error.text()
    assert line._fault == line.text().index("abc")


def test_a_completion_is_taken_with_tab(qtbot, page):
    page.begin_find()
    qtbot.keyClicks(page.filter, "commodity:lith")
    qtbot.waitUntil(page.filter.popup.isVisible)
    qtbot.keyClick(page.filter, Qt.Key.Key_Tab)

    assert page.filter.text() == "commodity:lithium"
    assert page.filter.hasFocus()


def test_the_link_follows_the_filters_and_leads_back(qtbot, window, page):
    click(qtbot, page, "commodity", "copper")
    state, kept = window.context.state, ids(page)
    assert state.link == table_link("mines", where="commodity=copper")
    window.act("copy-link")
    assert QGuiApplication.clipboard().text() == "terkha:mines?where=commodity%3Dcopper"
    state.open("mine/julong")
    state.open("page/mines")
    assert page.model.rowCount() == page.model.total
    window.act("back")
    window.act("back")

    assert ids(page) == kept
    assert page.filters.line.text() == "commodity=copper"


def test_a_link_with_a_query_that_cannot_be_read_shows_all_and_says_so(window, page):
    window.context.state.open(table_link("mines", where="nosuchfield:1"))

    assert page.model.rowCount() == page.model.total
    assert "nosuchfield" in page.filters._error.text()


def test_a_search_is_saved_and_opened_from_the_library(qtbot, window, page):
    click(qtbot, page, "commodity", "copper")
    kept = ids(page)
    save(page, window.context, "mine", page.asked, "Copper")
    page.filters.cleared.emit()
    window.context.state.open("page/library")
    library = window.page()
    library.model.show(Shelf(Sort.SEARCHES))
    index = library.model.index(0)
    assert index.data() == "Copper"
    assert index.data(Role.SECOND).endswith(f", {len(kept)} records now")
    library._open(index)

    assert window.page() is page
    assert ids(page) == kept


def test_a_saved_search_is_removed_and_undone(window, page):
    page.asked.set_query("commodity=copper")
    save(page, window.context, "mine", page.asked, "Copper")
    window.context.state.open("page/library")
    library = window.page()
    library.shelves.choose(Shelf(Sort.SEARCHES))
    library.list.selectAll()
    library.remove_selected()
    assert library.model.rowCount() == 0
    window.act("undo")

    assert library.model.rowCount() == 1


def test_select_all_means_the_rows_shown(qtbot, page):
    click(qtbot, page, "commodity", "copper")
    page.table.selectAll()

    assert set(page.record_ids()) == ids(page)
    assert len(page.record_ids()) < page.model.total


def test_the_selection_stays_on_its_record(qtbot, page):
    page.show_record("mine/yulong")
    click(qtbot, page, "commodity", "copper")
    assert page.record_ids() == ["mine/yulong"]
    page.model.sort(0, Qt.SortOrder.DescendingOrder)

    assert page.record_ids() == ["mine/yulong"]


def test_shift_click_sorts_by_one_more_column(qtbot, page, monkeypatch):
    columns = [field.id for field in page.model.fields]
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(columns.index("status"))
    shift = Qt.KeyboardModifier.ShiftModifier
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", lambda: shift)
    for _ in range(2):
        header.sectionClicked.emit(columns.index("title"))
    tip = page.model.headerData(
        columns.index("title"), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )

    assert page.model.order == (("status", False), ("title", True))
    assert "Sort key 2 of 2, descending." in tip
    assert "status, ascending; " in page.status()


def test_the_first_column_stays_while_the_others_scroll(page):
    table = page.table
    assert table.pinned.isHidden()
    for column in range(page.model.columnCount()):
        table.setColumnWidth(column, 300)
    table.updateGeometries()
    table.horizontalScrollBar().setValue(400)
    shown = [
        column
        for column in range(page.model.columnCount())
        if not table.pinned.isColumnHidden(column)
    ]
    assert table.pinned.isVisible()
    assert shown == [0]
    table.pinned.selectRow(3)
    assert page.record_ids() == [page.model.record_id(3)]
    table.horizontalScrollBar().setValue(0)

    assert table.pinned.isHidden()


@pytest.mark.parametrize("table", ["mines", "citations", "disputes", "places"])
def test_standard_columns_fit_beside_facets_and_entry(qtbot, window, page, table):
    window.context.state.open(f"page/{table}")
    bar = window.page().table.horizontalScrollBar()

    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_narrowed_table_opens_with_its_first_row_chosen(window, page):
    window.context.state.open(table_link("mines", where="status=closed"))

    assert page.record_ids() == [page.model.record_id(0)]
    assert page.detail.record_id == page.model.record_id(0)


def test_the_name_cannot_be_dragged_from_the_first_place(page):
    header = page.table.horizontalHeader()
    header.moveSection(0, 3)

    assert header.logicalIndex(0) == 0


def test_facets_wait_behind_a_button_where_the_window_is_narrow(window, page):
    window.resize(1024, 700)
    QApplication.processEvents()
    assert page.facets.isHidden()
    page.head.drawer.click()
    assert page.facets.isVisible()
    assert page.detail.isHidden()
    window.resize(1440, 900)
    QApplication.processEvents()

    assert page.facets.isVisible()
    assert page.head.drawer.isHidden()
    assert page.detail.isVisible()


def test_composed_input_is_not_searched_for_until_it_is_written(qtbot, window):
    window.focus_search()
    box = window._bar.search
    QApplication.sendEvent(box, QInputMethodEvent("qulong", []))
    qtbot.wait(60)
    assert box.model.query == ""
    assert not box.popup.isVisible()
    written = QInputMethodEvent("", [])
    written.setCommitString("驱龙")
    QApplication.sendEvent(box, written)
    qtbot.waitUntil(box.popup.isVisible)

    assert box.popup.choice() == "mine/qulong"


@pytest.mark.parametrize("appearance", ["dark", "contrast", "light"])
def test_every_state_can_be_painted_in_every_look(window, page, appearance):
    page.asked.set_query("commodity=copper NOT status=operating")
    window.context.look.choose(appearance=appearance)
    page.begin_filtering()

    assert not window.grab().isNull()


def test_where_nothing_is_left_one_button_leads_back(qtbot, page):
    page.asked.show("zzzz", "commodity=copper")
    assert page.nothing.isVisible()
    page.nothing._clear.click()

    assert page.nothing.isHidden()
    assert page.model.rowCount() == page.model.total


def test_one_who_is_typing_is_let_finish(qtbot, page):
    page.begin_find()
    qtbot.keyClicks(page.filter, "commodity:")
    qtbot.waitUntil(lambda: page.asked.error is not None)
    assert page.filters.isHidden()
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)

    assert "a value is missing" in page.filters._error.text()
    assert page.filters.isVisible()
