# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One collection as everything else sees it: what it is, its columns, its rows, and searching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from terkha_db.entities import Hit
from terkha_db.errors import NotFoundError
from terkha_db.imported.cells import Stored
from terkha_db.imported.connection import Connection
from terkha_db.imported.info import info_of
from terkha_db.imported.searching import CollectionSearcher, Stoppable


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a collection."""

    id: str
    """Its column in the table ``site``: title, second, lat, lon, or c1, c2 …"""
    header: str
    role: str
    type: str
    """text, number or date."""
    sortable: bool
    """There is an index: sorting takes no longer than reading."""
    misfits: int = 0
    """Cells that are not of that type."""


OWN_FIELDS: tuple[Field, ...] = (
    Field("title", "Title", "title", "text", True),
    Field("second", "Second name", "name", "text", False),
    Field("lat", "Latitude", "lat", "number", True),
    Field("lon", "Longitude", "lon", "number", True),
)
"""Columns that every collection has, made of those that the reader mapped."""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One row with everything the reader's table says of it."""

    id: str
    title: str
    second: str
    lat: float | None
    lon: float | None
    place: int
    """The line, row or feature of the table it stood on."""
    names: tuple[tuple[str, str], ...]
    """Spellings with their languages, "" where unknown."""
    values: tuple[tuple[Field, Stored], ...]
    """The columns of the reader's table; None where a cell is empty."""


class Collection:
    """One collection, read-only; used by the thread that opened it.

    Every method raises CollectionError where the file turns out to be damaged.
    """

    def __init__(self, file: Path) -> None:
        self._connection = Connection(file)
        self._stoppable = Stoppable(self._connection)
        self.info = info_of(self._connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The columns: those that every collection has, then those of the reader's table."""
        rows = self._connection.all(
            "SELECT position, header, role, type, sortable, misfits FROM field ORDER BY position"
        )
        return (*OWN_FIELDS, *(_field(*row) for row in rows))

    def search(
        self, query: str, *, limit: int = 50, wanted: Callable[[], bool] = lambda: True
    ) -> list[Hit]:
        """Return the rows that a query finds, best first, each once; never raises on a query.

        Raises:
            Stopped: it was interrupted, or is not ``wanted`` any more.

        """
        self._stoppable.wanted = wanted
        return self._searcher.search(query, limit=limit)

    def interrupt(self) -> None:
        """Stop the search that runs, from any thread."""
        self._connection.interrupt()

    def row(self, number: int) -> SiteRow:
        """Return a row by its number, the last part of its id.

        Raises:
            NotFoundError: there is no such row.

        """
        rows = self._connection.all("SELECT * FROM site WHERE number = ?", (number,))
        if not rows:
            raise NotFoundError(
                f"“{self.info.name}” has no row {number}: it has {self.info.sites:,} rows."
            )
        _, place, title, second, lat, lon, *values = rows[0]
        names = self._connection.all(
            "SELECT text, lang FROM name WHERE record = ? ORDER BY number", (number,)
        )
        own = self.fields[len(OWN_FIELDS) :]
        pairs = tuple(zip(own, values, strict=True))
        identity = f"collection/{self.info.slug}/{number}"
        return SiteRow(identity, title, second or "", lat, lon, place, tuple(names), pairs)

    def points(self) -> list[tuple[float, float]]:
        """Return longitude and latitude of all rows that have both, in their order."""
        return self._connection.all(
            "SELECT lon, lat FROM site WHERE lat IS NOT NULL AND lon IS NOT NULL ORDER BY number"
        )

    @cached_property
    def _searcher(self) -> CollectionSearcher:
        variants: Mapping[str, str] = dict(
            self._stoppable.all("SELECT traditional, simplified FROM han_variant")
        )
        return CollectionSearcher(self._stoppable, variants)


def _field(position: int, header: str, role: str, kind: str, sortable: int, misfits: int) -> Field:
    return Field(f"c{position}", header, role, kind, bool(sortable), misfits)
