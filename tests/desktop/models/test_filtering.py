# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What narrows a table: words, queries, what is typed of either, and what cannot be read."""

from __future__ import annotations

import pytest

from terkha.models.filtering import CatalogueSource, TableFilter, current_form
from terkha_db.query import GRAMMAR


@pytest.fixture
def asked(catalogue):
    return TableFilter(CatalogueSource(catalogue, "mine"))


def test_pressing_keeps_then_excludes_then_lets_go(asked):
    seen = []
    for _ in range(3):
        asked.press("commodity", "copper")
        seen.append(asked.where)

    assert seen == ["commodity=copper", "NOT commodity=copper", ""]


def test_words_stay_words_until_they_compare_a_field(asked):
    asked.type_words("gyama")
    assert (asked.words, asked.where) == ("gyama", "")
    asked.type_words("elevation>4500")

    assert (asked.words, asked.where) == ("", "elevation>4500")


def test_a_typed_query_joins_the_query_and_leaves_it_when_it_is_changed(asked):
    asked.press("commodity", "copper")
    asked.type_words("elevation>4500")
    assert asked.where == "commodity=copper elevation>4500"
    asked.type_words("elevation>5000")
    assert asked.where == "commodity=copper elevation>5000"
    asked.type_words("")

    assert asked.where == "commodity=copper"


def test_a_settled_query_stays(asked):
    asked.type_words("elevation>4500")
    assert asked.settle()
    asked.type_words("")

    assert asked.where == "elevation>4500"
    assert not asked.settle()


@pytest.mark.parametrize("bad", ["elevation>abc", "commodity:", "nonsense:1 OR", "status:("])
def test_what_cannot_be_read_leaves_the_last_query_and_says_where(qtbot, asked, bad):
    asked.set_query("commodity=copper")
    kept = asked.where, asked.chips, asked.facets
    for attempt in (asked.type_words, asked.set_query):
        with qtbot.waitSignal(asked.failed), qtbot.assertNotEmitted(asked.changed):
            attempt(bad)
        assert (asked.where, asked.chips, asked.facets) == kept
        assert 0 <= asked.error.at <= len(bad)
        assert f"character {asked.error.at + 1}" in str(asked.error)


def test_the_fault_of_a_typed_query_is_counted_in_what_is_typed(asked):
    asked.set_query("commodity=copper status=operating")
    asked.type_words("elevation>abc")

    assert asked.error.at == "elevation>abc".index("abc")


def test_mending_a_fault_is_told_though_the_query_is_the_same(qtbot, asked):
    asked.set_query("commodity=copper")
    asked.set_query("commodity=")
    with qtbot.waitSignal(asked.changed):
        asked.set_query("commodity=copper")

    assert asked.error is None


def test_words_with_brackets_are_words(asked):
    asked.type_words("jiama (north")

    assert asked.words == "jiama (north"
    assert asked.error is None


def test_words_and_query_are_saved_as_one_query(asked, catalogue):
    asked.show("zijin", "commodity=copper")
    rows = {row.id for row in catalogue.rows("mine", where=asked.query())}

    assert rows == {row.id for row in catalogue.rows("mine", text="zijin", where=asked.where)}
    assert rows


def test_a_saved_query_that_nobody_can_read_is_shown_as_it_was_written():
    assert current_form("commodity = copper", GRAMMAR) == "commodity=copper"
    assert current_form("commodity:", GRAMMAR) == "commodity:"
