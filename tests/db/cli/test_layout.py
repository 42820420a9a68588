# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Columns stand straight although Chinese characters are twice as wide."""

from __future__ import annotations

import pytest

from terkha_db.cli_layout import columns, cut, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "columns_taken"),
    [("abc", 3), ("甲玛", 4), ("é", 1), ("e\u0301", 1), ("རྒྱ", 1), ("a\u200bb", 2), ("", 0)],
)
def test_width(text, columns_taken):
    assert width(text) == columns_taken


def test_columns_are_aligned():
    lines = columns([("甲玛", "1", "x"), ("Jiama", "100", "y")], right=(1,))
    assert lines == ["甲玛     1  x", "Jiama  100  y"]
    assert columns([]) == []


def test_a_long_cell_is_cut_to_its_columns():
    assert cut("a\n b", 10) == "a b"
    assert cut("abcdefgh", 5) == "abcd…"
    assert cut("甲玛甲玛", 6) == "甲玛…"
    assert width(pad("甲", 5)) == 5


def test_a_text_is_broken_between_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    assert wrap("one two three four five", "  ", "    ") == ["  one two three four", "    five"]
    assert wrap("a" * 30) == ["a" * 30]
    assert wrap("one\ntwo", "-", "+") == ["-one", "+two"]
