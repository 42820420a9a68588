# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Take a document into a library so that neither side loses anything.

The same link becomes one bookmark: collections and tags are united, and notes that differ are both
kept. Saved searches that differ under one name are both kept. What the library calls things stays.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from terkha_db.library import rows
from terkha_db.library.bookmarks import Bookmarks
from terkha_db.library.collection import Collections
from terkha_db.library.model import Bookmark, OwnWork, SavedSearch, Target, TrayEntry, Visit
from terkha_db.library.same import is_same
from terkha_db.library.searches import ORDER, Searches
from terkha_db.library.tags import Tags
from terkha_db.library.words import LONGEST_NAME
from terkha_db.library.works import Works, free_slug, insert
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.library.document import Document, Shelf
    from terkha_db.library.store import Store


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came of taking a document into a library."""

    added: tuple[str, ...]
    """Titles of new bookmarks."""
    merged: tuple[str, ...]
    """Titles of bookmarks that were there and got something new."""
    unchanged: int
    """How many bookmarks were there already, with all they came with."""
    kept_twice: tuple[str, ...]
    """What differed and is therefore there twice now, one phrase each."""
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
        if self.kept_twice:
            parts.append(f"kept twice: {'; '.join(self.kept_twice)}")
        return ", ".join(parts) + "."


def merge(store: Store, document: Document, source: str, *, rehearse: bool = False) -> MergeReport:
    """Take a document into the library as one change; a rehearsal only says what would be.

    Raises:
        LibraryError: the library cannot be written; then nothing is changed.

    """
    bookmarks, shelves = Bookmarks(store), Collections(store)
    with store.change("library.import", source, keep=not rehearse) as db:
        before = {each.link: each for each in bookmarks.select()}
        paths = {shelf.path for shelf in shelves.all()}
        differing = _merge_bookmarks(store, db, document.bookmarks, before)
        for shelf in document.collections:
            _merge_shelf(store, db, shelf, is_new=shelf.path not in paths)
        searches, twins = _merge_searches(store, db, document.saved_searches)
        tray = _merge_tray(db, document.tray)
        visits = _merge_history(db, document.history)
        works = _merge_works(store, db, document.works)
        after = {each.link: each for each in bookmarks.select()}
        known = [each for link, each in after.items() if link in before]
        given = {each.link for each in document.bookmarks}
        return MergeReport(
            added=tuple(each.title for link, each in after.items() if link not in before),
            merged=tuple(each.title for each in known if each != before[each.link]),
            unchanged=sum(each == before[each.link] and each.link in given for each in known),
            kept_twice=(*differing, *twins),
            collections=len({shelf.path for shelf in shelves.all()} - paths),
            searches=searches,
            tray=tray,
            visits=visits,
            works=works,
        )


def _merge_bookmarks(
    store: Store,
    db: sqlite3.Connection,
    given: Sequence[Bookmark],
    before: Mapping[str, Bookmark],
) -> list[str]:
    """Add or complete bookmarks; return a phrase for each whose notes differ on the two sides."""
    tagged: dict[str, list[str]] = defaultdict(list)
    written = {link: {note.text for note in each.notes} for link, each in before.items()}
    differing = []
    # The newest come first in a document and last in the table.
    for each in reversed(given):
        item = rows.keep(store, db, Target(each.link, each.kind, each.title, each.edition))
        _set_added(db, item, each, is_new=each.link not in before)
        for tag in each.tags:
            tagged[tag].append(each.link)
        texts = written.setdefault(each.link, set())
        fresh = [note for note in each.notes if note.text not in texts]
        if fresh and each.link in before and before[each.link].notes:
            differing.append(f"notes on {before[each.link].title}")
        texts.update(note.text for note in fresh)
        db.executemany(
            "INSERT INTO note (item_id, text, created, modified) VALUES (?, ?, ?, ?)",
            [(item, note.text, note.created, note.modified) for note in fresh],
        )
    for tag, links in tagged.items():
        Tags(store).add(links, [tag])
    Bookmarks(store).pin(
        each.link
        for each in given
        if each.pinned and not (each.link in before and before[each.link].pinned)
    )
    return differing


def _set_added(db: sqlite3.Connection, item: int, given: Bookmark, *, is_new: bool) -> None:
    """Keep the time at which a bookmark was first made, on whichever side."""
    earlier = "1" if is_new else "added > :added"
    db.execute(
        f"UPDATE item SET added = :added WHERE id = :item AND {earlier}",
        {"added": given.added, "item": item},
    )


def _merge_shelf(store: Store, db: sqlite3.Connection, shelf: Shelf, *, is_new: bool) -> None:
    Collections(store).create(shelf.path)
    if is_new:
        row = rows.collection_id(store, shelf.path)
        db.execute("UPDATE collection SET created = ? WHERE id = ?", (shelf.created, row))
    for link in shelf.links:
        rows.keep(store, db, rows.clean_target(Target(link)))
    Collections(store).file(shelf.links, shelf.path)


def _merge_searches(
    store: Store, db: sqlite3.Connection, given: Iterable[SavedSearch]
) -> tuple[int, list[str]]:
    """Add saved searches, under another name where ours asks for something else."""
    known = {each.name: _asks(each) for each in Searches(store).all()}
    twins: list[str] = []
    added = 0
    for each in given:
        name = _free_name(each, known)
        if name in known:
            continue
        if name != each.name:
            twins.append(f"the search {each.name}")
        db.execute(
            """INSERT INTO saved_search (name, kind, query, grammar, created, position)
            VALUES (?, ?, ?, ?, ?, ?)""",
            (name, *_asks(each), each.created, ORDER.end(db)),
        )
        known[name] = _asks(each)
        added += 1
    return added, twins


def _asks(search: SavedSearch) -> tuple[str, str, int]:
    return search.kind, search.query, search.grammar


def _free_name(search: SavedSearch, known: Mapping[str, tuple[str, str, int]]) -> str:
    """Return the name under which a search is known already, or else one that is free."""
    name, number = search.name, 1
    while name in known and known[name] != _asks(search):
        number += 1
        suffix = f" ({number})"
        name = search.name[: LONGEST_NAME - len(suffix)] + suffix
    return name


def _merge_tray(db: sqlite3.Connection, given: Iterable[TrayEntry]) -> int:
    return sum(
        db.execute(
            """INSERT INTO tray (link, kind, title, added) VALUES (?, ?, ?, ?)
            ON CONFLICT (link) DO NOTHING""",
            (each.link, each.kind, each.title, each.added),
        ).rowcount
        for each in given
    )


def _merge_history(db: sqlite3.Connection, given: Sequence[Visit]) -> int:
    return sum(
        db.execute(
            """INSERT INTO history (link, kind, title, visited)
            SELECT :link, :kind, :title, :visited
            WHERE NOT EXISTS (SELECT 1 FROM history WHERE link = :link AND visited = :visited)""",
            {"link": each.link, "kind": each.kind, "title": each.title, "visited": each.visited},
        ).rowcount
        for each in reversed(given)
    )


def _merge_works(store: Store, db: sqlite3.Connection, given: Sequence[OwnWork]) -> int:
    """Add works that are not there; one that differs under the same id gets another id."""
    known = list(Works(store).all())
    new: list[OwnWork] = []
    for each in reversed(given):
        if any(is_same(other.csl, each.csl) for other in known):
            continue
        slug = free_slug(each.slug, {other.slug for other in known})
        work = replace(each, slug=slug, csl={**each.csl, "id": slug})
        new.append(work)
        known.append(work)
    insert(db, new)
    return len(new)
