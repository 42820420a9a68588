# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Saved searches: named queries, asked again of whatever edition is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha_db.errors import NotFoundError
from terkha_db.library.model import SavedSearch
from terkha_db.library.ordering import Order
from terkha_db.library.words import BadWordError, clean_name, clean_title, shown

if TYPE_CHECKING:
    from terkha_db.library.store import Store

ORDER = Order("saved_search", "1")
COLUMNS = "name, kind, query, grammar, created"


class Searches:
    """The queries the reader named."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches as the reader arranged them."""
        query = f"SELECT {COLUMNS} FROM saved_search ORDER BY position, id"
        return tuple(SavedSearch(**dict(row)) for row in self._store.rows(query))

    def save(self, name: str, query: str, *, kind: str = "", grammar: int = 1) -> SavedSearch:
        """Save a query under a name, in the place of one that has it, and return what was saved.

        Args:
            name: how the reader calls it.
            query: the text of the query.
            kind: the page it belongs to, empty for the search box.
            grammar: the version of the query language it is written in.

        Raises:
            BadWordError: the name cannot be used, or the query is empty.

        """
        title, text = clean_name(name, "saved search"), clean_title(query)
        if not text:
            raise BadWordError(f"The search {shown(title)} asks for nothing: give a query.")
        with self._store.change("search.save", title) as db:
            db.execute(
                f"""INSERT INTO saved_search ({COLUMNS}, position) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE
                SET kind = excluded.kind, query = excluded.query, grammar = excluded.grammar""",
                (title, clean_title(kind), text, grammar, self._store.now(), ORDER.end(db)),
            )
        return next(each for each in self.all() if each.name == title)

    def rename(self, old: str, new: str) -> None:
        """Give a saved search another name.

        Raises:
            BadWordError: the name cannot be used, or is taken.
            NotFoundError: there is no such search.

        """
        name = clean_name(new, "saved search")
        with self._store.change("search.rename", name) as db:
            row_id = self._id(old)
            twin = self._store.value("SELECT id FROM saved_search WHERE name = ?", name)
            if twin not in {None, row_id}:
                raise BadWordError(f"There is a search {shown(name)} already: choose another name.")
            db.execute("UPDATE saved_search SET name = ? WHERE id = ?", (name, row_id))

    def move(self, name: str, index: int) -> None:
        """Move a saved search to before one of the others.

        Raises:
            NotFoundError: there is no such search.

        """
        with self._store.change("search.move", clean_name(name, "saved search")) as db:
            ORDER.place(db, (), [self._id(name)], index)

    def remove(self, name: str) -> None:
        """Remove a saved search.

        Raises:
            NotFoundError: there is no such search.

        """
        with self._store.change("search.remove", clean_name(name, "saved search")) as db:
            db.execute("DELETE FROM saved_search WHERE id = ?", (self._id(name),))

    def _id(self, name: str) -> int:
        title = clean_name(name, "saved search")
        found = self._store.value("SELECT id FROM saved_search WHERE name = ?", title)
        if not isinstance(found, int):
            raise NotFoundError(f"There is no search {shown(name)} in the library.")
        return found
