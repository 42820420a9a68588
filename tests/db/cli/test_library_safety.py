# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library in trouble, on the command line: one sentence, the way back, and back it goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from terkha_db.library.backup import back_up
from terkha_db.paths import profile_paths


@pytest.fixture
def paths(terkha, profile):
    """A library with a bookmark, and a backup of it."""
    assert terkha("bookmark", "add", "mine/julong").code == 0
    made = profile_paths(profile)
    back_up(made)
    return made


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"Dear diary",
        lambda data: data[: len(data) // 2],
        lambda data: data[:4096] + b"\xa5" * 4096 + data[8192:],
        lambda data: data.replace(b"Julong", b"Jul\xffng"),
    ],
    ids=["empty", "text", "cut", "flipped", "letters"],
)
def test_a_damaged_library_names_its_backup_and_is_restored(terkha, paths, damage):
    broken = damage(paths.library.read_bytes())
    assert broken != paths.library.read_bytes()
    paths.library.write_bytes(broken)
    (backup,) = paths.backups.iterdir()
    refused = terkha("bookmark", "list")
    assert refused.code == 1
    assert "is damaged" in refused.sentence
    assert f"library restore {backup}" in refused.sentence
    assert terkha("library", "check").code == 1
    assert paths.library.read_bytes() == broken

    restored = terkha("library", "restore", backup)
    assert restored.code == 0
    assert "what was there before is in" in restored.out
    assert terkha("library", "check").code == 0
    assert [kept["id"] for kept in terkha("bookmark", "list", "--json").json] == ["mine/julong"]
    assert broken in [file.read_bytes() for file in paths.backups.iterdir()]


def test_a_locked_library_is_told(terkha, paths):
    with closing(sqlite3.connect(paths.library)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        refused = terkha("bookmark", "add", "mine/zabuye")
    assert refused.code == 1
    assert "is locked by another program" in refused.sentence
    assert terkha("bookmark", "add", "mine/zabuye").code == 0


def test_backups_are_listed_with_what_they_hold(terkha, paths):
    assert terkha("library", "backups").out.count("\n") == 1
    (backup,) = paths.backups.iterdir()
    assert "1 bookmark " in terkha("library", "backups").out
    assert terkha("library", "backups").out.endswith(f"{backup}\n")
    backup.write_bytes(b"gone bad")
    assert "damaged" in terkha("library", "backups").out


def test_no_backups_are_nothing_found(terkha):
    answer = terkha("library", "backups")
    assert answer.code == 1
    assert "there are no backups" in answer.sentence
