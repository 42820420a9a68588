# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The search model: words, queries of all kinds, and what the reader keeps."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from terkha.models.hits import explain
from terkha.models.roles import Role
from terkha.models.search import Heading, SearchModel
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.library.model import Target


@pytest.fixture
def shelf(context):
    return Shelf(context.paths.collections)


@pytest.fixture
def model(context, shelf):
    made = SearchModel(context.catalogue, context.library, shelf)
    yield made
    made.rest()


@pytest.fixture
def imports(context, shelf, tmp_path):
    """Import a table of these names as a collection of the reader's."""

    def put(title, *names):
        table = tmp_path / "sites.csv"
        table.write_text("\n".join(["name,grade", *(f"{name},2" for name in names)]) + "\n")
        load(table, guess_mapping(table), shelf.target(title, replace=True), variants={})

    return put


@pytest.fixture
def search(qtbot, model):
    """Search, and wait until the reader's own tables have answered too."""

    def ask(query):
        model.search(query)
        qtbot.waitUntil(lambda: not model.is_pending)

    return ask


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


def test_a_text_that_is_the_title_is_marked_there_and_the_record_told_below(model, catalogue):
    model.search("gyama landslide")
    hits = [entry for entry in entries(model) if not isinstance(entry, Heading)]
    hit = next(entry for entry in hits if entry.id == "citation/ejatlas-nd-gyama")
    told = explain(hit)

    assert hit.title == "Gyama Mine and Landslide accident, Tibet, China"
    assert [hit.title[first:end] for first, end in hit.spans] == ["Gyama", "Landslide"]
    assert told == f"Title matched · {catalogue.brief(hit.id).summary}"


def test_names_that_are_only_near_are_not_said_to_match(model):
    model.search("yak herders protest")
    shown = [entry for entry in entries(model) if not isinstance(entry, Heading)]
    marked = [entry for entry in shown if entry.spans]

    assert model.nearest
    assert {entry.kind for entry in marked} == {"event"}
    assert all("matched" in explain(entry) for entry in marked)
    assert not any("matched" in explain(entry) for entry in shown if entry not in marked)


def test_a_text_beside_the_title_is_shown_itself(model):
    model.search("tailings")
    hits = [entry for entry in entries(model) if not isinstance(entry, Heading)]
    hit = next(entry for entry in hits if entry.id == "mine/jiama")

    assert "tailings" in hit.snippet
    assert explain(hit) == f"Statement: {hit.snippet}"


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


def test_what_is_kept_or_let_go_between_two_keys_is_noticed(model, context):
    bookmarks = context.library.bookmarks
    bookmarks.add([Target("mine/julong", "mine", "Julong", "2026.11")], note="Vergleiche Gyāma")
    model.search("gyama")
    assert headings(model)["In your library"] == 1
    context.library.notes.add(Target("mine/julong", "mine", "Julong"), "nothing else")
    bookmarks.add([Target("page/charts", "page", "Charts of Gyama", "2026.11")])
    model.search("gyama")
    assert headings(model)["In your library"] == 2
    bookmarks.remove(["mine/julong", "page/charts"])
    model.search("gyama")

    assert "In your library" not in headings(model)


def test_works_of_the_readers_own_are_found_by_author_and_year(model, context):
    item = {
        "id": "x",
        "type": "book",
        "title": "Salt and its roads",
        "author": [{"family": "Qqxwick", "given": "Ann"}],
        "issued": {"date-parts": [[1987]]},
    }
    context.library.works.add([item], "mine.bib")
    model.search("qqxwick 1987")
    hit = entries(model)[-1]

    assert list(headings(model)) == ["In your library"]
    assert hit.id.startswith("work/")
    assert explain(hit) == "Your own work: Qqxwick, 1987, from mine.bib"


def test_a_note_alone_is_no_dead_end(model, context):
    context.library.bookmarks.add(
        [Target("page/charts", "page", "Charts", "2026.11")], note="qqxxwwzz"
    )
    model.search("qqxxwwzz")

    assert not model.nearest
    assert model.first_hit() == 1
    assert model.index(1).data(Role.RECORD_ID) == "page/charts"


