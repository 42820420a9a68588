# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Two libraries that differ are merged as the reader decides; undecided, both sides stay."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from terkha_db.library.conflicts import Choice, told
from terkha_db.library.document import Document, Shelf
from terkha_db.library.library import Library
from terkha_db.library.model import Bookmark, Note, OwnWork, SavedSearch, Target, TrayEntry, Visit
from terkha_db.paths import profile_paths

NOW = "2026-11-12T14:05:00Z"
TITLE = "Spoiling Tibet"
WORK = "work/nd-spoiling"


def always(choice):
    return lambda conflict: choice


@pytest.fixture
def other(tmp_path, clock):
    with Library(profile_paths(tmp_path / "other"), clock=clock) as library:
        yield library


@pytest.fixture
def differing(library, other):
    """Two libraries that have the same things, each with something of its own about them."""
    for one, word in ((library, "mine"), (other, "theirs")):
        one.bookmarks.add([Target("mine/a", "mine", f"A, {word}"), Target(f"mine/{word}")])
        one.notes.add(Target("mine/a"), "The same on both sides.")
        one.notes.add(Target("mine/a"), f"A note of {word}.")
        one.collections.create("Copper")
        one.collections.file(["mine/a", f"mine/{word}"], "Copper")
        one.searches.save("copper", word)
        one.works.add([{"type": "book", "title": TITLE, "publisher": word}])
        one.bookmarks.add([Target("work/nd-spoiling", "work", TITLE)], collections=["Works"])
    return library, other.document()


def held(library):
    """What is decided about, as it is in a library now."""
    kept = library.bookmarks.get("mine/a")
    return {
        "title": kept.title,
        "notes": [note.text for note in kept.notes],
        "collection": library.collections.links("Copper"),
        "search": [(each.name, each.query) for each in library.searches.all()],
        "works": {each.link: each.csl["publisher"] for each in library.works.all()},
        "works filed": library.collections.links("Works"),
    }


MINE = {
    "title": "A, mine",
    "notes": ["The same on both sides.", "A note of mine."],
    "collection": ("mine/a", "mine/mine"),
    "search": [("copper", "mine")],
    "works": {WORK: "mine"},
    "works filed": (WORK,),
}


def test_each_conflict_shows_what_only_one_side_has(differing):
    library, theirs = differing
    report = library.merge(theirs, "theirs.json", rehearse=True)
    assert {(one.sort, one.name, one.mine, one.theirs) for one in report.conflicts} == {
        ("work", TITLE, "publisher: mine", "publisher: theirs"),
        ("title", "A, mine", "A, mine", "A, theirs"),
        ("notes", "A, mine", "A note of mine.", "A note of theirs."),
        ("collection", "Copper", "mine/mine", "mine/theirs"),
        ("collection", "Works", TITLE, TITLE),
        ("search", "copper", "mine", "theirs"),
    }


def test_undecided_both_sides_stay(differing):
    library, theirs = differing
    library.merge(theirs, "theirs.json")
    assert held(library) == {
        "title": "A, mine",
        "notes": [
            "The same on both sides.",
            "A note of mine.",
            "A note of theirs.",
            "Also called: A, theirs",
        ],
        "collection": ("mine/a", "mine/mine", "mine/theirs"),
        "search": [("copper", "mine"), ("copper (2)", "theirs")],
        "works": {f"{WORK}-2": "theirs", WORK: "mine"},
        "works filed": (WORK, f"{WORK}-2"),
    }


@pytest.mark.parametrize(("choice", "word"), [(Choice.MINE, "mine"), (Choice.THEIRS, "theirs")])
def test_one_side_is_taken_and_nothing_else_changes(differing, choice, word):
    library, theirs = differing
    library.merge(theirs, "theirs.json", always(choice))
    assert held(library) == {
        "title": f"A, {word}",
        "notes": ["The same on both sides.", f"A note of {word}."],
        "collection": ("mine/a", f"mine/{word}"),
        "search": [("copper", word)],
        "works": {WORK: word},
        "works filed": (WORK,),
    }
    # What is no conflict is taken in however that is decided.
    assert library.bookmarks.get("mine/mine")
    assert library.bookmarks.get("mine/theirs")


@pytest.mark.parametrize("choice", Choice)
def test_whatever_is_decided_is_one_step_and_can_be_undone(differing, choice):
    library, theirs = differing
    before = library.document()
    library.merge(theirs, "theirs.json", always(choice))
    after = library.document()
    assert library.undo().label == "Import theirs.json"
    assert library.document() == before
    library.redo()
    assert library.document() == after


