# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Typing errors are counted as people make them."""

from __future__ import annotations

import pytest

from terkha_db.search.distance import distance, letters, likeness, nearest, pairs


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
    ],
)
def test_errors_are_counted_up_to_a_limit(first, second, errors):
    assert distance(first, second, 3) == errors
    assert distance(second, first, 3) == errors


def test_the_nearest_keys_come_first():
    keys = [(key, letters(key)) for key in ("gyana", "gyama", "zabuye", "gyamadeposit")]
    assert nearest("gyama", keys, 1) == [(0, "gyama"), (1, "gyana")]


def test_likeness_is_from_none_to_all():
    assert likeness(pairs("gyama"), pairs("gyama")) == 1
    assert likeness(pairs("gyama"), pairs("zz")) == 0
    assert 0 < likeness(pairs("gyama"), pairs("gyalpo")) < 1
