# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What may be asked of each kind: every column has a term, one meaning for each word."""

from __future__ import annotations

import re

import pytest

from terkha_db.fields import fields_of
from terkha_db.query.coarse import (
    BASINS,
    HAPPENINGS,
    ORIGINS,
    basin_words,
    happening_words,
    origin_words,
)
from terkha_db.query.groups import DEPOSITS, HAS, IS, decade_of, deposit_words, list_words
from terkha_db.query.terms import COLUMNS, find_term, terms_of
from terkha_db.vocabulary import KINDS
from terkha_resources import text

EVERY_KIND = [kind.id for kind in KINDS]


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_column_can_be_asked_for(kind):
    ids = [term.id for term in terms_of(kind)]
    assert len(ids) == len(set(ids))
    assert {field.id for field in fields_of(kind)} <= set(ids)
    assert {"title", "name", "id", "note", "has", "is", "source", "source_kind"} <= set(ids)
    for term in terms_of(kind):
        assert term.label
        assert term.help
        assert find_term(kind, term.id) is term


def test_refined_columns_are_columns():
    columns = {(field.kind, field.id) for kind in EVERY_KIND for field in fields_of(kind)}
    assert {(term.kind, term.id) for term in COLUMNS} <= columns


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_alias_means_one_thing(kind):
    named = [name for term in terms_of(kind) for name in (term.id, *term.aliases)]
    assert sorted(named) == sorted(set(named))


def names_of(kind):
    return [name for term in terms_of(kind) for name in (term.id, *term.aliases)]


def test_the_manual_explains_every_word():
    quoted = set(re.findall(r"`([^`]+)`", text("help/queries.md")))
    words = {name for kind in EVERY_KIND for name in names_of(kind)}
    assert words - {name.replace(".", "_") for name in quoted} == set()
    assert {f"has:{flag.id}" for flag in HAS} - quoted == set()
    assert {f"is:{flag.id}" for flag in IS} - quoted == set()
    assert {f"deposit:{choice.id}" for choice in DEPOSITS} - quoted == set()


def test_the_manual_names_no_field_that_is_none():
    known = {name for kind in EVERY_KIND for name in names_of(kind)}
    asked = re.findall(r"`-?([A-Za-z_.]+)(?:[:=<>]|!=)", text("help/queries.md"))
    assert len(asked) > 50
    assert {name for name in asked if name.replace(".", "_") not in known} == set()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("porphyry Cu (with skarn)", ("porphyry", "skarn")),
        ("spodumene granitic pegmatite", ("pegmatite",)),
        ("lithium-boron salt-lake brine", ("salt-lake",)),
        ("Cu-Mo porphyry at Qulong, with veins", ("porphyry", "vein")),
        ("podiform chromite of an ophiolite", ("chromite",)),
        ("something else", ()),
        (None, ()),
    ],
)
def test_deposits_are_told_in_coarse_words(told, words):
    assert deposit_words(told) == words


def test_events_basins_and_origins_are_told_in_coarse_words():
    assert happening_words("A landslide buried 83 workers in tents") == ("accident",)
    assert happening_words("Phase 2 approved; the company bought a stake") == (
        *("approval", "deal", "opening"),
    )
    assert happening_words("Article in The Guardian") == happening_words(None) == ()
    assert basin_words("Gyama River, then Lhasa River") == ("yarlung-tsangpo",)
    assert basin_words("closed lake; two rivers feed it") == ("closed",)
    assert basin_words("Liqi River") == basin_words(None) == ()
    assert origin_words("on the plateau; Luobusa") == ("plateau",)
    assert origin_words("disputed whether on the plateau; Amdo") == ("disputed",)
    assert origin_words("off the plateau; so check before use") == ("elsewhere",)
    assert origin_words(None) == ()


def test_every_coarse_word_is_in_the_manual():
    quoted = set(re.findall(r"`([^`]+)`", text("help/queries.md")))
    words = (("what", HAPPENINGS), ("drains_to", BASINS), ("described_from", ORIGINS))
    for field, choices in words:
        assert {f"{field}:{choice.id}" for choice in choices} - quoted == set()


def test_decades_and_lists():
    assert decade_of("2021-12-27") == ("2020s",)
    assert decade_of("1959/1961") == ("1950s", "1960s")
    assert decade_of(None) == ()
    assert list_words("strategic, critical", "not listed", "strategic") == (
        *("eu-strategic", "eu-critical", "cn-strategic"),
    )
