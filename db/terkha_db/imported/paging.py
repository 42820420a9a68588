# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Gives any page of a table of any size, sorted and filtered, from a worker thread.

A view is worked out once into a temporary table whose row numbers are the places of the rows; a
page is then one range of it. Until that is done, an index gives the first page at once.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from terkha_db.imported.cells import Stored
from terkha_db.imported.collection import Collection, Field
from terkha_db.imported.connection import Connection
from terkha_db.imported.view import Query, View, compile_view
from terkha_db.imported.where import indexed


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a view, and of which one."""

    generation: int
    start: int
    """The place of the first row, from 0."""
    numbers: tuple[int, ...]
    """The numbers of the sites, the last part of their ids."""
    rows: tuple[tuple[Stored, ...], ...]
    """One cell for each field; None where it is empty."""


class PagedRows:
    """The rows of one collection, with a read-only connection of its own.

    Made, used and closed in one worker thread; only ``interrupt`` is for others. Each view has a
    generation, a number that grows: an answer of an older generation is of no use any more.
    """

    def __init__(self, file: Path) -> None:
        with Collection(file) as collection:
            self.fields: tuple[Field, ...] = collection.fields
            self.total = collection.info.sites
        self._connection = Connection(file)
        self.empty = frozenset(field.id for field in self.fields if self._is_empty(field))
        """The fields of which no row has anything, as far as an index tells at once."""
        self._cells = ", ".join(field.id for field in self.fields)
        self._lock = threading.Lock()
        self._wanted = 0
        self._generation = 0
        self._count: int | None = self.total
        self._query: Query | None = None

    @property
    def generation(self) -> int:
        """The generation of the view that pages are of; 0 is the reader's table as it stands."""
        return self._generation

    @property
    def count(self) -> int | None:
        """How many rows the view has; None until it is worked out."""
        return self._count

    def interrupt(self) -> int:
        """Stop what runs and what was asked for before; return the generation to ask for next.

        May be called from any thread.
        """
        with self._lock:
            self._wanted += 1
            self._connection.interrupt()
            return self._wanted

    def first(self, generation: int, view: View, count: int = 100) -> Page | None:
        """Take up a view and return its first rows, as fast as an index gives them.

        Return None if a newer generation was asked for meanwhile.

        Raises:
            KnownError: the view names a field that is not there.
            CollectionError: the file is damaged.

        """
        query = compile_view(view, self.fields)
        if self._is_old(generation):
            return None
        self._drop()
        self._query, self._generation, self._count = query, generation, None
        if view == View():
            self._query, self._count = None, self.total
            return self.page(generation, 0, count)
        found: list[int] = []
        for part in query.parts:
            if len(found) < count:
                limit = (*query.values, count - len(found))
                rows = self._run(generation, f"{part} LIMIT ?", limit)
                if rows is None:
                    return None
                found += [number for (number,) in rows]
        return self._read(generation, 0, found)

    def arrange(self, generation: int) -> int | None:
        """Work out the places of all rows of the view; return how many there are.

        Return None if a newer generation was asked for meanwhile.

        Raises:
            CollectionError: the file is damaged.

        """
        if self._query is None or generation != self._generation:
            return self._count if generation == self._generation else None
        self._drop()
        made = self._run(generation, "CREATE TEMP TABLE place (number INTEGER NOT NULL)")
        for part in self._query.parts:
            sql = f"INSERT INTO temp.place (number) {part}"
            made = None if made is None else self._run(generation, sql, self._query.values)
        counted = self._run(generation, "SELECT COALESCE(MAX(rowid), 0) FROM temp.place")
        if made is None or counted is None:
            self._drop()
            return None
        self._count = int(counted[0][0])
        return self._count

    def page(self, generation: int, start: int, count: int) -> Page | None:
        """Return rows from a place on, at most ``count``; None if that is no longer wanted.

        Raises:
            CollectionError: the file is damaged.

        """
        if generation != self._generation or self._count is None:
            return None
        table = "temp.place" if self._query else "site"
        sql = f"SELECT number FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        rows = self._run(generation, sql, (start + 1, start + count))
        return None if rows is None else self._read(generation, start, [row[0] for row in rows])

    def place_of(self, generation: int, number: int) -> int | None:
        """Return at which place of the view a site stands, from 0; None if it is not there.

        Raises:
            CollectionError: the file is damaged.

        """
        if generation != self._generation or self._count is None:
            return None
        if self._query is None:
            return number - 1 if 0 < number <= self.total else None
        sql = "SELECT rowid FROM temp.place WHERE number = ?"
        rows = self._run(generation, sql, (number,))
        return rows[0][0] - 1 if rows else None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _is_empty(self, field: Field) -> bool:
        if not field.sortable:
            return False
        ((largest,),) = self._connection.all(f"SELECT MAX({indexed(field.id)}) FROM site")
        return largest is None

    def _read(self, generation: int, start: int, numbers: Sequence[int]) -> Page | None:
        marks = ",".join("?" * len(numbers))
        sql = f"SELECT number, {self._cells} FROM site WHERE number IN ({marks})"
        rows = self._run(generation, sql, numbers)
        if rows is None:
            return None
        by_number = {number: tuple(cells) for number, *cells in rows}
        ordered = tuple(by_number[number] for number in numbers)
        return Page(generation, start, tuple(numbers), ordered)

    def _run(
        self, generation: int, sql: str, values: Sequence[object] = ()
    ) -> list[tuple[Any, ...]] | None:
        """Return the rows of a query, or None where it was interrupted or is no longer wanted."""
        if self._is_old(generation):
            return None
        try:
            return self._connection.all(sql, values)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return None

    def _is_old(self, generation: int) -> bool:
        with self._lock:
            return generation < self._wanted

    def _drop(self) -> None:
        """Let the places of the last view go, whatever others ask for meanwhile."""
        done = False
        while not done:
            try:
                self._connection.all("DROP TABLE IF EXISTS temp.place")
                done = True
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise
