# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links are read forgivingly, written in one form, and refused in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.lens import OPEN, LensError, parse_lens
from terkha_db.links import Link, LinkError, format_link, lens_of, parse_link, with_lens

JULONG = Link("record", "mine/julong")
COMPANY = parse_lens("company,-citation/a-b")


@pytest.mark.parametrize(
    "text",
    ["terkha:mine/julong", "mine/julong", " TERKHA:mine/julong ", "terkha://mine/julong/"],
)
def test_a_record_is_named_in_several_ways(text):
    assert parse_link(text) == JULONG
    assert parse_link(text).kind == "mine"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("terkha:mine/julong#resource-cu", Link("record", "mine/julong", "resource-cu")),
        ("terkha:chart/copper-resources", Link("chart", "copper-resources")),
        ("terkha:home", Link("page", "home")),
        ("terkha:collection/mrds", Link("collection", "mrds")),
        ("terkha:collection/mrds/12", Link("collection", "mrds/12")),
        (
            "terkha:mines?text=%E7%94%B2%E7%8E%9B&sort=title",
            Link("page", "mines", query=(("text", "甲玛"), ("sort", "title"))),
        ),
    ],
)
def test_a_link_is_read_and_written(text, link):
    assert parse_link(text) == link
    assert parse_link(format_link(link)) == link


def test_only_records_have_a_kind():
    assert parse_link("terkha:chart/x").kind == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no link"),
        ("mine/", "is no link"),
        ("mine/../etc", "is no link"),
        ("mine/julong\x00", "is no link"),
        ("mine/" + "a" * 3000, "is no link"),
        ("https://example.org/mine/julong", "leads outside"),
        ("file:x", "leads outside"),
        ("mines/julong", "did you mean mine/julong?"),
        ("qqqqqq/julong", "kinds are mine"),
        ("collection/mrds/x", "is no link: a collection is"),
        ("collection/mrds/0", "is no link: a collection is"),
        ("collections/mrds", "did you mean collection/mrds?"),
    ],
)
def test_what_is_no_link_is_refused_in_a_sentence(text, words):
    with pytest.raises(LinkError, match=words.replace("?", r"\?")) as refused:
        parse_link(text)
    assert "\n" not in str(refused.value)
    assert refused.value.exit_code == 2


@given(st.text())
def test_nothing_else_is_ever_raised(text):
    try:
        link = parse_link(text)
    except LinkError:
        return
    assert parse_link(format_link(link)) == link


@pytest.mark.parametrize(
    "link",
    [
        JULONG,
        Link("record", "mine/julong", "resource-cu"),
        Link("page", "mines", query=(("where", "copper"),)),
        Link("chart", "copper-resources"),
    ],
)
def test_a_link_carries_a_lens_there_and_back(link):
    carrying = with_lens(link, COMPANY)
    assert lens_of(parse_link(format_link(carrying))) == COMPANY
    assert parse_link(format_link(carrying)) == carrying
    assert with_lens(carrying, OPEN) == link
    assert lens_of(link) == OPEN


def test_a_lens_of_a_link_that_cannot_be_read():
    with pytest.raises(LensError, match="did you mean company"):
        lens_of(parse_link("terkha:mine/julong?lens=companies"))


def test_a_code_carries_no_lens():
    code = parse_link(format_link(JULONG))
    assert format_link(with_lens(code, OPEN)) == "terkha:mine/julong"
