# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Undo and redo of every change, after restarts, across processes, and at random."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terkha_db.errors import KnownError, LibraryError
from terkha_db.library.actions import ACTIONS, Change
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths


def content(library):
    """All that is kept, without the time at which it was asked for."""
    document = library.document(history=True)
    return (
        document.collections,
        document.bookmarks,
        document.saved_searches,
        document.tray,
        document.history,
    )


def test_labels_say_what_is_undone(library, julong, zabuye):
    library.bookmarks.add([julong, zabuye])
    library.collections.create("Copper/Julong")
    assert library.next_undo() == Change("collection.create", "Julong", 1, "2026-11-12T14:05:00Z")
    assert library.undo().label == "Create collection Julong"
    assert library.undo().label == "Keep Julong 巨龙铜矿 and 1 more"
    assert library.undo() is None
    assert library.redo().label == "Keep Julong 巨龙铜矿 and 1 more"
    assert library.next_redo().label == "Create collection Julong"


def test_every_action_has_words():
    for action, _ in ACTIONS:
        label = Change(action, "Julong", 3, "").label
        assert label[0].isupper()
        assert "{" not in label


def test_undo_works_after_a_restart(library, open_library, julong):
    library.bookmarks.add([julong], collections=["Copper"], tags=["a"], note="text")
    library.bookmarks.remove(["mine/julong"])
    library.close()
    later = open_library()
    assert later.undo().label == "Remove Julong 巨龙铜矿"
    kept = later.bookmarks.get("mine/julong")
    assert (kept.collections, kept.tags, kept.notes[0].text) == (("Copper",), ("a",), "text")


def test_a_new_change_ends_redo(library, julong, zabuye):
    library.bookmarks.add([julong])
    library.undo()
    library.bookmarks.add([zabuye])
    assert library.next_redo() is None
    assert library.redo() is None
    assert library.bookmarks.links() == {"mine/zabuye"}


def test_what_changes_nothing_leaves_no_step(library, julong):
    library.bookmarks.add([julong], tags=["a"])
    library.undo()
    library.redo()
    library.bookmarks.add([julong], tags=["a"])
    library.bookmarks.rename("mine/julong", julong.title)
    library.tags.add(["mine/julong"], ["a"])
    library.tray.clear()
    assert library.undo().label == "Keep Julong 巨龙铜矿"
    assert library.undo() is None


def test_several_changes_can_be_one_step(library, julong, zabuye):
    with library.change("bookmark.add", "two mines", 2):
        library.bookmarks.add([julong])
        library.bookmarks.add([zabuye], collections=["Salt"])
    library.undo()
    assert content(library) == ((), (), (), (), ())
    library.redo()
    assert library.collections.links("Salt") == ("mine/zabuye",)


def test_what_is_kept_can_be_looked_at_within_a_change(library, julong):
    with library.change("bookmark.add", "Julong"):
        library.bookmarks.add([julong])
        assert [each.link for each in library.document().bookmarks] == ["mine/julong"]
    assert library.undo().label == "Keep Julong"


def test_a_failed_change_leaves_nothing(library, julong, zabuye):
    library.bookmarks.add([julong])
    before = content(library)

    def half_way():
        with library.change("bookmark.add"):
            library.bookmarks.add([zabuye], collections=["Salt"])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    assert content(library) == before
    assert library.undo().label == "Keep Julong 巨龙铜矿"


def test_a_failed_part_leaves_the_rest_of_the_change(library, julong, zabuye):
    with library.change("bookmark.add", "both"):
        library.bookmarks.add([julong])
        with pytest.raises(LibraryError):
            library.bookmarks.add([zabuye], collections=["Salt", "//"])
    assert library.bookmarks.links() == {"mine/julong"}
    assert library.collections.all() == ()


def test_steps_have_an_end(library, monkeypatch):
    monkeypatch.setattr("terkha_db.library.journal.LONGEST", 7)
    library.bookmarks.add([Target("mine/a")])
    for number in range(7):
        library.bookmarks.rename("mine/a", f"title {number}")
    undone = 0
    while library.undo():
        undone += 1
    assert undone == 7
    assert library.bookmarks.get("mine/a").title == "mine/a"


