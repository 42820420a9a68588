# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tabs and windows, by keys and mouse: each has a way of its own, and all are there again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from terkha.session import read, written
from terkha.state import State
from terkha.trail import HOME
from terkha.views.tab_bar import TabBar
from terkha.views.window import Window
from terkha.views.windows import Windows
from terkha_db.lens import OPEN, parse_lens


@pytest.fixture
def windows(qtbot, context) -> Iterator[Windows]:
    made = Windows(context)
    yield made
    close_all(made)
    # At once: the look outlives the test, and would tell windows whose library is closed.
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Window):
            shiboken6.delete(window)


def bar(window):
    return window.findChild(TabBar)


def titles(window):
    return [bar(window).tabText(number) for number in range(bar(window).count())]


def close_all(windows):
    for window in windows.open:
        window.close()


# One window


def test_one_tab_shows_no_bar(window):
    window.context.state.open("mine/julong")

    assert not bar(window).isVisible()


def test_a_new_tab_stands_in_front_and_the_others_wait(qtbot, window):
    window.context.state.open("mine/julong")
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert titles(window) == ["Julong", "Home"]
    assert bar(window).currentIndex() == 1
    qtbot.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)

    assert window.context.state.link == "mine/julong"
    assert window.page().record_ids() == ["mine/julong"]


def test_a_tab_is_chosen_with_the_mouse_and_its_page_is_shown(qtbot, window):
    window.context.state.open("mine/julong")
    window.context.state.open_beside("page/minerals")
    tab = bar(window).tabRect(1).center()
    qtbot.mouseClick(bar(window), Qt.MouseButton.LeftButton, pos=tab)

    assert window.page() is window.page_by_id("minerals")
    assert window.windowTitle().startswith("Minerals")


def test_the_middle_button_and_ctrl_w_close_a_tab(qtbot, window):
    window.context.state.open("mine/julong")
    window.context.state.open_beside("page/minerals")
    window.context.state.open_beside("page/mines")
    tab = bar(window).tabRect(2).center()
    qtbot.mouseClick(bar(window), Qt.MouseButton.MiddleButton, pos=tab)
    assert titles(window) == ["Julong", "Minerals"]
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    assert window.context.state.link == "page/minerals"
    assert not bar(window).isVisible()
    window.act("tab-reopen")
    assert window.context.state.link == "mine/julong"


def test_each_tab_goes_back_its_own_way(window):
    state = window.context.state
    state.open("page/mines")
    state.open("mine/julong")
    state.open_beside("mine/jiama", in_front=True)
    assert not window._actions["back"].isEnabled()
    window.act("tab-previous")
    assert window._actions["back"].isEnabled()
    window.act("back")

    assert window.page() is window.page_by_id("mines")
    assert titles(window) == ["Mines", "Jiama"]


def test_a_long_title_is_elided_and_told_in_full(window):
    claim = "citation/ferenczy-2025-prc-mining-tibet"
    window.context.state.open("page/home")
    window.context.state.open_beside(claim)
    tabs = bar(window)

    assert tabs.tabToolTip(1) == window.context.catalogue.brief(claim).title
    assert tabs.tabRect(1).width() < window.width() / 3


def test_a_hundred_tabs_share_the_pages_of_one(window):
    state = window.context.state
    for row in window.context.catalogue.rows("mine")[:100]:
        state.open_beside(row.id, in_front=True)

    assert len(state.tabs) == 101
    assert len([page for page in window._pages if page == "record"]) == 1


def test_tabs_are_put_into_another_order_by_dragging(qtbot, window):
    state = window.context.state
    state.open("mine/julong")
    state.open_beside("page/minerals")
    tabs = bar(window)
    first, second = tabs.tabRect(0).center(), tabs.tabRect(1).center()
    qtbot.mousePress(tabs, Qt.MouseButton.LeftButton, pos=first)
    for step in range(1, 5):
        qtbot.mouseMove(tabs, first + (second - first) * step / 4 + QPoint(step * 4, 0))
    qtbot.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=second + QPoint(16, 0))

    assert [tab.link for tab in state.tabs] == ["page/minerals", "mine/julong"]
    assert state.link == "mine/julong"


# Several windows


def test_a_tab_moves_into_a_window_of_its_own(windows):
    window = windows.start("page/mines")
    state = window.context.state
    state.open_beside("mine/jiama", in_front=True)
    state.open("mine/julong")
    window.act("tab-apart")
    other = windows.open[1]

    assert state.link == "page/mines"
    assert other.context.state.link == "mine/julong"
    other.act("back")
    assert other.context.state.link == "mine/jiama"
    assert state.link == "page/mines"


def test_a_tab_dragged_out_of_the_bar_becomes_a_window(qtbot, windows):
    window = windows.start("page/mines")
    window.context.state.open_beside("mine/julong")
    tabs = bar(window)
    tab = tabs.tabRect(1).center()
    qtbot.mousePress(tabs, Qt.MouseButton.LeftButton, pos=tab)
    qtbot.mouseMove(tabs, tab + QPoint(10, 20))
    qtbot.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=tab + QPoint(10, 200))

    assert [each.context.state.link for each in windows.open] == ["page/mines", "mine/julong"]


def test_what_is_kept_in_one_window_is_known_in_all(windows):
    window = windows.start("mine/julong")
    window.context.state.open_apart("mine/julong")
    other = windows.open[1]
    window.act("tray-add")

    assert "1" in other._bar._tray.text()
    other.act("bookmark")
    assert window.context.library.bookmarks.get("mine/julong") is not None


