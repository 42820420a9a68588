# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tags: words on bookmarks; a tag exists as long as a bookmark carries it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from terkha_db.errors import NotFoundError
from terkha_db.library import rows
from terkha_db.library.model import Tag
from terkha_db.library.words import clean_name, shown

if TYPE_CHECKING:
    from terkha_db.library.store import Store


class Tags:
    """The words on the reader's bookmarks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Tag, ...]:
        """Return the tags by name."""
        query = """SELECT name, count(*) AS bookmarks FROM tag JOIN item_tag ON tag_id = tag.id
            GROUP BY name ORDER BY fold(name), name"""
        return tuple(Tag(**dict(row)) for row in self._store.rows(query))

    def add(self, links: Iterable[str], names: Iterable[str]) -> None:
        """Put tags on bookmarks.

        Raises:
            BadWordError: a name cannot be a tag.
            NotFoundError: a link is not kept.

        """
        wanted, words = rows.clean_links(links), _clean(names)
        title = rows.title_of(self._store, wanted)
        with self._store.change("tag.add", title, len(wanted)) as db:
            items = rows.item_ids(db, wanted)
            for name in words if items else ():
                db.execute("INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
                db.executemany(
                    """INSERT INTO item_tag (item_id, tag_id)
                    SELECT ?, id FROM tag WHERE name = ? ON CONFLICT DO NOTHING""",
                    [(item, name) for item in items],
                )

    def remove(self, links: Iterable[str], names: Iterable[str]) -> None:
        """Take tags off bookmarks.

        Raises:
            NotFoundError: a link is not kept.

        """
        wanted, words = rows.clean_links(links), _clean(names)
        title = rows.title_of(self._store, wanted)
        with self._store.change("tag.remove", title, len(wanted)) as db:
            db.executemany(
                """DELETE FROM item_tag WHERE item_id = ?
                AND tag_id = (SELECT id FROM tag WHERE name = ?)""",
                [(item, name) for item in rows.item_ids(db, wanted) for name in words],
            )
            drop_unused(db)

    def rename(self, old: str, new: str) -> None:
        """Rename a tag; if the new name is a tag already, the two become one.

        Raises:
            BadWordError: the name cannot be a tag.
            NotFoundError: there is no such tag.

        """
        name = clean_name(new, "tag")
        with self._store.change("tag.rename", name) as db:
            tag = self._id(old)
            twin = db.execute("SELECT id FROM tag WHERE name = ?", (name,)).fetchone()
            if twin is None:
                db.execute("UPDATE tag SET name = ? WHERE id = ?", (name, tag))
            elif twin[0] != tag:
                db.execute(
                    "UPDATE OR IGNORE item_tag SET tag_id = ? WHERE tag_id = ?", (twin[0], tag)
                )
                db.execute("DELETE FROM tag WHERE id = ?", (tag,))

    def delete(self, name: str) -> None:
        """Take a tag off everything.

        Raises:
            NotFoundError: there is no such tag.

        """
        with self._store.change("tag.delete", clean_name(name, "tag")) as db:
            db.execute("DELETE FROM tag WHERE id = ?", (self._id(name),))

    def _id(self, name: str) -> object:
        found = self._store.value("SELECT id FROM tag WHERE name = ?", clean_name(name, "tag"))
        if found is None:
            raise NotFoundError(f"There is no tag {shown(name)} in the library.")
        return found


def drop_unused(db: sqlite3.Connection) -> None:
    """Let go of tags that no bookmark carries any more."""
    db.execute("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM item_tag)")


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean_name(name, "tag") for name in names))
