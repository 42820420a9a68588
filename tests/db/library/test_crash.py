# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What was acknowledged survives a kill, and processes and threads share one library."""

from __future__ import annotations

import runpy
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from terkha_db.errors import LibraryError
from terkha_db.library.backup import back_up
from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.model import Target

RUNS, CHANGES = 6, 100
KILLING = runpy.run_path(str(Path(__file__).with_name("killing.py")), run_name="killing")
KEEP_ON_WRITING = """
import sys
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

start, count = int(sys.argv[2]), int(sys.argv[3])
with Library(profile_paths(sys.argv[1])) as library:
    print("ready", flush=True)
    for number in range(start, start + count):
        target = Target(f"mine/{number}", title=f"Mine {number}")
        library.bookmarks.add([target], collections=["All"], tags=["tag"], note=f"Note {number}")
        print(number, flush=True)
"""


def start_writing(paths, start, count=1_000_000):
    return subprocess.Popen(
        [sys.executable, "-c", KEEP_ON_WRITING, str(paths.profile), str(start), str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_no_acknowledged_change_is_lost_when_killed(tmp_path):
    """The short form of what ``killing.py 50 1000`` does."""
    done = KILLING["kill_again_and_again"](tmp_path, RUNS, CHANGES)
    assert done.runs >= RUNS
    assert done.acknowledged >= CHANGES
    assert len(done.kinds) == len(KILLING["CHANGES"])


def test_a_change_is_on_the_disk_before_it_is_acknowledged(library, julong):
    """A power cut cannot be tried here; what SQLite promises about one rests on these settings."""
    library.bookmarks.add([julong])
    settings = ("journal_mode", "synchronous", "foreign_keys")
    assert [library._store.value(f"PRAGMA {each}") for each in settings] == ["wal", 2, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_at_the_first_moment_leaves_no_file_or_a_whole_one(paths, julong):
    for delay in (0.05, 0.3, 0.5, 0.7):
        with start_writing(paths, 0) as writer:
            writer.stdout.readline()
            time.sleep(delay)
            writer.kill()
        assert not paths.library.exists() or check(paths.library) == ()
    with Library(paths) as library:
        library.bookmarks.add([julong])
        assert "mine/julong" in library.bookmarks.links()


def test_two_processes_share_one_library_from_its_first_moment(paths):
    writers = [start_writing(paths, start, 15) for start in (0, 1000)]
    for writer in writers:
        out, _ = writer.communicate(timeout=300)
        assert writer.returncode == 0
        assert len(out.splitlines()) == 16
    with Library(paths) as library:
        assert library.bookmarks.count() == 30
        assert library.collections.all()[0].bookmarks == 30
        undone = 0
        while library.undo():
            undone += 1
        assert undone == 30
    assert check(paths.library) == ()


def test_a_library_made_by_another_process_is_seen(library, open_library, julong):
    assert library.bookmarks.count() == 0
    before = library.mark()
    open_library().bookmarks.add([julong])
    assert library.bookmarks.links() == {"mine/julong"}
    assert library.mark() != before


def test_a_file_that_takes_the_place_of_the_library_is_read(library, paths, julong, zabuye):
    """As a program that synchronises folders would put it there; nothing is kept in the old one."""
    library.bookmarks.add([julong])
    backup = back_up(paths)
    library.bookmarks.add([zabuye])
    library.close()
    with Library(paths) as opened:
        assert opened.bookmarks.count() == 2
        backup.replace(paths.library)
        opened.tags.add(["mine/julong"], ["after"])
        assert opened.bookmarks.links() == {"mine/julong"}
    with Library(paths) as later:
        assert later.bookmarks.get("mine/julong").tags == ("after",)
    assert check(paths.library) == ()


def test_nothing_is_kept_in_a_file_that_was_taken_away(library, paths, julong, zabuye, tmp_path):
    library.bookmarks.add([julong])
    away = paths.library.replace(tmp_path / "away.sqlite")
    with pytest.raises(LibraryError, match=r"was moved or deleted .* so this was not saved"):
        library.bookmarks.add([zabuye])
    assert library.bookmarks.links() == {"mine/julong"}
    away.replace(paths.library)
    library.bookmarks.add([zabuye])
    assert library.bookmarks.count() == 2


def test_threads_take_turns(paths):
    faults = []
    with Library(paths) as library:

        def work(number):
            try:
                for each in range(10):
                    library.bookmarks.add([Target(f"mine/{number}-{each}")], collections=["All"])
                    library.bookmarks.select()
            except BaseException as error:
                faults.append(error)
                raise

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not faults
        assert library.collections.all()[0].bookmarks == 40
