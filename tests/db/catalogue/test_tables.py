# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tables: every field of every kind, filtered by words and queries, sorted as readers sort."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from terkha_db.catalogue import Catalogue, columns_of
from terkha_db.catalogue.tables import natural_key
from terkha_db.errors import KnownError
from terkha_db.fields import FIELDS
from terkha_db.lens import Lens
from terkha_db.vocabulary import KINDS


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_row_has_every_field(catalogue, kind):
    rows = catalogue.rows(kind)
    assert len(rows) == catalogue.edition.counts[kind]
    assert all(list(row.values) == [field.id for field in columns_of(kind)] for row in rows)
    assert all(row.values["title"] for row in rows)


def test_every_field_is_filled_somewhere(catalogue):
    empty = [
        (field.kind, field.id)
        for field in FIELDS
        if all(row.values[field.id] is None for row in catalogue.rows(field.kind))
    ]
    # No source at hand dates a policy.
    assert set(empty) <= {("policy", "date")}


def test_values_have_the_type_of_their_field(catalogue):
    wrong = [
        (row.id, field.id)
        for field in FIELDS
        for row in catalogue.rows(field.kind)
        if not isinstance(row.values[field.id], (int, float) if field.type == "number" else str)
        and row.values[field.id] is not None
    ]
    assert wrong == []


def test_titles_are_sorted_as_people_do(catalogue):
    titles = [row.values["title"] for row in catalogue.rows("organisation")]
    assert titles == sorted(titles, key=natural_key)
    assert natural_key("Phase 2") < natural_key("phase 10") < natural_key("Résumé")
    assert natural_key("Ābc") == natural_key("abc")


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", ["elevation", "opened", "resource_copper", "county"])
def test_what_is_not_recorded_comes_last(catalogue, name, descending):
    values = [row.values[name] for row in catalogue.rows("mine", sort=((name, descending),))]
    present = [value for value in values if value is not None]
    assert values[: len(present)] == present
    assert len(present) < len(values)
    if name != "county":
        assert present == sorted(present, reverse=descending)


def test_the_first_field_decides_and_the_next_among_equals(catalogue):
    rows = catalogue.rows("mine", sort=(("status", False), ("elevation", True)))
    operating = [row.values["elevation"] for row in rows if row.values["status"] == "operating"]
    present = [value for value in operating if value is not None]
    assert present == sorted(present, reverse=True)
    assert [row.values["status"] for row in rows] == sorted(row.values["status"] for row in rows)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("gyama", {"mine/jiama"}),
        ("甲玛", {"mine/jiama"}),
        ("驅龍", {"mine/qulong"}),
        ("gyama xqz", set()),
        ("?!", set()),
    ],
)
def test_a_text_keeps_rows_by_their_names(catalogue, text, ids):
    assert {row.id for row in catalogue.rows("mine", text=text)} == ids


def test_a_text_looks_into_every_column(catalogue):
    found = catalogue.rows("mine", text="maizhok porphyry")
    assert "mine/julong" in {row.id for row in found}
    assert all(
        "Maizhokunggar" in (row.values["county"] or "") or "maizhok" in str(row.values).lower()
        for row in found
    )


def test_ids_keep_their_rows(catalogue):
    rows = catalogue.rows("mine", ids=["mine/qulong", "mine/julong", "mine/none"])
    assert [row.id for row in rows] == ["mine/julong", "mine/qulong"]


def test_a_query_keeps_rows(catalogue):
    high = catalogue.rows("mine", where="elevation>5000 OR status:operating")
    assert high
    assert all(
        (row.values["elevation"] or 0) > 5000 or row.values["status"] == "operating" for row in high
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"kind": "mines"}, "kinds are mine, mineral"),
        ({"kind": "mine", "sort": (("height", False),)}, "no field “height” to sort by"),
        ({"kind": "mine", "where": "height>3"}, "no field “height”"),
        ({"kind": "mine", "where": "(a"}, "never closed"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(catalogue, question, words):
    with pytest.raises(KnownError, match=words):
        catalogue.rows(question.pop("kind"), **question)


def test_a_cell_says_who_says_so(catalogue):
    cells = catalogue.cells("mine/julong")
    assert [one.property for one in cells["resource_copper"]] == ["resource"]
    assert all(one.cites for statements in cells.values() for one in statements)
    works = catalogue.cell_works("mine")["mine/julong"]
    assert set(works["resource_copper"]) == {
        (cite.source.id, cite.locator) for one in cells["resource_copper"] for cite in one.cites
    }
    assert {work for work, _ in works["resource_copper"]} <= {work for work, _ in works[""]}


def test_a_row_tells_which_figures_differ(catalogue):
    (julong,) = catalogue.rows("mine", ids=["mine/julong"])
    spread = julong.spreads["resource_copper"]
    assert spread.low < spread.high
    assert spread.count > 2


def test_values_are_counted(catalogue):
    counts = catalogue.count_by("mine", "status")
    assert sum(number for _, number in counts) == catalogue.edition.counts["mine"]
    assert [number for _, number in counts] == sorted((n for _, n in counts), reverse=True)
    assert dict(catalogue.count_by("mine", "status", where="status:operating")).keys() == {
        "operating"
    }
    with pytest.raises(KnownError, match="no field"):
        catalogue.count_by("mine", "colour")


@pytest.mark.parametrize(
    ("kind", "field"),
    [("mine", "status"), ("mine", "lat"), ("citation", "date"), ("topic", "title")],
)
def test_what_is_not_recorded_is_counted_too(catalogue, kind, field):
    rows = catalogue.rows(kind)
    counted = Counter(row.values[field] for row in rows)
    assert catalogue.tally(kind, field) == counted


def test_through_a_lens_only_what_it_lets_be_seen_is_counted(catalogue_path):
    with Catalogue.open(catalogue_path) as catalogue:
        by_all = catalogue.tally("mine", "status")
        catalogue.look_through(Lens(frozenset({"academic"})))
        counted = Counter(row.values["status"] for row in catalogue.rows("mine"))
        assert catalogue.tally("mine", "status") == counted != by_all


def test_a_table_is_read_at_once(catalogue_path):
    """The budget is 20 ms for all rows of any table; a busy machine may take longer."""
    slow = {}
    for kind in KINDS:
        with Catalogue.open(catalogue_path) as catalogue:
            began = time.process_time()
            catalogue.rows(kind.id)
            spent = time.process_time() - began
        if spent > 0.05:
            slow[kind.id] = spent
    assert slow == {}
