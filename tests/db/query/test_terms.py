# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What may be asked of each kind: every column has a term, one meaning for each word."""

from __future__ import annotations

import re

import pytest

from terkha_db.fields import fields_of
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
    assert {word for word in words if not {word, word.replace("_", ".")} & quoted} == set()
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


def test_decades_and_lists():
    assert decade_of("2021-12-27") == ("2020s",)
    assert decade_of("1959/1961") == ("1950s", "1960s")
    assert decade_of(None) == ()
    assert list_words("strategic, critical", "not listed", "strategic") == (
        *("eu-strategic", "eu-critical", "cn-strategic"),
    )
