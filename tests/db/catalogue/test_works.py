# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Cited works: those of a record, formatted in every style, and the figures that rest on them."""

from __future__ import annotations

import pytest

from terkha_db.citing import STYLES
from terkha_db.errors import KnownError, NotFoundError

BRIEF = "citation/ferenczy-2025-prc-mining-tibet"
ZIJIN = "citation/zijin-2021-julong-phase1"


def test_a_record_gives_every_work_of_its_page(catalogue):
    works = catalogue.works(["mine/julong"])
    assert [work.id for work in works] == [s.id for s in catalogue.record("mine/julong").works]
    zijin = next(work for work in works if work.id == ZIJIN)
    assert "paragraph 3" in zijin.locators
    assert {"Resource", "Owner"} <= set(zijin.used_for)
    assert zijin.csl["id"] == "zijin-2021-julong-phase1"


def test_a_citation_gives_itself_without_uses(catalogue):
    (work,) = catalogue.works([BRIEF])
    assert (work.id, work.locators, work.used_for) == (BRIEF, (), ())
    assert work.csl["title"].startswith("PRC Mining in Tibet")


def test_works_of_several_records_are_merged(catalogue):
    works = catalogue.works(["mine/julong", "mine/qulong", BRIEF, "mine/julong"])
    ids = [work.id for work in works]
    assert len(ids) == len(set(ids))
    assert BRIEF in ids
    assert len(ids) > len(catalogue.works(["mine/julong"]))


def test_a_statement_gives_those_that_say_it_with_the_places(catalogue):
    said = [one for one in catalogue.record("mine/julong").statements if one.property == "resource"]
    assert said
    for one in said:
        works = catalogue.works([f"mine/julong#{one.id}"])
        places = {work.id: set(work.locators) for work in works}
        for cite in one.cites:
            assert ({cite.locator} - {""}) <= places.pop(cite.source.id)
        assert places == {}
        assert {work.used_for for work in works} == {("Resource",)}


def test_a_statement_and_its_record_are_merged_and_a_place_is_no_statement(catalogue):
    whole = catalogue.works(["mine/julong"])
    one = next(each for each in catalogue.record("mine/julong").statements if each.cites)
    both = catalogue.works([f"mine/julong#{one.id}", "mine/julong"])
    assert {work.id for work in both} == {work.id for work in whole}
    assert catalogue.works(["mine/julong#figures"]) == whole


def test_an_unknown_id_is_refused(catalogue):
    with pytest.raises(NotFoundError, match="mine/julong"):
        catalogue.works(["mine/julongg"])
    with pytest.raises(NotFoundError, match="mine/julong"):
        catalogue.works(["mine/julongg#figures"])


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_style_formats_every_work(catalogue, style):
    works = catalogue.works([row.id for row in catalogue.rows("citation")])
    for form in style.forms:
        entries = catalogue.entries(works, style.id, form)
        assert len(entries) == len(works)
        assert all(entry.html and entry.text for entry in entries)


def test_a_note_ends_with_the_place_cited(catalogue):
    html, text = catalogue.note(ZIJIN, "chicago-notes", "paragraph 3")
    assert text.endswith(", para. 3.")
    assert html.endswith(", para. 3.")
    assert catalogue.note(ZIJIN, "chicago-notes")[1].removesuffix(".") in text


def test_a_work_is_cited_in_the_text(catalogue):
    assert "Ferenczy" in catalogue.in_text(BRIEF, "apa")
    with pytest.raises(NotFoundError, match="no form"):
        catalogue.in_text(BRIEF, "chicago-notes")
    with pytest.raises(NotFoundError, match="no form"):
        catalogue.note(BRIEF, "apa")


def test_an_unknown_style_is_refused(catalogue):
    with pytest.raises(KnownError, match="chicago-notes"):
        catalogue.entries(catalogue.works([BRIEF]), "house-style")


def test_all_published_figures_are_given_not_only_the_preferred(catalogue):
    figures = catalogue.figures("resource", "copper")
    assert {one.rank for one in figures} >= {"preferred", "normal"}
    julong = [one for one in figures if one.record == "mine/julong"]
    assert len(julong) >= 3
    assert all(one.commodity == "copper" and one.cites for one in figures)
    assert len(catalogue.figures("resource")) > len(figures)
    assert catalogue.figures("resource", "copper", kinds=("place",)) == []


def test_series_are_found_by_what_they_measure(catalogue):
    found = catalogue.series(commodity="lithium", measure="production", area="World")
    assert "series/lithium-mine-production-world" in {one.id for one in found}
    assert all(one.unit for one in found)
    assert len(catalogue.series()) == catalogue.edition.counts["series"]
    assert catalogue.series(commodity="unobtainium") == []


def test_observations_come_in_order_of_time(catalogue):
    points = catalogue.observations("series/lithium-mine-production-world")
    dates = [point.as_of for point in points]
    assert dates == sorted(dates)
    assert (82500.0, "2020") in {(point.value, point.as_of) for point in points}
    assert all(point.cites for point in points)
