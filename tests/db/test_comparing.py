# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records side by side: every value in its row, and what is told of likeness."""

from __future__ import annotations

import pytest

from terkha_db.comparing import DIFFERENT, NAMED, ONLY, SAME, as_table, compare, share
from terkha_db.export import format_by_id


@pytest.fixture(scope="module")
def pair(catalogue):
    return [catalogue.record("mine/julong"), catalogue.record("mine/jiama")]


def row(rows, label):
    return next(one for one in rows if one.label == label)


def test_every_statement_stands_in_exactly_one_row(pair):
    rows = compare(pair)
    for at, record in enumerate(pair):
        shown = [one.id for each in rows for one in each.told[at]]
        assert sorted(shown) == sorted(one.id for one in record.statements)


def test_rows_say_whether_the_records_are_alike(pair):
    rows = compare(pair)
    assert row(rows, "County").state == SAME
    assert row(rows, "Elevation").state == DIFFERENT
    assert row(rows, "Opened").state == ONLY


def test_figures_are_set_against_each_other_by_commodity_and_in_one_measure(pair):
    rows = compare(pair)
    reserve = row(rows, "Reserve, copper")
    shares = [share(one, reserve) for told in reserve.told for one in told]
    assert max(shares) == 1
    assert all(0 < one <= 1 for one in shares)
    # Jiama's only figure is of copper equivalent, which copper is not measured against.
    resource = row(rows, "Resource, copper")
    assert {share(one, resource) for told in resource.told for one in told} == {None}


def test_what_others_say_makes_rows_of_its_own(catalogue):
    names = ["organisation/zijin-mining", "organisation/western-mining"]
    records = [catalogue.record(name) for name in names]
    mentions = [catalogue.mentions(name) for name in names]
    owns = row(compare(records, mentions), "Owns")
    assert owns.group == NAMED
    assert owns.state == DIFFERENT
    assert {"mine/julong", "mine/yulong"} <= {one.record for one in owns.told[0]}
    # Each published share stands there, with what it is the share of.
    shares = [one.share for one in owns.told[0] if one.record == "mine/julong"]
    assert {50.1, 57.35, 80.88} <= set(shares)
    titles = {"mine/julong": "Julong"}
    rows = compare(records, mentions)
    written = format_by_id("tsv").write(as_table(records, rows, titles, catalogue.edition))
    assert "Julong 80.88 % (Jan 2026, chinascrap.com, share is that of the two" in written


def test_a_table_holds_all_values_and_works_and_no_marks(catalogue, pair):
    written = format_by_id("csv").write(as_table(pair, compare(pair), {}, catalogue.edition))
    assert written.startswith("Id,Property,Alike,Julong,Jiama,Sources")
    assert "not recorded" in written
    assert "25.88" in written
    assert "10.72" in written
    assert "citation/zijin-2021-julong-phase1" in written
    assert "[@" not in written
