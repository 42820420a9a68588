# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library that cannot be opened at the start, and going back to a backup from the menu."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMessageBox

from terkha.views import recovery
from terkha.views.backups_dialog import BackupsDialog
from terkha.views.recovery import GivenUpError, open_library
from terkha_db.library.backup import back_up
from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

JULONG, ZABUYE = Target("mine/julong", title="Julong"), Target("mine/zabuye", title="Zabuye")


@pytest.fixture
def paths(profile):
    """A library with two bookmarks, and a backup with the first of them."""
    made = profile_paths(profile)
    with Library(made) as library:
        library.bookmarks.add([JULONG], note="precious")
        back_up(made, now=datetime(2026, 11, 12, 14, 5, tzinfo=UTC))
        library.bookmarks.add([ZABUYE])
    return made


@pytest.fixture
def choose(monkeypatch):
    """What the reader does in the dialogs with backups, one after the other."""
    ways = []
    seen = []

    def run(dialog):
        seen.append(dialog)
        ways.pop(0)(dialog)
        return dialog.result()

    monkeypatch.setattr(BackupsDialog, "exec", run)
    yield lambda *more: (ways.extend(more), seen)[1]
    assert ways == []


def rows(dialog):
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


@pytest.mark.parametrize("damage", [b"", b"not a database", None], ids=["empty", "text", "cut"])
def test_a_damaged_library_is_told_and_the_newest_backup_restored(paths, look, choose, damage):
    broken = paths.library.read_bytes()[:5000] if damage is None else damage
    paths.library.write_bytes(broken)
    seen = choose(lambda dialog: dialog.restore.click())
    with open_library(paths, look) as library:
        assert library.bookmarks.get("mine/julong").notes[0].text == "precious"
    (dialog,) = seen

    ((made, occasion, held),) = rows(dialog)
    assert (made, occasion) == ("12 November 2026, 14:05", "daily")
    assert held.startswith("1 bookmark")
    assert check(paths.library) == ()
    (kept,) = paths.backups.glob("damaged-*.sqlite")
    assert kept.read_bytes() == broken


def test_one_can_begin_with_an_empty_library(paths, look, choose):
    paths.library.write_bytes(b"broken")
    choose(lambda dialog: dialog.other.click())
    with open_library(paths, look) as library:
        assert library.bookmarks.count() == 0
    with open_library(paths, look) as library:  # which is not asked about again
        library.bookmarks.add([ZABUYE])
    (kept,) = paths.backups.glob("damaged-*.sqlite")
    assert kept.read_bytes() == b"broken"


def test_one_can_end_and_nothing_is_touched(paths, look, choose):
    paths.library.write_bytes(b"broken")
    choose(lambda dialog: dialog.leave.click())

    with pytest.raises(GivenUpError):
        open_library(paths, look)
    assert paths.library.read_bytes() == b"broken"
    assert len(list(paths.backups.iterdir())) == 1


def test_a_library_that_is_gone_is_not_taken_for_a_new_one(paths, look, choose):
    paths.library.unlink()
    seen = choose(lambda dialog: dialog.restore.click())
    with open_library(paths, look) as library:
        assert library.bookmarks.links() == {"mine/julong"}
    assert (
        str(paths.library)
        in seen[0].findChildren(type(seen[0].layout().itemAt(1).widget()))[1].text()
    )


def test_a_damaged_backup_cannot_be_chosen(paths, look, choose):
    paths.library.write_bytes(b"broken")
    (backup,) = paths.backups.iterdir()
    backup.write_bytes(b"broken too")

    def look_at(dialog):
        assert rows(dialog)[0][2] == "damaged, cannot be restored"
        assert not dialog.restore.isEnabled()
        dialog.leave.click()

    choose(look_at)
    with pytest.raises(GivenUpError):
        open_library(paths, look)


def test_a_locked_library_is_tried_again(monkeypatch, paths, look):
    sentences = []
    other = sqlite3.connect(paths.library)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")

    def answer(box):
        sentences.append(box.text())
        if len(sentences) == 2:
            other.close()
        box.buttons()[0].click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(
        recovery, "Library", lambda paths, **how: Library(paths, patience=0.05, **how)
    )
    with closing(other), open_library(paths, look) as library:
        assert library.bookmarks.count() == 2
    assert len(sentences) == 2
    assert "is locked by another program" in sentences[0]


def test_a_newer_library_is_told_and_left_untouched(monkeypatch, paths, look):
    with closing(sqlite3.connect(paths.library)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = paths.library.read_bytes()
    sentences = []

    def answer(box):
        sentences.append(box.text())
        box.buttons()[1].click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    with pytest.raises(GivenUpError):
        open_library(paths, look)
    assert "belongs to a newer Terkha" in sentences[0]
    assert paths.library.read_bytes() == before


def test_the_menu_goes_back_to_a_backup_and_forward_again(window, choose):
    library = window.context.library
    library.bookmarks.add([JULONG])
    back_up(window.context.paths, now=datetime(2026, 11, 12, 14, 5, tzinfo=UTC))
    library.bookmarks.add([ZABUYE])
    window.context.state.open("page/library")
    choose(
        lambda dialog: dialog.restore.click(),
        lambda dialog: dialog.restore.click(),
        lambda dialog: dialog.leave.click(),
    )
    window.act("library-restore")
    assert library.bookmarks.links() == {"mine/julong"}
    assert window.page().model.links() == ["mine/julong"]
    window.act("library-restore")  # the newest is now what was there before
    assert library.bookmarks.links() == {"mine/julong", "mine/zabuye"}
    window.act("library-restore")
    assert library.bookmarks.count() == 2
