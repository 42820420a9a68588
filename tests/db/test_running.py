# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One process per profile and catalogue has the post; others hand it what they ask for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from terkha_db.paths import profile_paths
from terkha_db.running import Entry, Request, apart, enter

CATALOGUE = Path("catalogue.sqlite")
ASKED = Request("terkha:mine/julong", "company", new_window=True, token="leave")
HOLD = """
import sys
from pathlib import Path
from terkha_db.paths import profile_paths
from terkha_db.running import Request, enter

entry = enter(profile_paths(sys.argv[1]), Path("catalogue.sqlite"), Request())
print("holds" if entry.post else "not", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def paths(profile):
    return profile_paths(profile)


@contextmanager
def another_process(paths):
    """A process that has the post and answers nobody."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(paths.profile)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "holds\n"
        yield process
        process.kill()


def test_the_first_has_the_post_and_learns_what_a_later_one_asks(paths):
    first = enter(paths, CATALOGUE, Request("mine/jiama"))
    entries = []
    later = threading.Thread(target=lambda: entries.append(enter(paths, CATALOGUE, ASKED)))
    later.start()
    taken = ()
    while not taken:
        taken = first.post.take()
    later.join()

    assert taken == (ASKED,)
    assert entries == [Entry(handed=True)]
    assert first.post.take() == ()
    first.post.close()


def test_who_is_not_answered_goes_on_beside_and_takes_the_request_back(paths):
    with another_process(paths):
        assert enter(paths, CATALOGUE, ASKED, patience=0.1) == Entry(beside=True)
        assert not list(paths.state.rglob("*.json"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_post_of_a_killed_process_is_free(paths):
    with another_process(paths) as process:
        process.kill()
        process.wait()
        entry = enter(paths, CATALOGUE, ASKED)

    assert entry.post
    entry.post.close()


def test_who_waits_for_one_that_ends_takes_its_place(paths):
    with another_process(paths) as process:
        ending = threading.Timer(0.2, process.kill)
        ending.start()
        entry = enter(paths, CATALOGUE, ASKED)

    assert entry.post
    assert entry.post.take() == ()
    entry.post.close()


def test_another_profile_or_catalogue_is_somebody_else(paths, tmp_path):
    entries = [
        enter(paths, CATALOGUE, Request()),
        enter(profile_paths(tmp_path / "other"), CATALOGUE, Request()),
        enter(paths, tmp_path / "other.sqlite", Request()),
    ]
    assert all(entry.post for entry in entries)
    for entry in entries:
        entry.post.close()


def test_who_wants_to_be_apart_asks_nobody(paths):
    first = apart(paths, CATALOGUE)
    assert first.post
    assert apart(paths, CATALOGUE) == Entry(beside=True)
    assert first.post.take() == ()
    first.post.close()
    later = apart(paths, CATALOGUE)
    assert later.post
    later.post.close()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"link": "mine/julong"}', b"\xff", b"x" * 30_000]
)
def test_what_is_no_request_is_swept_away(paths, content):
    entry = enter(paths, CATALOGUE, Request())
    (entry.post.folder / "1.json").write_bytes(content)
    assert entry.post.take() == ()
    assert not list(entry.post.folder.glob("*.json"))
    entry.post.close()


def test_a_request_left_behind_long_ago_opens_nothing(paths):
    entry = enter(paths, CATALOGUE, Request())
    left = entry.post.folder / "1.json"
    left.write_text('{"link": "mine/julong", "lens": "", "new_window": false, "token": ""}')
    os.utime(left, (1_700_000_000, 1_700_000_000))
    assert entry.post.take() == ()
    entry.post.close()


def test_a_state_folder_that_cannot_be_made_stops_nobody(profile):
    (profile / "state").write_text("in the way")
    paths = profile_paths(profile)
    assert enter(paths, CATALOGUE, Request()) == apart(paths, CATALOGUE) == Entry()
