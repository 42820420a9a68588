# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Keeping what a table is narrowed to as a search of the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog

from terkha.marked import kept_query
from terkha.views.messages import tell
from terkha_db.errors import KnownError, QueryError
from terkha_db.query import GRAMMAR

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.models.filtering import TableFilter

translate = QCoreApplication.translate
_LONGEST = 60


def ask_and_save(
    parent: QWidget,
    context: Context,
    kind: str,
    asked: TableFilter,
    kept: frozenset[str] = frozenset(),
) -> None:
    """Ask for a name, offering what the chips say, and save the search under it.

    The records ``kept`` become part of the query, or it is told that they are too many.
    """
    told = "; ".join(chip.label for chip in asked.chips) or asked.words
    name, sure = QInputDialog.getText(
        parent,
        translate("Saving", "Save search"),
        translate("Saving", "Name; a search that has it already is replaced:"),
        text=told if len(told) <= _LONGEST else told[:_LONGEST].rstrip() + "…",
    )
    if sure:
        save(parent, context, kind, asked, name, kept)


def save(
    parent: QWidget,
    context: Context,
    kind: str,
    asked: TableFilter,
    name: str,
    kept: frozenset[str] = frozenset(),
) -> None:
    """Save words and query of a table under a name; a fault is told in one sentence."""
    query = asked.query()
    try:
        query = kept_query(query, kept) if kept else query
    except QueryError:
        tell(
            parent,
            translate(
                "Saving",
                "Too many records are marked for a saved search: take off their chip first.",
            ),
        )
        return
    try:
        context.library.searches.save(name, query, kind=kind, grammar=GRAMMAR)
    except KnownError as error:
        tell(parent, str(error))
        return
    context.state.library_changed.emit()
    context.state.say(translate("Saving", "Saved in the library: %s") % name)
