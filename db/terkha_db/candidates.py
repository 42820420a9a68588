# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What could stand in a cell of a table, and in what order: what does stand there is chosen here.

The build writes all candidates of a cell in the order of the written rule and chooses among all of
them; under a lens the catalogue chooses among those that the lens admits, by the same function.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from terkha_db.fields import Field
from terkha_db.vocabulary import PROPERTY_BY_ID

Value = str | float | int | None
S = TypeVar("S")
"""How a statement is named: by itself while the catalogue is built, later by its number."""


@dataclass(frozen=True, slots=True)
class Candidate(Generic[S]):
    """What one statement would put into a cell."""

    rank: int
    """Candidates of the lowest rank fill the cell together."""
    statement: S
    value: Value
    work: str = ""
    """Slug of the work by which it counts; "" where any work of the statement will do."""
    beside: bool = False
    """True where it stands beside others of its rank and is nothing without them."""


def chosen(candidates: Sequence[Candidate[S]], separator: str) -> tuple[Value, tuple[S, ...]]:
    """Return the value of a cell and the statements behind it; no value, no statements."""
    leading = [one.rank for one in candidates if not one.beside]
    if not leading:
        return None, ()
    rank = min(leading)
    shown = [one for one in candidates if one.rank == rank and one.value is not None]
    shown.sort(key=lambda one: one.beside)
    values = list(dict.fromkeys(one.value for one in shown))
    value = values[0] if len(values) == 1 else separator.join(map(str, values)) or None
    return value, _distinct(shown)


def separator_of(field: Field) -> str:
    """Return what stands between several values in the cells of a column."""
    records = not field.property or PROPERTY_BY_ID[field.property].type == "record"
    return ", " if records else "; "


def _distinct(shown: Sequence[Candidate[S]]) -> tuple[S, ...]:
    found: list[S] = []
    for one in shown:
        if one.statement not in found:
            found.append(one.statement)
    return tuple(found)
