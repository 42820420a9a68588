# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds published figures of one thing that differ, so that a value can say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection

from terkha_db.build.draft import Draft, Stated
from terkha_db.build.prefer import is_expected
from terkha_db.vocabulary import UNIT_BY_ID

LASTING = ("resource", "reserve", "grade", "elevation", "area")
"""Quantities that do not change from year to year of themselves: figures of any date compare."""
DATED = ("production", "capacity", "investment", "workforce")
"""Quantities that do: only figures of the same date compare, and none that is a plan."""

_BY_PART = ("area", *DATED)
"""Quantities of which "of" says what was measured: only figures of the same thing compare."""

Key = tuple[str, str, str, str]
Row = tuple[object, ...]


def spreads(statements: Iterable[Stated]) -> list[Row]:
    """Return property, commodity, substance, base unit, count, lowest and highest figure."""
    groups: dict[tuple[Key, str], list[Stated]] = defaultdict(list)
    for stated in statements:
        if _compares(stated):
            said = stated.said
            unit = UNIT_BY_ID[said.unit or ""].base
            key = (said.property, said.commodity or "", said.substance or "", unit)
            when = said.as_of if said.property in DATED else ""
            groups[key, f"{when} {said.of if said.property in _BY_PART else ''}"].append(stated)
    found: dict[Key, Row] = {}
    for (key, _), group in sorted(groups.items(), key=lambda item: item[0]):
        low = min(min(_bounds(stated)) for stated in group)
        high = max(max(_bounds(stated)) for stated in group)
        if len({_bounds(stated) for stated in group}) > 1:
            found[key] = (*key, len(group), low, high)
    return [found[key] for key in sorted(found)]


def _compares(stated: Stated) -> bool:
    """Tell whether a figure can stand against another of the same kind."""
    said = stated.said
    if stated.rank == "superseded" or said.unit is None:
        return False
    if said.property in DATED:
        return said.as_of is not None and not is_expected(stated)
    if said.property in ("resource", "reserve") and said.unit == "%":
        return False  # a share of something larger
    named = said.commodity or said.substance or said.property in ("area", "elevation")
    return said.property in LASTING and bool(named)


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
