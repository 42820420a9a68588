# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""All collections are searched at once, as one types: the last question wins, files may change."""

from __future__ import annotations

import pytest

from terkha_db.errors import KnownError
from terkha_db.imported.searching import Stopped
from terkha_db.imported.shelf import Found
from terkha_db.imported.shelf_search import ShelfSearch


@pytest.fixture
def search(shelf):
    made = ShelfSearch(shelf)
    yield made
    made.let_go()


def test_each_collection_that_has_something_answers(search, table, load_table):
    load_table(table("name\nGyama\nFar hill\n"), name="One")
    load_table(table("name\nGyama east\n"), name="Two")
    load_table(table("name\nNear hill\n"), name="Three")
    found = search.search(search.interrupt(), "gyama")

    assert {one.info.name: [hit.title for hit in one.hits] for one in found} == {
        "One": ["Gyama"],
        "Two": ["Gyama east"],
    }


def test_a_question_that_was_asked_before_another_is_not_answered(search, table, load_table):
    load_table(table("name\nGyama\n"))
    old = search.interrupt()
    new = search.interrupt()
    with pytest.raises(Stopped):
        search.search(old, "gyama")

    assert len(search.search(new, "gyama")) == 1


def test_a_search_stops_between_its_stages(search, table, load_table, monkeypatch):
    load_table(table("name\nGyama\n"))
    generation = search.interrupt()
    search.search(generation, "gyama")
    connection = next(iter(search._opened.values())).collection._connection
    asked, ask = [], connection.all

    def interrupted(sql, parameters=()):
        asked.append(sql)
        search.interrupt()
        return ask(sql, parameters)

    monkeypatch.setattr(connection, "all", interrupted)
    with pytest.raises(Stopped):
        search.search(generation, "gyama")

    assert len(asked) == 1


def test_a_file_that_was_replaced_is_read_anew(search, table, load_table):
    load_table(table("name\nGyama\n"))
    assert search.search(search.interrupt(), "gyama")
    load_table(table("name\nFar hill\n"))

    assert search.search(search.interrupt(), "gyama") == []
    assert len(search.search(search.interrupt(), "far hill")) == 1


def test_a_file_that_is_gone_gives_nothing(search, table, load_table, shelf):
    load_table(table("name\nGyama\n"))
    assert search.search(search.interrupt(), "gyama")
    shelf.remove("Sites")

    assert search.search(search.interrupt(), "gyama") == []


def test_a_damaged_file_gives_the_reason_and_the_others_answer(search, table, load_table, shelf):
    load_table(table("name\nGyama\n"), name="Good")
    (shelf.folder / "strange.sqlite").write_bytes(b"nothing")
    found = search.search(search.interrupt(), "gyama")

    assert [one.info.name for one in found if isinstance(one, Found)] == ["Good"]
    assert sum(isinstance(one, KnownError) for one in found) == 1
