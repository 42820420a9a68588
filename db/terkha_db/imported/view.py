# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Says which rows of a collection are wanted and in which order, and compiles that to SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from terkha_db.errors import KnownError
from terkha_db.imported.collection import Field

Operator = Literal["=", "<>", "<", "<=", ">", ">=", "holds", "has", "lacks"]
_COMPARING = ("=", "<>", "<", "<=", ">", ">=")
_NUMBERS = ("lat", "lon")
ANY = "*"
"""As the field of a condition with ``holds``: whatever column holds the value."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a cell must be: compared with a value, holding it, or merely there (has, lacks)."""

    field: str
    """The id of a Field: title, lat, c3 …; or ANY."""
    operator: Operator
    value: str | int | float = ""


@dataclass(frozen=True, slots=True)
class View:
    """A sorted and filtered table; without keys and conditions, the order of the reader's table."""

    sort: tuple[tuple[str, bool], ...] = ()
    """Ids of fields, the first deciding, each with True where the largest comes first."""
    where: tuple[Condition, ...] = ()
    """All of them must hold."""


@dataclass(frozen=True, slots=True)
class Query:
    """The SQL of a view over the table ``site``, in parts that are run one after the other."""

    parts: tuple[str, ...]
    """Each selects numbers of sites in order; the rows of the second follow those of the first."""
    values: tuple[str | int | float, ...]


def compile_view(view: View, fields: Sequence[Field]) -> Query:
    """Return the SQL of a view.

    What is empty sorts last, whichever way: where one key alone sorts, its empty cells are a part
    of their own, so that an index gives the order.

    Raises:
        KnownError: there is no such field or operator.

    """
    known = {field.id for field in fields}
    asked = [one.field for one in view.where if (one.field, one.operator) != (ANY, "holds")]
    for name in [*(name for name, _ in view.sort), *asked]:
        if name not in known:
            raise KnownError(
                f"There is no column “{name}”: columns are {', '.join(sorted(known))}."
            )
    conditions = [_condition(one, fields) for one in view.where]
    values = tuple(value for _, given in conditions for value in given)
    kept = [sql for sql, _ in conditions]
    if len(view.sort) != 1:
        order = ", ".join([*(_key(*key) for key in view.sort), "number"])
        return Query((_select(kept, order),), values)
    ((name, falling),) = view.sort
    direction = " DESC" if falling else ""
    full = _select([*kept, f"{name} IS NOT NULL"], f"{_folded(name)}{direction}, number{direction}")
    if name == "title":
        return Query((full,), values)
    return Query((full, _select([*kept, f"{name} IS NULL"], "number")), values)


def _select(conditions: Sequence[str], order: str) -> str:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT number FROM site{where} ORDER BY {order}"


def _key(name: str, falling: bool) -> str:
    return f"{name} IS NULL, {_folded(name)}{' DESC' if falling else ''}"


def _folded(name: str) -> str:
    return name if name in _NUMBERS else f"{name} COLLATE NOCASE"


def _condition(
    one: Condition, fields: Sequence[Field]
) -> tuple[str, tuple[str | int | float, ...]]:
    if one.field == ANY:
        # A line break keeps words apart that stand in neighbouring cells.
        whole = " || char(10) || ".join(f"IFNULL({field.id}, '')" for field in fields)
        return f"INSTR(LOWER({whole}), LOWER(?)) > 0", (one.value,)
    if one.operator == "has":
        return f"{one.field} IS NOT NULL", ()
    if one.operator == "lacks":
        return f"{one.field} IS NULL", ()
    if one.operator == "holds":
        return f"INSTR(LOWER({one.field}), LOWER(?)) > 0", (one.value,)
    if one.operator not in _COMPARING:
        raise KnownError(f"“{one.operator}” compares nothing: use {', '.join(_COMPARING)}.")
    # Numbers come before all text in SQLite's order: a number is compared with numbers alone.
    numeric = not isinstance(one.value, str)
    guard = f"TYPEOF({one.field}) IN ('integer', 'real') AND " if numeric else ""
    return f"{guard}{_folded(one.field)} {one.operator} ?", (one.value,)
