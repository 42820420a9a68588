# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lists and mappings that are read when they are first looked at."""

from __future__ import annotations

import pytest

from terkha_db.later import FirstOf, InParts, Later, LaterMapping


def test_nothing_is_read_before_somebody_looks_and_then_once():
    asked = []
    words = Later(lambda: asked.append("read") or ["a", "b"])
    assert asked == []
    assert list(words) == ["a", "b"]
    assert (len(words), words[0], words[1:]) == (2, "a", ("b",))
    assert words == ("a", "b")
    assert {words} == {("a", "b")}
    assert asked == ["read"]


def test_a_mapping_is_read_once_too():
    asked = []
    found = LaterMapping(lambda: asked.append("read") or {"a": 1})
    assert found.get("b") is None
    assert dict(found) == {"a": 1}
    assert asked == ["read"]


def test_with_a_key_the_next_ones_are_read_and_none_twice():
    asked = []

    def read(keys):
        asked.append(list(keys))
        return {key: key.upper() for key in keys if key != "c"}

    letters = InParts(tuple("abcde"), read, size=2)
    assert letters["a"] == "A"
    assert letters.get("c") is None
    assert letters["d"] == "D"
    assert letters["z"] == "Z"
    assert asked == [["a", "b"], ["c", "d"], ["z"]]
    assert sorted(letters) == ["a", "b", "d", "e", "z"]
    assert asked[3:] == [["e"]]


def test_a_later_mapping_is_asked_only_for_what_no_earlier_one_has():
    asked = []
    rest = LaterMapping(lambda: asked.append("read") or {"a": 2, "b": 3})
    both = FirstOf({"a": 1}, rest)
    assert both["a"] == 1
    assert asked == []
    assert both["b"] == 3
    assert dict(both) == {"a": 1, "b": 3}
    with pytest.raises(KeyError):
        both["c"]
