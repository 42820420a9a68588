# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Facets: counts follow the other filters, values of no row stay."""

from __future__ import annotations

import pytest

from terkha_db.facets import FACETS
from terkha_db.fields import FIELDS
from terkha_db.query.terms import find_term

KINDS = list(dict.fromkeys(field.kind for field in FIELDS))


def facet(catalogue, kind, field, **filters):
    return next(one for one in catalogue.facets(kind, **filters) if one.field == field)


def counts(found):
    return {value.value: value.count for value in found.values}


def test_every_table_has_facets_of_fields():
    assert list(dict.fromkeys(group.kind for group in FACETS)) == KINDS
    for group in FACETS:
        term = find_term(group.kind, group.field)
        assert term.type in ("words", "records")
        assert set(group.words) <= {choice.id for choice in term.choices}
    wanted = ["commodity", "status", "kind", "province", "drains_to", "organisation"]
    wanted += ["deposit", "decade", "located", "is", "source.kind"]
    assert [group.field for group in FACETS if group.kind == "mine"] == wanted


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("where", ["", "is:disputed", "a"])
def test_a_count_is_what_pressing_keeps(catalogue, kind, where):
    total = catalogue.edition.counts[kind]
    for one in catalogue.facets(kind, where=where):
        assert one.label
        for value in one.values[:6]:
            assert 0 <= value.count <= total
            after = catalogue.press(kind, where, one.field, value.value)
            if one.field != "is":
                assert len(catalogue.rows(kind, where=after)) == value.count, (one.field, after)
            state = facet(catalogue, kind, one.field, where=after).values
            assert any(now.value == value.value and now.state for now in state)


def test_counts_follow_the_other_filters_but_not_their_own(catalogue):
    everything = counts(facet(catalogue, "mine", "status"))
    assert counts(facet(catalogue, "mine", "status", where="status=closed")) == everything
    high = counts(facet(catalogue, "mine", "status", where="elevation>4500 status=closed"))
    assert high == {
        status: len(catalogue.rows("mine", where=f"elevation>4500 status={status}"))
        for status in everything
    }
    text = counts(facet(catalogue, "mine", "status", text="julong"))
    assert sum(text.values()) == len(catalogue.rows("mine", text="julong"))


def test_values_of_no_row_stay_in_their_place(catalogue):
    before = facet(catalogue, "mine", "commodity")
    after = facet(catalogue, "mine", "commodity", where="id:mine/julong")
    assert list(counts(before)) == list(counts(after))
    assert 0 in counts(after).values()
    assert list(counts(before).values()) == sorted(counts(before).values(), reverse=True)


def test_states_are_read_from_any_way_to_write_them(catalogue):
    def states(where):
        found = facet(catalogue, "mine", "province", where=where)
        return {value.value: value.state for value in found.values if value.state}

    assert states("province:Xizang") == {"tar": "kept"}
    assert states("-province:Qinghai") == {"qinghai": "excluded"}
    assert states("province!=qinghai julong") == {"qinghai": "excluded"}
    assert states("(province=qinghai OR province=sichuan)") == {
        "qinghai": "kept",
        "sichuan": "kept",
    }
    assert states("province=qinghai OR julong") == {}


def test_a_facet_of_one_word_is_not_moved_by_others(catalogue):
    (disputed,) = facet(catalogue, "mine", "is", where="is:placed").values
    assert disputed.count == len(catalogue.rows("mine", where="is:placed is:disputed"))
    assert disputed.state == ""
