# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The table twin holds every number of its chart, with value, date, claimant and place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from terkha.charts import CHARTS
from terkha.models.chart_table import COLUMNS, ChartTableModel
from terkha.models.roles import Role
from terkha_db.wording import format_value, who

COLUMN = {column.id: number for number, column in enumerate(COLUMNS)}


@pytest.fixture(params=CHARTS, ids=lambda chart: chart.id)
def picture(request, qapp, catalogue):
    return request.param.draw(catalogue)


@pytest.fixture
def model(qapp) -> ChartTableModel:
    return ChartTableModel()


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, COLUMN[column]).data(role)


def test_a_row_for_every_number_found_in_the_catalogue(model, picture, catalogue):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_picture(picture)
    assert tester.model() is model
    assert model.rowCount() == len(picture.numbers)
    for row, mark in enumerate(picture.numbers):
        assert cell(model, row, "what") == mark.label
        assert cell(model, row, "what", Role.RECORD_ID) == mark.record
        statements = cell(model, row, "published", Role.STATEMENTS)
        for said in statements:
            stated = {each.id: each for each in catalogue.record(said.record).statements}
            assert stated[said.id].cites == said.cites
            assert cell(model, row, "published") == format_value(said)
            assert who(said.cites[0].source) in cell(model, row, "says")
            assert said.cites[0].locator in cell(model, row, "locator")
        if not statements:
            assert str(len(mark.counted)) in cell(model, row, "says")
        assert cell(model, row, "source_kind")
        assert cell(model, row, "as_of")


def test_numbers_read_as_they_stand_on_the_axis(model, picture):
    model.show_picture(picture)
    for row, mark in enumerate(picture.numbers):
        shown = cell(model, row, "shown")
        if mark in picture.apart:
            assert shown == "not on this scale"
        elif picture.x.named and not mark.counted:
            assert shown == dict(picture.x.ticks)[mark.x]
        elif picture.x.dates and mark.shown == mark.x:
            assert shown == mark.as_of
        else:
            assert float(shown.replace(",", "")) == pytest.approx(mark.shown, rel=1e-3)


def test_every_cell_is_a_sentence_for_screen_readers(model, picture):
    model.show_picture(picture)
    for column in COLUMN:
        told = cell(model, 0, column, Qt.ItemDataRole.AccessibleTextRole)
        assert picture.numbers[0].label in told
        assert len(told.split()) >= 2


def test_headings(model):
    orientation = Qt.Orientation.Horizontal
    heads = [model.headerData(number, orientation) for number in range(model.columnCount())]
    assert heads == [column.label for column in COLUMNS]
    assert model.headerData(99, orientation) is None
    assert model.rowCount() == 0
