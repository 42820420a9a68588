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
