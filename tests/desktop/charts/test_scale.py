# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Scales find their way back; ticks are round, even and no more than there is room for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha.charts.scale import Scale, mass_unit, round_below, tick_text, ticks
from terkha_db.vocabulary import UNIT_BY_ID

ranges = st.tuples(st.floats(0, 1e6), st.floats(1e-3, 1e6)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(ranges, st.floats(0, 1))
def test_a_place_leads_back_to_its_number(ends, share):
    low, high = ends
    scale = Scale(low, high, 40, 900)
    value = low + share * (high - low)
    assert scale.value(scale.at(value)) == pytest.approx(value, abs=(high - low) * 1e-6)


@given(st.floats(1e-3, 1), st.floats(2, 1e5), st.floats(0, 1))
def test_a_logarithmic_scale_does_so_too(low, factor, share):
    scale = Scale(low, low * factor, 0, 500, log=True)
    value = low * factor**share
    assert scale.value(scale.at(value)) == pytest.approx(value, rel=1e-6)


def test_a_scale_may_go_up_the_screen():
    scale = Scale(0, 10, 400, 0)
    assert (scale.at(0), scale.at(2.5), scale.at(10)) == (400, 300, 0)


def test_decades_are_even_on_a_logarithmic_scale():
    scale = Scale(0.01, 100, 0, 400, log=True)
    assert [round(scale.at(10.0**power)) for power in range(-2, 3)] == [0, 100, 200, 300, 400]


@given(ranges, st.integers(2, 12))
def test_ticks_are_within_even_and_few(ends, most):
    low, high = ends
    found = ticks(low, high, most)
    span = high - low
    assert len(found) <= most
    assert all(low - span * 1e-6 <= value <= high + span * 1e-6 for value in found)
    steps = [(b - a) / span for a, b in pairwise(found)]
    assert not steps or max(steps) - min(steps) < 1e-5


@pytest.mark.parametrize(
    ("ends", "most", "expected"),
    [
        ((0, 29), 7, (0, 5, 10, 15, 20, 25)),
        ((0, 100), 6, (0, 20, 40, 60, 80, 100)),
        ((0, 1), 6, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ((2019.6, 2025.4), 10, (2020, 2021, 2022, 2023, 2024, 2025)),
    ],
)
def test_ticks_are_round(ends, most, expected):
    assert ticks(*ends, most, whole=ends[1] > 1) == pytest.approx(expected)


def test_counts_have_no_half_ticks():
    assert ticks(0, 3, 20, whole=True) == (0, 1, 2, 3)


def test_logarithmic_ticks_take_the_room_there_is():
    assert ticks(0.04, 6, 12, log=True) == pytest.approx((0.05, 0.1, 0.2, 0.5, 1, 2, 5))
    assert ticks(0.04, 6, 3, log=True) == pytest.approx((0.1, 1))


def test_tick_texts():
    assert tick_text(350000) == "350,000"
    assert tick_text(0.1) == "0.1"
    assert tick_text(0) == "0"
    assert tick_text(2025, plain=True) == "2025"


@given(st.floats(1e-3, 9.99e9))
def test_no_axis_of_masses_has_numbers_of_more_than_four_digits(tonnes):
    unit = mass_unit(tonnes)
    assert tonnes / unit.factor < 10_000
    smaller = [each for each in ("t", "kt", "Mt") if UNIT_BY_ID[each].factor < unit.factor]
    assert all(tonnes / UNIT_BY_ID[each].factor >= 10_000 for each in smaller)


@given(st.floats(1e-3, 1e9))
def test_a_number_below_is_round_and_no_less_than_two_fifths(value):
    below = round_below(value)
    assert value * 0.399 <= below <= value * 1.000001
    assert f"{below:.0e}"[0] in "125"
