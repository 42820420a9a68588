# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The import dialog: guesses, the reader's choices, the import, stopping it, and what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog

from terkha.views import import_dialog
from terkha.views.import_dialog import ImportDialog
from terkha_db.imported.shelf import Shelf

ROWS = 5000


@pytest.fixture
def table(tmp_path):
    """5,000 sites; every thousandth row has no name, and one has a cell too many."""
    file = tmp_path / "sites of mine.csv"
    lines = ["Site name,Name (Chinese),Latitude,Longitude,Grade"]
    for number in range(ROWS):
        name = "" if number % 1000 == 17 else f"Site {number}"
        chinese = "驱龙" if name else ""
        lines.append(f"{name},{chinese},{29 + number / ROWS},91.5,{number % 40}")
    lines[400] += ",too much"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def shelf(context):
    return Shelf(context.paths.collections)


@pytest.fixture
def dialog(qtbot, context, table):
    made = ImportDialog(context, table)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.settled):
        made.show()
    return made


def choose(qtbot, dialog, header, role):
    choice = next(
        box
        for box in dialog.setup.columns.findChildren(QComboBox)
        if box.accessibleName() == f"What {header} means"
    )
    with qtbot.waitSignal(dialog.settled):
        choice.setCurrentIndex(choice.findData(role))


def roles(dialog):
    return [
        f"{column.role}:{column.lang}" if column.lang else column.role
        for column in dialog.setup.mapping.columns
    ]


def run(qtbot, dialog):
    with qtbot.waitSignal(dialog.settled, timeout=20_000):
        dialog.start.click()


def left(shelf):
    return sorted(file.name for file in shelf.folder.glob("*")) if shelf.folder.exists() else []


def test_columns_are_guessed_and_shown_with_an_example(dialog):
    columns = dialog.setup.columns

    assert roles(dialog) == ["title", "name:zh-Hans", "lat", "lon", "free"]
    assert columns.cellWidget(1, 1).currentText() == "Other name: Chinese, simplified"
    assert (columns.item(4, 0).text(), columns.item(4, 2).text()) == ("Grade", "0")
    assert dialog.setup.name.text() == "sites of mine"
    assert dialog.start.isEnabled()


def test_the_first_rows_are_shown_as_they_will_be_and_what_will_not_fit(dialog):
    rows = dialog.setup.rows
    shown = [rows.index(17, column).data() for column in range(2)]

    assert rows.rowCount() == 50
    assert [rows.index(0, column).data() for column in range(4)] == ["2", "Site 0", "29.0", "91.5"]
    assert shown == ["19", "Will not fit: no name: title and other names are empty"]
    assert "2 of the first 500 lines do not fit." in dialog.setup.words.text()
    assert "1 × 6 cells where the header has 5" in dialog.setup.words.text()


def test_the_reader_can_say_what_a_column_means(qtbot, dialog):
    choose(qtbot, dialog, "Name (Chinese)", "title")
    assert roles(dialog)[:2] == ["free", "title"]
    assert dialog.setup.rows.index(0, 1).data() == "驱龙"

    choose(qtbot, dialog, "Name (Chinese)", "skip")
    assert not dialog.start.isEnabled()
    assert "choose the one that is the title" in dialog.setup.words.text()


def test_latitude_and_longitude_can_be_exchanged(qtbot, dialog):
    with qtbot.waitSignal(dialog.settled):
        dialog.setup.swap.click()

    assert dialog.setup.mapping.swapped
    assert "91.5" not in str(dialog.setup.rows.index(0, 2).data())


def test_an_import_ends_with_what_was_left_out_and_where_that_is_told(qtbot, dialog, shelf):
    dialog.setup.name.setText("Mine")
    run(qtbot, dialog)

    info = shelf.find("Mine")
    assert (info.sites, info.rejected) == (ROWS - 6, 6)
    assert dialog.summary.words.text().startswith("4,994 rows with 9,988 names")
    dialog.summary.copy.click()
    assert QGuiApplication.clipboard().text() == str(info.target.report)
    assert info.target.report.is_file()


def test_the_collection_can_be_opened_at_the_end(qtbot, window, table):
    dialog = ImportDialog(window.context, table, window)
    with qtbot.waitSignal(dialog.settled):
        dialog.show()
    run(qtbot, dialog)
    dialog.visit.click()

    assert window.context.state.link == "collection/sites-of-mine"
    assert not dialog.isVisible()


def test_an_import_that_is_stopped_leaves_nothing(qtbot, dialog, shelf):
    with qtbot.waitSignal(dialog.settled, timeout=20_000):
        dialog.start.click()
        assert dialog.is_importing
        dialog.reject()
        assert dialog.isVisible()

    assert left(shelf) == []
    assert dialog.loaded is None
    assert "was stopped; nothing was changed" in dialog.setup.words.text()
    run(qtbot, dialog)
    assert shelf.find("sites of mine").sites == ROWS - 6


def test_a_name_that_is_taken_is_only_used_if_the_reader_says_so(
    qtbot, dialog, shelf, context, table, monkeypatch
):
    run(qtbot, dialog)
    asked = []
    monkeypatch.setattr(import_dialog, "ask", lambda *words: asked.append(words[1]) or False)
    again = ImportDialog(context, table)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.settled):
        again.show()
    before = shelf.find("sites of mine").imported
    again.start.click()
    assert not again.is_importing
    assert "4,994 rows" in asked[0]
    assert shelf.find("sites of mine").imported == before

    monkeypatch.setattr(import_dialog, "ask", lambda *_: True)
    again.setup.name.setText("SITES of mine")
    run(qtbot, again)
    assert [info.slug for info in shelf.collections()] == ["sites-of-mine"]


def test_a_file_that_is_no_table_is_told_in_a_sentence(qtbot, context, tmp_path):
    file = tmp_path / "empty.csv"
    file.write_bytes(b"")
    dialog = ImportDialog(context, file)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.settled):
        dialog.show()

    assert str(file) in dialog.setup.words.text()
    assert not dialog.start.isEnabled()


def test_a_table_that_is_gone_when_it_is_imported_is_told(qtbot, dialog, table, shelf):
    table.unlink()
    run(qtbot, dialog)

    assert "There is no file" in dialog.setup.words.text()
    assert left(shelf) == []


def test_the_action_asks_for_a_file_and_opens_the_dialog(window, table, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    opened = []
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: opened.append(dialog._file))
    window.act("import-table")

    assert opened == [table]
