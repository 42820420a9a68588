# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Coordinates are read as people write them, and never corrected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.imported.coordinates import read_coordinate, read_pair


@pytest.mark.parametrize(
    ("text", "axis", "degrees"),
    [
        ("29.6917", "lat", 29.6917),
        (29, "lat", 29),
        ("-29.5", "lat", -29.5),
        ("29,6917", "lat", 29.6917),
        ("29.6917° N", "lat", 29.6917),
        ("29.6917S", "lat", -29.6917),
        ("29°41'30\"N", "lat", 29.691667),
        ("29°41′30″N", "lat", 29.691667),
        ("29° 41’ 30.0” N", "lat", 29.691667),
        ("N29°41'30\"", "lat", 29.691667),
        ("29°41.5'N", "lat", 29.691667),
        ("29 41 30", "lat", 29.691667),
        ("29:41:30", "lat", 29.691667),
        ("29d41m30s", "lat", 29.691667),
        ("29º41'30''N", "lat", 29.691667),
        ("294130N", "lat", 29.691667),
        ("0914500E", "lon", 91.75),
        ("北纬29度41分30秒", "lat", 29.691667),
        ("東經91°45′", "lon", 91.75),
        ("91°45' East", "lon", 91.75),
        ("91°45' west", "lon", -91.75),
        ("-91 45 0", "lon", -91.75),
        ("29.5 south", "lat", -29.5),
    ],
)
def test_forms(text, axis, degrees):
    found = read_coordinate(text, axis)
    assert found.fault == ""
    assert found.value == pytest.approx(degrees, abs=1e-5)


@pytest.mark.parametrize(
    "text", ["abc", "29°75'N", "29 41 99", "1 2 3 4", "29.5.1", "N", "nan", "inf", "29°N 91°E", "="]
)
def test_what_is_no_latitude(text):
    found = read_coordinate(text, "lat")
    assert found.value is None
    assert "is no latitude" in found.fault


@pytest.mark.parametrize(("text", "axis"), [("91.75", "lat"), ("91°45'E", "lat"), ("29°N", "lon")])
def test_the_other_axis_is_told(text, axis):
    found = read_coordinate(text, axis)
    assert found.value is None
    assert found.swapped
    assert found.fault


def test_nothing_is_no_fault():
    assert read_coordinate("  ", "lat").value is None
    assert read_coordinate("  ", "lat").fault == ""


@pytest.mark.parametrize(
    "text",
    [
        "29.5, 91.75",
        "29.5,91.75",
        "29.5 91.75",
        "29.5; 91.75",
        "29°30'N 91°45'E",
        "29°30'N, 91°45'E",
        "91°45'E 29°30'N",
        "POINT (91.75 29.5)",
        "东经91°45′，北纬29°30′",
    ],
)
def test_pairs(text):
    lat, lon = read_pair(text)
    assert (lat.value, lon.value) == pytest.approx((29.5, 91.75)), (lat, lon)


def test_what_is_no_pair():
    lat, lon = read_pair("near the lake")
    assert lat.value is None
    assert "no pair" in lat.fault
    assert lon.value is None


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text):
    for found in (read_coordinate(text, "lat"), read_coordinate(text, "lon"), *read_pair(text)):
        assert found.value is None or -180 <= found.value <= 180
