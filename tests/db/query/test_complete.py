# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Completion: fields, then values with their counts, put where the cursor is."""

from __future__ import annotations

import pytest

from terkha_db.catalogue import Catalogue
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


# All kinds of record at once


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("kind:m|", "kind:mine"),
        ("kin|", "kind:"),
        ("kind:cit| julong", "kind:citation julong"),
        ("commodity:lith|", "commodity:lithium"),
        ("commodity:(gold OR sil|", "commodity:(gold OR silver"),
        ("elev|", "elevation>"),
        ("county:墨竹|", "county:Maizhokunggar"),
        ("kind:mine stat|", "kind:mine status:"),
        ("kind:mineral stat|", "kind:mineral status:"),
        ("kind:claim stated|", "kind:claim stated_as:"),
        ("kind:salt-l|", "kind:salt-lake"),
    ],
)
def test_the_first_offer_of_all_kinds_completes(catalogue, typed, after):
    text = typed.replace("|", "")
    first = catalogue.complete_across(text, typed.index("|"))[0]
    assert text[: first.start] + first.insert + text[first.end :] == after


def test_kinds_of_record_are_offered_with_their_number(catalogue):
    told = {offer.insert: offer.explanation for offer in catalogue.complete_across("kind:", 5)}
    for kind in ("mine", "citation", "claim", "event"):
        assert told[kind].endswith(f"{catalogue.edition.counts[kind]:,} records")


def test_the_records_of_all_kinds_are_counted(catalogue):
    for term in ("commodity:", "county:", "source.kind:", "is:"):
        for offer in catalogue.complete_across(term, len(term))[:5]:
            answers = catalogue.ask(term + offer.insert)
            count = sum(len(rows) for rows in answers.values())
            assert offer.explanation.split()[-2] == f"{count:,}", offer


def test_a_kind_that_is_named_leaves_out_what_others_ask(catalogue):
    def fields(text):
        return {offer.insert for offer in catalogue.complete_across(text, len(text))}

    assert "stated_as:" in fields("stated")
    assert fields("kind:mine stated") == set()
    assert "status:" in fields("stat")
    assert fields("kind:policy elev") == set()


def test_each_field_is_offered_once(catalogue):
    for typed in ("s", "st", "da", "ki", "ab"):
        offers = [offer.insert for offer in catalogue.complete_across(typed, len(typed))]
        assert len(offers) == len(set(offers))


@pytest.mark.parametrize("typed", ["", "(", '"', "kind:", ":", "a:b:c", "NOT", "\\", "甲"])
def test_nothing_that_is_typed_is_too_odd(catalogue, typed):
    for cursor in range(len(typed) + 2):
        offers = catalogue.complete_across(typed, cursor)
        assert all(offer.insert for offer in offers)


def test_what_is_prepared_in_steps_answers_the_same(catalogue_path):
    with Catalogue.open(catalogue_path) as cold, Catalogue.open(catalogue_path) as warm:
        steps = sum(1 for _ in warm.preparing())
        assert steps > 100
        for text in ("about:jul", "has:", "source:zij"):
            assert warm.complete_across(text, len(text)) == cold.complete_across(text, len(text))
