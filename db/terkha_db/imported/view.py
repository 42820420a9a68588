# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Says which rows of a collection are wanted and in which order, and compiles that to SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from terkha_db.errors import KnownError
from terkha_db.imported.collection import Field
from terkha_db.imported.where import ALL, Bound, Clause, indexed


@dataclass(frozen=True, slots=True)
class View:
    """A sorted and filtered table; without keys and condition, the order of the reader's table."""

    sort: tuple[tuple[str, bool], ...] = ()
    """Ids of fields, the first deciding, each with True where the largest comes first."""
    where: Clause = ALL


@dataclass(frozen=True, slots=True)
class Query:
    """The SQL of a view over the table ``site``, in parts that are run one after the other."""

    parts: tuple[str, ...]
    """Each selects numbers of sites in order; the rows of the second follow those of the first."""
    values: tuple[Bound, ...]


def compile_view(view: View, fields: Sequence[Field]) -> Query:
    """Return the SQL of a view.

    What is empty sorts last, whichever way: where one key alone sorts, its empty cells are a part
    of their own, so that an index gives the order.

    Raises:
        KnownError: there is no such field.

    """
    known = {field.id for field in fields}
    for name, _ in view.sort:
        if name not in known:
            raise KnownError(
                f"There is no column “{name}”: columns are {', '.join(sorted(known))}."
            )
    kept = [f"({view.where.sql})"] if view.where.sql else []
    values = view.where.values
    if len(view.sort) != 1:
        order = ", ".join([*(_key(*key) for key in view.sort), "number"])
        return Query((_select(kept, order),), values)
    ((name, falling),) = view.sort
    direction = " DESC" if falling else ""
    full = _select([*kept, f"{name} IS NOT NULL"], f"{indexed(name)}{direction}, number{direction}")
    if name == "title":
        return Query((full,), values)
    return Query((full, _select([*kept, f"{name} IS NULL"], "number")), values)


def _select(conditions: Sequence[str], order: str) -> str:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT number FROM site{where} ORDER BY {order}"


def _key(name: str, falling: bool) -> str:
    return f"{name} IS NULL, {indexed(name)}{' DESC' if falling else ''}"
