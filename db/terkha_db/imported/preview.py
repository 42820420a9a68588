# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Shows what an import would make of a table: its first rows, and what will not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from terkha_db.imported.fitting import Fitter, Misfit, Site
from terkha_db.imported.guess import guess
from terkha_db.imported.mapping import Mapping
from terkha_db.imported.opening import open_source
from terkha_db.imported.source import Raw, Reading

_SAMPLE = 500
# The plateau with a margin, in degrees: where the sites of most tables lie.
_LATITUDES, _LONGITUDES = (24.0, 42.0), (70.0, 108.0)


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown before an import."""

    header: tuple[str, ...]
    facts: tuple[str, ...]
    """What was found out about the file: encoding, delimiter, sheet, changed headers."""
    unit: str
    """What places count: line, row or feature."""
    mapping: Mapping
    raw: tuple[Raw, ...]
    """The first rows as they stand."""
    fitted: tuple[Site | Misfit, ...]
    """What becomes of each of them."""
    warnings: tuple[str, ...]
    """What the reader should know before importing."""


def guess_mapping(file: Path, reading: Reading | None = None) -> Mapping:
    """Return what the columns of a table seem to mean.

    Raises:
        TableError: the file is no table that can be read.

    """
    return preview(file, reading=reading, rows=0).mapping


def preview(
    file: Path,
    mapping: Mapping | None = None,
    *,
    rows: int = 50,
    reading: Reading | None = None,
) -> Preview:
    """Return the first ``rows`` of a table and what would become of them.

    Without a mapping it is guessed. Warnings rest on the first 500 rows.

    Raises:
        TableError: the file is no table that can be read.

    """
    source = open_source(file, reading)
    try:
        raw = list(islice(source.rows(), max(rows, _SAMPLE)))
        header, facts, unit = source.header, source.facts, source.unit
    finally:
        source.close()
    if mapping is None:
        mapping = guess(header, [row.cells for row in raw if not row.fault])
    fitter = Fitter(mapping)
    fitted = [fitter.fit(row) for row in raw]
    warnings = tuple(_warnings(mapping, fitter, fitted, unit))
    shown = tuple(raw[:rows])
    return Preview(header, facts, unit, mapping, shown, tuple(fitted[:rows]), warnings)


def _warnings(
    mapping: Mapping, fitter: Fitter, fitted: Sequence[Site | Misfit], unit: str
) -> list[str]:
    sites = [one for one in fitted if isinstance(one, Site)]
    found = []
    if not mapping.of("title") and not mapping.of("name"):
        found.append("No column is the name of a site: choose the one that is the title.")
    elif len(sites) < len(fitted):
        found.append(f"{len(fitted) - len(sites)} of the first {len(fitted)} {unit}s do not fit.")
    if swap_is_likely(sites):
        found.append(
            "Latitude and longitude seem to be exchanged: if they are, "
            "take the one for the other (on the command line, --swap)."
        )
    elif sites and not any(site.lat is not None for site in sites):
        found.append("No site has coordinates: none will be on the map.")
    for at, misfits in zip(fitter.kept, fitter.misfits, strict=True):
        column = mapping.columns[at]
        if misfits:
            found.append(f"{column.header}: {misfits} cells are no {column.type}; kept as text.")
    return found


def swap_is_likely(sites: Sequence[Site]) -> bool:
    """Tell whether most coordinates are good only if latitude and longitude are exchanged."""
    beyond = sum(site.swapped for site in sites)
    placed = [
        (site.lat, site.lon) for site in sites if site.lat is not None and site.lon is not None
    ]
    here = sum(_on_plateau(lat, lon) for lat, lon in placed)
    there = sum(_on_plateau(lon, lat) for lat, lon in placed)
    return beyond + there > max(here, (beyond + len(placed)) / 2)


def _on_plateau(lat: float, lon: float) -> bool:
    return _LATITUDES[0] <= lat <= _LATITUDES[1] and _LONGITUDES[0] <= lon <= _LONGITUDES[1]
