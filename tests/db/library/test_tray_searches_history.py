# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The citation tray, saved searches and the history."""

from __future__ import annotations

import pytest

from terkha_db.errors import NotFoundError
from terkha_db.library.model import SavedSearch, Target
from terkha_db.library.words import BadWordError


def visited(library, **wanted):
    return [visit.link for visit in library.history.recent(**wanted)]


def test_the_tray_survives_a_restart_in_its_order(library, open_library):
    works = [Target(f"citation/{name}", title=name) for name in "cab"]
    assert library.tray.add(works) == 3
    assert library.tray.add([works[0]]) == 0
    assert [entry.title for entry in open_library().tray.all()] == ["c", "a", "b"]
    assert library.tray.remove(["terkha:citation/a", "citation/z"]) == 1
    assert library.tray.clear() == 2
    assert library.tray.count() == 0
    assert library.tray.clear() == 0


def test_a_saved_search_is_kept_word_for_word(library, clock):
    query = 'status:operating AND (copper OR 铜) "as of" 100%'
    saved = library.searches.save("copper, operating", query, kind="mine", grammar=2)
    assert saved == SavedSearch("copper, operating", "mine", query, 2, "2026-11-12T14:05:00Z")
    clock.pass_time(days=1)
    assert library.searches.save("copper, operating", "copper").created == saved.created
    assert [each.query for each in library.searches.all()] == ["copper"]


def test_saved_searches_are_arranged_renamed_and_removed(library):
    for name in "abc":
        library.searches.save(name, "x")
    library.searches.move("c", 0)
    library.searches.rename("a", "z")
    library.searches.remove("b")
    assert [each.name for each in library.searches.all()] == ["c", "z"]
    with pytest.raises(BadWordError, match="“c” already"):
        library.searches.rename("z", "c")
    with pytest.raises(NotFoundError, match="no search “b”"):
        library.searches.remove("b")
    with pytest.raises(BadWordError, match="asks for nothing"):
        library.searches.save("d", " ")


def test_recent_pages_come_once_newest_first_and_can_be_searched(library, clock):
    for link in ("mine/a", "mine/b", "mine/b", "mine/a", "chart/x"):
        library.history.visit(Target(link, title=f"Page {link}"))
        clock.pass_time(minutes=1)
    assert visited(library) == ["chart/x", "mine/a", "mine/b"]
    assert visited(library, limit=1) == ["chart/x"]
    assert visited(library, text="PAGE mine") == ["mine/a", "mine/b"]


def test_history_has_an_end(library, monkeypatch):
    monkeypatch.setattr("terkha_db.library.history.LONGEST", 3)
    for number in range(5):
        library.history.visit(Target(f"mine/{number}"))
    assert visited(library) == ["mine/4", "mine/3", "mine/2"]


def test_staying_on_a_page_drives_no_other_out_of_the_history(library, monkeypatch):
    monkeypatch.setattr("terkha_db.library.history.LONGEST", 2)
    for link in ("mine/a", "mine/b", "mine/b", "mine/b"):
        library.history.visit(Target(link))
    assert visited(library) == ["mine/b", "mine/a"]


def test_visits_are_no_changes_but_forgetting_is(library):
    library.history.visit(Target("mine/a"))
    library.history.visit(Target("mine/b"))
    assert library.next_undo() is None
    library.history.forget(["mine/b", "mine/never"])
    library.history.clear()
    assert visited(library) == []
    library.history.visit(Target("mine/c"))
    library.undo()
    library.undo()
    assert set(visited(library)) == {"mine/a", "mine/b", "mine/c"}
    library.redo()
    library.redo()
    assert visited(library) == ["mine/c"]