def test_the_readers_own_tables_come_last_and_are_named_as_theirs(model, imports, search):
    imports("My sites", "Gyama prospect", "Far hill")
    search("gyama")
    shown = entries(model)

    assert shown[1].id == "mine/jiama"
    assert shown[-2] == Heading("Your collection “My sites”", 1)
    assert shown[-1].title == "Gyama prospect"
    assert shown[-1].id.startswith("collection/my-sites/")
    assert model.found > 1


def test_the_catalogue_answers_before_the_readers_own_tables_do(qtbot, model, imports):
    imports("My sites", "Gyama prospect")
    model.search("gyama")
    at_once = entries(model)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.told):
        pass

    assert at_once[1].id == "mine/jiama"
    assert entries(model)[: len(at_once)] == at_once
    assert entries(model)[-1].title == "Gyama prospect"


def test_rows_of_own_tables_stay_until_the_next_ones_are_there(model, imports, search):
    imports("My sites", "Gyama prospect")
    search("gya")
    model.search("gyam")

    assert entries(model)[-1].title == "Gyama prospect"
    search("julong")
    assert "Your collection “My sites”" not in headings(model)


def test_only_the_last_of_several_questions_is_answered(qtbot, model, imports):
    imports("My sites", "Gyama prospect", "Julong annex", "Zhibula annex")
    told = []
    model.told.connect(lambda: told.append(model.query))
    for query in ("g", "gyama", "j", "julong", "zhibula"):
        model.search(query)
    qtbot.waitUntil(lambda: not model.is_pending)
    qtbot.wait(30)

    assert told == ["zhibula"]
    assert entries(model)[-1].title == "Zhibula annex"


def test_what_only_an_own_table_has_is_no_dead_end(model, imports, search):
    imports("My sites", "Qqxxwwzz shaft")
    search("qqxxwwzz")

    assert not model.nearest
    assert model.first_hit() == 1
    assert model.index(1).data(Qt.ItemDataRole.DisplayRole) == "Qqxxwwzz shaft"


def test_nearest_names_are_shown_once_no_own_table_has_anything(model, imports, search):
    imports("My sites", "Far hill")
    search("gyama")
    before = entries(model)
    model.search("zxabwuqyie")

    assert model.is_stale
    assert entries(model) == before
    search("zxabwuqyie")
    assert model.nearest
    assert model.first_hit() == 1


def test_tables_that_come_and_go_between_two_keys_are_noticed(model, imports, search, shelf):
    imports("My sites", "Gyama prospect")
    search("gyama")
    imports("My sites", "Gyama east", "Gyama west")
    search("gyama")
    assert headings(model)["Your collection “My sites”"] == 2
    imports("Others", "Gyama south")
    shelf.remove("My sites")
    search("gyama")

    assert [text for text in headings(model) if "collection" in text] == [
        "Your collection “Others”"
    ]
    assert model.problem == ""


def test_a_query_of_fields_is_not_asked_of_own_tables(model, imports, search):
    imports("My sites", "Gyama prospect")
    search("gyama")
    model.search("commodity:lithium")

    assert not model.is_pending
    assert not any("collection" in text for text in headings(model))


def test_at_rest_no_thread_is_left(model, imports, search):
    before = set(threading.enumerate())
    imports("My sites", "Gyama prospect")
    search("gyama")
    during = set(threading.enumerate()) - before
    model.search("julong")
    model.rest()

    assert len(during) == 1
    assert set(threading.enumerate()) <= before
    search("gyama")
    assert entries(model)[-1].title == "Gyama prospect"


def test_a_table_that_cannot_be_read_is_told_and_hides_nothing(model, context, search):
    context.paths.collections.mkdir(parents=True)
    (context.paths.collections / "broken.sqlite").write_bytes(b"no table at all")
    search("gyama")

    assert model.problem
    assert entries(model)[1].id == "mine/jiama"
