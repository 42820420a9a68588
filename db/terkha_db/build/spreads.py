# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds published figures of one thing that differ, so that a value can say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection

from terkha_db.build.draft import Draft, Stated
from terkha_db.vocabulary import UNIT_BY_ID

LASTING = ("resource", "reserve", "grade", "area", "elevation")
"""Quantities that do not change from year to year of themselves: any two figures compare."""
DATED = ("production", "capacity", "investment", "workforce")
"""Quantities that do: only figures of the same thing at the same date compare."""

Key = tuple[str, str, str, str]
Row = tuple[object, ...]


def spreads(statements: Iterable[Stated]) -> list[Row]:
    """Return property, commodity, substance, base unit, count, lowest and highest figure."""
    groups: dict[tuple[Key, str], list[Stated]] = defaultdict(list)
    for stated in statements:
        said = stated.said
        if stated.rank == "superseded" or said.unit is None or said.projection:
            continue
        unit = UNIT_BY_ID[said.unit].base
        key = (said.property, said.commodity or "", said.substance or "", unit)
        if said.property in LASTING and (said.commodity or said.substance or unit == "m"):
            groups[key, ""].append(stated)
        elif said.property in DATED and said.as_of:
            groups[key, f"{said.as_of} {said.of or ''}"].append(stated)
    found: dict[Key, Row] = {}
    for (key, _), group in sorted(groups.items(), key=lambda item: item[0]):
        low = min(min(_bounds(stated)) for stated in group)
        high = max(max(_bounds(stated)) for stated in group)
        if len({_bounds(stated) for stated in group}) > 1:
            found[key] = (*key, len(group), low, high)
    return [found[key] for key in sorted(found)]


def _bounds(stated: Stated) -> tuple[float, ...]:
    said = stated.said
    factor = UNIT_BY_ID[said.unit or ""].factor
    given = (stated.number, said.min, said.max)
    return tuple(round(number * factor, 9) for number in given if number is not None)


def write(draft: Draft, connection: Connection) -> None:
    """Write the table spread."""
    rows = [
        (head.number, *row)
        for head in draft.heads.values()
        for row in spreads(draft.statements.get(head.id, ()))
    ]
    connection.executemany("INSERT INTO spread VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