def test_a_row_that_another_program_changed_is_not_overwritten(library, paths, julong):
    library.bookmarks.add([julong])
    library.bookmarks.rename("mine/julong", "Mine")
    with sqlite3.connect(paths.library) as other:
        other.execute("UPDATE item SET title = 'Theirs'")
    other.close()
    with pytest.raises(LibraryError, match="another program changed the same rows"):
        library.undo()
    assert library.bookmarks.get("mine/julong").title == "Theirs"


LINKS = st.sampled_from([f"mine/{name}" for name in "abcd"])
SEVERAL = st.lists(LINKS, max_size=3)
PATHS = st.sampled_from(["A", "B", "A/C", "A/C/D", "B/C"])
WORDS = st.sampled_from(["x", "y", "z"])
INDEX = st.integers(0, 4)
STEPS = st.one_of(
    st.tuples(st.just("add"), SEVERAL, st.lists(PATHS, max_size=2), st.lists(WORDS), st.text()),
    st.tuples(st.just("remove"), SEVERAL),
    st.tuples(st.just("rename"), LINKS, st.text(min_size=1)),
    st.tuples(st.just("pin"), SEVERAL, INDEX),
    st.tuples(st.just("unpin"), SEVERAL),
    st.tuples(st.just("create"), PATHS),
    st.tuples(st.just("rename_shelf"), PATHS, WORDS),
    st.tuples(st.just("move_shelf"), PATHS, st.one_of(st.just(""), PATHS), INDEX),
    st.tuples(st.just("remove_shelf"), PATHS),
    st.tuples(st.just("file"), SEVERAL, PATHS, INDEX),
    st.tuples(st.just("take_out"), SEVERAL, PATHS),
    st.tuples(st.just("note"), LINKS, WORDS),
    st.tuples(st.just("untag"), SEVERAL, st.lists(WORDS)),
    st.tuples(st.just("rename_tag"), WORDS, WORDS),
    st.tuples(st.just("delete_tag"), WORDS),
    st.tuples(st.just("tray"), SEVERAL),
    st.tuples(st.just("untray"), SEVERAL),
    st.tuples(st.just("clear_tray")),
    st.tuples(st.just("save"), WORDS, WORDS),
    st.tuples(st.just("move_search"), WORDS, INDEX),
    st.tuples(st.just("remove_search"), WORDS),
    st.tuples(st.just("clear_history")),
)


def do(library, step):
    """Do one random change; what the library refuses is no change."""
    name, *given = step
    targets = [Target(link) for link in given[0]] if name in {"add", "tray"} else []
    calls = {
        "add": lambda: library.bookmarks.add(
            targets, collections=given[1], tags=given[2], note=given[3]
        ),
        "remove": lambda: library.bookmarks.remove(*given),
        "rename": lambda: library.bookmarks.rename(*given),
        "pin": lambda: library.bookmarks.pin(*given),
        "unpin": lambda: library.bookmarks.unpin(*given),
        "create": lambda: library.collections.create(*given),
        "rename_shelf": lambda: library.collections.rename(*given),
        "move_shelf": lambda: library.collections.move(*given),
        "remove_shelf": lambda: library.collections.remove(*given),
        "file": lambda: library.collections.file(*given),
        "take_out": lambda: library.collections.take_out(*given),
        "note": lambda: library.notes.add(Target(given[0]), given[1]),
        "untag": lambda: library.tags.remove(*given),
        "rename_tag": lambda: library.tags.rename(*given),
        "delete_tag": lambda: library.tags.delete(*given),
        "tray": lambda: library.tray.add(targets),
        "untray": lambda: library.tray.remove(*given),
        "clear_tray": library.tray.clear,
        "save": lambda: library.searches.save(*given),
        "move_search": lambda: library.searches.move(*given),
        "remove_search": lambda: library.searches.remove(*given),
        "clear_history": library.history.clear,
    }
    with contextlib.suppress(KnownError):
        calls[name]()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=1, max_size=12))
def test_random_changes_are_undone_and_redone_exactly(steps):
    with tempfile.TemporaryDirectory() as folder, Library(profile_paths(folder)) as library:
        library.history.visit(Target("mine/a"))
        library.bookmarks.add([Target("mine/a"), Target("mine/b")], collections=["A"], tags=["x"])
        seen = [content(library)]
        for step in steps:
            do(library, step)
            if content(library) != seen[-1]:
                seen.append(content(library))
        for wanted in reversed(seen[:-1]):
            library.undo()
            assert content(library) == wanted
        for wanted in seen[1:]:
            library.redo()
            assert content(library) == wanted
        assert library.redo() is None
