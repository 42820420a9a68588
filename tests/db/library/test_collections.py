# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Collections: paths, nesting, order, counts, and what is refused."""

from __future__ import annotations

import pytest

from terkha_db.errors import NotFoundError
from terkha_db.library.model import Target
from terkha_db.library.words import BadWordError


def tree(library):
    return [shelf.path for shelf in library.collections.all()]


def keep(library, *names):
    library.bookmarks.add([Target(f"mine/{name}") for name in names])
    return [f"mine/{name}" for name in names]


def test_a_path_creates_what_is_around_it_once(library):
    assert library.collections.create(" Copper / Julong  expansion ") == "Copper/Julong expansion"
    library.collections.create("Copper/Gyama")
    library.collections.create("Salt lakes")
    library.collections.create("Copper")
    assert tree(library) == ["Copper", "Copper/Julong expansion", "Copper/Gyama", "Salt lakes"]
    inner = library.collections.all()[1]
    assert (inner.name, inner.parent, inner.depth) == ("Julong expansion", "Copper", 1)


def test_the_same_name_in_another_form_is_the_same_collection(library):
    library.collections.create("Tarquíni")
    library.collections.create("Tarqui\u0301ni")
    assert len(tree(library)) == 1


def test_counts_are_of_different_bookmarks(library):
    library.bookmarks.add([Target("mine/a"), Target("mine/b")], collections=["Copper/In"])
    library.bookmarks.add([Target("mine/a"), Target("mine/c")], collections=["Copper"])
    counts = {shelf.path: (shelf.bookmarks, shelf.total) for shelf in library.collections.all()}
    assert counts == {"Copper": (2, 3), "Copper/In": (2, 2)}


def test_bookmarks_stay_as_arranged(library):
    wanted = keep(library, "a", "b", "c", "d")
    library.collections.create("Copper")
    library.collections.file(wanted, "Copper")
    library.collections.file(["mine/d", "mine/c"], "Copper", index=1)
    assert library.collections.links("Copper") == ("mine/a", "mine/d", "mine/c", "mine/b")
    library.collections.take_out(["mine/d"], "Copper")
    assert library.collections.links("Copper") == ("mine/a", "mine/c", "mine/b")
    assert library.bookmarks.get("mine/d") is not None


def test_moving_to_the_front_forever_never_runs_out_of_places(library):
    wanted = keep(library, "a", "b", "c")
    library.collections.create("Copper")
    library.collections.file(wanted, "Copper")
    for _ in range(15):
        library.collections.file(["mine/b"], "Copper", index=0)
        library.collections.file(["mine/c"], "Copper", index=0)
        assert library.collections.links("Copper") == ("mine/c", "mine/b", "mine/a")


def test_moving_and_renaming(library):
    for path in ("A", "B", "C/Inner"):
        library.collections.create(path)
    assert library.collections.move("C", into="A") == "A/C"
    assert tree(library) == ["A", "A/C", "A/C/Inner", "B"]
    assert library.collections.move("A/C", index=0) == "C"
    assert tree(library) == ["C", "C/Inner", "A", "B"]
    assert library.collections.rename("C", "Copper") == "Copper"
    assert tree(library) == ["Copper", "Copper/Inner", "A", "B"]


@pytest.mark.parametrize("into", ["A", "A/B", "A/B/C"])
def test_a_collection_never_goes_into_itself(library, into):
    library.collections.create("A/B/C")
    with pytest.raises(BadWordError, match="into itself"):
        library.collections.move("A", into=into)
    assert tree(library) == ["A", "A/B", "A/B/C"]


def test_two_of_a_name_are_refused_in_one_place(library):
    library.collections.create("A/Twin")
    library.collections.create("Twin")
    with pytest.raises(BadWordError, match="“Twin” in that place already"):
        library.collections.move("Twin", into="A")
    with pytest.raises(BadWordError, match="“A” in that place already"):
        library.collections.rename("Twin", "A")
    assert tree(library) == ["A", "A/Twin", "Twin"]


@pytest.mark.parametrize("path", ["", " ", "A//B", "A/", "a\x00b", "x" * 201])
def test_what_is_no_name_is_refused(library, path):
    with pytest.raises(BadWordError, match="cannot be the name of a collection"):
        library.collections.create(path)
    assert tree(library) == []


def test_a_name_has_no_slash(library):
    library.collections.create("A")
    with pytest.raises(BadWordError, match="leave out the slash"):
        library.collections.rename("A", "B/C")


def test_removing_a_collection_keeps_its_bookmarks(library):
    library.bookmarks.add([Target("mine/a")], collections=["A/B"])
    library.collections.remove("A")
    assert tree(library) == []
    kept = library.bookmarks.get("mine/a")
    assert kept is not None
    assert kept.collections == ()


def test_unknown_collections_and_bookmarks_are_named(library):
    with pytest.raises(NotFoundError, match="no collection “Gold”"):
        library.collections.remove("Gold")
    library.collections.create("Copper")
    with pytest.raises(NotFoundError, match="mine/x is not bookmarked"):
        library.collections.file(["mine/x"], "Copper")
