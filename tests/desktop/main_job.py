# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Does one half of the main job in the window of a real start, as a process of its own.

``python main_job.py PROFILE keep`` finds, keeps, files and notes; ``… hand-in FOLDER`` exports.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

import terkha.app
from terkha.models.roles import Role
from terkha_db.cli import main

SPELLING, FOUND = "chulong copper", "mine/julong"
COLLECTION = "For chapter 2"
NOTE = "Ask *which* licences the 25.88 Mt cover."
_SOON, _LATEST = 20, 60_000  # milliseconds


def once(true: Callable[[], object], act: Callable[[], object], waited: int = 0) -> None:
    """Do something as soon as something else is true; end the process where it fails."""
    try:
        if true():
            act()
        elif waited > _LATEST:
            raise TimeoutError
        else:
            QTimer.singleShot(_SOON, lambda: once(true, act, waited + _SOON))
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def in_dialog(act: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that is about to open."""
    once(QApplication.activeModalWidget, lambda: act(QApplication.activeModalWidget()))


def keep(window, _folder) -> None:
    box, state = window._bar.search, window.context.state
    window.focus_search()
    QTest.keyClicks(box, SPELLING)
    QTest.keyClick(box, Qt.Key.Key_Return)

    def name(dialog):
        dialog.findChild(QComboBox).setEditText(COLLECTION)
        dialog.accept()

    def note(dialog):
        QTest.keyClicks(dialog.editor, NOTE)
        dialog.accept()

    def file_and_note():
        window.act("bookmark")
        state.open("page/library")
        page = window.page()
        page.list.select_links({FOUND})
        in_dialog(name)
        page.file_selected()
        page.list.select_links({FOUND})
        in_dialog(note)
        page.note_selected()
        window.close()

    once(lambda: state.link == FOUND, file_and_note)


def hand_in(window, folder) -> None:
    """Export the collection as a list and as a dossier, and tell what was found."""
    left = window.context.state.link
    window.context.state.open("page/library")
    page = window.page()
    model = page.shelves.model()
    found = (model.index(row, 0).data(Role.ENTRY) for row in range(model.rowCount()))
    shelves = [one.shelf for one in found if one.shelf is not None]
    page.shelves.choose(next(one for one in shelves if one.name == COLLECTION))
    told = {"left": left, "links": page.model.links()}

    def save(dialog):
        dialog._choose(dialog._formats, "biblatex")
        told["list"] = dialog.save(folder / "chapter.bib")
        dialog.reject()

    def write(dialog):
        told["title"] = dialog.title.text()
        told["dossier"] = dialog.write(folder / "chapter.docx")
        dialog.reject()

    in_dialog(save)
    window.act("cite")
    in_dialog(write)
    page.make_dossier()
    (folder / "told.json").write_text(json.dumps(told))
    window.close()


def drive(profile: str, what: str, folder: str = ".") -> int:
    """Start Terkha on a profile, and do one half of the job as soon as its window is there."""
    half = {"keep": keep, "hand-in": hand_in}[what]
    start = terkha.app.start

    def started(windows, *arguments):
        start(windows, *arguments)
        # Not before the application runs: what ends it earlier is lost.
        QTimer.singleShot(_SOON, lambda: once(lambda: windows.open, begin))

        def begin():
            half(windows.open[-1], Path(folder))

    terkha.app.start = started
    return main(["--profile", profile])


if __name__ == "__main__":
    sys.exit(drive(*sys.argv[1:]))
