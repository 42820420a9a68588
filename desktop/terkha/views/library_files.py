# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The library's files: export, import, backup and restore, with the dialogs of the system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.views.messages import ask, tell
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from terkha.views.window import Window
    from terkha_db.library.conflicts import Conflict
    from terkha_db.library.merge import MergeReport


translate = QCoreApplication.translate


def export_library(window: Window) -> None:
    """Write the library as open JSON, or as HTML to be read."""
    from terkha_db.library.exchange import export_file

    title = translate("LibraryFiles", "Export library")
    name = ask_where(window, title, translate("LibraryFiles", "library"))
    if name:
        _try(
            window,
            lambda: export_file(window.context.library, Path(name)),
            translate("LibraryFiles", "Exported %s"),
            name,
        )


def ask_where(parent: QWidget, title: str, name: str) -> str:
    """Ask where to write an export that is called ``name``; return "" if nowhere."""
    from PySide6.QtWidgets import QFileDialog

    from terkha_db.given import LIBRARY_ENDING

    kinds = (
        translate("LibraryFiles", "Terkha library, open JSON (*.terkha *.json)"),
        translate("LibraryFiles", "HTML to be read (*.html)"),
    )
    file, _ = QFileDialog.getSaveFileName(
        parent, title, f"{name}{LIBRARY_ENDING}", ";;".join(kinds)
    )
    return file


def import_library(window: Window) -> None:
    """Take in an exported library: nothing on either side is lost, and it can be undone."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(
        window,
        translate("LibraryFiles", "Import into library"),
        "",
        translate("LibraryFiles", "Exported library (*.terkha *.json)"),
    )
    if name:
        import_library_of(window, Path(name))


def import_library_of(window: Window, file: Path, *, asked: bool = True) -> None:
    """Take in an exported library; where the two differ, the reader is asked first.

    With ``asked`` the reader has said already that it is to be imported.
    """
    from PySide6.QtWidgets import QDialog

    from terkha.views.conflicts_dialog import ConflictsDialog
    from terkha_db.library.conflicts import Choice
    from terkha_db.library.exchange import import_file

    library = window.context.library
    try:
        choices: dict[Conflict, Choice] = {}
        rehearsal = import_file(library, file, rehearse=True)
        if conflicts := rehearsal.conflicts:
            dialog = ConflictsDialog(window.context.look, conflicts, file.name, window)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            choices = dialog.choices
        elif not asked and not _wanted(window, file, rehearsal):
            return
        report = import_file(library, file, lambda one: choices.get(one, Choice.BOTH))
    except KnownError as error:
        tell(window, str(error))
        return
    window.context.state.library_changed.emit()
    tell(window, report.sentence())


def _wanted(window: Window, file: Path, rehearsal: MergeReport) -> bool:
    question = translate(
        "LibraryFiles",
        "Import %(file)s into your library? %(what)s Nothing of yours is lost, and it can be "
        "undone.",
    ) % {"file": file.name, "what": f"{rehearsal.sentence()[:1].upper()}{rehearsal.sentence()[1:]}"}
    return ask(window, question, translate("LibraryFiles", "Import"))


def back_up_library(window: Window) -> None:
    """Copy the library to a file of the reader's choice."""
    from PySide6.QtWidgets import QFileDialog

    from terkha_db.library.backup import back_up_to

    name, _ = QFileDialog.getSaveFileName(
        window,
        translate("LibraryFiles", "Back up library"),
        "terkha-library.sqlite",
        translate("LibraryFiles", "Library (*.sqlite)"),
    )
    if name:
        _try(
            window,
            lambda: back_up_to(window.context.paths, Path(name)),
            translate("LibraryFiles", "Backed up to %s"),
            name,
        )


def restore_library(window: Window) -> None:
    """Put a backup in the place of the library; what was there is kept among the backups."""
    from terkha.views.backups_dialog import BackupsDialog

    context = window.context
    words = (
        translate("LibraryFiles", "Restore library"),
        translate(
            "LibraryFiles",
            "What you choose takes the place of your library. The present one is kept among the "
            "backups, so that you can return to it.",
        ),
    )
    ways = ("", translate("LibraryFiles", "Cancel"))
    dialog = BackupsDialog(context.look, context.paths, words, ways, window)
    dialog.exec()
    chosen = dialog.chosen
    if chosen is None:
        return
    _try(
        window,
        lambda: context.library.restore(chosen),
        translate("LibraryFiles", "Restored %s"),
        str(chosen),
    )
    context.state.library_changed.emit()


def _try(window: Window, work: Callable[[], object], done: str, name: str) -> None:
    try:
        work()
    except KnownError as error:
        tell(window, str(error))
        return
    window.context.state.say(done % name)
