# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The search box: input methods, new tabs, and the reader's own tables beside the catalogue."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QListView

from terkha.models.roles import Role
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(window):
    window.context.state.open("page/home")
    window.focus_search()
    return window._bar.search


@pytest.fixture
def own_table(context, tmp_path):
    table = tmp_path / "sites.csv"
    table.write_text("name,grade\nGyama prospect,2\nQqxxwwzz shaft,1\n", encoding="utf-8")
    target = Shelf(context.paths.collections).target("My sites")
    load(table, guess_mapping(table), target, variants={})
    return target.file


def compose(box, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(box, event)


def tabs(window):
    return [tab.link for tab in window.context.state.tabs]


def row_of(view, link):
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(index for index in rows if index.data(Role.RECORD_ID) == link)


def press(qtbot, view: QListView, link, button, modifier=Qt.KeyboardModifier.NoModifier):
    place: QPoint = view.visualRect(row_of(view, link)).center()
    qtbot.mouseClick(view.viewport(), button, modifier, place)


# Input methods


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_keys_are_the_input_methods_while_it_composes(qtbot, window, box, key):
    window.type_search("gyama")
    first = box.popup.choice()
    compose(box, "jia'ma")
    qtbot.keyClick(box, key)

    assert window.context.state.link == "page/home"
    assert box.hasFocus()
    assert box.popup.choice() == first


def test_escape_leaves_what_is_composed_and_not_the_box(qtbot, window, box):
    window.type_search("gyama")
    compose(box, "jia")
    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == "gyama"
    assert box.popup.isVisible()


def test_composed_text_is_searched_for_once_it_is_committed(qtbot, window, box):
    compose(box, "jia'ma")
    qtbot.wait(60)
    assert not box.popup.isVisible()
    compose(box, "", commit="甲玛")
    qtbot.waitUntil(box.popup.isVisible)
    qtbot.keyClick(box, ENTER)

    assert box.text() == "甲玛"
    assert window.context.state.link == "mine/jiama"


def test_enter_right_after_the_commit_opens_what_was_composed(qtbot, window, box):
    window.type_search("gyama")
    box.selectAll()
    compose(box, "qu'long")
    compose(box, "", commit="驱龙")
    qtbot.keyClick(box, ENTER)

    assert window.context.state.link == "mine/qulong"


# New tabs


def test_control_and_enter_opens_a_tab_behind_and_the_list_stays(qtbot, window, box):
    window.type_search("gyama")
    qtbot.keyClick(box, ENTER, CONTROL)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    second = box.popup.choice()
    qtbot.keyClick(box, ENTER, CONTROL)

    assert tabs(window)[0] == window.context.state.link == "page/home"
    assert set(tabs(window)[1:]) == {"mine/jiama", second}
    assert box.popup.isVisible()
    assert box.hasFocus()


@pytest.mark.parametrize(
    ("button", "modifier"),
    [
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier),
        (Qt.MouseButton.LeftButton, CONTROL),
    ],
)
def test_the_middle_button_opens_a_tab_behind(qtbot, window, box, button, modifier):
    window.type_search("gyama")
    press(qtbot, box.popup.list, "mine/jiama", button, modifier)

    assert tabs(window) == ["page/home", "mine/jiama"]
    assert window.context.state.link == "page/home"


def test_a_click_opens_here(qtbot, window, box):
    window.type_search("gyama")
    press(qtbot, box.popup.list, "mine/jiama", Qt.MouseButton.LeftButton)

    assert tabs(window) == ["mine/jiama"]
    assert not box.popup.isVisible()


def test_a_work_of_the_readers_own_is_cited(qtbot, window, box, monkeypatch):
    item = {"id": "x", "type": "book", "title": "Qqxwick and salt"}
    ((work,), _) = window.context.library.works.add([item])
    cited = []
    monkeypatch.setattr(
        "terkha.views.keeping.cite", lambda _, __, ids, title: cited.append((ids, title))
    )
    window.type_search("qqxwick")
    press(qtbot, box.popup.list, work.link, Qt.MouseButton.MiddleButton)
    assert tabs(window) == ["page/home"]
    qtbot.keyClick(box, ENTER)

    assert cited == [([work.link], "Qqxwick and salt")]
    assert window.context.state.link == "page/home"


def test_a_page_of_hits_opens_them_in_the_same_ways(qtbot, window):
    window.context.state.open("search/gyama")
    page = window.page()
    press(qtbot, page._list, "mine/jiama", Qt.MouseButton.MiddleButton)
    qtbot.keyClick(page._list, ENTER, CONTROL)
    assert tabs(window) == ["search/gyama", "mine/jiama", "mine/jiama"]
    qtbot.keyClick(page._list, ENTER)

    assert window.context.state.link == "mine/jiama"


# The reader's own tables


def test_rows_of_own_tables_come_below_and_move_nothing(qtbot, window, box, own_table):
    window.type_search("gyama")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    chosen, high = box.popup.choice(), box.popup.height()
    qtbot.waitUntil(lambda: not box.model.is_pending)

    assert box.popup.choice() == chosen
    assert box.popup.height() > high
    last = box.model.index(box.model.rowCount() - 1)
    assert last.data(Qt.ItemDataRole.DisplayRole) == "Gyama prospect"


