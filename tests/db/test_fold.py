# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Folding: what makes two spellings the same, and what must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.fold import fold_key, in_place, placed_tokens, tokens

VARIANTS = {"龍": "龙", "銅": "铜", "礦": "矿", "瑪": "玛"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhābùyē Chákǎ", "zhabuye chaka"),
        ("Ke’eryin", "Keeryin"),
        ("Ke'eryin", "Keʼeryin"),
        ("Mila-Gangri", "Milagangri"),
        ("巨龍銅礦", "巨龙铜矿"),
        ("ＪＵＬＯＮＧ", "Julong"),
        ("Cu₂(CO₃)(OH)₂", "Cu2(CO3)(OH)2"),
        ("Straße Søborg", "strasse soborg"),
        ("རྒྱ་མ", "རྒྱ་མ།"),
        ("བོད༌ཡིག", "བོད་ཡིག"),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str):
    assert fold_key(one, VARIANTS) == fold_key(other, VARIANTS) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("རྒྱ་མ", "ར་མ"),  # subjoined letters
        ("བོད", "བད"),  # vowel signs
        ("ガ", "カ"),  # voiced kana
        ("甲玛", "甲马"),
    ],
)
def test_spellings_that_differ(one: str, other: str):
    assert fold_key(one, VARIANTS) != fold_key(other, VARIANTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("墨竹工卡", ["墨", "竹", "工", "卡"]),
        ("甲瑪 Gyama", ["甲", "玛", "gyama"]),
        ("དཔལ་མགོན་རྫོང་", ["དཔལ", "མགོན", "རྫོང"]),
        ("Yajiang–Kangding, 5,000 m", ["yajiang", "kangding", "5", "000", "m"]),
        ("snake_case", ["snake", "case"]),
        ("'--’", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]):
    assert tokens(text, VARIANTS) == expected


@given(st.text())
def test_folding_folded_text_changes_nothing(text: str):
    once = " ".join(tokens(text, VARIANTS))
    assert " ".join(tokens(once, VARIANTS)) == once


def test_a_single_character_outside_the_mapping_stays():
    assert tokens("碧", VARIANTS) == ["碧"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zhābùyē Chákǎ", "zhabuye chaka"),
        ("Ke’er-yin", "ke’er-yin"),
        ("巨龍", "巨龍"),
        ("Straße", ""),
        ("Garze\u0302", ""),
    ],
)
def test_letters_stay_in_place_or_it_is_not_told_where_they_are(text: str, folded: str):
    assert in_place(text) == folded


@given(text=st.text(st.one_of(st.characters(), st.sampled_from("aé ’-བོ龍ß한ガ"))))
def test_placed_tokens_are_the_tokens_of_their_places(text: str):
    placed = placed_tokens(text, VARIANTS)
    if placed is None:
        return
    assert [token for token, _ in placed] == tokens(text, VARIANTS)
    for token, place in placed:
        assert fold_key(text[place : place + len(token)], VARIANTS) == token
