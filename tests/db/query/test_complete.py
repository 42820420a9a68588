# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Completion: fields, then values with their counts, put where the cursor is."""

from __future__ import annotations

import pytest

from terkha_db.query import parse_query


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("stat|", "status:"),
        ("julong stat|", "julong status:"),
        ("-stat|", "-status:"),
        ("(stat|", "(status:"),
        ("stat|us:closed", "status:closed"),
        ("elev|", "elevation>"),
        ("elev|>4500", "elevation>4500"),
        ("kind|", "kind:"),
        ("status:op|", "status:operating"),
        ("status: op|", "status: operating"),
        ("-status=op| julong", "-status=operating julong"),
        ("status:o|per", "status:operating"),
        ("county:墨竹|", "county:Maizhokunggar"),
        ("county:Meldr|", "county:Maizhokunggar"),
        ('province:"Tibet A|"', 'province:"Tibet Autonomous Region"'),
        ("province:Tib|", 'province:"Tibet Autonomous Region"'),
        ("commodity:rare|", 'commodity:"rare earth elements"'),
        ("has:coord|", "has:coordinates"),
        ("source.kind:comp|", "source.kind:company"),
        ("status:(op|", "status:(operating"),
        ("status:(closed OR -op|) julong", "status:(closed OR -operating) julong"),
        ("molyb|", "commodity:molybdenum"),
    ],
)
def test_the_first_offer_completes(catalogue, typed, after):
    cursor = typed.index("|")
    text = typed.replace("|", "")
    first = catalogue.complete("mine", text, cursor)[0]
    assert text[: first.start] + first.insert + text[first.end :] == after


def test_values_come_by_count_and_say_it(catalogue):
    offers = catalogue.complete("mine", "status:", 7)
    counts = dict(catalogue.count_by("mine", "status"))
    assert [offer.insert for offer in offers] == list(counts)
    assert offers[0].explanation == f"Unknown, {counts['unknown']} mines"
    one = next(offer for offer in offers if counts[offer.insert] != 1)
    assert "mines" in one.explanation


def test_an_empty_box_offers_every_field_that_fits(catalogue):
    offers = [offer.insert for offer in catalogue.complete("mine", "", 0)]
    assert offers[0] == "title:"
    assert "elevation>" in offers


@pytest.mark.parametrize(
    "typed", ["elevation>", "nothing:a", '"julong', "status:zzz", "zzzzzz", "status:=", '"a":']
)
def test_where_nothing_fits_nothing_is_offered(catalogue, typed):
    assert catalogue.complete("mine", typed, len(typed)) == []


def test_every_offer_can_be_asked(catalogue):
    for term in ("county:", "organisation:", "deposit:", "source.kind:", "has:", "decade:"):
        offers = catalogue.complete("mine", term, len(term))
        assert offers
        for offer in offers:
            rows = catalogue.rows("mine", where=term + offer.insert)
            assert rows
            parse_query(term + offer.insert)
