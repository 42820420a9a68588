# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The table model: rows, order, filter, and who says so for every cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha.views.pages import PAGES

KINDS = [page.kind for page in PAGES if page.kind]


@pytest.fixture
def mines(catalogue):
    return RecordTableModel(catalogue, "mine")


@pytest.mark.parametrize("kind", KINDS)
def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester, catalogue, kind):
    qtmodeltester.check(RecordTableModel(catalogue, kind), force_py=True)


@pytest.mark.parametrize("kind", KINDS)
def test_all_records_of_a_kind_are_rows(catalogue, kind):
    model = RecordTableModel(catalogue, kind)

    assert model.rowCount() == catalogue.edition.counts[kind] == model.total


def column(model, name):
    return [field.id for field in model.fields].index(name)


def cell(model, record, name, role=Qt.ItemDataRole.DisplayRole):
    return model.index(model.row_of(record), column(model, name)).data(role)


def test_a_disputed_figure_shows_its_range_and_who_gives_the_one_shown(mines):
    statements = cell(mines, "mine/julong", "resource_copper", Role.STATEMENTS)

    assert "–" in cell(mines, "mine/julong", "resource_copper", Role.DISPUTED)
    assert statements
    assert statements[0].cites
    assert statements[0].rank == "preferred"
    assert statements[0].reason


def test_a_disputed_range_is_written_as_the_figures_of_its_column(mines):
    rows = [row.id for row in mines.rows()]
    shown = [cell(mines, row, "elevation", Role.DISPUTED) for row in rows]

    assert any(shown)
    assert not [text for text in shown if text and "." in text]


def test_the_screen_reader_gets_a_whole_sentence(mines):
    words = cell(mines, "mine/julong", "resource_copper", Qt.ItemDataRole.AccessibleTextRole)

    assert words.startswith("Copper, Mt: ")
    assert "says " in words


def test_what_is_not_recorded_is_said_in_words_and_is_not_zero(mines):
    names = [row.id for row in mines.rows() if row.values["resource_copper"] is None]
    words = cell(mines, names[0], "resource_copper", Qt.ItemDataRole.AccessibleTextRole)

    assert "not recorded" in words
    assert cell(mines, names[0], "resource_copper") == ""


def test_sorting_puts_what_is_not_recorded_last_either_way(mines):
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        mines.sort(column(mines, "resource_copper"), order)
        values = [row.values["resource_copper"] for row in mines.rows()]
        known = [value for value in values if value is not None]

        assert values[: len(known)] == known
        assert known == sorted(known, reverse=order == Qt.SortOrder.DescendingOrder)


@pytest.mark.parametrize("text", ["gyama", "甲玛", "JIAMA"])
def test_the_filter_takes_any_spelling(mines, text):
    mines.ask(text, "")

    assert "mine/jiama" in [row.id for row in mines.rows()]
    assert mines.rowCount() < mines.total


def test_columns_come_as_the_reader_ordered_them(mines):
    mines.show_fields(["title", "elevation", "no-such-field", "status"])

    assert [field.id for field in mines.fields] == ["title", "elevation", "status"]
    assert mines.columnCount() == 3
