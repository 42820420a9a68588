# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library as an open document: what it holds, apart from how the database stores it.

The JSON form is described by ``exchange.schema.json`` beside this module. Keys come in a fixed
order, so that two exports of the same library are the same text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.library.bookmarks import Bookmarks
from terkha_db.library.collection import Collections
from terkha_db.library.history import LONGEST, History
from terkha_db.library.searches import Searches
from terkha_db.library.tray import Tray
from terkha_db.library.works import Works

if TYPE_CHECKING:
    from terkha_db.library.model import Bookmark, OwnWork, SavedSearch, TrayEntry, Visit
    from terkha_db.library.store import Store

FORMAT = "terkha-library"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection with the links of its bookmarks, as arranged."""

    path: str
    created: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader keeps, for another installation or another program."""

    exported: str
    """When it was made."""
    collections: tuple[Shelf, ...] = ()
    """Each collection after the one it is in."""
    bookmarks: tuple[Bookmark, ...] = ()
    """Pinned ones first, then the newest; their collections are in ``collections``."""
    saved_searches: tuple[SavedSearch, ...] = ()
    tray: tuple[TrayEntry, ...] = ()
    history: tuple[Visit, ...] = ()
    """Newest first."""
    works: tuple[OwnWork, ...] = ()
    """The reader's own, newest first."""


def take(store: Store, *, history: bool = False) -> Document:
    """Return what a library holds, at one moment; with the history only if asked for."""
    shelves = Collections(store)
    with store.reading():
        return Document(
            exported=store.now(),
            collections=tuple(
                Shelf(each.path, each.created, shelves.links(each.path)) for each in shelves.all()
            ),
            bookmarks=Bookmarks(store).select(),
            saved_searches=Searches(store).all(),
            tray=Tray(store).all(),
            history=History(store).recent(LONGEST) if history else (),
            works=Works(store).all(),
        )


def narrowed(document: Document, collection: str) -> Document:
    """Return what a document holds in a collection and those inside: nothing else of the reader."""
    inside = tuple(
        shelf for shelf in document.collections if f"{shelf.path}/".startswith(f"{collection}/")
    )
    links = {link for shelf in inside for link in shelf.links}
    return Document(
        exported=document.exported,
        collections=inside,
        bookmarks=tuple(each for each in document.bookmarks if each.link in links),
        works=tuple(each for each in document.works if each.link in links),
    )


def to_json(document: Document) -> str:
    """Return a document as JSON text with two spaces of indent and a final line end."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "exported": document.exported,
        "collections": [
            {"path": shelf.path, "created": shelf.created, "links": list(shelf.links)}
            for shelf in document.collections
        ],
        "bookmarks": [_bookmark(each) for each in document.bookmarks],
        "saved_searches": [
            {
                "name": each.name,
                "kind": each.kind,
                "query": each.query,
                "grammar": each.grammar,
                "created": each.created,
            }
            for each in document.saved_searches
        ],
        "tray": [
            {"link": each.link, "kind": each.kind, "title": each.title, "added": each.added}
            for each in document.tray
        ],
        "history": [
            {"link": each.link, "kind": each.kind, "title": each.title, "visited": each.visited}
            for each in document.history
        ],
        "works": [
            {"csl": dict(each.csl), "origin": each.origin, "added": each.added}
            for each in document.works
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _bookmark(bookmark: Bookmark) -> dict[str, object]:
    return {
        "link": bookmark.link,
        "kind": bookmark.kind,
        "title": bookmark.title,
        "edition": bookmark.edition,
        "added": bookmark.added,
        "pinned": bookmark.pinned,
        "tags": list(bookmark.tags),
        "notes": [
            {"text": note.text, "created": note.created, "modified": note.modified}
            for note in bookmark.notes
        ],
    }
