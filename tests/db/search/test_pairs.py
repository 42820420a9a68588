# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Readers find what they mean under any spelling: pairs of a query and its record, by kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

PAGE = 12
PAIRS = Path(__file__).with_name("pairs.tsv")
KINDS = {
    *("english", "exile", "official", "pinyin", "hans", "hant", "sound", "bo", "wylie"),
    *("ending", "spacing", "typo", "beginning"),
}


class Pair(NamedTuple):
    kind: str
    query: str
    records: frozenset[str]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    told = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Pair(kind, query, frozenset(records.split("|"))) for kind, query, records in told]


@pytest.fixture(scope="module")
def places(catalogue, pairs) -> dict[Pair, int | None]:
    """Where the record stands on the first page, from 0; None where it is not there."""
    found = {}
    for pair in pairs:
        ids = [hit.id for hit in catalogue.search(pair.query)[:PAGE]]
        found[pair] = next((at for at, name in enumerate(ids) if name in pair.records), None)
    return found


def test_pairs_are_many_and_of_all_kinds(catalogue, pairs):
    by_kind = Counter(pair.kind for pair in pairs)
    assert len({pair.query for pair in pairs}) == len(pairs) >= 200
    assert set(by_kind) == KINDS
    assert min(by_kind.values()) >= 6
    for record in frozenset().union(*(pair.records for pair in pairs)):
        assert catalogue.record(record).id == record


def test_nearly_all_are_on_the_first_page(places):
    missed = [(pair.kind, pair.query) for pair, place in places.items() if place is None]
    assert len(missed) <= 0.02 * len(places), missed


def test_most_come_first(places):
    later = [(pair.kind, pair.query) for pair, place in places.items() if place != 0]
    assert len(later) <= 0.10 * len(places), later


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_kind_of_spelling_is_left_behind(places, kind):
    of_kind = [place for pair, place in places.items() if pair.kind == kind]
    assert sum(place is not None for place in of_kind) >= 0.9 * len(of_kind)
