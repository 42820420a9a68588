# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Buttons leave their words to the tooltip where there is no room, and are called the same."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from terkha.views.giving import GivingButton, fit
from terkha.views.parts import button


def painted(made):
    """The words on a button as Qt paints them."""
    return QPushButton.text(made)


def test_the_last_buttons_give_way_first_and_take_their_words_back(qtbot, framed, look):
    line = QWidget()
    layout = QHBoxLayout(line)
    made = [button(words) for words in ("First button", "Second button", "Third button")]
    for each in made:
        each.setIcon(look.icons.icon("copy"))
        layout.addWidget(each)
    made[2].setToolTip("Why it is there")
    framed(line, 800, 60)
    wide = layout.minimumSize().width()

    fit(layout, made, wide - 20)
    assert [bool(painted(each)) for each in made] == [True, True, False]
    assert made[2].text() == made[2].accessibleName() == "Third button"
    assert made[2].toolTip() == "Third button: Why it is there"
    assert layout.minimumSize().width() <= wide - 20
    fit(layout, made, 1)
    assert not any(map(painted, made))
    fit(layout, made, wide)
    assert [painted(each) for each in made] == [each.text() for each in made]
    assert made[2].toolTip() == "Why it is there"
    line.setParent(None)
    qtbot.addWidget(line)


def test_without_an_icon_the_words_stay(qtbot):
    made = GivingButton("Words alone")
    qtbot.addWidget(made)
    made.give_way(on=True)
    assert painted(made) == "Words alone"


def test_no_button_of_a_table_is_cut_at_twice_the_text_size(window, context):
    window.resize(1024, 640)
    context.look.choose(text_scale=200)
    for link in ("page/mines", "page/events?view=timeline"):
        context.state.open(link)
        head = window.page().head
        shown = [one for one in head.findChildren(QPushButton) if one.isVisible()]
        assert any(not painted(one) for one in shown)
        assert all(one.width() >= one.sizeHint().width() for one in shown if painted(one))
