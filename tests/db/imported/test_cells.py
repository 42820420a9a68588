# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Dates and numbers are read where they are sure, and otherwise left as they were."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.imported.cells import read_number
from terkha_db.imported.dates import day_comes_first, read_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2015", "2015"),
        ("2015-03", "2015-03"),
        ("2015/3", "2015-03"),
        ("2015-03-05", "2015-03-05"),
        ("2015/3/5", "2015-03-05"),
        ("2015.3.5", "2015-03-05"),
        ("20150305", "2015-03-05"),
        ("2015-03-05T12:30:00Z", "2015-03-05"),
        ("2015-03-05 12:30", "2015-03-05"),
        ("5.3.2015", "2015-03-05"),
        ("5 March 2015", "2015-03-05"),
        ("5-Mar-2015", "2015-03-05"),
        ("March 5, 2015", "2015-03-05"),
        ("Mar. 5th, 2015", "2015-03-05"),
        ("March 2015", "2015-03"),
        ("2015年", "2015"),
        ("2015年3月", "2015-03"),
        ("2015年3月5日", "2015-03-05"),
        ("25/03/2015", "2015-03-25"),
        ("03/25/2015", "2015-03-25"),
        ("03/03/2015", "2015-03-03"),
    ],
)
def test_dates(text, iso):
    assert read_date(text) == iso


@pytest.mark.parametrize(
    "text", ["03/04/2015", "2015-13-01", "2015-02-30", "31 Foo 2015", "x", "", "99999999", "1.2.15"]
)
def test_what_is_no_sure_date(text):
    assert read_date(text) is None


def test_the_column_tells_which_is_the_day():
    assert day_comes_first(["03/04/2015", "25/04/2015"]) is True
    assert day_comes_first(["03/04/2015", "04/25/2015"]) is False
    assert day_comes_first(["03/04/2015"]) is None
    assert day_comes_first(["25/04/2015", "04/25/2015"]) is None
    assert read_date("03/04/2015", day_first=True) == "2015-04-03"
    assert read_date("03/04/2015", day_first=False) == "2015-03-04"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-3.5", -3.5), ("1,234,567.5", 1234567.5), ("0", 0), (".5", 0.5), ("1e5", 1e5)],
)
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "007",
        "12345678901234567",
        "1,23",
        "1.2.3",
        "",
        "-",
        "=1+2",
        "٣",
        "1_000",
        "nan",
        "inf",
        "0x1",
    ],
)
def test_what_would_lose_something_is_no_number(text):
    assert read_number(text) is None


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text):
    number, date = read_number(text), read_date(text)

    assert number is None or math.isfinite(number)
    assert date is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", date)