def test_a_window_of_one_tab_closes_with_it_but_the_last_goes_home(windows):
    window = windows.start("mine/julong")
    window.context.state.open_apart("mine/jiama")
    other = windows.open[1]
    other.act("tab-close")
    assert windows.open == (window,)
    window.act("tab-close")

    assert windows.open == (window,)
    assert window.context.state.link == HOME


def test_tabs_of_a_closed_window_are_reopened_in_another(qtbot, windows):
    window = windows.start("mine/julong")
    window.context.state.open_apart("mine/jiama")
    windows.open[1].close()
    qtbot.waitUntil(window._actions["tab-reopen"].isEnabled)
    window.act("tab-reopen")

    assert window.context.state.link == "mine/jiama"
    assert not window._actions["tab-reopen"].isEnabled()


# From one start to the next


def test_all_windows_and_tabs_are_there_again(windows, context, qtbot):
    window = windows.start("page/mines?where=commodity%3Dlithium")
    window.context.state.open("mine/zabuye")
    window.context.state.open_beside("chart/copper-resources")
    window.context.state.open_apart("search/gyama")
    window.resize(1024, 660)
    close_all(windows)
    again = Windows(replace_state(context))
    window = again.start()
    shown = {each.context.state.link for each in again.open}
    heights = {each.height() for each in again.open}
    states = [each.context.state for each in again.open if len(each.context.state.tabs) == 2]
    close_all(again)

    assert shown == {"mine/zabuye", "search/gyama"}
    assert 660 in heights
    assert states[0].tabs[0].links == ("page/mines?where=commodity%3Dlithium", "mine/zabuye")
    assert states[0].tabs[1].link == "chart/copper-resources"


def test_a_window_closed_before_the_end_is_not_opened_again(windows, context, qtbot):
    windows.start("mine/julong").context.state.open_apart("mine/jiama")
    windows.open[1].close()
    qtbot.waitUntil(lambda: context.state.can_reopen)
    close_all(windows)
    kept = read(context.settings.layout("windows"), lambda _: True)

    assert [[tab.link for tab in window.tabs] for window in kept] == [["mine/julong"]]


def test_a_link_given_at_the_start_comes_in_front_of_what_was_left(windows, context):
    windows.start("page/mines")
    close_all(windows)
    again = Windows(replace_state(context))
    state = again.start("mine/julong").context.state
    links = [tab.link for tab in state.tabs]
    front = state.link
    close_all(again)

    assert links == ["page/mines", "mine/julong"]
    assert front == "mine/julong"


def test_the_link_comes_into_the_window_that_was_in_front(qtbot, windows, context):
    first = windows.start("page/mines")
    first.context.state.open_apart("page/minerals")
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    assert windows.open[-1] is first
    close_all(windows)
    again = Windows(replace_state(context))
    again.start("mine/julong")
    shown = [[tab.link for tab in each.context.state.tabs] for each in again.open]
    close_all(again)

    assert shown == [["page/minerals"], ["page/mines", "mine/julong"]]


def test_an_end_without_notice_loses_no_tab(windows, context):
    window = windows.start("page/mines")
    window.context.state.open_beside("mine/julong")
    windows.remember()
    kept = read(context.settings.layout("windows"), lambda _: True)

    assert [[tab.link for tab in one.tabs] for one in kept] == [["page/mines", "mine/julong"]]


def test_two_tables_of_one_kind_are_told_apart(window):
    window.context.state.open("page/mines")
    window.context.state.open_beside("page/mines?where=commodity%3Dlithium")

    assert titles(window) == ["Mines", "Mines: commodity=lithium"]


def test_who_wants_the_first_page_gets_it(windows, context):
    windows.start("page/mines")
    close_all(windows)
    context.settings["start"] = "home"
    again = Windows(replace_state(context))
    link = again.start().context.state.link
    close_all(again)

    assert link == HOME


@pytest.mark.parametrize(
    "layout",
    [
        {"windows": 3},
        {"windows": [None, 7, "x", {}, {"tabs": None}, {"tabs": [[]]}]},
        {"windows": [{"tabs": [{"links": "mine/julong"}, {"links": [None, 4, {"a": 1}]}]}]},
        {"windows": [{"tabs": [{"links": ["mine/gone", "nonsense", "page/none", "x" * 9000]}]}]},
        {"windows": [{"geometry": "%%%", "front": "a", "tabs": [{"links": [HOME], "at": -9}]}]},
    ],
)
def test_damage_to_what_was_kept_leads_to_the_first_page(windows, context, layout):
    context.settings.keep_layout("windows", layout)

    assert windows.start().context.state.link == HOME


def test_links_that_are_gone_are_left_out_and_the_rest_stays():
    layout = {
        "windows": [
            {
                "front": 1,
                "tabs": [
                    {"links": ["gone"], "at": 0},
                    {"links": ["a", "gone", "b", "c"], "at": 2},
                    {"links": ["d"], "at": 5},
                ],
            }
        ]
    }
    (window,) = read(layout, lambda link: link != "gone")

    assert [tab.links for tab in window.tabs] == [("a", "b", "c"), ("d",)]
    assert window.front == 0
    assert window.tabs[0].link == "b"
    assert read(written([window]), lambda _: True)[0].tabs[0].links == ("a", "b", "c")


def replace_state(context):
    """Return a context as at the next start: nothing of the state is left."""
    from dataclasses import replace

    return replace(context, state=State())


def test_the_lens_is_on_again_and_seen(windows, context):
    windows.start("page/mines")
    context.look_through(parse_lens("company"))
    close_all(windows)
    context.look_through(OPEN)
    again = Windows(replace_state(context))
    window = again.start()
    lens = context.catalogue.lens
    told = window._bar._lens.text()
    close_all(again)

    assert lens == parse_lens("company")
    assert told == "Lens: 1 of 12 kinds"
