# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""No line ends between a number and its unit, in text as little as in tables."""

from __future__ import annotations

import pytest

from terkha_db.quantities import held
from terkha_db.vocabulary import UNITS


@pytest.mark.parametrize(
    "text",
    [
        "accounts for 3,651,000 t; the rest",
        "some 12.5 Mt of ore",
        "0.7 g/t gold",
        "1.72 million m2 restored",
        "CNY 3.88 billion",
        "at 4,600 m, in",
        "45 Mt/y",
        "40 % of",
        "8 km² of ice",
        "7,000 persons",
    ],
)
def test_a_quantity_stays_whole(text):
    whole = held(text)
    assert whole != text
    assert whole.replace("\u202f", " ") == text


@pytest.mark.parametrize("unit", [unit.id for unit in UNITS if unit.id not in ("1", "count")])
def test_every_unit_of_the_catalogue_is_known(unit):
    assert held(f"5 {unit}.") == f"5\u202f{unit}."


@pytest.mark.parametrize(
    "text",
    [
        "2 metals",
        "in 2010 the",
        "3 mines",
        "mine 792 at Thewo",
        "5 tA",
        "6 m-thick",
        "a t",
        "EUR x",
    ],
)
def test_what_is_no_quantity_may_part(text):
    assert held(text) == text
