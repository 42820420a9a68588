# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every dialog fits on the smallest screen, 1024 by 640, at the largest text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QListWidget, QPushButton

from terkha.views.added_dialog import AddedDialog
from terkha.views.backups_dialog import BackupsDialog
from terkha.views.cite_dialog import CiteDialog
from terkha.views.conflicts_dialog import ConflictsDialog
from terkha.views.dossier_dialog import DossierDialog
from terkha.views.editions_dialog import EditionsDialog
from terkha.views.help_dialogs import About, Shortcuts
from terkha.views.import_dialog import ImportDialog
from terkha.views.note_dialog import NoteDialog
from terkha.views.outside import OutsideLink
from terkha.views.preferences import Preferences
from terkha.views.work_dialog import WorkDialog
from terkha_db.citing import FORMATS, STYLES
from terkha_db.library.backup import back_up
from terkha_db.library.conflicts import Conflict
from terkha_db.library.model import Target

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
SCREEN = QSize(1024, 640)
MINES = ["mine/julong", "mine/jiama"]
JULONG = Target("mine/julong", "mine", "Julong")
ADDRESS = "https://www.example.org/" + "a-long-name-of-a-folder/" * 6
CONFLICTS = [
    Conflict("notes", "mine/julong", "Julong", "A note of mine.", "A note of theirs."),
    Conflict("work", "work/lafitte-2013-spoiling", "Spoiling Tibet", "2013", "2014"),
]


def backups(context, _file):
    context.library.bookmarks.add([JULONG])
    back_up(context.paths)
    words = ("The library cannot be opened", "It is damaged where it is read. " * 8)
    ways = ("Begin with an empty library", "Leave")
    return BackupsDialog(context.look, context.paths, words, ways)


def table(context, file):
    file.write_text("name,latitude,longitude\nNorbusa,29.6,91.6\n")
    return ImportDialog(context, file)


DIALOGS = {
    "added": lambda context, _: AddedDialog(context, [], "Mines", "page/mines"),
    "backups": backups,
    "cite": lambda context, _: CiteDialog(context, MINES, "Mines"),
    "conflicts": lambda context, _: ConflictsDialog(context.look, CONFLICTS, "theirs.json"),
    "dossier": lambda context, _: DossierDialog(context, MINES, "Mines"),
    "editions": lambda context, _: EditionsDialog(context),
    "import": table,
    "note": lambda context, _: NoteDialog(context, JULONG, "A note", lambda _: True),
    "outside": lambda context, _: OutsideLink(context, ADDRESS),
    "preferences": lambda context, _: Preferences(context),
    "shortcuts": lambda *_: Shortcuts(),
    "about": lambda context, _: About(context),
    "work": lambda context, _: WorkDialog(context),
}


@pytest.fixture
def large(context):
    context.look.choose(text_scale=200)
    yield context
    context.look.choose(text_scale=100)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_and_what_has_no_room_scrolls(large, tmp_path, name):
    dialog = DIALOGS[name](large, tmp_path / "table.csv")
    dialog.show()
    for _ in range(2):  # words become as high as the width that they got
        QApplication.processEvents()
        dialog.resize(SCREEN)
    size = dialog.size()
    dialog.close()
    assert (size.width(), size.height()) == (1024, 640)


@pytest.mark.parametrize("name", ["cite", "dossier", "preferences"])
def test_what_scrolls_comes_into_sight_with_the_keyboard(large, tmp_path, name):
    dialog = DIALOGS[name](large, tmp_path)
    dialog.resize(SCREEN)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    hidden = {
        made
        for kind in (QCheckBox, QComboBox, QPushButton)
        for made in dialog.findChildren(kind)
        if made.isEnabled() and made.isVisibleTo(dialog)
    }
    for _ in range(3 * len(hidden) + 9):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached = dialog.focusWidget()
        if reached.visibleRegion().boundingRect() == reached.rect():
            hidden.discard(reached)
    dialog.close()
    assert [made.accessibleName() for made in hidden] == []


def test_what_is_chosen_of_a_list_is_in_sight_on_a_low_screen(context):
    context.settings["citation_style"] = STYLES[-1].id
    context.settings["citation_format"] = FORMATS[-1].id
    dialog = CiteDialog(context, MINES, "Mines")
    dialog.show()
    dialog.resize(SCREEN)
    QApplication.processEvents()
    lists = dialog.findChildren(QListWidget)
    shown = [one.viewport().rect().contains(one.visualItemRect(one.currentItem())) for one in lists]
    dialog.close()
    assert shown == [True, True]
