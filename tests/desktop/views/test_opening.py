# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A file that is opened with Terkha changes nothing before the reader has said so."""

from __future__ import annotations

import pytest

from terkha.views import library_files, opening
from terkha.views.conflicts_dialog import ConflictsDialog
from terkha.views.editions_dialog import EditionsDialog
from terkha.views.opening import open_file
from terkha_db.library.exchange import export_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths


@pytest.fixture
def theirs(tmp_path):
    file = tmp_path / "theirs.terkha"
    with Library(profile_paths(tmp_path / "other")) as other:
        other.bookmarks.add([Target("mine/yulong", "mine", "Yulong")], collections=["Copper"])
        export_file(other, file)
    return file


@pytest.fixture
def told(monkeypatch):
    sentences = []
    for module in (library_files, opening):
        monkeypatch.setattr(module, "tell", lambda _window, sentence: sentences.append(sentence))
    return sentences


@pytest.mark.parametrize("sure", [True, False])
def test_a_library_is_imported_only_if_the_reader_says_so(window, theirs, told, monkeypatch, sure):
    questions = []

    def ask(_parent, question, _verb):
        questions.append(question)
        return sure

    monkeypatch.setattr(library_files, "ask", ask)
    open_file(window, theirs)
    library = window.context.library

    assert len(questions) == 1
    assert "theirs.terkha" in questions[0]
    assert "1 bookmark added" in questions[0]
    assert library.bookmarks.links() == ({"mine/yulong"} if sure else set())
    assert len(told) == (1 if sure else 0)
    if sure:
        library.undo()
        assert library.bookmarks.links() == set()


def test_where_libraries_differ_the_dialog_that_merges_is_the_question(
    window, theirs, told, monkeypatch
):
    library = window.context.library
    library.bookmarks.add([Target("mine/jiama")], collections=["Copper"])
    shown = []
    monkeypatch.setattr(ConflictsDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    open_file(window, theirs)

    assert len(shown) == 1
    assert library.bookmarks.links() == {"mine/jiama"}
    assert told == []


def test_an_edition_is_read_into_the_dialog_of_editions(qtbot, window, told, monkeypatch):
    shown = []

    def run(dialog):
        shown.append(dialog)
        with qtbot.waitSignal(dialog.settled, timeout=120_000):
            pass
        # It is the one that is read already.
        assert "0 records new, 0 gone, 0 changed" in dialog.words.text()
        assert not dialog.install.isEnabled()

    monkeypatch.setattr(EditionsDialog, "exec", run)
    open_file(window, window.context.catalogue.path)

    assert len(shown) == 1
    assert told == []


def test_what_is_neither_is_told(window, tmp_path, told):
    malformed = tmp_path / "malformed.terkha"
    malformed.write_text("{")
    for file in (malformed, tmp_path / "gone.terkha", tmp_path):
        open_file(window, file)

    assert len(told) == 3
    assert all("\n" not in sentence for sentence in told)
    assert "nothing was changed" in told[0]
