# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Libraries of every past format open and keep everything; a step that fails leaves no trace."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from terkha_db.library import migrations
from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.migrations import STEPS, Step
from terkha_db.library.restore import restore
from terkha_db.library.rotation import backups
from terkha_db.paths import profile_paths

OLD = sorted((Path(__file__).parent / "data").glob("library-v*.sql"))
COLOUR = Step(
    "003_colour",
    (
        "ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'",
        "CREATE TABLE shade (id INTEGER PRIMARY KEY) STRICT",
    ),
)
MISTAKE = Step("003_mistake", ("CREATE TABLE half (x)", "CREATE TABLE item (x)"))


def load(script, file):
    file.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script.read_text("utf-8"))


@pytest.fixture(params=OLD, ids=lambda script: script.stem)
def old(request, paths):
    """A library as an earlier Terkha left it."""
    load(request.param, paths.library)
    return paths


@pytest.fixture
def future(monkeypatch):
    """Pretend that Terkha has one more step."""

    def add(step):
        monkeypatch.setattr(migrations, "STEPS", (*STEPS, step))
        for module in ("store", "identity", "restore"):
            monkeypatch.setattr(f"terkha_db.library.{module}.SCHEMA_VERSION", len(STEPS) + 1)

    return add


def schema(file):
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL")
        return {name: "".join(sql.split()) for name, sql in rows}


def assert_complete(library):
    kept = {bookmark.link: bookmark for bookmark in library.bookmarks.select()}
    assert list(kept) == [
        "mine/zabuye",
        "chart/copper-resources",
        "mine/julong#resource-copper-2021",
        "mine/julong",
    ]
    julong = kept["mine/julong"]
    assert julong.title == "Julong 巨龙铜矿"
    assert julong.collections == ("Copper in Lhasa/Julong expansion",)
    assert julong.notes[0].text.startswith("Ask Zijin which licences the 25.88 covers.\n\nIt's")
    assert kept["mine/zabuye"].pinned
    assert kept["mine/zabuye"].tags == ("quote",)
    assert [each.name for each in library.searches.all()] == ["copper, operating"]
    assert library.tray.count() == 1
    assert [visit.link for visit in library.history.recent()] == ["mine/zabuye", "mine/julong"]


def test_there_is_a_library_of_every_format():
    assert [script.stem for script in OLD] == [f"library-v{n + 1}" for n in range(len(STEPS))]


def old_version(request):
    return int(request.node.callspec.id.rpartition("v")[2])


def test_an_old_library_opens_complete(old, open_library, request):
    library = open_library()
    assert_complete(library)
    # Works came with format 2.
    works = [] if old_version(request) == 1 else ["work/lafitte-2013-spoiling"]
    assert [work.link for work in library.works.all()] == works
    assert library.redo().label == "Remove Zabuye"
    while library.undo():
        pass
    assert library.bookmarks.select() == ()
    assert check(old.library) == ()


def test_an_old_library_comes_to_the_schema_of_a_new_one(old, open_library, tmp_path, julong):
    open_library().close()
    with Library(profile_paths(tmp_path / "new")) as new:
        new.bookmarks.add([julong])
    assert schema(old.library) == schema(tmp_path / "new" / "library.sqlite")


def test_a_new_step_keeps_everything_and_a_backup(old, open_library, future):
    future(COLOUR)
    library = open_library()
    assert_complete(library)
    assert [each.reason for each in backups(old)] == ["before-update"]
    assert "colour" in schema(old.library)["item"]
    # The journal's images are older than the new column, and undo works all the same.
    library.redo()
    library.undo()
    assert_complete(library)
    library.close()
    assert_complete(open_library())


def test_a_step_that_fails_leaves_the_library_as_it_was(old, open_library, future):
    before = schema(old.library)
    with closing(sqlite3.connect(old.library)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    future(MISTAKE)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_library()
    assert schema(old.library) == before
    with closing(sqlite3.connect(old.library)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_an_old_backup_is_brought_up_to_date_when_restored(old, open_library, future, tmp_path):
    backup = tmp_path / "old.sqlite"
    load(OLD[0], backup)
    before = backup.read_bytes()
    old.library.unlink()
    future(COLOUR)
    restore(old, backup)
    assert "colour" in schema(old.library)["item"]
    assert_complete(open_library())
    assert backup.read_bytes() == before


def test_an_up_to_date_library_opens_without_sqlite_utils(paths):
    load(OLD[-1], paths.library)
    script = (
        "import sys; from terkha_db.library.library import Library\n"
        "from terkha_db.paths import profile_paths\n"
        "with Library(profile_paths(sys.argv[1])) as library:\n"
        "    print(library.bookmarks.count())\n"
        "heavy = {'sqlite_utils', 'numpy', 'pydantic', 'yaml', 'PySide6', 'terkha'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(paths.profile)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["4", "[]"]