def test_the_list_keeps_its_height_until_own_tables_have_answered(qtbot, window, box, own_table):
    window.type_search("gyama")
    qtbot.waitUntil(lambda: not box.model.is_pending)
    high = box.popup.height()
    window.type_search("zhibula north")
    assert box.popup.height() >= high
    qtbot.waitUntil(lambda: not box.model.is_pending)

    assert box.popup.height() < high


def test_enter_opens_no_row_of_the_last_question(qtbot, window, box, own_table):
    window.type_search("gyama")
    box.setText("zxabwuqyie")
    qtbot.keyClick(box, ENTER)

    assert window.context.state.link == "search/zxabwuqyie"


def test_what_only_an_own_table_has_is_found(qtbot, window, box, own_table):
    window.type_search("qqxxwwzz")
    # The list says after a while that these tables let the reader wait.
    qtbot.waitUntil(lambda: box.popup.isVisible() and not box.model.is_pending)
    qtbot.keyClick(box, ENTER)

    assert window.context.state.link == "collection/my-sites/2"


def test_the_page_of_hits_has_those_of_own_tables_and_none_of_another_search(
    qtbot, window, own_table
):
    window.context.state.open("search/gyama")
    page = window.page()
    window.context.state.open("search/qqxxwwzz")
    assert page.model.rowCount() == 0
    qtbot.waitUntil(lambda: not page.model.is_pending)

    assert page.model.index(page.model.first_hit()).data(Role.RECORD_ID) == "collection/my-sites/2"
    assert page.status().startswith("1 ")


def test_no_thread_outlives_the_list_or_the_window(qtbot, window, box, own_table):
    before = set(threading.enumerate())
    window.type_search("gyama")
    assert len(set(threading.enumerate()) - before) == 1
    box.popup.hide()
    assert set(threading.enumerate()) == before
    window.type_search("qulong")
    assert len(set(threading.enumerate()) - before) == 1
    window.close()

    assert set(threading.enumerate()) == before


def test_escape_leads_back_to_the_page_as_it_is(qtbot, window, box):
    opened = []
    window.context.state.opened.connect(opened.append)
    window.type_search("gyama")
    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == ""
    assert not box.popup.isVisible()
    assert not box.hasFocus()
    assert opened == []


# Completions


def offered(box):
    items = box.popup.completions
    return [items.item(row).data(Role.ENTRY).insert for row in range(items.count())]


def test_tab_takes_the_completion_and_arrows_choose_results(qtbot, window, box):
    window.type_search("kind:mine commodity:lith")
    assert offered(box) == ["lithium"]
    assert box.popup.completions.isVisible()
    first = box.popup.choice()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.popup.choice() != first
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == "kind:mine commodity:lithium"
    assert box.hasFocus()
    assert box.model.query == box.text()
    assert box.popup.isVisible()


def test_tab_leaves_the_box_once_a_value_is_whole(qtbot, window, box):
    window.type_search("commodity:lith")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert offered(box) == []
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == "commodity:lithium"
    assert not box.hasFocus()


def test_enter_opens_the_result_and_not_the_completion(qtbot, window, box):
    window.type_search("kind:mine commodity:lith")
    chosen = box.popup.choice()
    qtbot.keyClick(box, ENTER)

    assert window.context.state.link == chosen


def test_control_and_arrows_choose_among_completions(qtbot, window, box):
    window.type_search("kind:")
    result, second = box.popup.choice(), offered(box)[1]
    qtbot.keyClick(box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(box, Qt.Key.Key_Down, CONTROL)
    assert box.popup.choice() == result
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == f"kind:{second}"


def test_a_click_takes_a_completion_too(qtbot, window, box):
    window.type_search("kind:")
    items = box.popup.completions
    third = offered(box)[2]
    place = items.visualItemRect(items.item(2)).center()
    qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert box.text() == f"kind:{third}"
    assert box.popup.isVisible()


def test_a_field_is_offered_once_a_word_begins_like_one(window, box):
    window.type_search("el")
    assert offered(box) == []
    window.type_search("elev")

    assert offered(box)[0] == "elevation>"


def test_names_are_offered_no_completions_and_tab_leaves_the_box(qtbot, window, box):
    window.type_search("gyama")
    assert not box.popup.completions.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert box.text() == "gyama"
    assert not box.hasFocus()


def test_nothing_is_offered_after_a_blank(window, box):
    window.type_search("commodity:lithium ")

    assert offered(box) == []


def test_a_word_of_a_fields_meaning_offers_nothing(window, box):
    window.type_search("rare earth china")  # critical_cn is on China's list

    assert offered(box) == []


@pytest.mark.parametrize("appearance", ["dark", "contrast", "light"])
def test_the_box_and_its_list_can_be_painted_in_every_look(window, box, appearance):
    window.context.look.choose(appearance=appearance)
    for query in ("", "gyama", "kind:", "zxabwuqyie"):
        window.type_search(query)
        assert not window.grab().isNull()
