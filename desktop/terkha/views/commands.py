# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What actions do with the records in front and with the reader's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from terkha.views import keeping
from terkha.views.compare_link import comparable, compare_link
from terkha.views.messages import tell
from terkha.views.own_view import view_of
from terkha.views.pages import given_away
from terkha.views.titles import as_view
from terkha_db.codes import code_of, printed
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from terkha.views.window import Window
    from terkha_db.entities import Cite
    from terkha_db.library.actions import Change


translate = QCoreApplication.translate


def bookmark(window: Window) -> None:
    """Keep the records in front, or the view where there are none; or let them go again."""
    ids = window.page().record_ids()
    if ids:
        keeping.keep_or_let_go(window, window.context, ids)
    else:
        bookmark_view(window)


def bookmark_view(window: Window) -> None:
    """Keep the view in front as it is: table with its query, chart, comparison or search."""
    context, page = window.context, window.page()
    keeping.keep_or_let_go_of(window, context, [as_view(context, page.link())])
    if page.link_note():
        context.state.say(page.link_note())


def cite(window: Window) -> None:
    """Open the citation dialog for the records in front."""
    page = window.page()
    view = view_of(page)
    keeping.cite(window, window.context, page.citable(), page.accessibleName(), view)


def cite_entry(window: Window) -> None:
    """Open the citation dialog for the chart, map or records in front, as entries of Terkha."""
    page, context = window.page(), window.context
    view = view_of(page)
    shown = () if view else page.record_ids()
    ids = [one for one in shown if context.catalogue.exists(one)]
    if ids or view:
        keeping.cite_entries(window, context, ids, page.accessibleName(), view)
    else:
        context.state.say(translate("Commands", "Only what is in the catalogue has an entry"))


def add_to_tray(window: Window) -> None:
    """Put the records in front into the citation tray."""
    keeping.add_to_tray(window, window.context, window.page().record_ids())


def dossier(window: Window) -> None:
    """Put the records in front into one document with their bibliography."""
    from terkha.views.dossier_dialog import make_dossier

    make_dossier(window, window.context, window.page().record_ids())


def cite_tray(window: Window) -> None:
    """Open the citation dialog for what lies in the tray."""
    from terkha_db.cited import citable

    context = window.context
    links = [entry.link for entry in context.library.tray.all()]
    ids = citable(context.catalogue, context.library, links)
    if ids:
        keeping.cite(window, context, ids, translate("Commands", "the citation tray"))
    else:
        context.state.say(
            translate(
                "Commands", "The tray is empty: Ctrl+Shift+A puts the record in front into it"
            )
        )


def copy_citation(window: Window) -> None:
    """Copy the formatted works of what is in focus, as HTML and plain text at once.

    That is the value whose marker has the keyboard, or the mark chosen in a chart; else all works
    of the records in front.
    """
    from terkha.models.citation_list import CitationList
    from terkha_db.cited import gather, gather_cites

    context, page = window.context, window.page()
    cites = _cites_in_focus() or page.cites()
    if cites:
        cited = gather_cites(context.catalogue, cites)
    else:
        cited = gather(context.catalogue, context.library, page.citable())
    listed = CitationList(cited, context.settings["citation_style"])
    data = QMimeData()
    data.setHtml(listed.pasted(context.catalogue))
    data.setText(listed.written(context.catalogue, "text").decode())
    QGuiApplication.clipboard().setMimeData(data)
    context.state.say(translate("Commands", "Copied %n work(s)", "", listed.cited.count))


def _cites_in_focus() -> Sequence[Cite]:
    """Return who gives the value whose marker has the keyboard, with the places in the works."""
    view = QApplication.focusWidget()
    from terkha.views.record_view import RecordView

    marker = view.focused_marker() if isinstance(view, RecordView) else None
    return marker.cites if marker else ()


def compare(window: Window) -> None:
    """Set the records in front side by side, if they are of one kind."""
    ids, words = comparable(window.page().record_ids())
    if ids:
        window.context.state.open(compare_link(ids))
    if words:
        window.context.state.say(words)


def copy_link(window: Window) -> None:
    """Copy the link that opens this place in any installation."""
    page = window.page()
    link, note = given_away(page.link(), window.context.catalogue.lens)
    QGuiApplication.clipboard().setText(link)
    # What is left out is said first: of a long link the end is not seen.
    said = (note, page.link_note(), translate("Commands", "Copied %s") % link)
    window.context.state.say(". ".join(words for words in said if words))


def copy_code(window: Window) -> None:
    """Copy the short code of the record in front, or of the statement that its link names."""
    catalogue, page = window.context.catalogue, window.page()
    record = page.record_ids()[0]
    if not catalogue.exists(record):
        window.context.state.say(translate("Commands", "Only what is in the catalogue has a code"))
        return
    named, _, anchor = page.link().partition("#")
    stated = catalogue.record(record).statements if named == record and anchor else ()
    statement = anchor if any(one.id == anchor for one in stated) else ""
    code = printed(code_of(record, statement))
    QGuiApplication.clipboard().setText(code)
    window.context.state.say(translate("Commands", "Copied %s") % code)


def new_work(window: Window) -> None:
    """Open the form for a work that the catalogue does not have."""
    from terkha.views.work_dialog import edit_work

    edit_work(window.context, "", window)


def import_table(window: Window) -> None:
    """Make a collection of the reader's own of a table."""
    from terkha.views.import_dialog import import_table as ask_for_table

    ask_for_table(window, window.context)


def quit_application(_window: Window) -> None:
    """Close all windows, which ends the application and loses nothing."""
    QApplication.closeAllWindows()


def undo(window: Window) -> None:
    """Take back the last change of the library."""
    _step(
        window,
        window.context.library.undo,
        translate("Commands", "Undone: %s"),
        translate("Commands", "Nothing to undo"),
    )


def redo(window: Window) -> None:
    """Make the change again that was taken back."""
    _step(
        window,
        window.context.library.redo,
        translate("Commands", "Redone: %s"),
        translate("Commands", "Nothing to redo"),
    )


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
