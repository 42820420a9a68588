# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Keeping records in the library and citing them, from wherever a reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.views.messages import tell
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha_db.library.model import Target


translate = QCoreApplication.translate


def targets(context: Context, ids: Sequence[str]) -> list[Target]:
    """Return what the library keeps of records: link, kind, title and edition."""
    from terkha_db.library.model import Target

    edition = context.catalogue.edition.version
    return [
        Target(brief.id, brief.kind, brief.title, edition)
        for brief in context.catalogue.briefs(ids)
    ]


def keep_or_let_go(parent: QWidget, context: Context, ids: Sequence[str]) -> None:
    """Keep records, or let them go if all of them are kept; undo takes either back."""
    keep_or_let_go_of(parent, context, targets(context, ids))


def keep_or_let_go_of(parent: QWidget, context: Context, chosen: Sequence[Target]) -> None:
    """Keep records or views, or let them go if all of them are kept."""
    links = [target.link for target in chosen]
    try:
        if links and context.library.bookmarks.links().issuperset(links):
            context.library.bookmarks.remove(links)
            words = translate("Keeping", "No longer kept: %s")
        else:
            context.library.bookmarks.add(chosen)
            words = translate("Keeping", "Kept in the library: %s")
    except KnownError as error:
        tell(parent, str(error))
        return
    context.state.library_changed.emit()
    context.state.say(words % ", ".join(target.title for target in chosen))


def add_to_tray(parent: QWidget, context: Context, ids: Sequence[str]) -> None:
    """Put records into the citation tray."""
    try:
        added = context.library.tray.add(targets(context, ids))
    except KnownError as error:
        tell(parent, str(error))
        return
    context.state.library_changed.emit()
    context.state.say(translate("Keeping", "%n put into the tray", "", added))


def cite(
    parent: QWidget,
    context: Context,
    ids: Sequence[str],
    origin: str,
    view: tuple[str, str] | None = None,
) -> None:
    """Open the citation dialog for records; ``origin`` says where they are from.

    A view, by link and title, may be cited beside what it rests on.
    """
    from terkha.views.cite_dialog import CiteDialog

    CiteDialog(context, ids, origin, parent, view=view).exec()


def cite_entries(
    parent: QWidget,
    context: Context,
    ids: Sequence[str],
    origin: str,
    view: tuple[str, str] | None = None,
) -> None:
    """Open the citation dialog for records or a view themselves, as entries of Terkha."""
    from terkha.views.cite_dialog import CiteDialog

    CiteDialog(context, ids, origin, parent, entries=True, view=view).exec()