@pytest.mark.parametrize("choice", Choice)
def test_merging_twice_changes_nothing(differing, choice):
    library, theirs = differing
    library.merge(theirs, "theirs.json", always(choice))
    after, step = library.document(), library.next_undo()
    again = library.merge(theirs, "theirs.json", always(choice))
    assert library.document() == after
    assert library.next_undo() == step
    if choice is not Choice.MINE:
        assert again.decided == ()


def test_each_conflict_has_its_own_decision(differing):
    library, theirs = differing
    chosen = {"notes": Choice.THEIRS, "search": Choice.MINE}
    report = library.merge(
        theirs, "theirs.json", lambda conflict: chosen.get(conflict.sort, Choice.BOTH)
    )
    now = held(library)
    assert now["search"] == [("copper", "mine")]
    assert now["notes"] == [
        "The same on both sides.",
        "A note of theirs.",
        "Also called: A, theirs",
    ]
    assert report.sentence().endswith(
        "both kept of: the work Spoiling Tibet; the title of A, mine; the collection Copper; "
        "the collection Works, "
        "left as they are here: the search copper, "
        "taken from the other library: notes on A, mine."
    )


def test_a_part_of_the_other_side_is_no_conflict(library, other):
    for one in (library, other):
        one.notes.add(Target("mine/a"), "Both.")
        one.bookmarks.add([Target("mine/a")], collections=["Copper"])
    other.notes.add(Target("mine/a"), "More.")
    other.bookmarks.add([Target("mine/b")], collections=["Copper"])
    report = library.merge(other.document(), "theirs.json", always(Choice.MINE))
    assert report.decided == ()
    assert [note.text for note in library.bookmarks.get("mine/a").notes] == ["Both.", "More."]
    assert library.collections.links("Copper") == ("mine/a", "mine/b")


# Whatever two libraries hold

SHORT = st.sampled_from(["a", "b", "c"])
LINKS = st.sampled_from(["mine/a", "mine/b", "chart/c", "work/x", "work/y"])
NOTES = st.builds(lambda word: Note(0, f"Note {word}.", NOW, NOW), SHORT)
BOOKMARKS = st.builds(
    lambda link, title, pinned, tags, notes: Bookmark(
        link, link.split("/")[0], title, "2026.11", NOW, pinned, (), tuple(tags), tuple(notes)
    ),
    LINKS,
    SHORT,
    st.booleans(),
    st.lists(SHORT, max_size=2),
    st.lists(NOTES, max_size=2),
)
WORKS = st.builds(
    lambda slug, title, year: OwnWork(
        slug,
        {"id": slug, "type": "book", "title": title, "issued": {"date-parts": [[year]]}},
        "",
        NOW,
    ),
    st.sampled_from(["x", "y", "z"]),
    SHORT,
    st.integers(2012, 2013),
) | st.builds(
    lambda slug, publisher: OwnWork(
        slug, {"id": slug, "type": "book", "title": "t", "publisher": publisher}, "", NOW
    ),
    st.sampled_from(["x", "y", "z"]),
    SHORT,
)


def whole(document):
    """The document without links to works that it does not hold: a library has none either."""
    works = {work.link for work in document.works}

    def leads(link):
        return not link.startswith("work/") or link in works

    shelves = [
        replace(each, links=tuple(filter(leads, each.links))) for each in document.collections
    ]
    kept = [[each for each in part if leads(each.link)]
            for part in (document.bookmarks, document.tray, document.history)]  # fmt: skip
    return replace(
        document,
        collections=tuple(shelves),
        bookmarks=tuple(kept[0]),
        tray=tuple(kept[1]),
        history=tuple(kept[2]),
    )


DOCUMENTS = st.builds(
    lambda **parts: Document(exported=NOW, **{key: tuple(one) for key, one in parts.items()}),
    collections=st.lists(
        st.builds(
            lambda path, links: Shelf(path, NOW, tuple(links)),
            st.sampled_from(["A", "A/B", "C"]),
            st.lists(LINKS, max_size=3),
        ),
        max_size=3,
    ),
    bookmarks=st.lists(BOOKMARKS, max_size=4),
    saved_searches=st.lists(
        st.builds(lambda name, query: SavedSearch(name, "mine", query, 1, NOW), SHORT, SHORT),
        max_size=3,
    ),
    tray=st.lists(st.builds(lambda link: TrayEntry(link, "", link, NOW), LINKS), max_size=2),
    history=st.lists(st.builds(lambda link: Visit(link, "", link, NOW), LINKS), max_size=2),
    works=st.lists(WORKS, max_size=3, unique_by=lambda work: work.slug),
).map(whole)


@contextmanager
def library_of(document):
    with tempfile.TemporaryDirectory() as folder, Library(profile_paths(Path(folder))) as library:
        library.merge(document, "start")
        yield library


