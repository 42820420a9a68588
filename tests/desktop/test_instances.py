# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Real processes with windows: one at a time, ended by the system, sharing a library."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from terkha.crash import last_crash
from terkha_db.library.check import check
from terkha_db.library.drafts import Drafts
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths

TERKHA = Path(sys.executable).with_name("terkha")
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
LONG = 300

WRITE = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from terkha_db.cli import main

def write():
    from terkha.views.library_acts import LibraryActs
    from terkha.views.window import Window
    from terkha_db.library.model import Visit

    QTimer.singleShot(100, type_and_end)
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    acts = LibraryActs(window.context, window)
    acts.note(Visit("mine/julong", "mine", "Julong", ""))

def type_and_end():
    QTest.keyClicks(QApplication.activeModalWidget().editor, "Ask Zijin")
    os.kill(os.getpid(), signal.SIGTERM)

import terkha.app
started = terkha.app.start
def start(*arguments):
    started(*arguments)
    QTimer.singleShot(200, write)
terkha.app.start = start
sys.exit(main(["--profile", sys.argv[1], "mine/julong"]))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals end the processes")


def command(profile, *arguments):
    return [TERKHA, "--profile", profile, *arguments]


def wait_until(true):
    end = time.monotonic() + LONG
    while not (found := true()):
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)
    return found


def visited(profile):
    """The links in the history, oldest first: what windows have shown."""
    with Library(profile_paths(profile)) as library:
        return [visit.link for visit in reversed(library.history.recent())]


@contextmanager
def running(profile, *arguments):
    """A window at a record, which has shown it."""
    process = subprocess.Popen(
        command(profile, *arguments), stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    )
    try:
        wait_until(lambda: arguments[-1] in visited(profile) or process.poll() is not None)
        yield process
    finally:
        process.kill()
        process.communicate()


def later(profile, *arguments):
    return subprocess.run(
        command(profile, *arguments),
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=LONG,
        check=False,
    )


def end(process, how=signal.SIGTERM):
    process.send_signal(how)
    assert process.wait(LONG) == 0, process.stderr.read()


def session(profile):
    layout = json.loads((profile / "settings.json").read_text("utf-8"))["layouts"]["windows"]
    return [[tab["links"][tab["at"]] for tab in each["tabs"]] for each in layout["windows"]]


def test_a_later_start_hands_its_link_to_the_first(profile):
    with running(profile, "mine/jiama") as first:
        for words in (["terkha:mine/julong"], ["--new-window", "mine/yulong"], []):
            done = later(profile, *words)
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        wait_until(lambda: "mine/yulong" in visited(profile))
        end(first)

    assert session(profile) == [["mine/jiama", "mine/julong"], ["mine/yulong"]]


def test_a_killed_one_leaves_no_lock(profile):
    with running(profile, "mine/jiama") as first:
        first.kill()
        first.wait()
    with running(profile, "mine/julong") as second:
        end(second)


@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGINT], ids=["log-out", "Ctrl+C"])
def test_the_end_of_the_session_keeps_what_was_open(profile, how):
    with running(profile, "mine/jiama") as first:
        end(first, how)

    assert session(profile) == [["mine/jiama"]]
    assert check(profile / "library.sqlite") == ()
    # Whoever closes last folds the log into the library.
    assert not (profile / "library.sqlite-wal").exists()


def test_a_crash_leaves_a_report_for_the_next_start(profile):
    with running(profile, "mine/jiama") as first:
        first.send_signal(signal.SIGSEGV)
        assert first.wait(LONG) == -signal.SIGSEGV
    paths = profile_paths(profile)
    report = last_crash(paths)

    assert report.startswith("Terkha ")
    assert "Segmentation fault" in report
    assert "app.py" in report
    assert last_crash(paths) == ""
    assert check(paths.library) == ()


def test_a_note_that_was_being_written_is_kept_when_the_session_ends(profile):
    """The whole way: typed in a window, ended from outside, found by the next start."""
    done = subprocess.run(
        [sys.executable, "-c", WRITE, profile],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=LONG,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (draft,) = Drafts(profile_paths(profile)).all()
    assert (draft.target.link, draft.text) == ("mine/julong", "Ask Zijin")
    assert session(profile) == [["mine/julong"]]


def test_two_that_run_beside_each_other_share_one_library(profile):
    with running(profile, "mine/jiama") as first:
        with running(profile, "--new-instance", "mine/julong") as second:
            # A third process writes while both have the library open.
            assert later(profile, "bookmark", "add", "mine/yulong").returncode == 0
            assert {"mine/jiama", "mine/julong"} <= set(visited(profile))
            end(second)
        end(first)

    assert session(profile) == [["mine/jiama"]]
    assert check(profile / "library.sqlite") == ()
    with Library(profile_paths(profile)) as library:
        assert library.bookmarks.links() == {"mine/yulong"}
