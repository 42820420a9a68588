# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Facets press, chips take away: queries change a condition at a time and stay readable."""

from __future__ import annotations

import pytest

from terkha_db.errors import QueryError
from terkha_db.query import Comparison
from terkha_db.query.edit import add


@pytest.mark.parametrize(
    ("where", "field", "value", "states"),
    [
        ("", "status", "operating", ["status=operating", "NOT status=operating", ""]),
        (
            "status=closed",
            "status",
            "operating",
            [
                "status=closed OR status=operating",
                "status=closed NOT status=operating",
                "status=closed",
            ],
        ),
        (
            "julong county:墨竹工卡",
            "county",
            "maizhokunggar",
            ["julong NOT county=maizhokunggar", "julong", "julong county=maizhokunggar"],
        ),
        (
            "elevation>4500",
            "class",
            "none such",
            QueryError,
        ),
        (
            "a OR b",
            "commodity",
            "gold",
            ["(a OR b) commodity=gold", "(a OR b) NOT commodity=gold", "a OR b"],
        ),
        ("site_kind!=mine", "kind", "mine", ["", "kind=mine"]),
        ("(", "kind", "mine", QueryError),
    ],
)
def test_pressing_keeps_then_excludes_then_lets_go(catalogue, where, field, value, states):
    if states is QueryError:
        with pytest.raises(QueryError):
            catalogue.press("mine", where, field, value)
        return
    for expected in states:
        where = catalogue.press("mine", where, field, value)
        assert where == expected


def test_letting_one_of_several_go_keeps_the_others(catalogue):
    after = catalogue.press("mine", "NOT (status=closed OR status=suspended)", "status", "closed")
    assert after == "NOT status=suspended"
    after = catalogue.press(
        "mine", "commodity:mo OR commodity:mag OR commodity:marb", "commodity", "magnesium"
    )
    assert after == "(commodity=marble OR commodity=molybdenum) NOT commodity=magnesium"


def test_chips_say_each_condition_and_take_it_away(catalogue):
    where = 'julong -status:closed (kind=mine OR kind=deposit) elevation>4500 county:Meldro "x y"'
    found = catalogue.chips("mine", where)
    assert [chip.label for chip in found] == [
        "“julong”",
        "Status: not Closed",
        "Kind: Deposit or Mine",
        "Elevation, m > 4500",
        "County: Meldro",
        "“x y”",
    ]
    for chip in found:
        rest = catalogue.chips("mine", chip.without)
        assert [one.text for one in rest] == [one.text for one in found if one is not chip]


def test_a_chip_names_records_by_their_titles(catalogue):
    (chip,) = catalogue.chips("mine", "county=maizhokunggar")
    assert chip.label == "County: Maizhokunggar"
    (chip,) = catalogue.chips("mine", "opened:2015..2021")
    assert chip.label == "Opened: 2015–2021"
    (chip,) = catalogue.chips("mine", "status:closed OR julong")
    assert chip.label == "status:closed OR julong"
    assert catalogue.chips("mine", "") == ()


def test_a_condition_is_added_once():
    condition = Comparison("elevation", ">", "4500")
    assert add("", condition) == "elevation>4500"
    assert add("julong", condition) == "julong elevation>4500"
    assert add("elevation>4500 julong", condition) == "elevation>4500 julong"
    assert add("a OR b", condition) == "(a OR b) elevation>4500"
