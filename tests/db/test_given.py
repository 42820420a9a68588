# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which word of the command line is a file, and what such a file is."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from types import SimpleNamespace

import pytest

from terkha_db.cli import main
from terkha_db.errors import KnownError
from terkha_db.given import Given, file_given, recognise
from terkha_db.library.exchange import export_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

NAME = "my library གཏེར་ཁ.terkha"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working folder, with an exported library and a file whose name is also a link."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "julong").write_text("{}")
    with Library(profile_paths(tmp_path / "profile")) as library:
        library.bookmarks.add([Target("mine/julong")])
        export_file(library, tmp_path / NAME)
    return tmp_path


@pytest.mark.parametrize(
    ("word", "file"),
    [
        (NAME, NAME),
        (f"./{NAME}", NAME),
        ("{folder}/mine/julong", "mine/julong"),
        ("./mine/julong", "mine/julong"),
        ("mine/julong", None),
        ("terkha:mine/julong", None),
        ("mine/julong?lens=company#status-2026.01", None),
        ("SPJN-EVG4", None),
        ("gone.terkha", "gone.terkha"),
        ("terkha:gone.terkha", None),
        ("https://example.org/gone.json", None),
        ("mines/julong", None),
        ("a\0b", None),
        ("x" * 5000, None),
    ],
)
def test_a_file_and_a_link_are_told_apart(folder, word, file):
    found = file_given(word.format(folder=folder))
    assert found == (folder / file if file else None)


def test_a_file_manager_gives_the_address_of_a_file(folder):
    assert file_given((folder / NAME).as_uri()) == folder / NAME
    assert file_given(f"file://localhost{(folder / NAME).as_uri()[7:]}") == folder / NAME


def test_files_are_recognised_by_what_they_hold(folder, catalogue_path):
    edition = folder / "edition.of another name"
    edition.symlink_to(catalogue_path)
    assert recognise(edition) is Given.EDITION
    assert recognise(folder / NAME) is Given.LIBRARY
    assert recognise(folder / "profile" / "library.sqlite") is Given.LIBRARY


def test_what_terkha_does_not_open_is_told_in_one_sentence(folder):
    foreign = folder / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE mine (id)")
    for file, words in (
        (foreign, "neither a library"),
        (folder / "mine" / "julong", "neither a library"),
        (folder / "gone.terkha", "No such file"),
        (folder / "mine", "Is a directory"),
    ):
        with pytest.raises(KnownError, match=words) as refused:
            recognise(file)
        assert file.name in str(refused.value)


@pytest.mark.parametrize("reads_terminal", [True, False])
def test_the_window_is_given_the_whole_path(monkeypatch, folder, reads_terminal):
    given = []
    application = SimpleNamespace(run=lambda options: given.append(options.request) or 0)
    monkeypatch.setitem(sys.modules, "terkha.app", application)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: reads_terminal)
    common = ["--profile", str(folder / "other")]

    assert main([*common, NAME]) == 0
    assert (given[0].link, given[0].file) == ("", str(folder / NAME))
    # Who reads a terminal is told there that it is gone; anybody else in the window.
    assert main([*common, "gone.terkha"]) == (2 if reads_terminal else 0)
    assert len(given) == (1 if reads_terminal else 2)
