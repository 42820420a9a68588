# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Bookmarks: keeping, finding, naming, pinning and letting go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from terkha_db.library import rows
from terkha_db.library.collection import Collections
from terkha_db.library.notes import Notes
from terkha_db.library.ordering import Order
from terkha_db.library.selection import Selection
from terkha_db.library.tags import Tags, drop_unused
from terkha_db.library.words import BadWordError, clean_link, clean_title, shown

if TYPE_CHECKING:
    from terkha_db.library.model import Bookmark, Target
    from terkha_db.library.store import Store

PINNED = Order("item", "pinned IS NOT NULL", "pinned")


class Bookmarks:
    """The things the reader keeps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self) -> int:
        """Return how many bookmarks there are."""
        return int(str(self._store.value("SELECT count(*) FROM item")))

    def add(
        self,
        targets: Iterable[Target],
        *,
        collections: Iterable[str] = (),
        tags: Iterable[str] = (),
        note: str = "",
    ) -> tuple[Bookmark, ...]:
        """Keep things, file, tag and annotate them, as one change; return them as they are now.

        What is kept already stays as it is and gets what is new. Missing collections are created.

        Raises:
            BadWordError: a link, collection or tag cannot be kept.
            LibraryError: the library cannot be written.

        """
        wanted = rows.clean_targets(targets)
        links = [target.link for target in wanted]
        if not wanted:
            return ()
        with self._store.change("bookmark.add", wanted[0].title, len(wanted)) as db:
            for target in wanted:
                rows.keep(self._store, db, target)
                if note.strip():
                    Notes(self._store).add(target, note)
            for path in collections:
                Collections(self._store).create(path)
                Collections(self._store).file(links, path)
            Tags(self._store).add(links, tags)
        return tuple(found for link in links if (found := self.get(link)))

    def get(self, link: str) -> Bookmark | None:
        """Return the bookmark of a link, or None if it is not kept."""
        items = self._store.rows("SELECT * FROM item WHERE link = ?", clean_link(link))
        return next(iter(rows.load_bookmarks(self._store, items)), None)

    def links(self) -> frozenset[str]:
        """Return the links of all bookmarks, to mark them wherever they appear."""
        return frozenset(row[0] for row in self._store.rows("SELECT link FROM item"))

    def select(self, selection: Selection | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of a selection, or all: pinned ones first, then the newest.

        Raises:
            NotFoundError: there is no such collection.

        """
        query, values = (selection or Selection()).query(self._store)
        return rows.load_bookmarks(self._store, self._store.rows(query, *values))

    def remove(self, links: Iterable[str]) -> int:
        """Let bookmarks go, with their notes; return how many there were.

        Raises:
            NotFoundError: one of the links is not kept; then none is removed.

        """
        wanted = rows.clean_links(links)
        title = rows.title_of(self._store, wanted)
        with self._store.change("bookmark.remove", title, len(wanted)) as db:
            for row_id in rows.item_ids(db, wanted):
                db.execute("DELETE FROM item WHERE id = ?", (row_id,))
            drop_unused(db)
        return len(wanted)

    def rename(self, link: str, title: str) -> None:
        """Give a bookmark another title.

        Raises:
            BadWordError: the title is empty.
            NotFoundError: the link is not kept.

        """
        wanted = clean_title(title)
        if not wanted:
            raise BadWordError(f"{shown(title)} cannot be the title of a bookmark: it is empty.")
        with self._store.change("bookmark.rename", wanted) as db:
            (row_id,) = rows.item_ids(db, [clean_link(link)])
            db.execute("UPDATE item SET title = ? WHERE id = ?", (wanted, row_id))

    def pin(self, links: Iterable[str], index: int | None = None) -> None:
        """Pin bookmarks to the top, at the end of the pinned ones or before one of the others.

        Raises:
            NotFoundError: one of the links is not kept.

        """
        wanted = rows.clean_links(links)
        title = rows.title_of(self._store, wanted)
        with self._store.change("bookmark.pin", title, len(wanted)) as db:
            ids = rows.item_ids(db, wanted)
            PINNED.place(db, (), ids, self.count() if index is None else index)

    def unpin(self, links: Iterable[str]) -> None:
        """Take bookmarks down from the top.

        Raises:
            NotFoundError: one of the links is not kept.

        """
        wanted = rows.clean_links(links)
        title = rows.title_of(self._store, wanted)
        with self._store.change("bookmark.unpin", title, len(wanted)) as db:
            for row_id in rows.item_ids(db, wanted):
                db.execute("UPDATE item SET pinned = NULL WHERE id = ?", (row_id,))
