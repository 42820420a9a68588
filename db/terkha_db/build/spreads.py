# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds published figures of one thing that differ, so that a value can say so."""

from __future__ import annotations

from dataclasses import astuple
from sqlite3 import Connection

from terkha_db.build.draft import Draft, Stated
from terkha_db.build.prefer import is_expected
from terkha_db.build.statements import numbers
from terkha_db.compared import Figure, differing
from terkha_db.vocabulary import UNIT_BY_ID

LASTING = ("resource", "reserve", "grade", "elevation", "area")
"""Quantities that do not change from year to year of themselves: figures of any date compare."""
DATED = ("production", "capacity", "investment", "workforce")
"""Quantities that do: only figures of the same date compare, and none that is a plan."""

_BY_PART = ("area", *DATED)
"""Quantities of which "of" says what was measured: only figures of the same thing compare."""


def figure_of(stated: Stated) -> Figure | None:
    """Return a statement as a figure that can stand against others, None where it cannot."""
    if not _compares(stated):
        return None
    said = stated.said
    unit = UNIT_BY_ID[said.unit or ""]
    given = (stated.number, said.min, said.max)
    bounds = [round(number * unit.factor, 9) for number in given if number is not None]
    when = said.as_of if said.property in DATED else ""
    part = f"{when} {said.of if said.property in _BY_PART else ''}".strip()
    key = (said.property, said.commodity or "", said.substance or "", unit.base)
    return Figure(key, part, min(bounds), max(bounds)) if bounds else None


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


def write(draft: Draft, connection: Connection) -> None:
    """Write the tables spread and compared."""
    stated = numbers(draft)
    spreads: list[tuple[object, ...]] = []
    compared: list[tuple[object, ...]] = []
    for head in draft.heads.values():
        told = {one.id: figure_of(one) for one in draft.statements.get(head.id, ())}
        figures = {name: figure for name, figure in told.items() if figure is not None}
        spreads += [(head.number, *astuple(spread)) for spread in differing(figures.values())]
        compared += [
            (stated[head.id, name], *one.key[1:3], one.part, one.low, one.high)
            for name, one in figures.items()
        ]
    connection.executemany("INSERT INTO spread VALUES (?, ?, ?, ?, ?, ?, ?, ?)", spreads)
    connection.executemany("INSERT INTO compared VALUES (?, ?, ?, ?, ?, ?)", compared)
