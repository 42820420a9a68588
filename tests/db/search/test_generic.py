# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Common words and endings are told from those that name a place."""

from __future__ import annotations

import pytest

from terkha_db.search.asked import read_query
from terkha_db.search.generic import is_generic, is_nearly_generic, without_ending


@pytest.mark.parametrize("word", ["mine", "copper", "tso", "caka", "矿", "རྫོང", "county"])
def test_generic_words(word):
    assert is_generic(word)


@pytest.mark.parametrize(
    ("word", "generic"),
    [("coper", True), ("lithuim", True), ("depositt", True), ("julong", False), ("lak", False)],
)
def test_long_words_stay_generic_with_a_letter_wrong(word, generic):
    assert is_nearly_generic(word) is generic
    assert not is_generic(word)


@pytest.mark.parametrize(
    ("word", "left"),
    [("mamitso", "mami"), ("zabuyelake", "zabuye"), ("tso", "tso"), ("gyama", "gyama")],
)
def test_endings_written_as_one_word(word, left):
    assert without_ending(word) == left


def test_queries_without_common_words():
    fewer = read_query("Zabuye Salt Lake", {}).without_generic()
    assert fewer is not None
    assert fewer.words == (("zabuye",),)
    assert read_query("salt lake", {}).without_generic() is None
    assert read_query("zabuye", {}).without_generic() is None


def test_characters_are_read_aloud_together():
    readings = {"甲": "jia", "马": "ma"}
    aloud = read_query("甲马", {}).read_in_pinyin(lambda _: readings)
    assert aloud is not None
    assert aloud.words == (("jiama",),)
    assert read_query("甲", {}).read_in_pinyin(lambda _: readings) is None
    assert read_query("jia ma", {}).read_in_pinyin(lambda _: readings) is None
