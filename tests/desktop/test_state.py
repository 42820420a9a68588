# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""State: where the reader is, and the way back."""

from __future__ import annotations

from terkha.state import HOME, State


def test_a_new_state_is_at_home_with_no_way_back():
    state = State()

    assert state.link == HOME
    assert not state.can_go_back
    assert not state.can_go_forward


def test_back_and_forward_go_over_what_was_opened(qtbot):
    state = State()
    for link in ("mine/julong", "mine/qulong", "page/library"):
        state.open(link)

    with qtbot.waitSignal(state.opened) as told:
        state.back()
    assert told.args == ["mine/qulong"]
    state.back()
    assert state.link == "mine/julong"
    assert not state.can_go_back
    state.forward()
    assert state.link == "mine/qulong"


def test_opening_anew_forgets_what_lay_ahead():
    state = State()
    for link in ("mine/julong", "mine/qulong"):
        state.open(link)
    state.back()
    state.open("mine/jiama")

    assert not state.can_go_forward
    state.back()
    assert state.link == "mine/julong"


def test_opening_the_same_link_twice_is_one_step():
    state = State()
    state.open("mine/julong")
    state.open("mine/julong")

    assert not state.can_go_back


def test_refining_a_link_is_no_step_of_its_own(qtbot):
    state = State()
    state.open("page/library")
    state.open("page/mines")
    with qtbot.assertNotEmitted(state.opened):
        state.refine("page/mines?where=status%3Doperating")
    state.open("mine/julong")
    state.back()

    assert state.link == "page/mines?where=status%3Doperating"
    state.back()
    assert state.link == "page/library"


def test_a_tab_opened_beside_waits_behind_with_a_way_of_its_own(qtbot):
    state = State()
    state.open("mine/julong")
    with qtbot.assertNotEmitted(state.opened), qtbot.waitSignal(state.tabs_changed):
        state.open_beside("mine/jiama")
    assert state.link == "mine/julong"
    state.show_tab(1)
    state.open("mine/qulong")
    state.back()

    assert state.link == "mine/jiama"
    assert not state.can_go_back
    assert [tab.link for tab in state.tabs] == ["mine/julong", "mine/jiama"]


def test_tabs_go_round_and_are_put_into_other_places():
    state = State()
    state.open("mine/julong")
    state.open_beside("mine/jiama", in_front=True)
    state.show_tab(state.front + 1)
    assert state.link == "mine/julong"
    state.move_tab(0, 1)

    assert state.link == "mine/julong"
    assert [tab.link for tab in state.tabs] == ["mine/jiama", "mine/julong"]


def test_a_closed_tab_comes_back_with_its_way():
    state = State()
    state.open("page/mines")
    state.open_beside("mine/julong", in_front=True)
    state.open("mine/jiama")
    state.close_tab(1)
    assert state.link == "page/mines"
    assert state.can_reopen
    state.reopen_tab()

    assert state.link == "mine/jiama"
    state.back()
    assert state.link == "mine/julong"
    assert not state.can_reopen


def test_closing_a_tab_behind_leaves_the_one_in_front(qtbot):
    state = State()
    state.open("mine/julong")
    state.open_beside("mine/jiama")
    with qtbot.assertNotEmitted(state.opened):
        state.close_tab(1)

    assert state.link == "mine/julong"


def test_the_last_tab_does_not_go_but_returns_to_the_first_page():
    state = State()
    state.open("mine/julong")
    state.close_tab(0)

    assert state.link == HOME
    assert len(state.tabs) == 1


def test_how_a_page_was_left_is_told_on_the_way_back():
    state = State()
    state.left.connect(lambda: state.keep({"scrolled": len(state.link)}))
    state.open("mine/julong")
    state.open("mine/jiama")
    assert state.trail.place == {}
    state.back()

    assert state.trail.place == {"scrolled": len("mine/julong")}


def test_records_are_selected_in_one_place_for_all(qtbot):
    state = State()
    assert state.selected == frozenset()

    with qtbot.waitSignal(state.selected_changed):
        state.select(["mine/julong", "mine/jiama"])
    assert state.selected == {"mine/julong", "mine/jiama"}
    with qtbot.assertNotEmitted(state.selected_changed):
        state.select(["mine/jiama", "mine/julong"])


def test_tabs_opened_beside_stand_in_the_order_they_were_opened_in():
    state = State()
    state.open("page/mines")
    for link in ("mine/julong", "mine/jiama", "mine/qulong"):
        state.open_beside(link)
    state.show_tab(1)
    state.open_beside("mine/zabuye")

    links = [tab.link for tab in state.tabs]
    assert links == ["page/mines", "mine/julong", "mine/zabuye", "mine/jiama", "mine/qulong"]
