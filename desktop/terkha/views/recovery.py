# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library that cannot be opened at the start: what is the matter, and the ways to go on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha_db.errors import KnownError, LibraryError
from terkha_db.library.library import Library
from terkha_db.library.recovery import DamagedLibraryError

if TYPE_CHECKING:
    from pathlib import Path

    from terkha.look import Look
    from terkha_db.paths import Paths

translate = QCoreApplication.translate


class GivenUpError(LibraryError):
    """The library cannot be opened, the reader was told, and chose to end."""


def open_library(paths: Paths, look: Look) -> Library:
    """Open the library, with the reader's help where that is needed.

    Raises:
        GivenUpError: the reader would rather end.

    """
    while True:
        try:
            if not _missed(paths) or _bring_back(paths, look):
                return Library(paths, backs_up=False)
            goes_on = False
        except DamagedLibraryError as error:
            goes_on = _mend(paths, look, error)
        except LibraryError as error:
            goes_on = _try_again(str(error))
        if not goes_on:
            raise GivenUpError


def _missed(paths: Paths) -> bool:
    """Tell whether there is no library although there was one."""
    from terkha_db.library.rotation import newest_whole

    return not paths.library.exists() and newest_whole(paths) is not None


def _bring_back(paths: Paths, look: Look) -> bool:
    """Offer the backups of a library that is gone; False to end."""
    words = (
        translate("Recovery", "Your library is not where it was"),
        translate("Recovery", "There is no file %s, but there are backups of it.") % paths.library,
    )
    return _offer(paths, look, words)


def _mend(paths: Paths, look: Look, error: DamagedLibraryError) -> bool:
    """Offer the backups in the place of a damaged library; False to end."""
    print(f"terkha: {error}", file=sys.stderr)  # noqa: T201 - the terminal it was started from
    told = translate(
        "Recovery",
        "The file %(file)s is damaged (%(reason)s). It was left as it is. Whatever you choose, a "
        "copy of it stays in the folder of the backups.",
    )
    words = (
        translate("Recovery", "Your library cannot be read"),
        told % {"file": paths.library, "reason": error.reason},
    )
    return _offer(paths, look, words)


def _offer(paths: Paths, look: Look, words: tuple[str, str]) -> bool:
    from PySide6.QtWidgets import QMessageBox

    from terkha.views.backups_dialog import BackupsDialog

    ways = (
        translate("Recovery", "Begin with an empty library"),
        translate("Recovery", "Quit"),
    )
    dialog = BackupsDialog(look, paths, words, ways)
    if dialog.exec() != BackupsDialog.DialogCode.Accepted:
        return False
    try:
        _do(paths, dialog.chosen)
    except KnownError as error:
        QMessageBox.warning(None, "Terkha", str(error))
        # The library is as it was: the next try leads here again.
    return True


def _do(paths: Paths, chosen: Path | None) -> None:
    from terkha_db.library.restore import restore, start_anew

    if chosen is not None:
        restore(paths, chosen)
        return
    start_anew(paths)
    with Library(paths) as library:
        library.create()


def _try_again(sentence: str) -> bool:
    """Tell why the library cannot be opened now, and ask whether to try again."""
    from PySide6.QtWidgets import QMessageBox

    print(f"terkha: {sentence}", file=sys.stderr)  # noqa: T201 - the terminal it was started from
    box = QMessageBox(QMessageBox.Icon.Warning, "Terkha", sentence)
    again = box.addButton(translate("Recovery", "Try again"), QMessageBox.ButtonRole.AcceptRole)
    quit_ = box.addButton(translate("Recovery", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(quit_)
    box.exec()
    return box.clickedButton() is again
