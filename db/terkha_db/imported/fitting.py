# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes sites of rows: what a mapping says of a row's cells, and what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terkha_db.imported.cells import Stored, converter
from terkha_db.imported.coordinates import NONE, Coordinate, read_coordinate, read_pair
from terkha_db.imported.guess import language_of
from terkha_db.imported.mapping import Mapping
from terkha_db.imported.source import Cell, Raw

LONGEST_NAME = 300
"""Letters; a longer cell is no name, and is cut."""
_MOST_NAMES = 50


@dataclass(slots=True)
class Site:
    """One row that fits."""

    place: int
    title: str
    names: list[tuple[str, str]]
    """Spellings with their languages ("" where unknown), the title first."""
    lat: float | None
    lon: float | None
    values: list[Stored]
    """One for each column that is kept."""
    notes: list[str]
    """What was not taken as it stood."""
    swapped: bool = False
    """Its coordinates would be good if latitude and longitude were exchanged."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One row that does not fit, and why."""

    place: int
    reason: str
    text: str


class Fitter:
    """Fits the rows of one table, one after the other, into one mapping."""

    def __init__(self, mapping: Mapping) -> None:
        self.kept = tuple(at for at, column in enumerate(mapping.columns) if column.role != "skip")
        """The places of the columns that are kept."""
        self.misfits = [0] * len(self.kept)
        """How many cells of each are not of its type."""
        columns = mapping.columns
        self._columns = [(at, columns[at].header, converter(columns[at])) for at in self.kept]
        self._names = [
            (at, columns[at].lang, _cutter(columns[at].separator))
            for at in (*mapping.of("title"), *mapping.of("name"))
        ]
        lat, lon = mapping.of("lat"), mapping.of("lon")
        axes = (lon, lat) if mapping.swapped else (lat, lon)
        self._axes = (axes[0][0], axes[1][0]) if lat and lon else None
        self._position = next(iter(mapping.of("position")), None)

    def fit(self, raw: Raw) -> Site | Misfit:
        """Return the site that a row tells of, or why it tells of none."""
        if raw.fault:
            return Misfit(raw.place, raw.fault, raw.text)
        cells, notes = raw.cells, list(raw.notes)
        names = dict(self._spellings(cells, notes))
        if not names:
            text = " ".join(str(cell) for cell in cells if cell != "")[:200]
            return Misfit(raw.place, "no name: title and other names are empty", text)
        lat, lon = self._place(cells)
        faults = [fault for fault in (lat.fault, lon.fault) if fault]
        whole = lat.value is not None and lon.value is not None
        if not whole and not faults and (lat.value is not None or lon.value is not None):
            faults.append("one of its coordinates is missing")
        notes += faults
        position = (lat.value, lon.value) if whole else (None, None)
        values = self._values(cells, notes)
        swapped = lat.swapped or lon.swapped
        pairs = list(names.items())
        return Site(raw.place, pairs[0][0], pairs, *position, values, notes, swapped)

    def _spellings(self, cells: Sequence[Cell], notes: list[str]) -> Iterator[tuple[str, str]]:
        count = 0
        for at, lang, cut in self._names:
            cell = cells[at]
            text = cell if isinstance(cell, str) else str(cell)
            for part in cut.split(text) if cut else (text,):
                name = " ".join(part.split())
                if len(name) > LONGEST_NAME:
                    notes.append(f"a name is longer than {LONGEST_NAME} letters and was cut")
                    name = name[:LONGEST_NAME]
                if name and count < _MOST_NAMES:
                    count += 1
                    yield name, lang or language_of(name)
                elif name:
                    notes.append(f"has more than {_MOST_NAMES} names: “{name}” is not searched")

    def _place(self, cells: Sequence[Cell]) -> tuple[Coordinate, Coordinate]:
        if self._axes is not None:
            lat, lon = self._axes
            return read_coordinate(cells[lat], "lat"), read_coordinate(cells[lon], "lon")
        return (NONE, NONE) if self._position is None else read_pair(cells[self._position])

    def _values(self, cells: Sequence[Cell], notes: list[str]) -> list[Stored]:
        values: list[Stored] = []
        for number, (at, header, convert) in enumerate(self._columns):
            cell = cells[at]
            # Most cells of wide tables are empty, and most others are text.
            if cell == "":
                values.append(None)
            elif convert is None:
                values.append((cell.strip() or None) if isinstance(cell, str) else str(cell))
            else:
                value, fits = convert(cell)
                values.append(value)
                if not fits:
                    self.misfits[number] += 1
                    notes.append(f"{header}: “{str(value)[:40]}” is kept as text")
        return values


def _cutter(separators: str) -> re.Pattern[str] | None:
    return re.compile(f"[{re.escape(separators)}]") if separators else None
