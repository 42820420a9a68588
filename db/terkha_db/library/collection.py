# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Collections: nested, ordered shelves of bookmarks, named by their path."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from terkha_db.library import rows
from terkha_db.library.model import Collection
from terkha_db.library.ordering import Order
from terkha_db.library.words import BadWordError, clean_name, clean_path, shown

if TYPE_CHECKING:
    from terkha_db.library.store import Store

SIBLINGS = Order("collection", "parent_id IS ?")
FILED = Order("item_collection", "collection_id = ?")
LAST = 1 << 40
ALL = f"""{rows.TREE},
    within (id, top) AS (
        SELECT id, id FROM collection
        UNION ALL
        SELECT collection.id, top FROM collection JOIN within ON parent_id = within.id)
    SELECT path, created,
        (SELECT count(*) FROM item_collection WHERE collection_id = tree.id) AS bookmarks,
        (SELECT count(DISTINCT item_id) FROM item_collection JOIN within
            ON within.id = collection_id WHERE top = tree.id) AS total
    FROM tree JOIN collection USING (id) ORDER BY sort"""


class Collections:
    """The shelves of the library; every name of one is a path such as ``Copper/Julong``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Collection, ...]:
        """Return the collections as a tree is read: each before those inside it."""
        return tuple(Collection(**dict(row)) for row in self._store.rows(ALL))

    def links(self, path: str) -> tuple[str, ...]:
        """Return the links of the bookmarks in a collection, as arranged.

        Raises:
            NotFoundError: there is no such collection.

        """
        query = """SELECT link FROM item JOIN item_collection ON item_id = item.id
            WHERE collection_id = ? ORDER BY position, item_collection.id"""
        shelf = rows.collection_id(self._store, path)
        return tuple(row[0] for row in self._store.rows(query, shelf))

    def create(self, path: str) -> str:
        """Create a collection, and those around it, unless they exist; return its clean path.

        Raises:
            BadWordError: one of the names cannot be used.

        """
        names = clean_path(path)
        with self._store.change("collection.create", names[-1]) as db:
            parent: int | None = None
            for name in names:
                parent = self._child(db, parent, name) or self._insert(db, parent, name)
        return "/".join(names)

    def rename(self, path: str, name: str) -> str:
        """Give a collection another name, and return its new path.

        Raises:
            BadWordError: the name cannot be used, or is taken beside it.
            NotFoundError: there is no such collection.

        """
        new = clean_name(name, "collection")
        if "/" in new:
            raise BadWordError(f"{shown(name)} cannot name a collection: leave out the slash.")
        with self._store.change("collection.rename", new) as db:
            shelf = rows.collection_id(self._store, path)
            self._refuse_twin(db, shelf, self._parent(db, shelf), new)
            db.execute("UPDATE collection SET name = ? WHERE id = ?", (new, shelf))
        return "/".join((*clean_path(path)[:-1], new))

    def move(self, path: str, into: str = "", index: int | None = None) -> str:
        """Move a collection into another, or to the top, and return its new path.

        Args:
            path: the collection that moves.
            into: the path of the collection it goes into; empty for the top.
            index: before which of the others there; None for the end.

        Raises:
            BadWordError: it would be inside itself, or its name is taken there.
            NotFoundError: there is no such collection.

        """
        names, around = clean_path(path), clean_path(into) if into else ()
        if around[: len(names)] == names:
            raise BadWordError(f"The collection {shown(path)} cannot be moved into itself.")
        with self._store.change("collection.move", names[-1]) as db:
            shelf = rows.collection_id(self._store, path)
            parent = rows.collection_id(self._store, into) if into else None
            self._refuse_twin(db, shelf, parent, names[-1])
            db.execute("UPDATE collection SET parent_id = ? WHERE id = ?", (parent, shelf))
            SIBLINGS.place(db, (parent,), [shelf], LAST if index is None else index)
        return "/".join((*around, names[-1]))

    def remove(self, path: str) -> None:
        """Remove a collection and those inside it; the bookmarks stay in the library.

        Raises:
            NotFoundError: there is no such collection.

        """
        with self._store.change("collection.remove", clean_path(path)[-1]) as db:
            shelf = rows.collection_id(self._store, path)
            db.execute("DELETE FROM collection WHERE id = ?", (shelf,))

    def file(self, links: Iterable[str], path: str, index: int | None = None) -> None:
        """File bookmarks in a collection, at the end or before one of the others there.

        Those that are in it already move only if an index is given.

        Raises:
            NotFoundError: there is no such collection, or a link is not kept.

        """
        wanted = rows.clean_links(links)
        title = rows.title_of(self._store, wanted)
        with self._store.change("collection.file", title, len(wanted)) as db:
            shelf = rows.collection_id(self._store, path)
            for item in rows.item_ids(db, wanted):
                db.execute(
                    """INSERT INTO item_collection (item_id, collection_id, position)
                    VALUES (?, ?, ?) ON CONFLICT DO NOTHING""",
                    (item, shelf, FILED.end(db, (shelf,))),
                )
            if index is not None:
                FILED.place(db, (shelf,), self._filed(db, shelf, wanted), index)

    def take_out(self, links: Iterable[str], path: str) -> None:
        """Take bookmarks out of a collection; they stay in the library.

        Raises:
            NotFoundError: there is no such collection, or a link is not kept.

        """
        wanted = rows.clean_links(links)
        title = rows.title_of(self._store, wanted)
        with self._store.change("collection.take-out", title, len(wanted)) as db:
            shelf = rows.collection_id(self._store, path)
            rows.item_ids(db, wanted)
            for row_id in self._filed(db, shelf, wanted):
                db.execute("DELETE FROM item_collection WHERE id = ?", (row_id,))

    def _child(self, db: sqlite3.Connection, parent: int | None, name: str) -> int | None:
        row = db.execute(
            "SELECT id FROM collection WHERE parent_id IS ? AND name = ?", (parent, name)
        ).fetchone()
        return row and int(row[0])

    def _insert(self, db: sqlite3.Connection, parent: int | None, name: str) -> int | None:
        return db.execute(
            "INSERT INTO collection (parent_id, name, position, created) VALUES (?, ?, ?, ?)",
            (parent, name, SIBLINGS.end(db, (parent,)), self._store.now()),
        ).lastrowid

    def _parent(self, db: sqlite3.Connection, shelf: int) -> int | None:
        row = db.execute("SELECT parent_id FROM collection WHERE id = ?", (shelf,)).fetchone()
        parent: int | None = row[0]
        return parent

    def _refuse_twin(
        self, db: sqlite3.Connection, shelf: int, parent: int | None, name: str
    ) -> None:
        if self._child(db, parent, name) not in {None, shelf}:
            raise BadWordError(
                f"There is a collection {shown(name)} in that place already: choose another name."
            )

    def _filed(self, db: sqlite3.Connection, shelf: int, links: Iterable[str]) -> list[int]:
        """Return the rows that file bookmarks in a collection, in the order of the links."""
        query = """SELECT item_collection.id FROM item_collection JOIN item ON item.id = item_id
            WHERE collection_id = ? AND link = ?"""
        found = (db.execute(query, (shelf, link)).fetchone() for link in links)
        return [row[0] for row in found if row]
