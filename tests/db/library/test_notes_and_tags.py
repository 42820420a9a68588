# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Notes and tags."""

from __future__ import annotations

import pytest

from terkha_db.errors import NotFoundError
from terkha_db.library.model import Tag, Target
from terkha_db.library.words import BadWordError


def notes(library, link):
    kept = library.bookmarks.get(link)
    return [note.text for note in kept.notes] if kept else None


def test_a_note_on_a_figure_keeps_the_figure(library):
    figure = Target("mine/julong#resource-copper-2021", "statement", "Copper resource 10.72 Mt")
    library.notes.add(figure, "Use the strip, not one number.")
    library.notes.add(figure, "And cite all.")
    assert notes(library, figure.link) == ["Use the strip, not one number.", "And cite all."]


def test_editing_a_note_remembers_when(library, clock, julong):
    note = library.notes.add(julong, "first")
    clock.pass_time(hours=1)
    library.notes.edit(note.id, "second\n")
    (kept,) = library.bookmarks.select()
    assert (kept.notes[0].text, kept.notes[0].created, kept.notes[0].modified) == (
        "second",
        "2026-11-12T14:05:00Z",
        "2026-11-12T15:05:00Z",
    )
    clock.pass_time(hours=1)
    library.notes.edit(note.id, "second")
    assert library.bookmarks.select() == (kept,)


def test_an_emptied_note_goes_and_its_bookmark_stays(library, julong):
    note = library.notes.add(julong, "first")
    library.notes.edit(note.id, " \n ")
    assert notes(library, "mine/julong") == []
    with pytest.raises(NotFoundError, match=f"no note {note.id}"):
        library.notes.remove(note.id)


def test_an_empty_note_is_refused(library, julong):
    with pytest.raises(BadWordError, match="is empty"):
        library.notes.add(julong, " \n\t")
    assert notes(library, "mine/julong") is None


def test_tags_come_by_name_and_go_when_unused(library, julong, zabuye):
    library.bookmarks.add([julong, zabuye])
    library.tags.add(["mine/julong", "mine/zabuye"], ["to check", "Éclat", "eclair"])
    library.tags.remove(["mine/julong"], ["to check"])
    assert library.tags.all() == (Tag("eclair", 2), Tag("Éclat", 2), Tag("to check", 1))
    library.tags.delete("Éclat")
    library.bookmarks.remove(["mine/zabuye"])
    assert library.tags.all() == (Tag("eclair", 1),)


def test_renaming_a_tag_to_another_unites_them(library, julong, zabuye):
    library.bookmarks.add([julong], tags=["a", "b"])
    library.bookmarks.add([zabuye], tags=["a"])
    library.tags.rename("a", "b")
    assert library.tags.all() == (Tag("b", 2),)
    library.tags.rename("b", "c")
    assert library.tags.all() == (Tag("c", 2),)
    with pytest.raises(NotFoundError, match="no tag “b”"):
        library.tags.rename("b", "d")
    with pytest.raises(BadWordError, match="name of a tag"):
        library.tags.rename("c", "")
