# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Columns of tables and rows of comparisons added up, on real records."""

from __future__ import annotations

import pytest

from terkha_db.adding import Refusal, Total
from terkha_db.comparing import compare
from terkha_db.fields import fields_of
from terkha_db.lens import OPEN, parse_lens
from terkha_db.sums import add_columns, add_compared


@pytest.fixture
def added(catalogue):
    def add(kind, *ids):
        rows = catalogue.rows(kind, ids=ids or None)
        return {one.label: one for one in add_columns(catalogue, fields_of(kind), rows)}

    return add


def test_a_column_is_added_where_nothing_speaks_against_it(added):
    gold = added("mine", "mine/caiyuanzi", "mine/dongbeizhai")["Gold, Mt"]
    assert isinstance(gold.answer, Total)
    assert gold.answer.sum.value == pytest.approx(98.109)
    cited = {cite.source.id for one in gold.answer.statements for cite in one.cites}
    assert {work.id for work in gold.answer.works} == cited
    assert len(cited) >= 2
    assert gold.in_words() == (
        "98.109\u202ft\u202fAu: gold resource of Caiyuanzi and Dongbeizhai as of 2025. "
        "2 figures, one a record."
    )


def test_rows_without_a_figure_are_counted_and_not_taken_for_zero(added):
    gold = added("mine", "mine/caiyuanzi", "mine/dongbeizhai", "mine/zabuye")["Gold, Mt"]
    assert gold.absent == 1
    assert gold.in_words().endswith("2 figures, one a record; 1 record has none.")


def test_a_column_of_whole_and_part_is_refused_with_the_reason(added):
    copper = added("mine", "mine/julong", "mine/qulong")["Copper, Mt"]
    assert isinstance(copper.answer, Refusal)
    assert "may overlap" in copper.in_words()
    assert [one.record for one in copper.answer.statements] == ["mine/julong", "mine/qulong"]


@pytest.mark.parametrize("kind", ["mine", "mineral", "commodity", "organisation", "place"])
def test_no_column_of_a_whole_table_makes_a_sum(added, kind):
    for one in added(kind).values():
        assert isinstance(one.answer, Refusal), one.label
        assert one.answer.reason.endswith(".")


def test_only_one_figure_is_no_sum(added):
    assert added("mine", "mine/julong", "mine/zabuye")["Copper, Mt"].answer == Refusal(
        "Only Julong has a figure."
    )


def test_what_lies_outside_the_lens_is_not_added(catalogue, added):
    try:
        catalogue.look_through(parse_lens("company"))
        gold = added("mine", "mine/caiyuanzi", "mine/dongbeizhai")["Gold, Mt"]
    finally:
        catalogue.look_through(OPEN)
    assert (gold.absent, len(gold.statements)) == (1, 1)


def test_rows_of_a_comparison_are_added_by_the_figures_that_tables_show(catalogue):
    records = [catalogue.record(name) for name in ("mine/tiegelongnan", "mine/naruo")]
    sums = {one.label: one for one in add_compared(catalogue, compare(records))}
    assert isinstance(sums["Resource, copper"].answer, Total | Refusal)
    for one in sums.values():
        if isinstance(one.answer, Total):
            assert len(one.statements) == len({s.record for s in one.statements}) == 2
