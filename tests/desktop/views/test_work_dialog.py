# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The form of a work: fields by type, faults at their fields, twins, preview, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from terkha.models.shelves import Shelf, Sort
from terkha.views import work_dialog
from terkha.views.work_dialog import WorkDialog
from terkha_db.citing.own import DRAFT


@pytest.fixture(autouse=True)
def no_pandoc(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def dialog(context, monkeypatch):
    """An empty form, whose questions are answered with yes."""
    monkeypatch.setattr(work_dialog, "ask", lambda *_: True)
    made = WorkDialog(context)
    yield made
    made.done(0)
    made.deleteLater()


def fill(dialog, **texts):
    for key, text in texts.items():
        dialog.fields.texts[key.replace("_", "-")].setText(text)


def name(dialog, family, given=""):
    """Type a name into the last row of the authors, as a reader would with Tab between."""
    family_field, given_field, _ = dialog.fields.names["author"]._rows[-1]
    QTest.keyClicks(family_field, family)
    QTest.keyClicks(given_field, given)


def shown(dialog):
    return {
        key for key, cell in dialog.fields._cells.items() if dialog.fields._rows.isRowVisible(cell)
    }


def test_the_type_says_which_fields_show_and_nothing_filled_in_is_hidden(dialog):
    assert {"title", "author", "ISBN", "publisher"} <= shown(dialog)
    assert not {"issue", "container-title"} & shown(dialog)
    fill(dialog, publisher="Zed Books")
    dialog.fields.types.setCurrentIndex(dialog.fields.types.findData("article-journal"))
    assert {"issue", "container-title", "publisher"} <= shown(dialog)
    assert "ISBN" not in shown(dialog)


def test_a_work_is_filled_in_kept_and_undone(dialog, window):
    fill(dialog, title="Gold in Amdo", issued="2013", publisher="Zed Books")
    name(dialog, "Tsering", "Woeser")
    name(dialog, "Tibet Information Network")
    dialog.save()
    (work,) = window.context.library.works.all()
    assert work.link == "work/tsering-2013-gold"
    assert work.csl["author"] == [
        {"family": "Tsering", "given": "Woeser"},
        {"literal": "Tibet Information Network"},
    ]
    assert dialog.result() == WorkDialog.DialogCode.Accepted
    window.act("undo")
    assert window.context.library.works.all() == ()


def test_faults_are_told_at_their_fields_and_nothing_is_kept(dialog, context):
    fill(dialog, issued="soon", URL="example")
    dialog.save()
    told = {key: label.text() for key, label in dialog.fields._faults.items() if label.text()}
    assert set(told) == {"title", "issued", "URL"}
    # Without the words of plurals if no test before has loaded them.
    assert dialog._fault.text() == "3 fields to mend"
    assert context.library.works.all() == ()
    fill(dialog, issued="2013")
    assert dialog.fields._faults["issued"].isHidden()
    assert not dialog.fields._faults["URL"].isHidden()


def test_the_preview_follows_what_is_typed_and_the_style(dialog, qtbot):
    fill(dialog, title="Gold in Amdo", issued="2013")
    qtbot.waitUntil(lambda: "Gold in Amdo. 2013." in dialog.preview.toPlainText())
    assert DRAFT in dialog.preview.toPlainText()
    assert "draft" in dialog._draft.text()
    dialog._styles.setCurrentIndex(dialog._styles.findData("ieee"))
    qtbot.waitUntil(lambda: dialog.preview.toPlainText().startswith("1. "))


def test_a_twin_is_pointed_out_and_both_can_be_kept(dialog, context):
    title = "Spoiling Tibet: China and Resource Nationalism on the Roof of the World"
    fill(dialog, title=title, issued="2013")
    name(dialog, "Lafitte", "Gabriel")
    dialog.look_again()
    assert "of the catalogue: Spoiling Tibet" in dialog._twin.text()
    assert dialog._save.text() == "Keep both"
    dialog.save()
    assert [work.title for work in context.library.works.all()] == [title]
    second = WorkDialog(context)
    fill(second, title=title)
    second.look_again()
    assert {twin.link.partition("/")[0] for twin in second.twins} == {"citation", "work"}
    second.save()
    assert len(context.library.works.all()) == 2


def test_the_twin_is_opened_instead(window, monkeypatch):
    title = "Spoiling Tibet: China and Resource Nationalism on the Roof of the World"

    def run(dialog):
        fill(dialog, title=title)
        dialog.look_again()
        dialog._open_twin.click()
        return 0

    monkeypatch.setattr(WorkDialog, "exec", run)
    monkeypatch.setattr(work_dialog, "ask", lambda *_: True)
    window.act("work-new")
    assert window.context.state.link == "citation/anon-nd-spoiling-tibet"
    assert window.context.library.works.all() == ()


def test_a_work_is_edited_from_its_shelf_and_keeps_what_the_form_does_not_show(window, monkeypatch):
    library = window.context.library
    library.works.add([{"type": "patent", "title": "Sluice", "note": "Kept.", "volume": "3"}])

    def run(dialog):
        assert dialog.fields.types.currentText() == "patent"
        assert dialog.fields.texts["volume"].text() == "3"
        fill(dialog, title="Sluice box")
        dialog.save()
        return 1

    monkeypatch.setattr(WorkDialog, "exec", run)
    window.context.state.open("page/library")
    page = window.page()
    page.shelves.choose(Shelf(Sort.WORKS))
    page.list.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (work,) = library.works.all()
    assert (work.title, work.csl["note"], work.csl["type"]) == ("Sluice box", "Kept.", "patent")


def test_what_is_typed_is_only_lost_if_the_reader_says_so(dialog, monkeypatch):
    asked = []
    monkeypatch.setattr(work_dialog, "ask", lambda *words: bool(asked.append(words)))
    fill(dialog, title="Gold")
    dialog.setResult(-1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert dialog.result() == -1
    fill(dialog, title="")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert dialog.result() == WorkDialog.DialogCode.Rejected
