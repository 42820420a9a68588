# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Chapters of the manual in Markdown, with what they take from the program and the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.actions import ACTIONS, MENUS, shortcuts_of
from terkha_db.coverage import as_markdown
from terkha_resources import text
from terkha_resources.help import COVERAGE, KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from terkha_db.catalogue import Catalogue


def chapter(name: str, catalogue: Catalogue) -> str:
    """Return a chapter with the counts of a catalogue and the keys of all actions put in."""
    words = text(f"help/{name}.md")
    if COVERAGE in words:
        words = words.replace(COVERAGE, as_markdown(catalogue.coverage()))
    if KEYS in words:
        words = words.replace(KEYS, "\n".join(_keys()))
    return words


def _keys() -> Iterator[str]:
    """Yield a table of keys for each menu whose actions have any."""
    for menu in MENUS:
        rows = [
            f"| {', '.join(f'`{key.toString()}`' for key in keys)} | {_translated(action.label)} |"
            for action in ACTIONS
            if action.menu == menu and (keys := shortcuts_of(action))
        ]
        if rows:
            yield f"## {_translated(menu)}\n"
            yield "\n".join(("| keys | does |", "|---|---|", *rows, ""))


def _translated(words: str) -> str:
    return QCoreApplication.translate("Actions", words)
