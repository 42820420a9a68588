# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The queries several parts of the library share: bookmarks with all their parts, paths, ids."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from terkha_db.errors import NotFoundError
from terkha_db.library.model import Bookmark, Note, Target
from terkha_db.library.words import clean_link, clean_path, clean_title, kind_of, shown

if TYPE_CHECKING:
    from terkha_db.library.store import Store

TREE = """
    WITH RECURSIVE tree (id, path, sort) AS (
        SELECT id, name, printf('%020d', position) FROM collection WHERE parent_id IS NULL
        UNION ALL
        SELECT inner_one.id, tree.path || '/' || name, sort || printf('/%020d', position)
        FROM collection AS inner_one JOIN tree ON parent_id = tree.id)
"""
"""Every collection with its path, and a text that sorts them as the reader arranged them."""


def clean_target(target: Target) -> Target:
    """Return a target with a clean link, and a kind and title where they were not given.

    Raises:
        BadWordError: the link does not lead into Terkha.

    """
    link = clean_link(target.link)
    return Target(
        link=link,
        kind=clean_title(target.kind) or kind_of(link),
        title=clean_title(target.title) or link,
        edition=clean_title(target.edition),
    )


def clean_targets(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return clean targets in the order given, each link once."""
    return tuple({each.link: each for each in map(clean_target, targets)}.values())


def clean_links(links: Iterable[str]) -> tuple[str, ...]:
    """Return clean links in the order given, each once."""
    return tuple(dict.fromkeys(map(clean_link, links)))


def keep(store: Store, db: sqlite3.Connection, target: Target) -> int:
    """Keep a clean target if it is not kept yet, and return its row id."""
    db.execute(
        """INSERT INTO item (link, kind, title, edition, added) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (link) DO NOTHING""",
        (target.link, target.kind, target.title, target.edition, store.now()),
    )
    return item_ids(db, [target.link])[0]


def item_ids(db: sqlite3.Connection, links: Iterable[str]) -> list[int]:
    """Return the row ids of bookmarks.

    Raises:
        NotFoundError: one of the links is not kept in the library.

    """
    ids = []
    for link in links:
        row = db.execute("SELECT id FROM item WHERE link = ?", (link,)).fetchone()
        if row is None:
            raise NotFoundError(f"{link} is not bookmarked; what is, shows: terkha bookmark list")
        ids.append(row[0])
    return ids


def title_of(store: Store, links: Sequence[str]) -> str:
    """Return the title of the first of several links, for the name of a change."""
    found = store.value("SELECT title FROM item WHERE link = ?", links[0]) if links else ""
    return str(found or (links[0] if links else ""))


def collection_id(store: Store, path: str) -> int:
    """Return the row id of a collection.

    Raises:
        NotFoundError: there is no such collection.

    """
    found = store.value(f"{TREE} SELECT id FROM tree WHERE path = ?", "/".join(clean_path(path)))
    if not isinstance(found, int):
        raise NotFoundError(f"There is no collection {shown(path)} in the library.")
    return found


def load_bookmarks(store: Store, items: Sequence[sqlite3.Row]) -> tuple[Bookmark, ...]:
    """Return the bookmarks of rows of ``item``, in their order, with all their parts."""
    ids = json.dumps([row["id"] for row in items])
    collections = _grouped(
        store,
        f"""{TREE} SELECT item_id, path FROM item_collection JOIN tree ON tree.id = collection_id
        WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY sort""",
        ids,
    )
    tags = _grouped(
        store,
        """SELECT item_id, name FROM item_tag JOIN tag ON tag.id = tag_id
        WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY name""",
        ids,
    )
    notes: dict[int, list[Note]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM note WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY id", ids
    ):
        notes[row["item_id"]].append(Note(row["id"], row["text"], row["created"], row["modified"]))
    return tuple(
        Bookmark(
            link=row["link"],
            kind=row["kind"],
            title=row["title"],
            edition=row["edition"],
            added=row["added"],
            pinned=row["pinned"] is not None,
            collections=tuple(collections[row["id"]]),
            tags=tuple(tags[row["id"]]),
            notes=tuple(notes[row["id"]]),
        )
        for row in items
    )


def _grouped(store: Store, query: str, *values: object) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for key, value in store.rows(query, *values):
        groups[key].append(value)
    return groups
