# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds the columns of a collection that have few values, and how many rows have each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from terkha_db.imported.collection import OWN_FIELDS, Field
from terkha_db.imported.connection import Connection

_MOST = {"commodity": 4000, "status": 400, "country": 400, "province": 1000, "county": 4000}
"""Of columns that mean these, so many different cells are still few."""
_MOST_FREE = 40
_REPEATED = 3
"""Of any other column, each value stands in so many rows at least, on average."""
_LISTED = "commodity"
_PARTS = re.compile(r"[;,|、；，\n]")
_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one column with few of them."""

    counts: Mapping[str, int]
    """How many rows of the whole table have each, the frequent first."""
    cells: Mapping[str, tuple[str, ...]]
    """For each cell the values in it: one, but for lists such as “Copper; Gold”."""

    def holding(self, words: frozenset[str]) -> tuple[str, ...]:
        """Return the cells that hold any of some values."""
        return tuple(cell for cell, parts in self.cells.items() if not words.isdisjoint(parts))


def same(cell: str) -> str:
    """Return what cells are compared by: SQLite's NOCASE, which knows the letters of ASCII."""
    return cell.translate(_SMALL)


def read_values(
    connection: Connection, fields: Sequence[Field], sites: int
) -> Mapping[str, Values]:
    """Return the values of every column that has few of them, by the id of its field.

    Raises:
        CollectionError: the file is damaged.

    """
    found = {}
    for field in fields[len(OWN_FIELDS) :]:
        if field.sortable and field.type == "text" and field.role not in ("title", "name"):
            most = _MOST.get(field.role, min(_MOST_FREE, sites // _REPEATED))
            if _has_few(connection, field.id, most):
                found[field.id] = _read(connection, field)
    return found


def _has_few(connection: Connection, column: str, most: int) -> bool:
    """Tell whether a column has some values and at most so many, by leaps through its index."""
    cell = f"{column} COLLATE NOCASE"
    leaps = connection.all(
        f"WITH RECURSIVE leap (cell) AS (SELECT MIN({cell}) FROM site UNION ALL "
        f"SELECT (SELECT MIN({cell}) FROM site WHERE {cell} > leap.cell) FROM leap "
        "WHERE leap.cell IS NOT NULL LIMIT ?) SELECT COUNT(cell) FROM leap",
        (most + 2,),
    )
    return 0 < int(leaps[0][0]) <= most


def _read(connection: Connection, field: Field) -> Values:
    rows = connection.all(
        f"SELECT {field.id}, COUNT(*) FROM site WHERE {field.id} IS NOT NULL "
        f"GROUP BY {field.id} COLLATE NOCASE"
    )
    cells: dict[str, tuple[str, ...]] = {}
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for cell, count in sorted(rows, key=lambda row: -row[1]):
        parts = _parts(str(cell)) if field.role == _LISTED else (str(cell),)
        cells[str(cell)] = tuple(dict.fromkeys(spelt.setdefault(same(one), one) for one in parts))
        counts.update(dict.fromkeys(cells[str(cell)], count))
    return Values(dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))), cells)


def _parts(cell: str) -> tuple[str, ...]:
    parts = tuple(filter(None, (" ".join(part.split()) for part in _PARTS.split(cell))))
    return parts or (cell,)
