# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Typing errors are counted as people make them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.search.distance import Typed, distance, likeness, pairs

MOST = 3
words = st.text(alphabet="abcད", max_size=9)


@pytest.mark.parametrize(
    ("first", "second", "errors"),
    [
        ("gyama", "gyama", 0),
        ("gyama", "gyma", 1),
        ("gyama", "gyamma", 1),
        ("gyama", "gyana", 1),
        ("gyama", "gyaam", 1),
        ("gyama", "ygaam", 2),
        ("gyama", "jiama", 2),
        ("", "ab", 2),
        ("gyama", "zabuye", 4),
        ("gyama", "drangyertsaka", 4),
        ("甲玛铜矿", "甲马铜矿", 1),
    ],
)
def test_errors_are_counted_up_to_a_limit(first, second, errors):
    assert distance(first, second, MOST) == errors
    assert distance(second, first, MOST) == errors


def by_definition(first: str, second: str) -> int:
    """The optimal string alignment distance, written down as it is defined."""

    @cache
    def errors(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        exchanged = errors(i - 1, j - 1) + (first[i - 1] != second[j - 1])
        fewest = min(errors(i - 1, j) + 1, errors(i, j - 1) + 1, exchanged)
        if min(i, j) > 1 and first[i - 1] == second[j - 2] and first[i - 2] == second[j - 1]:
            fewest = min(fewest, errors(i - 2, j - 2) + 1)
        return fewest

    return errors(len(first), len(second))


@given(first=words.filter(bool), second=words)
def test_bits_count_as_the_definition_does(first, second):
    whole, start = Typed(first).errors(second, MOST)
    beginnings = [by_definition(first, second[:end]) for end in range(len(second) + 1)]
    assert whole == min(beginnings[-1], MOST + 1)
    assert start == min(*beginnings, MOST + 1)


def test_likeness_is_from_none_to_all():
    assert likeness(pairs("gyama"), pairs("gyama")) == 1
    assert likeness(pairs("gyama"), pairs("zz")) == 0
    assert 0 < likeness(pairs("gyama"), pairs("gyalpo")) < 1
