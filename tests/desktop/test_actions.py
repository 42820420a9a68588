# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""ACTIONS: from one tuple come menus, keys, palette and help."""

from __future__ import annotations

from collections import Counter

import pytest

from terkha.actions import ACTIONS, MENUS, shortcuts_of
from terkha.views.palette import Palette
from terkha_resources.assets import ICONS


@pytest.mark.usefixtures("qapp")
def test_no_key_does_two_things():
    keys = Counter(key.toString() for action in ACTIONS for key in shortcuts_of(action))

    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_differ_and_every_action_has_a_menu_and_a_shipped_icon():
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert {action.menu for action in ACTIONS} <= set(MENUS)
    assert {action.icon for action in ACTIONS} <= set(ICONS)


def test_actions_that_need_a_record_are_off_where_none_is_shown(window):
    window.context.state.open("page/home")

    assert not window._actions["cite"].isEnabled()
    window.context.state.open("mine/julong")
    assert window._actions["cite"].isEnabled()


def test_the_palette_finds_actions_by_parts_of_their_names(qtbot, window):
    palette = Palette(window, window._actions)
    qtbot.addWidget(palette)
    palette.fill("copy link")

    assert palette._list.count() == 1
    assert "Copy link" in palette._list.item(0).text()
