# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is typed into a note is not lost, whatever ends the dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent

from terkha.views import library_acts, note_dialog
from terkha.views.library_acts import LibraryActs
from terkha.views.note_dialog import NoteDialog
from terkha_db.library.drafts import Draft, Drafts
from terkha_db.library.model import Target

# Drawing without a screen complains of dialogs.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")

JULONG = Target("mine/julong", "mine", "Julong", "2026.11")


@pytest.fixture
def drafts(context):
    return Drafts(context.paths)


@pytest.fixture
def saved():
    return []


@pytest.fixture
def dialog(qtbot, context, saved, window):
    made = NoteDialog(context, JULONG, "before", lambda text: not saved.append(text), window)
    made.show()
    yield made
    made.deleteLater()


@pytest.fixture
def answers(monkeypatch):
    """What the reader answers to the questions that come."""
    given = []

    def ask(_parent, question, _answer):
        return given.pop(0)

    monkeypatch.setattr(note_dialog, "ask", ask)
    monkeypatch.setattr(library_acts, "ask", ask)
    return given


def test_what_is_typed_is_kept_while_it_is_written(qtbot, dialog, drafts):
    qtbot.keyClicks(dialog.editor, " and")
    qtbot.waitUntil(lambda: drafts.of("mine/julong") is not None)
    dialog.keep_draft()
    (draft,) = drafts.all()

    assert draft.text == "before and"
    assert draft.target == JULONG
    dialog.close()


def test_what_is_saved_needs_no_draft(dialog, drafts, saved):
    dialog.editor.setPlainText("after")
    dialog.keep_draft()
    dialog.accept()

    assert saved == ["after"]
    assert drafts.all() == ()
    assert not dialog.isVisible()


def test_ctrl_enter_saves_and_the_preview_reads_as_everywhere(qtbot, dialog, saved):
    dialog.editor.setPlainText("**after** <b>all</b>")
    assert dialog._preview.toPlainText() == "after <b>all</b>"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.editor.hasFocus)
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert saved == ["**after** <b>all</b>"]
    assert not dialog.isVisible()


def test_a_note_that_cannot_be_saved_stays_open(qtbot, context, drafts, window):
    """As on a full disk, whatever the library said."""
    possible = []
    dialog = NoteDialog(context, JULONG, "", lambda _: bool(possible), window)
    dialog.show()
    dialog.editor.setPlainText("precious")
    dialog.accept()
    assert dialog.isVisible()
    assert drafts.of("mine/julong").text == "precious"
    possible.append(True)
    dialog.accept()

    assert not dialog.isVisible()
    assert drafts.all() == ()


def test_leaving_asks_before_it_discards(qtbot, dialog, drafts, saved, answers):
    dialog.editor.setPlainText("after")
    answers += [False, True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert (saved, drafts.all(), answers) == ([], (), [])


def test_leaving_what_was_not_changed_asks_nothing(qtbot, dialog, drafts):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert drafts.all() == ()


def test_the_end_of_the_application_leaves_a_draft(dialog, drafts, saved):
    dialog.editor.setPlainText("not finished")
    closing = QCloseEvent()
    dialog.closeEvent(closing)

    assert saved == []
    assert drafts.of("mine/julong").text == "not finished"


def test_a_draft_is_offered_and_gone_on_with(monkeypatch, context, window, drafts, answers):
    drafts.keep(Draft(JULONG, "not finished", "2026-11-28T14:05:00Z"))
    answers += [False, True]

    def write(dialog):
        assert dialog.text() == "not finished"
        dialog.editor.appendPlainText("now it is")
        dialog.accept()

    monkeypatch.setattr(NoteDialog, "exec", write)
    LibraryActs(context, window).finish_notes()
    assert [draft.text for draft in drafts.all()] == ["not finished"]
    LibraryActs(context, window).finish_notes()

    (note,) = context.library.bookmarks.get("mine/julong").notes
    assert note.text == "not finished\nnow it is"
    assert drafts.all() == ()


def test_a_damaged_draft_is_passed_over(context, drafts):
    drafts.keep(Draft(JULONG, "whole", "2026-11-28T14:05:00Z"))
    for number, content in enumerate((b"", b"{", b"[]", b"\xff", b'{"target": 1}')):
        (context.paths.state / "drafts" / f"{number}.json").write_bytes(content)

    assert [draft.text for draft in drafts.all()] == ["whole"]
