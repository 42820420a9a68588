# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Names with their keys, and the indexes that search them."""

from __future__ import annotations

import pytest

from terkha_db.build.han import han_readings, han_variants
from terkha_db.fold import fold_key

PINYIN = ("jù lóng tóng kuàng", "zh-Latn", "pinyin")


def test_attested_names_and_keys_apart(ask):
    rows = ask(
        "SELECT n.text, n.lang, n.attested, n.preferred, n.note FROM name AS n "
        "JOIN record AS r ON r.number = n.record "
        "WHERE r.id = 'mine/figures-that-differ' AND n.derived_from IS NULL "
        "ORDER BY n.number"
    )
    assert rows == [
        ("Figures that differ", "en", 0, 0, "title"),
        ("巨龍銅礦", "zh-Hant", 1, 1, None),
        ("Ke’eryin Julong", "zh-Latn", 1, 0, None),
    ]


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("巨龙铜矿", "mine/figures-that-differ"),
        ("keeryin julong", "mine/figures-that-differ"),
        ("མལ་གྲོ་གུང་དཀར", "place/maizhokunggar"),
        ("cu", "commodity/copper"),
        ("Li2CO3", "mineral/zabuyelite"),
        ("nothing but a title", "mine/nothing-but-a-title"),
    ],
)
def test_keys_find_records(ask, draft, query, record):
    key = fold_key(query, draft.variants)
    found = ask(
        "SELECT r.id FROM name AS n JOIN record AS r ON r.number = n.record WHERE n.key = ?", key
    )
    assert found == [(record,)]


@pytest.mark.parametrize(
    ("index", "match", "record"),
    [
        ("name_tokens", '"竹 工"', "place/maizhokunggar"),
        ("name_tokens", '"གུང དཀར"', "place/maizhokunggar"),
        ("name_tokens", "jul*", "mine/figures-that-differ"),
        ("name_tokens", "tongkuang*", "mine/figures-that-differ"),
        ("name_trigrams", '"abu" AND "buy"', "mineral/zabuyelite"),
    ],
)
def test_indexes(ask, index, match, record):
    found = ask(
        f"SELECT DISTINCT r.id FROM {index} AS i JOIN name AS n ON n.number = i.rowid "
        f"JOIN record AS r ON r.number = n.record WHERE {index} MATCH ?",
        match,
    )
    assert found == [(record,)]


def test_derived_spellings_are_keys_that_lead_to_the_attested_name(ask):
    rows = ask(
        "SELECT r.id, n.text, n.lang, n.note, n.attested, a.text, a.attested FROM name AS n "
        "JOIN name AS a ON a.number = n.derived_from JOIN record AS r ON r.number = n.record "
        "WHERE a.record = n.record ORDER BY n.number"
    )
    assert ("mine/figures-that-differ", *PINYIN, 0, "巨龍銅礦", 1) in rows
    assert {(attested, behind) for *_, attested, _, behind in rows} == {(0, 1)}
    assert ask("SELECT count(*) FROM name WHERE derived_from IS NOT NULL") == [(len(rows),)]


def test_no_key_is_derived_twice_or_known_already(ask):
    assert (
        ask(
            "SELECT a.text, b.text FROM name AS a JOIN name AS b ON b.record = a.record "
            "AND b.key = a.key AND b.number <> a.number WHERE a.derived_from IS NOT NULL"
        )
        == []
    )


def test_users_are_told_from_the_works(ask):
    assert ask("SELECT used_by, users FROM name WHERE text = '巨龍銅礦'") == [(None, "companies")]


def test_sentences_are_no_names(ask):
    kinds = ask(
        "SELECT DISTINCT r.kind FROM name AS n JOIN record AS r ON r.number = n.record "
        "WHERE n.attested = 0"
    )
    assert not {kind for (kind,) in kinds} & {"claim", "event", "dispute", "citation"}


def test_names_carry_their_works(ask):
    assert ask(
        "SELECT r.id FROM name_citation AS c JOIN record AS r ON r.number = c.citation "
        "JOIN name AS n ON n.number = c.name WHERE n.text = '巨龍銅礦'"
    ) == [("citation/company-2021-phase1",)]


def test_variants_lead_to_simplified_characters():
    variants = han_variants()
    assert [variants[char] for char in "龍銅礦瑪鹽"] == list("龙铜矿玛盐")
    assert "龙" not in variants
    assert all(len(char) == 1 for pair in variants.items() for char in pair)
    assert len(variants) > 3000


def test_readings_are_folded_pinyin():
    readings = han_readings()
    assert [readings[char] for char in "甲玛绿藏女"] == ["jia", "ma", "lu", "zang", "nu"]
    assert "瑪" not in readings
    assert all(reading.isascii() and reading.isalpha() for reading in readings.values())
