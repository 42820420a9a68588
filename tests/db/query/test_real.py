# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Queries of the bundled catalogue: whatever is typed is answered or refused, and counts agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terkha_db.errors import QueryError
from terkha_db.fields import FIELDS
from terkha_db.query import parse_query
from terkha_db.query.across import asks_fields
from terkha_db.query.terms import terms_of
from terkha_db.vocabulary import KINDS, SOURCE_KINDS

KIND = st.sampled_from([kind.id for kind in KINDS])
NAME = st.sampled_from(
    sorted(
        {name for kind in KINDS for term in terms_of(kind.id) for name in (term.id, *term.aliases)}
    )
)
SIGN = st.sampled_from([":", "=", "!=", "<", "<=", ">", ">=", " : "])
VALUE = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["1", "1e9Mt", "..", "1..2", "2..1", "9999", "2021", "0000-00", "½", "٣", '"', "-", "\\"]
    ),
    st.sampled_from(
        ["operating", "巨龙", "none", "tibetan", "zijin", "company", "1km", '"x y"', "9" * 400]
    ),
)
COMPARED = st.builds("{}{}{}".format, NAME, SIGN, VALUE)
QUERY = st.lists(
    st.one_of(COMPARED, st.sampled_from(["AND", "OR", "NOT", "-", "(", ")", "julong"])), max_size=5
).map(" ".join)


def asked(catalogue, kind, query):
    try:
        return catalogue.rows(kind, where=query, sort=())
    except QueryError as error:
        return error


@settings(deadline=None)  # the first question reads the table
@given(KIND, st.one_of(QUERY, st.text()), st.integers(-3, 60))
def test_whatever_is_typed_is_answered_or_refused(catalogue, kind, query, cursor):
    for found in catalogue.complete(kind, query, cursor):
        assert 0 <= found.start <= found.end <= len(query)
        assert found.insert
    rows = asked(catalogue, kind, query)
    if isinstance(rows, QueryError):
        assert 0 <= rows.at <= len(query)
        return
    assert len(rows) <= catalogue.edition.counts[kind]
    for chip in catalogue.chips(kind, query):
        parse_query(chip.text)
        parse_query(chip.without)
    catalogue.facets(kind, where=query)


def ids(catalogue, kind, query):
    return {row.id for row in catalogue.rows(kind, where=query)}


def test_a_place_is_found_by_any_of_its_names(catalogue):
    spellings = ("Maizhokunggar", "墨竹工卡", "Meldro", "མལ་གྲོ་གུང་དཀར", "mal-gro", "maizhokunggar")
    found = [ids(catalogue, "mine", f"county:{name}") for name in spellings]
    assert "mine/julong" in found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    ("kind", "query", "expected"),
    [
        ("mine", "source:zijin-2021-julong-phase1", "mine/julong"),
        ("mine", "resource.copper>1Mt", "mine/julong"),
        ("mine", "is:placed has:coordinates has:dispute is:disputed", "mine/julong"),
        ("mine", "owner:zangge", "mine/julong"),
        ("mine", "deposit:porphyry decade:2020s", "mine/julong"),
        ("mine", "name:驅龍", "mine/qulong"),
        ("mine", "id:mine/jiama", "mine/jiama"),
        ("place", "part_of:lhasa kind:county", "place/maizhokunggar"),
        ("place", "province:tar has:tibetan", "place/maizhokunggar"),
        ("commodity", "list:eu-critical is:listed", "commodity/copper"),
        ("citation", "is:secondary -is:undated", None),
        ("claim", "place:tibet topic:geopolitics", None),
        ("dispute", "subject:julong about:identity", None),
        ("event", "mine:jiama", None),
    ],
)
def test_what_queries_find(catalogue, kind, query, expected):
    found = ids(catalogue, kind, query)
    assert found
    assert expected is None or expected in found
    assert len(found) < catalogue.edition.counts[kind]


def test_negation_and_the_rest_make_the_whole(catalogue):
    every = ids(catalogue, "mine", "")
    for query in ("is:disputed", "source.kind:company", "commodity:copper", "opened>2000"):
        assert ids(catalogue, "mine", query) | ids(catalogue, "mine", f"-{query}") == every
        assert not ids(catalogue, "mine", query) & ids(catalogue, "mine", f"-{query}")


def test_has_tells_which_columns_are_filled(catalogue):
    for field in FIELDS:
        if field.kind in ("mine", "mineral") and field.type == "text" and field.id != "status":
            filled = {row.id for row in catalogue.rows(field.kind) if row.values[field.id]}
            assert filled <= ids(catalogue, field.kind, f"has:{field.id}")


def test_one_query_is_asked_of_all_kinds(catalogue):
    found = catalogue.ask("commodity:lithium")
    assert {"mine", "claim", "dispute"} <= set(found)
    assert "mineral/spodumene" in {row.id for row in found["mineral"]}
    assert set(catalogue.ask("kind:mine commodity:lithium")) == {"mine"}
    assert "mine" not in catalogue.ask("-kind:mine commodity:lithium")
    assert set(catalogue.ask("kind:mine OR kind:mineral")) == {"mine", "mineral"}
    assert set(catalogue.ask("elevation>4500")) == {"mine"}
    with pytest.raises(QueryError, match="did you mean elevation"):
        catalogue.ask("kind:mine elevaton>4500")


@pytest.mark.parametrize(
    ("query", "answer"),
    [("julong copper", False), ("-julong", False), ("julong status:closed", True), ("-a:b", True)],
)
def test_a_query_is_told_from_words(query, answer):
    assert asks_fields(parse_query(query)) is answer


def test_a_claim_rests_on_the_works_of_its_endnotes_and_not_on_its_document(catalogue):
    behind = {row.id for row in catalogue.rows("claim") if row.values["rests_on"]}
    assert ids(catalogue, "claim", "has:source") == behind
    found = [ids(catalogue, "claim", f"source.kind={kind.id}") for kind in SOURCE_KINDS]
    assert set().union(*found) == behind
    assert len(ids(catalogue, "claim", "document:ferenczy")) > len(behind)
