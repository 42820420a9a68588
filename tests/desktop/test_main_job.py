# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The main job, in the real window: find under an odd spelling, keep, note, come back, hand in.

Each half is a start of its own, in a process of its own, as ``main_job.py`` drives it.
"""

from __future__ import annotations

import json
import os
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pypandoc

from terkha_db.library.check import check
from terkha_db.library.library import Library
from terkha_db.library.rotation import backups
from terkha_db.paths import profile_paths

DRIVER = Path(__file__).with_name("main_job.py")
JOB = runpy.run_path(str(DRIVER))
FOUND, COLLECTION, NOTE = JOB["FOUND"], JOB["COLLECTION"], JOB["NOTE"]


def start(profile, *words):
    run = subprocess.run(
        [sys.executable, DRIVER, profile, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def pandoc(file, kind, to):
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", kind, "-t", to, "--wrap=none", str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_from_an_odd_spelling_to_what_is_handed_in(profile, catalogue, tmp_path):
    start(profile, "keep")
    assert check(profile_paths(profile).library) == ()
    with Library(profile_paths(profile)) as library:
        (kept,) = library.bookmarks.select()
    assert (kept.link, kept.collections) == (FOUND, (COLLECTION,))
    assert [note.text for note in kept.notes] == [NOTE]
    assert_backed_up(profile)

    start(profile, "hand-in", tmp_path)
    told = json.loads((tmp_path / "told.json").read_text())
    assert told == {
        "left": "page/library",
        "links": [FOUND],
        "list": True,
        "title": COLLECTION,
        "dossier": True,
    }
    assert_list(tmp_path / "chapter.bib", catalogue)
    assert_dossier(tmp_path / "chapter.docx", catalogue)


def assert_backed_up(profile):
    """What was done before the end is in the newest backup."""
    newest = backups(profile_paths(profile))[0].file
    with closing(sqlite3.connect(newest)) as backup:
        assert backup.execute("SELECT text FROM note").fetchall() == [(NOTE,)]


def assert_list(bib, catalogue):
    """The list holds every work of the record, with its address."""
    works = {work.csl["id"]: work.csl for work in catalogue.works([FOUND])}
    read = {one["id"]: one for one in json.loads(pandoc(bib, "biblatex", "csljson"))}
    assert set(read) == set(works)
    assert all(read[one].get("URL") == works[one].get("URL") for one in works)


def assert_dossier(word, catalogue):
    """The dossier holds title, record, note and every work as its style formats it."""
    text = pandoc(word, "docx", "markdown")
    assert COLLECTION in text
    assert NOTE in text
    heads = [line.lstrip("# ").split(" {")[0] for line in text.split("\n") if line[:1] == "#"]
    assert {"Julong", "Figures", "Your notes", "Bibliography"} <= {
        one.strip("[]*") for one in heads
    }
    plain = " ".join(pandoc(word, "docx", "plain").rpartition("Bibliography")[2].split())
    entries = catalogue.entries(catalogue.works([FOUND]), "chicago-notes")
    assert [one.id for one in entries if " ".join(one.text.split()) not in plain] == []
