# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Take a document into a library so that neither side loses anything.

The same link becomes one bookmark, and its tags are united. Where both sides have something that
the other lacks (notes on one record, a title, what stands in a collection, what a search asks for,
the data of a work) the reader decides; undecided, both are kept. An order stays as it is here.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from terkha_db.library import rows
from terkha_db.library.bookmarks import Bookmarks
from terkha_db.library.collection import Collections
from terkha_db.library.conflicts import Choice, Conflict, Decisions, differences
from terkha_db.library.document import Document, Shelf
from terkha_db.library.merge_parts import (
    merge_history,
    merge_searches,
    merge_tray,
    merge_works,
)
from terkha_db.library.model import Bookmark, Note, Target, TrayEntry, Visit
from terkha_db.library.tags import Tags
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.library.store import Store

Kept = TypeVar("Kept", Bookmark, TrayEntry, Visit)

_ALSO = "Also called: "
"""Begins the note that keeps a title where the bookmark has another."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came of taking a document into a library."""

    added: tuple[str, ...]
    """Titles of new bookmarks."""
    merged: tuple[str, ...]
    """Titles of bookmarks that were there and got something new."""
    unchanged: int
    """How many bookmarks were there already, with all they came with."""
    decided: tuple[tuple[Conflict, Choice], ...]
    """What differed on the two sides, and what became of it."""
    collections: int
    """How many collections are new."""
    searches: int
    """How many saved searches are new."""
    tray: int
    """How many things are new in the tray."""
    visits: int
    """How many visits are new in the history."""
    works: int
    """How many of the reader's own works are new."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What differed on the two sides."""
        return tuple(conflict for conflict, _ in self.decided)

    def sentence(self) -> str:
        """Return the report in one sentence."""
        parts = [
            f"{count(len(self.added), 'bookmark')} added",
            f"{len(self.merged)} merged",
            f"{self.unchanged} unchanged",
        ]
        for number, one, many in (
            (self.collections, "new collection", ""),
            (self.searches, "new saved search", "new saved searches"),
            (self.tray, "new thing in the tray", "new things in the tray"),
            (self.visits, "new visit", ""),
            (self.works, "new work of your own", "new works of your own"),
        ):
            if number:
                parts.append(count(number, one, many))
        for choice, words in (
            (Choice.BOTH, "both kept of"),
            (Choice.MINE, "left as they are here"),
            (Choice.THEIRS, "taken from the other library"),
        ):
            phrases = [one.phrase() for one, chosen in self.decided if chosen is choice]
            if phrases:
                parts.append(f"{words}: {'; '.join(phrases)}")
        return ", ".join(parts) + "."


def merge(
    store: Store,
    document: Document,
    source: str,
    decisions: Decisions,
    *,
    rehearse: bool = False,
) -> MergeReport:
    """Take a document into the library as one change; a rehearsal only says what would be.

    Raises:
        LibraryError: the library cannot be written; then nothing is changed.

    """
    bookmarks, shelves = Bookmarks(store), Collections(store)
    with store.change("library.import", source, keep=not rehearse) as db:
        before = {each.link: each for each in bookmarks.select()}
        paths = {shelf.path for shelf in shelves.all()}
        works, moved = merge_works(store, db, document, decisions)
        document = _relinked(document, moved)
        _merge_bookmarks(store, db, _by_link(document.bookmarks), before, decisions)
        for shelf in _by_path(document.collections):
            _merge_shelf(store, db, shelf, decisions, is_new=shelf.path not in paths)
        searches = merge_searches(store, db, document.saved_searches, decisions)
        tray = merge_tray(db, document.tray)
        visits = merge_history(db, document.history)
        after = {each.link: each for each in bookmarks.select()}
        known = [each for link, each in after.items() if link in before]
        given = {each.link for each in document.bookmarks}
        return MergeReport(
            added=tuple(each.title for link, each in after.items() if link not in before),
            merged=tuple(each.title for each in known if each != before[each.link]),
            unchanged=sum(each == before[each.link] and each.link in given for each in known),
            decided=tuple(decisions.made),
            collections=len({shelf.path for shelf in shelves.all()} - paths),
            searches=searches,
            tray=tray,
            visits=visits,
            works=works,
        )


def _relinked(document: Document, moved: Mapping[str, str]) -> Document:
    """Return a document whose links to works lead to where those works are in this library."""

    def here(link: str) -> str:
        head, mark, rest = link.partition("#")
        return moved.get(head, head) + mark + rest

    def led(kept: Kept) -> Kept:
        # What has no title of its own is called by its link.
        title = here(kept.link) if kept.title == kept.link else kept.title
        return replace(kept, link=here(kept.link), title=title)

    if not moved:
        return document
    return replace(
        document,
        bookmarks=tuple(map(led, document.bookmarks)),
        collections=tuple(
            replace(each, links=tuple(map(here, each.links))) for each in document.collections
        ),
        tray=tuple(map(led, document.tray)),
        history=tuple(map(led, document.history)),
    )


def _by_link(given: Sequence[Bookmark]) -> list[Bookmark]:
    """Return each bookmark once, with the tags and notes of all that have its link."""
    found: dict[str, Bookmark] = {}
    for each in given:
        seen = found.get(each.link)
        if seen is not None:
            each = replace(  # noqa: PLW2901  the bookmark as it is known now
                seen,
                pinned=seen.pinned or each.pinned,
                added=min(seen.added, each.added),
                tags=(*seen.tags, *each.tags),
                notes=(*seen.notes, *each.notes),
            )
        found[each.link] = each
    return list(found.values())


