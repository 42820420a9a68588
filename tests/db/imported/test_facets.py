# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Facets of a collection: which columns have them, and counts that follow the other filters."""

from __future__ import annotations

import pytest

from terkha_db.imported.facets import FacetReader, stated
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.query import parse_query

ROWS = 600
STATUSES = ("Producer", "producer", "Prospect", "")
METALS = ("Copper", "Copper; Gold", "Gold;Silver")


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("facets")
    table = folder / "sites.csv"
    lines = [
        f"Site {n},{30 if n % 2 else ''},{90 if n % 2 else ''},{METALS[n % 3]},{STATUSES[n % 4]},"
        f"{n},note {n % 5},same"
        for n in range(ROWS)
    ]
    head = "name,lat,lon,commodity,status,depth,remark,survey"
    table.write_text("\n".join([head, *lines]), encoding="utf-8")
    target = Shelf(folder / "collections").target("Sites")
    load(table, guess_mapping(table), target, variants={})
    opened = FacetReader(target.file)
    yield opened
    opened.close()


@pytest.fixture
def counted(reader):
    """Counts and states by field and value, under a query."""

    def count(query):
        facets = reader.counted(reader.interrupt(), parse_query(query))
        return {
            facet.field: {value.label: (value.count, value.state) for value in facet.values}
            for facet in facets
        }

    return count


def count_rows(keeps):
    return sum(1 for n in range(ROWS) if keeps(n))


def test_columns_that_tell_rows_apart_by_few_values_have_facets(reader):
    assert reader.vocabulary.facets == ["commodity", "status", "remark", "has"]


def test_lists_in_cells_count_for_each_part_and_case_makes_no_difference(counted):
    facets = counted("")
    assert facets["commodity"] == {
        "Copper": (400, ""),
        "Gold": (400, ""),
        "Silver": (200, ""),
    }
    assert facets["status"] == {"Producer": (300, ""), "Prospect": (150, "")}
    assert facets["has"] == {"Coordinates": (300, "")}


def test_counts_follow_the_other_filters_and_not_their_own(counted):
    facets = counted('status=prospect -remark="note 3" depth<300')
    keeps = lambda n: n % 4 == 2 and n % 5 != 3 and n < 300  # noqa: E731
    assert facets["commodity"]["Silver"] == (count_rows(lambda n: keeps(n) and n % 3 == 2), "")
    assert facets["status"]["Prospect"] == (count_rows(keeps), "kept")
    assert facets["status"]["Producer"] == (
        count_rows(lambda n: n % 4 < 2 and n % 5 != 3 and n < 300),
        "",
    )
    assert facets["remark"]["note 3"][1] == "excluded"
    assert facets["remark"]["note 3"][0] == count_rows(
        lambda n: n % 4 == 2 and n % 5 == 3 and n < 300
    )
    assert facets["has"]["Coordinates"] == (0, "")


def test_pressing_keeps_excludes_and_lets_go(reader):
    press = reader.vocabulary.press
    kept = press("depth<300", "commodity", "Gold")
    assert kept == "depth<300 commodity=Gold"
    both = press(kept, "commodity", "Silver")
    assert both == "depth<300 (commodity=Gold OR commodity=Silver)"
    assert press(kept, "commodity", "Gold") == "depth<300 NOT commodity=Gold"
    assert press("NOT commodity=Gold", "commodity", "Gold") == ""


def test_chips_read_as_the_table_has_it(reader):
    chips = reader.vocabulary.chips('commodity=gold NOT status=prospect depth>5 "old note"')
    assert [chip.label for chip in chips] == [
        "commodity: Gold",
        "status: not Prospect",
        "depth > 5",
        "“old note”",
    ]


def test_fields_and_values_are_completed(reader):
    complete = reader.vocabulary.complete
    assert complete("comm", 4)[0].insert == "commodity:"
    assert [(offer.insert, offer.explanation) for offer in complete("status:pro", 10)] == [
        ("Producer", "300 rows"),
        ("Prospect", "150 rows"),
    ]
    assert 'remark:"note 3"' in [offer.insert for offer in complete("note", 4)]


def test_states_are_known_before_counts(reader, counted):
    before = {facet.field: facet for facet in reader.counted(reader.interrupt(), parse_query(""))}
    facets = stated(reader.vocabulary, parse_query("status=prospect"), before)
    values = {value.label: (value.count, value.state) for value in facets[1].values}
    assert values == {"Producer": (300, ""), "Prospect": (150, "kept")}


def test_an_old_question_is_given_up(reader):
    old = reader.interrupt()
    reader.interrupt()
    assert list(reader.counted(old, parse_query("depth<300"))) == []
