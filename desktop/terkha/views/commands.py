# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What actions do with the records in front and with the reader's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from terkha.views.messages import tell
from terkha.views.pages import outside
from terkha_db.errors import KnownError
from terkha_db.library.model import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.context import Context
    from terkha.views.window import Window
    from terkha_db.library.actions import Change


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Commands", text, "", count)


def targets(context: Context, ids: Sequence[str]) -> list[Target]:
    """Return what the library keeps of records: link, kind, title and edition."""
    edition = context.catalogue.edition.version
    return [
        Target(brief.id, brief.kind, brief.title, edition)
        for brief in context.catalogue.briefs(ids)
    ]


def bookmark(window: Window) -> None:
    """Keep the records in front, or let them go if all of them are kept."""
    context = window.context
    chosen = targets(context, window.page().record_ids())
    links = [target.link for target in chosen]
    kept = context.library.bookmarks.links()
    try:
        if links and kept.issuperset(links):
            context.library.bookmarks.remove(links)
            words = _tr("No longer kept: %s")
        else:
            context.library.bookmarks.add(chosen)
            words = _tr("Kept in the library: %s")
    except KnownError as error:
        tell(window, str(error))
        return
    context.state.library_changed.emit()
    context.state.say(words % ", ".join(target.title for target in chosen))


def cite(window: Window) -> None:
    """Open the citation dialog for the records in front."""
    _cite(window, window.page().record_ids(), window.page().accessibleName())


def add_to_tray(window: Window) -> None:
    """Put the records in front into the citation tray."""
    context = window.context
    try:
        added = context.library.tray.add(targets(context, window.page().record_ids()))
    except KnownError as error:
        tell(window, str(error))
        return
    context.state.library_changed.emit()
    context.state.say(_tr("%n put into the tray", added))


def cite_tray(window: Window) -> None:
    """Open the citation dialog for what lies in the tray."""
    context = window.context
    links = [entry.link for entry in context.library.tray.all()]
    ids = [link for link in links if context.catalogue.exists(link)]
    if ids:
        _cite(window, ids, _tr("the citation tray"))
    else:
        context.state.say(_tr("The tray is empty: Ctrl+Shift+A puts the record in front into it"))


def copy_citation(window: Window) -> None:
    """Copy the formatted works of the records in front, as HTML and plain text at once."""
    from terkha.models.citation_list import CitationList

    context = window.context
    ids = window.page().record_ids()
    listed = CitationList.of(context.catalogue, ids, context.settings["citation_style"])
    data = QMimeData()
    data.setHtml(listed.written(context.catalogue, "html").decode())
    data.setText(listed.written(context.catalogue, "text").decode())
    QGuiApplication.clipboard().setMimeData(data)
    context.state.say(_tr("Copied %n work(s)", len(listed.works)))


def copy_link(window: Window) -> None:
    """Copy the link that opens this place in any installation."""
    link = outside(window.page().link())
    QGuiApplication.clipboard().setText(link)
    window.context.state.say(_tr("Copied %s") % link)


def undo(window: Window) -> None:
    """Take back the last change of the library."""
    _step(window, window.context.library.undo, _tr("Undone: %s"), _tr("Nothing to undo"))


def redo(window: Window) -> None:
    """Make the change again that was taken back."""
    _step(window, window.context.library.redo, _tr("Redone: %s"), _tr("Nothing to redo"))


def _cite(window: Window, ids: Sequence[str], origin: str) -> None:
    from terkha.views.cite_dialog import CiteDialog

    CiteDialog(window.context, ids, origin, window).exec()


def _step(window: Window, move: Callable[[], Change | None], done: str, nothing: str) -> None:
    try:
        change = move()
    except KnownError as error:
        tell(window, str(error))
        return
    if change is None:
        window.context.state.say(nothing)
        return
    window.context.state.library_changed.emit()
    window.context.state.say(done % change.label)
