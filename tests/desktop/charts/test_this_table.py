# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts of the rows of tables: only what makes sense is offered, and numbers are the table's."""

from __future__ import annotations

import pytest

from terkha.charts.asked import Asked, asked_title, table_chart
from terkha.charts.base import Shape
from terkha.charts.this_table import COUNT, EACH, columns_for
from terkha.views.pages import inside, outside
from terkha_db.errors import KnownError
from terkha_db.links import parse_link

KINDS = ("mine", "mineral", "commodity", "organisation", "place", "policy", "claim", "event",
         "citation", "dispute")  # fmt: skip


def offered(catalogue, asked):
    table = asked.table
    rows = catalogue.rows(table.kind, text=table.text, where=table.where)
    return columns_for(catalogue, table, rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_of_columns_that_is_offered_can_be_drawn(qapp, catalogue, kind):
    asked = table_chart(kind)
    for across in offered(catalogue, asked).across:
        chosen = asked.with_option("x", across.id)
        for upright in offered(catalogue, chosen).upright:
            picture = chosen.with_option("y", upright.id).draw(catalogue)
            assert picture.marks, (across.id, upright.id)
            assert picture.title
            for mark in picture.numbers:
                assert mark.record == "" or catalogue.exists(mark.record)
                if mark.statement is None:
                    assert len(mark.counted) == mark.shown


def test_numbers_are_those_of_the_table_with_their_statements(qapp, catalogue):
    picture = table_chart("mine").with_option("x", "resource_copper").draw(catalogue)
    values = {row.id: row.values["resource_copper"] for row in catalogue.rows("mine")}
    assert len(picture.marks) == sum(value is not None for value in values.values())
    for mark in picture.marks:
        assert mark.shown == values[mark.record]
        stated = catalogue.cells(mark.record)["resource_copper"]
        assert mark.statement in stated
        assert mark.cites


def test_a_pair_of_numbers_has_a_row_for_each_in_the_table_twin(qapp, catalogue):
    asked = table_chart("mineral").with_option("x", "density").with_option("y", "hardness")
    picture = asked.draw(catalogue)
    assert len(picture.numbers) == 2 * len(picture.marks)
    density = {row.id: row.values["density"] for row in catalogue.rows("mineral")}
    for mark in picture.marks:
        assert mark.across.shown == mark.x == density[mark.across.record]
    assert picture.turned(log=True).x.log
    assert picture.turned(log=True).y.log


def test_filters_are_kept_and_named(qapp, catalogue):
    asked = table_chart("mine", where="commodity=copper").with_option("y", "province")
    picture = asked.draw(catalogue)
    kept = {row.id for row in catalogue.rows("mine", where="commodity=copper")}
    assert set(picture.records) <= kept
    assert any("commodity=copper" in note for note in picture.notes)
    assert {mark.shape for mark in picture.marks} == {Shape.BAR}
    assert picture.x.low == 0


def test_names_and_sentences_are_not_offered(qapp, catalogue):
    columns = offered(catalogue, table_chart("mine"))
    ids = {one.id for one in (*columns.across, *columns.upright)}
    assert not ids & {"title", "second", "deposit_type", "disputes", "works"}
    assert columns.x.id == COUNT
    assert {"status", "province", "site_kind"} <= {one.id for one in columns.upright}
    numeric = offered(catalogue, table_chart("mine").with_option("x", "elevation"))
    assert numeric.upright[0].id == EACH
    assert "elevation" not in {one.id for one in numeric.upright}


def test_nothing_to_chart_is_told(qapp, catalogue):
    with pytest.raises(KnownError, match="charted"):
        table_chart("mine", where="id=julong").draw(catalogue)
    with pytest.raises(KnownError, match="no kind"):
        table_chart("nothing").draw(catalogue)


def test_its_link_leads_back_to_it():
    asked = table_chart("mine", text="lhasa", where="commodity=copper").with_option(
        "x", "elevation"
    )
    given = outside(asked.link)
    assert given.startswith("terkha:chart/table?")
    link = inside(parse_link(given))
    assert link == asked.link
    assert Asked.read(link.removeprefix("chart/")) == asked
    assert asked_title(link.removeprefix("chart/")) == "Chart of a table"


def test_a_link_carries_the_scale(qapp, catalogue):
    asked = Asked.read("copper-resources?scale=log")
    assert asked.draw(catalogue).x.log
    assert not asked.scaled(log=False).draw(catalogue).x.log
    assert asked.with_option("scale", "").link == "chart/copper-resources"
    assert asked_title("copper-resources?scale=log") == asked_title("copper-resources")
