# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Before an exported library is taken in, the reader decides about what differs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from terkha.views import library_files
from terkha.views.conflicts_dialog import ConflictsDialog
from terkha_db.library.conflicts import Choice
from terkha_db.library.exchange import export_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths


@pytest.fixture
def theirs(window, tmp_path):
    """An exported library that differs from the reader's in notes and in a collection."""
    file = tmp_path / "theirs.json"
    with Library(profile_paths(tmp_path / "other")) as other:
        for library, word in ((window.context.library, "mine"), (other, "theirs")):
            library.notes.add(Target("mine/julong", "mine", "Julong"), f"A note of {word}.")
            library.bookmarks.add([Target(f"mine/{word}")], collections=["Copper"])
        export_file(other, file)
    return file


@pytest.fixture
def answer(monkeypatch):
    """Answer the dialog of conflicts with what a test does to it, and keep what is told."""
    told = []

    def prepare(act, code):
        def run(dialog):
            act(dialog)
            return code

        monkeypatch.setattr(ConflictsDialog, "exec", run)
        monkeypatch.setattr(library_files, "tell", lambda _, sentence: told.append(sentence))
        return told

    return prepare


def notes(library):
    return [note.text for note in library.bookmarks.get("mine/julong").notes]


def test_each_decision_is_made_with_the_keyboard_and_kept(window, theirs, answer):
    def act(dialog):
        assert dialog.mine.toPlainText() == "A note of mine."
        assert dialog.theirs.toPlainText() == "A note of theirs."
        QTest.keyClick(dialog.radios[Choice.THEIRS], Qt.Key.Key_Space)
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.theirs.toPlainText() == "mine/theirs"
        QTest.keyClick(dialog.radios[Choice.MINE], Qt.Key.Key_Space)

    told = answer(act, QDialog.DialogCode.Accepted)
    library_files.import_library_of(window, theirs)
    library = window.context.library
    assert notes(library) == ["A note of theirs."]
    assert library.collections.links("Copper") == ("mine/mine",)
    assert "taken from the other library: notes on Julong" in told[0]
    window.act("undo")
    assert notes(library) == ["A note of mine."]


def test_one_decision_goes_for_all(window, theirs, answer):
    def act(dialog):
        dialog.choose(Choice.THEIRS)
        dialog.do_the_same_with_all()
        assert set(dialog.choices.values()) == {Choice.THEIRS}
        assert dialog.list.item(1).text() == "Theirs: Collection Copper"

    answer(act, QDialog.DialogCode.Accepted)
    library_files.import_library_of(window, theirs)
    assert window.context.library.collections.links("Copper") == ("mine/theirs",)


def test_cancelled_nothing_is_changed_and_undecided_both_are_kept(window, theirs, answer):
    library = window.context.library
    told = answer(lambda dialog: None, QDialog.DialogCode.Rejected)
    library_files.import_library_of(window, theirs)
    assert (notes(library), told) == (["A note of mine."], [])
    answer(lambda dialog: None, QDialog.DialogCode.Accepted)
    library_files.import_library_of(window, theirs)
    assert notes(library) == ["A note of mine.", "A note of theirs."]
