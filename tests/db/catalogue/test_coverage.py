# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The statement of coverage agrees with the records, counted here in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from terkha_db.coverage import Measure, as_lines, as_markdown
from terkha_db.lens import parse_lens
from terkha_db.records.load import Records, load
from terkha_db.records.models import Citation, Mine, Mineral, Place

ROOT = Path(__file__).parents[3] / "db" / "records"
HAN = {"zh-Hans", "zh-Hant"}


@pytest.fixture(scope="module")
def records() -> Records:
    return load(ROOT)


@pytest.fixture(scope="module")
def coverage(catalogue):
    return catalogue.coverage()


def measure(coverage, words) -> Measure:
    (found,) = [one for one in coverage.measures if words in one.words]
    return found


def known(coverage, kind, label):
    (of_kind,) = [one for one in coverage.kinds if one.kind == kind]
    (found,) = [one for one in of_kind.properties if one.label == label]
    return found


def test_measures_of_sites(coverage, records):
    mines = records.of(Mine).values()
    single = [mine for mine in mines if not mine.region_wide]
    placed = [mine for mine in single if any(s.lat is not None for s in mine.statements)]
    chinese = [mine for mine in mines if any(name.lang in HAN for name in mine.names)]

    points = measure(coverage, "with a point, of whatever")
    assert (points.have, points.of) == (len(placed), len(single))
    names = measure(coverage, "sites with a name in Chinese")
    assert (names.have, names.of) == (len(chinese), len(mines))


def test_measures_of_places_and_works(coverage, records):
    works = records.of(Citation).values()
    assert measure(coverage, "works with a date").have == sum(bool(one.issued) for one in works)
    assert measure(coverage, "as author or editor").have == sum(
        bool(one.author or one.editor) for one in works
    )
    counties = [one for one in records.of(Place).values() if one.level == "county"]
    tibetan = measure(coverage, "counties with a name in Tibetan")
    assert tibetan.of == len(counties)
    assert tibetan.have == sum(any(n.lang == "bo" for n in one.names) for one in counties)


def test_what_is_known_of_a_property(coverage, records):
    minerals = records.of(Mineral).values()
    said = [s for one in minerals for s in one.statements if s.property == "strunz"]
    strunz = known(coverage, "mineral", "Strunz number")
    assert strunz.statements == len(said)
    assert strunz.records == sum(any(s in said for s in one.statements) for one in minerals)

    status = known(coverage, "mine", "Status")
    assert 2010 < status.year < 2027
    assert status.sources == tuple(sorted(status.sources, key=lambda one: (-one[1], one[0])))
    assert dict(status.languages)["zh"] > 0


def test_a_lens_leaves_the_statement_as_it_is(catalogue, coverage):
    with catalogue.clone() as narrow:
        narrow.look_through(parse_lens("company"))
        assert narrow.coverage() == coverage


@pytest.mark.parametrize(
    ("have", "share", "reached"), [(3, 75, True), (2, 50, False), (4, 100, True)]
)
def test_an_aim_is_reached_or_not_yet(have, share, reached):
    one = Measure("", have, 4, 75)
    assert (one.share, one.is_reached) == (share, reached)


def test_the_chapter_and_the_lines_tell_the_same(coverage):
    lines, chapter = "\n".join(as_lines(coverage)), as_markdown(coverage)
    for one in coverage.measures:
        assert one.words in lines
        assert f"| {one.words} | {one.have:,} | {one.of:,} |" in chapter
    for kind in coverage.kinds:
        for told in kind.properties:
            assert told.label in lines
            assert f"| {told.label} | {told.records:,} (" in chapter
