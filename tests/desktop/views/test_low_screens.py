# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every dialog and page fits on the smallest screen, 1024 by 640, at the largest text."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QListWidget,
    QPushButton,
)

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
from terkha.views.pages import PAGES
from terkha.views.parts import Elided
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


LINKS = (
    *(f"page/{page.id}" for page in PAGES if page.group),
    "chart/copper-resources",
    "mine/julong",
    "citation/ferenczy-2025-prc-mining-tibet",
    "page/compare?ids=mine/julong,mine/jiama",
    "search/qulong",
)


@pytest.mark.parametrize("scale", [150, 200])
def test_nothing_of_a_page_is_cut_or_lies_over_something_else(window, scale):
    context = window.context
    context.library.bookmarks.add([JULONG])
    context.look.choose(text_scale=scale)
    cut, over = [], []
    for link in LINKS:
        context.state.open(link)
        window.resize(SCREEN)
        for _ in range(2):
            QApplication.processEvents()
        shown = [made for made in window.findChildren(QAbstractButton) if _is_shown(made)]
        cut += [
            (link, made.accessibleName() or made.text())
            for made in shown
            if isinstance(made, QPushButton)
            and made.text()
            and made.width() < made.minimumSizeHint().width()
        ]
        over += [
            (link, one.accessibleName(), other.accessibleName())
            for one, other in combinations(shown, 2)
            if one.parentWidget() is other.parentWidget()
            and one.geometry().intersects(other.geometry())
        ]
    context.look.choose(text_scale=100)
    assert cut == []
    assert over == []
    assert (window.width(), window.height()) == (1024, 640)


def _is_shown(made):
    return made.isVisible() and not made.visibleRegion().isEmpty()


def test_the_page_in_front_is_in_sight_among_all(window):
    window.context.look.choose(text_scale=200)
    window.resize(SCREEN)
    for page in PAGES:
        if page.group:
            window.context.state.open(f"page/{page.id}")
            QApplication.processEvents()
            (marked,) = (
                made
                for made in window.findChildren(QPushButton)
                if made.property("kind") == "nav" and made.isChecked()
            )
            assert marked.visibleRegion().boundingRect() == marked.rect()
    window.context.look.choose(text_scale=100)


def test_a_table_keeps_its_title_and_the_status_bar_what_was_just_said(window):
    window.context.look.choose(text_scale=200)
    window.context.state.open("page/mines")
    window.resize(SCREEN)
    QApplication.processEvents()
    titles = [one for one in window.page().findChildren(Elided) if one.accessibleName() == "Mines"]
    assert [one.text() for one in titles] == ["Mines"]
    window.context.state.say("Copied terkha:mine/julong")
    QApplication.processEvents()
    said = [one.text() for one in window.findChildren(Elided) if one.isVisible()]
    window.context.look.choose(text_scale=100)
    assert "Copied terkha:mine/julong" in said
