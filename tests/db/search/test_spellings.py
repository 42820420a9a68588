# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Misspelt queries lead to the keys they were meant for, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.search.distance import Typed
from terkha_db.search.spellings import Columns, Spellings, errors_of

KEYS = ("drangyertsaka", "gyana", "gyama", "zabuyesaltlake", "zabuye", "甲玛铜矿", "རྒྱམ")


@pytest.fixture
def spellings() -> Spellings:
    return Spellings(KEYS, ["drangyer tsaka", "gyama", "zabuye salt lake"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gyamma", ["gyama"]),
        ("gyaam", ["gyama"]),
        ("zabuje", ["zabuye", "zabuyesaltlake"]),
        ("drangjer", ["drangyertsaka"]),
        ("darngyer", ["drangyertsaka"]),
        ("drongjer", ["drangyertsaka"]),
        ("甲马铜矿", ["甲玛铜矿"]),
        ("རྒྱམས", ["རྒྱམ"]),
        ("gya", []),
        ("qqqqqqqq", []),
    ],
)
def test_misspelt(spellings, typed, found):
    assert [guess.key for guess in spellings.misspelt(typed)] == found


def test_beginnings_can_be_left_out(spellings):
    assert [guess.key for guess in spellings.misspelt("zabuje", whole=True)] == ["zabuye"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zabuje", "zabuye"), ("lake", "lake"), ("drang", "drang"), ("tsk", "tsk"), ("xxxx", "xxxx")],
)
def test_words_are_put_right_unless_they_begin_one(spellings, typed, meant):
    assert spellings.corrected(typed) == meant


def test_the_longer_the_more_errors():
    assert [errors_of("a" * length) for length in (3, 4, 6, 12)] == [0, 1, 2, 3]
    assert [errors_of("矿" * length) for length in (2, 3, 8)] == [0, 1, 2]


def test_the_nearest_keys_share_most_letters(spellings):
    assert spellings.nearest("zabu", 2) == ["zabuye", "zabuyesaltlake"]


words = st.text(alphabet="abད", max_size=9)


@given(known=st.lists(words, unique=True, max_size=20), typed=words, errors=st.integers(1, 3))
def test_no_word_with_so_many_errors_is_passed_over(known, typed, errors):
    compared = [Typed(typed).errors(word, errors) for word in known]
    whole = {at for at, (to_whole, _) in enumerate(compared) if to_whole <= errors}
    begun = {at for at, (_, to_start) in enumerate(compared) if to_start <= errors}
    columns = Columns(known)
    assert whole <= set(columns.near(typed, errors))
    assert begun <= set(columns.near(typed, errors, beginnings=True))


def test_few_words_are_left_to_compare():
    columns = Columns(KEYS)
    assert columns.near("gyamma", 1) == [KEYS.index("gyama")]
    assert columns.near("drangjer", 2, beginnings=True) == [KEYS.index("drangyertsaka")]
