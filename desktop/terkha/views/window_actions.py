# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""ACTIONS as the actions of one window: with its keys, and on only where they can do something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from terkha.actions import ACTIONS, shortcuts_of

if TYPE_CHECKING:
    from terkha.state import State
    from terkha.views.window import Window


def make_actions(window: Window) -> dict[str, QAction]:
    """Return an action of Qt for each of ACTIONS, by id; the window answers to their keys."""
    made = {}
    for action in ACTIONS:
        qt_action = QAction(QCoreApplication.translate("Actions", action.label), window)
        qt_action.setShortcuts(shortcuts_of(action))
        qt_action.setToolTip(_tip(qt_action))
        qt_action.triggered.connect(lambda _=False, run=action.run: run(window))
        window.addAction(qt_action)
        made[action.id] = qt_action
    return made


def enable(actions: Mapping[str, QAction], state: State, *, records: bool) -> None:
    """Turn on what can be done now; ``records`` says whether the page in front has some chosen."""
    for action in ACTIONS:
        if action.needs_records:
            actions[action.id].setEnabled(records)
    enable_ways(actions, state)


def enable_ways(actions: Mapping[str, QAction], state: State) -> None:
    """Turn on the ways that there are: back, forward, and from tab to tab."""
    several = len(state.tabs) > 1
    for action, is_on in (
        ("back", state.can_go_back),
        ("forward", state.can_go_forward),
        ("tab-next", several),
        ("tab-previous", several),
        ("tab-apart", several),
        ("tab-reopen", state.can_reopen),
    ):
        actions[action].setEnabled(is_on)


def _tip(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{action.text()} ({key})" if key else action.text()
