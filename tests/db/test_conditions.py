# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Queries over rows: numbers with units, dates of any precision, folded words."""

from __future__ import annotations

import pytest

from terkha_db.conditions import compile_query
from terkha_db.fields import fields_of
from terkha_db.query import QueryError, parse_query

MINES = {field.id: None for field in fields_of("mine")}
JULONG = {
    **MINES,
    "title": "Jülong",
    "status": "operating",
    "site_kind": "ore-field",
    "county": "Maizhokunggar",
    "elevation": 4000.0,
    "resource_copper": 25.88,
    "opened": "2021-12-27",
    "status_as_of": "2026-01",
    "discovered": "2010/2012",
}
TEXT = " julong operating maizhokunggar 巨 龙 铜 矿 "
TIBET = {**MINES, "title": "Bangpu"}


def matches(query, values=JULONG, text=TEXT):
    return compile_query(parse_query(query), fields_of("mine"), {"龍": "龙"})(values, text)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "julong",
        "JULO",
        "巨龙",
        "巨龍",
        '"巨龙 铜"',
        "julong operating",
        "nothing OR maizho",
        "-bangpu",
        "NOT (bangpu OR norbusa)",
        "status:operating",
        "status:oper",
        "STATUS=operating",
        "status!=closed",
        "title:julong",
        "site-kind:ore-field",
        'site_kind:"ore field"',
        "elevation>3999",
        "elevation>=4,000",
        "elevation=4000m",
        "elevation:3000..5000",
        "elevation:4000..",
        "elevation:..4000",
        "resource.copper>25000kt",
        "resource-copper:25.88",
        "opened:2021",
        "opened:2021-12",
        "opened>2020",
        "opened>=2021-12-27",
        "opened<=2021",
        "opened<2022-01",
        "opened:2015..2021",
        "discovered:2011",
        "discovered<2013",
        "status_as_of>2025",
    ],
)
def test_it_matches(query):
    assert matches(query)


@pytest.mark.parametrize(
    "query",
    [
        "ulong",
        "铜巨",
        "julong bangpu",
        "-julong",
        "status:closed",
        "status=oper",
        "elevation>4000",
        "elevation<4000",
        "elevation!=4000",
        "elevation:4001..5000",
        "resource_gold>0",
        "resource_gold<=0",
        "opened:2020",
        "opened>2021",
        "opened<2021-12-27",
        "opened:2022..",
        "discovered>2010",
        "!!!",
    ],
)
def test_it_does_not(query):
    assert not matches(query)


def test_what_is_not_recorded_matches_nothing_but_its_negation():
    assert not matches("elevation<1", TIBET, " bangpu ")
    assert not matches("opened:1900..2100", TIBET, " bangpu ")
    assert matches("NOT elevation>0", TIBET, " bangpu ")


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("elevaton>3", 0, r"no field “elevaton”; did you mean elevation\?"),
        ("a qqqq:3", 2, "fields are title, second"),
        ("elevation>high", 10, "“high” is none"),
        ("elevation>3t", 10, "not measured in t; it is in m"),
        ("elevation>3parsec", 10, "“parsec” is no unit of elevation"),
        ("disputes>3t", 9, "no unit of disputes"),
        ("status>closed", 0, "write status:closed"),
        ("status:a..b", 0, "no range"),
        ("status:..", 7, "at least one end"),
        ("title:-", 6, "no letter or digit"),
        ("opened:soon", 7, "write 2021, 2021-12 or 2021-12-27"),
        ("opened:2021..soon", 7, "write 2021, 2021-12 or 2021-12-27"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(query, at, words):
    with pytest.raises(QueryError, match=words) as failed:
        matches(query)
    assert failed.value.at == at
