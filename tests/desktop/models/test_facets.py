# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The list of facets: headings, the first ten values, sentences, and nothing that moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from terkha.models.facets import FacetHeading, FacetModel, FacetMore, FacetRow
from terkha.models.roles import Role
from terkha.views.pages import PAGES


def entries(model):
    return [model.index(row).data(Role.ENTRY) for row in range(model.rowCount())]


def rows_of(model, field):
    return [each for each in entries(model) if isinstance(each, FacetRow) and each.field == field]


def sentence(model, field, value):
    return model.index(model.row_of(field, value)).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def model(catalogue):
    made = FacetModel()
    made.load(catalogue.facets("mine"))
    return made


@pytest.mark.parametrize("kind", [page.kind for page in PAGES if page.kind])
def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester, catalogue, kind):
    made = FacetModel()
    made.load(catalogue.facets(kind))

    qtmodeltester.check(made, force_py=True)


def test_long_facets_show_ten_values_and_open_in_place(model, catalogue):
    every = next(f for f in catalogue.facets("mine") if f.field == "commodity").values
    more = next(e for e in entries(model) if isinstance(e, FacetMore) and e.field == "commodity")
    assert len(rows_of(model, "commodity")) == 10
    assert more.count == len(every) - 10

    model.toggle_more("commodity")
    assert len(rows_of(model, "commodity")) == len(every)
    model.toggle_more("commodity")
    assert len(rows_of(model, "commodity")) == 10


def test_a_value_that_is_kept_shows_even_beyond_the_tenth(model, catalogue):
    more = model.index(model.row_of("commodity", "uranium")).data(Role.ENTRY)
    assert isinstance(more, FacetMore)
    model.load(catalogue.facets("mine", where="commodity=uranium"))

    assert rows_of(model, "commodity")[-1].state == "kept"
    assert rows_of(model, "commodity")[-1].value == "uranium"


def test_values_that_keep_nothing_stay_where_they_were_and_cannot_be_pressed(model, catalogue):
    before = [(row.field, row.value) for row in rows_of(model, "kind")]
    model.load(catalogue.facets("mine", where="commodity=copper"))
    lake = model.index(model.row_of("kind", "salt-lake"))

    assert [(row.field, row.value) for row in rows_of(model, "kind")] == before
    assert lake.data(Role.ENTRY).count == 0
    assert not lake.flags() & Qt.ItemFlag.ItemIsEnabled


def test_new_counts_are_told_without_moving_the_list(qtbot, model, catalogue):
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged),
    ):
        model.load(catalogue.facets("mine", where="status=operating"))


def test_the_screen_reader_is_told_what_pressing_does(model, catalogue):
    assert sentence(model, "commodity", "copper").startswith("Commodities: Copper, ")
    assert "keep only these" in sentence(model, "commodity", "copper")
    model.load(catalogue.facets("mine", where="commodity=copper NOT status=operating"))

    assert "kept" in sentence(model, "commodity", "copper")
    assert "excluded" in sentence(model, "status", "operating")
    assert "none among the rows" in sentence(model, "kind", "salt-lake")


def test_headings_are_read_and_not_pressed(model):
    headings = [
        model.index(row)
        for row, entry in enumerate(entries(model))
        if isinstance(entry, FacetHeading)
    ]

    assert headings[0].data() == "Commodities"
    assert all(index.flags() == Qt.ItemFlag.NoItemFlags for index in headings)


def test_an_unknown_facet_has_no_row(model):
    assert model.row_of("no-such-field", "copper") == -1
