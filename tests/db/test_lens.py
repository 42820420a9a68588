# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lenses as text and in words."""

from __future__ import annotations

import re
from random import Random

import pytest

from terkha_db.lens import (
    ALL_KINDS,
    OPEN,
    PRESETS,
    Lens,
    LensError,
    format_lens,
    in_short,
    in_words,
    parse_lens,
)

WORK = "citation/zijin-2021-julong-phase1"


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("", OPEN),
        ("all", OPEN),
        ("company", Lens(frozenset({"company"}))),
        ("academic, company", Lens(frozenset({"company", "academic"}))),
        ("State media,press", Lens(frozenset({"state-media", "news"}))),
        ("-state-media", Lens(ALL_KINDS - {"state-media"})),
        ("-state media,-NGO", Lens(ALL_KINDS - {"state-media", "ngo"})),
        ("none", Lens(frozenset())),
        (f"-{WORK}", Lens(without=frozenset({WORK}))),
        (f"company,-{WORK}", Lens(frozenset({"company"}), frozenset({WORK}))),
    ],
)
def test_what_is_read(text, lens):
    assert parse_lens(text) == lens


def test_every_lens_is_read_back():
    random = Random(11)
    kinds = sorted(ALL_KINDS)
    for _ in range(300):
        chosen = frozenset(random.sample(kinds, random.randint(0, len(kinds))))
        works = frozenset(random.sample([WORK, "citation/a", "citation/b-2"], random.randint(0, 3)))
        lens = Lens(chosen, works)
        assert parse_lens(format_lens(lens)) == lens
        assert len(format_lens(Lens(chosen)).split(",")) <= len(kinds) // 2
    assert format_lens(OPEN) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("companies", "did you mean company?"),
        ("reliable", "kinds are company, government"),
        ("company,-state-media", "not both"),
        ("none,company", "not both"),
        (WORK, f"write -{WORK}"),
        ("-citation/../x", "is no id of a work"),
        ("company\n", "This is no lens"),
        ("x" * 3000, "This is no lens"),
    ],
)
def test_what_is_no_lens_is_told_in_one_sentence(text, words):
    with pytest.raises(LensError, match=re.escape(words)) as fault:
        parse_lens(text)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("company", "company works", "1 of 12 kinds"),
        ("ngo,academic,state-media", "state media, academic and NGO works", "3 of 12 kinds"),
        ("-state-media", "works of all kinds but state media", "11 of 12 kinds"),
        ("none", "no works at all", "0 of 12 kinds"),
        (f"-{WORK}", "works of all kinds, without 1 work", "without 1 work"),
        (
            f"company,-{WORK},-citation/b",
            "company works, without 2 works",
            "1 of 12 kinds, without 2 works",
        ),
    ],
)
def test_in_words(text, words, short):
    lens = parse_lens(text)
    assert (in_words(lens), in_short(lens)) == (words, short)


def test_works_left_out_are_named_where_their_titles_are_known():
    assert in_words(parse_lens(f"-{WORK}"), ["Phase 1"]) == "works of all kinds, without “Phase 1”"


def test_lenses_are_changed_one_kind_or_work_at_a_time():
    lens = OPEN.with_kind("company", on=False).without_work(WORK)
    assert not lens.admits("citation/other", "company")
    assert not lens.admits(WORK, "news")
    assert lens.admits("citation/other", "news")
    assert lens.with_kind("company", on=True).without_work(WORK, on=False) == OPEN
    assert not OPEN.is_on


def test_no_lens_is_named_by_a_judgement():
    for name, lens in PRESETS:
        assert lens.is_on
        assert not re.search(r"independent|reliable|trust|objective|neutral", name, re.IGNORECASE)
