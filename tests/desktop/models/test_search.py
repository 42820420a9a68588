# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The search model: words, queries of all kinds, and what the reader keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from terkha.models.roles import Role
from terkha.models.search import Heading, SearchModel
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.library.model import Target


@pytest.fixture
def model(context):
    return SearchModel(context.catalogue, context.library, Shelf(context.paths.collections))


def entries(model):
    return [model.index(row).data(Role.ENTRY) for row in range(model.rowCount())]


def headings(model):
    return {entry.text: entry.count for entry in entries(model) if isinstance(entry, Heading)}


def test_a_query_is_answered_by_kind_with_what_each_record_is(model, catalogue):
    model.search("commodity:lithium")
    wanted = catalogue.ask("commodity:lithium")
    hits = [entry for entry in entries(model) if not isinstance(entry, Heading)]

    assert model.is_query
    assert headings(model)["Mines"] == len(wanted["mine"])
    assert model.found == sum(len(rows) for rows in wanted.values())
    assert all(hit.snippet for hit in hits if hit.kind == "mine")


def test_words_are_searched_for(model):
    model.search("gyama")

    assert not model.is_query
    assert entries(model)[1].id == "mine/jiama"


def test_a_query_begun_says_what_is_missing_and_words_are_searched_for(model):
    model.search("commodity:")

    assert "a value is missing" in model.problem
    assert not model.nearest
    model.search("gyama")
    assert model.problem == ""


def test_the_readers_own_notes_come_last(model, context):
    context.library.bookmarks.add(
        [Target("mine/julong", "mine", "Julong", "2026.11")], note="Compare with Gyama licences"
    )
    model.search("gyama")
    last = entries(model)[-1]
    words = model.index(model.rowCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert list(headings(model))[-1] == "In your library"
    assert last.id == "mine/julong"
    assert "Compare with Gyama licences" in words


def test_a_note_alone_is_no_dead_end(model, context):
    context.library.bookmarks.add(
        [Target("page/charts", "page", "Charts", "2026.11")], note="qqxxwwzz"
    )
    model.search("qqxxwwzz")

    assert not model.nearest
    assert model.first_hit() == 1
    assert model.index(1).data(Role.RECORD_ID) == "page/charts"


def test_the_readers_own_tables_come_last_and_are_named_as_theirs(model, context, tmp_path):
    table = tmp_path / "sites.csv"
    table.write_text("name,grade\nGyama prospect,2\nFar hill,3\n", encoding="utf-8")
    shelf = Shelf(context.paths.collections)
    load(table, guess_mapping(table), shelf.target("My sites"), variants={})
    model.search("gyama")
    shown = entries(model)

    assert shown[1].id == "mine/jiama"
    assert shown[-2] == Heading("Your collection “My sites”", 1)
    assert shown[-1].title == "Gyama prospect"
    assert shown[-1].id.startswith("collection/my-sites/")
    assert model.found > 1


def test_a_table_that_cannot_be_read_is_told_and_hides_nothing(model, context):
    context.paths.collections.mkdir(parents=True)
    (context.paths.collections / "broken.sqlite").write_bytes(b"no table at all")
    model.search("gyama")

    assert model.problem
    assert entries(model)[1].id == "mine/jiama"
