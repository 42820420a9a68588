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

from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths

TERKHA = Path(sys.executable).with_name("terkha")
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
LONG = 60

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
