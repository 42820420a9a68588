# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Formatted HTML is read as runs of text without losing a letter."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.citing.runs import TAB, Run, plain, runs

ITALIC = frozenset({"italic"})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("one\ntwo", [Run("one two")]),
        ("a <em>b</em> c", [Run("a "), Run("b", ITALIC), Run(" c")]),
        ("<em>a <em>b</em></em>", [Run("a ", ITALIC), Run("b")]),
        ("<span>“a</span> b”", [Run("“a b”")]),
        (
            '<a\nhref="http://x.org/?a=1&amp;b">x</a>.',
            [Run("x", href="http://x.org/?a=1&b"), Run(".")],
        ),
        ("Ti<sub>10</sub>", [Run("Ti"), Run("10", frozenset({"subscript"}))]),
        ('<span class="smallcaps">a</span>', [Run("a", frozenset({"small caps"}))]),
        (
            "<strong>a</strong> <em> b</em>",
            [Run("a", frozenset({"bold"})), Run(" "), Run("b", ITALIC)],
        ),
        (
            '<div class="csl-left-margin">[1] </div><div class="csl-right-inline"> A.</div>',
            [Run("[1]"), Run(TAB), Run("A.")],
        ),
        ("  ", []),
    ],
)
def test_runs(html, expected):
    assert runs(html) == expected


def test_plain():
    assert (
        plain('<div class="csl-left-margin">1. </div><div class="csl-right-inline">A</div>')
        == "1. A"
    )


def test_a_space_that_does_not_break_is_kept():
    assert plain("a\u00a0 b") == "a\u00a0 b"


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc"))), max_size=5))
def test_text_survives(pieces):
    html = "".join(f"<em>{escape(piece)}</em>" for piece in pieces)
    wanted = "".join(pieces)
    assert "".join(plain(html).split()) == "".join(wanted.split())