def data(library, link):
    """A work by its data, since merging may give it another link; any other link as it is."""
    works = {each.link: each.csl for each in library.works.all()}
    csl = works.get(link)
    return json.dumps({**csl, "id": ""}, sort_keys=True) if csl else link


def facts(library):
    """Each thing that a library holds, in such words that another library says it alike."""
    found = set()
    for each in library.bookmarks.select():
        link = data(library, each.link)
        found.add(("kept", link))
        if each.title != each.link:
            found.add(("called", link, each.title))
        found |= {("tag", link, tag) for tag in each.tags}
        for note in each.notes:
            called = note.text.removeprefix("Also called: ")
            fact = ("called", link, called) if called != note.text else ("note", link, called)
            found.add(fact)
        if each.pinned:
            found.add(("pinned", link))
    for shelf in library.collections.all():
        links = library.collections.links(shelf.path)
        found.add(("shelf", shelf.path))
        found |= {("filed", shelf.path, data(library, link)) for link in links}
    found |= {("search", each.kind, each.query) for each in library.searches.all()}
    found |= {("tray", data(library, each.link)) for each in library.tray.all()}
    found |= {("seen", data(library, each.link)) for each in library.history.recent()}
    return found | {("work", data(library, each.link)) for each in library.works.all()}


def everything(library):
    document = library.document(history=True)
    kept = tuple(
        replace(each, notes=tuple(replace(note, id=0) for note in each.notes))
        for each in document.bookmarks
    )
    return replace(document, exported="", bookmarks=kept)


@settings(max_examples=15, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_of_no_two_libraries_anything_is_lost(first, second):
    with library_of(first) as mine, library_of(second) as theirs:
        before, wanted = everything(mine), facts(mine) | facts(theirs)
        document = theirs.document(history=True)
        mine.merge(document, "theirs")
        assert facts(mine) == wanted
        after, step = everything(mine), mine.next_undo()
        again = mine.merge(document, "theirs")
        assert again.decided == ()
        assert everything(mine) == after
        assert mine.next_undo() == step
        if after != before:
            mine.undo()
            assert everything(mine) == before


def book(slug, **more):
    return OwnWork(slug, {"id": slug, "type": "book", "title": "t", **more}, "", NOW)


def held_of(slug, *, bookmarked, **more):
    """A library with one work, and a bookmark of it or none."""
    kept = Bookmark(f"work/{slug}", "work", "t", "2026.11", NOW, False, (), ("a",), ())
    return Document(
        exported=NOW, works=(book(slug, **more),), bookmarks=(kept,) if bookmarked else ()
    )


def renamed(report, before, document):
    """For each work that a side lost: its data, and those of the one decided for in its place.

    What a reader keeps of a work is kept of that work, whichever description of it is taken.
    """
    names = {}
    for conflict, choice in report.decided:
        if conflict.sort == "work" and choice is not Choice.BOTH:
            mine = before[conflict.key]
            sides = conflict.mine, conflict.theirs
            (theirs,) = [each.csl for each in document.works if told(mine, each.csl) == sides]
            gone, stays = (mine, theirs) if choice is Choice.THEIRS else (theirs, mine)
            texts = [json.dumps({**csl, "id": ""}, sort_keys=True) for csl in (gone, stays)]
            names[texts[0]] = texts[1]
    return names


@settings(max_examples=10, deadline=None)
@example(
    held_of("x", bookmarked=True),
    held_of("x", bookmarked=False, publisher="a"),
    Choice.THEIRS,
)
@example(
    held_of("x", bookmarked=True),
    held_of("y", bookmarked=True, publisher="a"),
    Choice.MINE,
)
@given(DOCUMENTS, DOCUMENTS, st.data())
def test_however_conflicts_are_decided_only_the_side_not_chosen_goes(first, second, drawn):
    def choose(_conflict):
        choices = st.sampled_from(Choice)
        return drawn.draw(choices) if hasattr(drawn, "draw") else drawn

    with library_of(first) as mine, library_of(second) as theirs:
        both = facts(mine) | facts(theirs)
        before = {each.link: each.csl for each in mine.works.all()}
        document = theirs.document(history=True)
        free = facts(theirs) if not mine.merge(document, "theirs", rehearse=True).decided else set()
        report = mine.merge(document, "theirs", choose)
        names = renamed(report, before, document)
        both = {tuple(names.get(part, part) for part in fact) for fact in both}
        now = facts(mine)
        assert now <= both
        assert free <= now
        lost = {fact[0] for fact in both - now}
        decided = {one.sort for one, choice in report.decided if choice is not Choice.BOTH}
        sorts = {"title": "called", "notes": "note", "collection": "filed", "search": "search"}
        assert lost <= {sorts[sort] for sort in decided if sort != "work"}