def _by_path(given: Sequence[Shelf]) -> list[Shelf]:
    """Return each collection once, with all that is filed in it."""
    found: dict[str, Shelf] = {}
    for each in given:
        links = found[each.path].links if each.path in found else ()
        united = tuple(dict.fromkeys((*links, *each.links)))
        found[each.path] = replace(found.get(each.path, each), links=united)
    return list(found.values())


def _merge_bookmarks(
    store: Store,
    db: sqlite3.Connection,
    given: Sequence[Bookmark],
    before: Mapping[str, Bookmark],
    decisions: Decisions,
) -> None:
    """Add or complete bookmarks."""
    tagged: dict[str, list[str]] = defaultdict(list)
    # The newest come first in a document and last in the table.
    for each in reversed(given):
        mine = before.get(each.link)
        item = rows.keep(store, db, Target(each.link, each.kind, each.title, each.edition))
        _set_added(db, item, each, is_new=mine is None)
        for tag in each.tags:
            tagged[tag].append(each.link)
        title = _merge_title(db, item, mine, each, decisions) if mine else ""
        _merge_notes(db, item, mine, each, title, decisions)
    for tag, links in tagged.items():
        Tags(store).add(links, [tag])
    Bookmarks(store).pin(
        each.link
        for each in given
        if each.pinned and not (each.link in before and before[each.link].pinned)
    )


def _set_added(db: sqlite3.Connection, item: int, given: Bookmark, *, is_new: bool) -> None:
    """Keep the time at which a bookmark was first made, on whichever side."""
    earlier = "1" if is_new else "added > :added"
    db.execute(
        f"UPDATE item SET added = :added WHERE id = :item AND {earlier}",
        {"added": given.added, "item": item},
    )


def _merge_title(
    db: sqlite3.Connection, item: int, mine: Bookmark, theirs: Bookmark, decisions: Decisions
) -> str:
    """Settle how a bookmark is called; return a title that is to be kept in a note, or nothing."""
    if theirs.title in (mine.title, theirs.link):
        return ""
    known = any(note.text == _ALSO + theirs.title for note in mine.notes)
    if mine.title == mine.link:
        choice = Choice.THEIRS
    elif known:
        return ""
    else:
        choice = decisions.on(Conflict("title", mine.link, mine.title, mine.title, theirs.title))
    if choice is Choice.THEIRS:
        db.execute("UPDATE item SET title = ? WHERE id = ?", (theirs.title, item))
    return theirs.title if choice is Choice.BOTH else ""


def _merge_notes(
    db: sqlite3.Connection,
    item: int,
    mine: Bookmark | None,
    theirs: Bookmark,
    title: str,
    decisions: Decisions,
) -> None:
    """Settle what is written about a bookmark; ``title`` is written down in any case."""
    ours = mine.notes if mine else ()
    known = {note.text for note in ours}
    # That it is also called as it is called here would be no news.
    known.add(_ALSO + (mine.title if mine else theirs.title))
    fresh = list({note.text: note for note in theirs.notes if note.text not in known}.values())
    texts = [note.text for note in theirs.notes]
    choice = Choice.BOTH
    if mine and (sides := differences(_own(ours), _own(theirs.notes))):
        here, there = map("\n\n".join, sides)
        choice = decisions.on(Conflict("notes", mine.link, mine.title, here, there))
    if choice is Choice.MINE:
        fresh = []
    if choice is Choice.THEIRS:
        gone = [(note.id,) for note in ours if note.text not in texts and _is_own(note)]
        db.executemany("DELETE FROM note WHERE id = ?", gone)
    if title and _ALSO + title not in known:
        fresh.append(Note(0, _ALSO + title, theirs.added, theirs.added))
    db.executemany(
        "INSERT INTO note (item_id, text, created, modified) VALUES (?, ?, ?, ?)",
        [(item, note.text, note.created, note.modified) for note in fresh],
    )


def _own(notes: Sequence[Note]) -> list[str]:
    """Return the texts of notes that a reader wrote, not a merge."""
    return [note.text for note in notes if _is_own(note)]


def _is_own(note: Note) -> bool:
    return not note.text.startswith(_ALSO)


def _merge_shelf(
    store: Store, db: sqlite3.Connection, shelf: Shelf, decisions: Decisions, *, is_new: bool
) -> None:
    shelves = Collections(store)
    shelves.create(shelf.path)
    if is_new:
        row = rows.collection_id(store, shelf.path)
        db.execute("UPDATE collection SET created = ? WHERE id = ?", (shelf.created, row))
    for link in shelf.links:
        rows.keep(store, db, rows.clean_target(Target(link)))
    mine = shelves.links(shelf.path)
    choice = Choice.BOTH
    if sides := differences(mine, shelf.links):
        here, there = ("\n".join(rows.title_of(store, [link]) for link in side) for side in sides)
        choice = decisions.on(Conflict("collection", shelf.path, shelf.path, here, there))
    if choice is Choice.THEIRS:
        shelves.take_out([link for link in mine if link not in shelf.links], shelf.path)
        shelves.file(shelf.links, shelf.path, index=0)
    elif choice is Choice.BOTH:
        shelves.file(shelf.links, shelf.path)
