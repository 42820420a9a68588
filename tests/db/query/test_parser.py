# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The query language: what is read, what it is written back as, and where it fails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.errors import QueryError
from terkha_db.query import (
    GRAMMAR,
    And,
    Comparison,
    Everything,
    Node,
    Not,
    Or,
    Range,
    Word,
    comparison,
    format_query,
    parse_query,
    value_text,
)

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("NOT a b", And((Not(A), B))),
        ("-a", Not(A)),
        ("-(a b)", Not(And((A, B)))),
        ("a-b", Word("a-b")),
        ("- a", And((Word("-"), A))),
        ('"salt lake"', Word("salt lake", phrase=True)),
        (r'"say \"so\""', Word('say "so"', phrase=True)),
        ("status:closed", Comparison("status", ":", "closed")),
        ("elevation > 4500", Comparison("elevation", ">", "4500")),
        ("elevation>=4500", Comparison("elevation", ">=", "4500")),
        ("status!=closed", Comparison("status", "!=", "closed")),
        ('county:"Ngari"', Comparison("county", ":", "Ngari", phrase=True)),
        ("opened:2015..2021", Range("opened", "2015", "2021")),
        ("opened:2015..", Range("opened", "2015", "")),
        ("opened:..2021", Range("opened", "", "2021")),
        ("f:(a OR b)", Or((Comparison("f", ":", "a"), Comparison("f", ":", "b")))),
        (
            'f=(-"a b" 1..2)',
            And((Not(Comparison("f", "=", "a b", phrase=True)), Range("f", "1", "2"))),
        ),
        ("f:(a) b", And((Comparison("f", ":", "a"), B))),
        ("-status:closed", Not(Comparison("status", ":", "closed"))),
        ("and or not", And((Word("and"), Word("or"), Word("not")))),
        ("甲玛 OR 驱龙", Or((Word("甲玛"), Word("驱龙")))),
    ],
)
def test_a_query_is_read(text, tree):
    assert parse_query(text) == tree


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ('a "b', 2, "never closed"),
        ("(a", 0, "never closed"),
        ("a)", 1, "never opened"),
        ("()", 1, "nothing between"),
        ("a OR", 4, "a word is missing at the end"),
        ("OR a", 0, "a word is missing before “OR”"),
        ("NOT", 3, "a word is missing"),
        ("status:", 7, "a value is missing after “status:”"),
        (":closed", 0, "a field is missing"),
        ("9lives:3", 0, "cannot be the name of a field"),
        ("elevation>1..2", 9, "a range stands after a colon"),
        ("f:(a g:b)", 5, "a field cannot stand among the values of “f”"),
        ("f:()", 3, "nothing between"),
        ("f:(a", 2, "never closed"),
        ("f:(a OR", 7, "a word is missing at the end"),
        ("elevation:..", 10, "at least one end"),
        ("(" * 60 + "a" + ")" * 60, 50, "nests too deeply"),
        ("a" * 5000, 4000, "longer than"),
    ],
)
def test_an_error_points_at_the_character(text, at, words):
    with pytest.raises(QueryError, match=words.replace("(", r"\(")) as failed:
        parse_query(text)
    assert failed.value.at == at
    assert f"at character {at + 1}:" in str(failed.value)


PIECES = st.sampled_from(
    [
        "a",
        "-",
        "-a",
        "b",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        '"',
        "f:",
        "f:1",
        "f>2",
        "f:(",
        "f:1..2",
        "!=",
        "<",
        "..",
        "\\",
        "甲玛",
        " ",
        '"x y"',
        "\x00",
        "�",
    ]
)


HARD = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


def read(text: str) -> Node | QueryError:
    try:
        return parse_query(text)
    except QueryError as error:
        return error


@given(HARD)
def test_a_query_is_read_or_refused_and_survives_a_round_trip(text):
    tree = read(text)
    if isinstance(tree, QueryError):
        assert 0 <= tree.at <= len(text)
    else:
        assert parse_query(format_query(tree)) == tree


WORDS = st.text(min_size=1).filter(lambda text: text.strip())


@given(WORDS)
def test_any_value_can_be_written(value):
    wanted = comparison("status", "=", value)
    assert parse_query(format_query(wanted)) == wanted
    assert parse_query(f"status={value_text(value)}") == wanted


def test_a_query_of_a_newer_language_is_refused():
    assert parse_query("a", GRAMMAR) == A
    with pytest.raises(QueryError, match="newer Terkha"):
        parse_query("a", GRAMMAR + 1)
