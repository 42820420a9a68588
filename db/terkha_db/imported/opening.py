# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Opens a reader's table with what reads its kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from terkha_db.imported.faults import TableError, unreadable
from terkha_db.imported.source import Reading, Source


def open_source(
    file: Path, reading: Reading | None = None, stopped: Callable[[], bool] = bool
) -> Source:
    """Open a table by the ending of its name: csv, tsv, tab, txt, geojson, json, xlsx, xlsm.

    Raises:
        TableError: no such file, another kind of file, or no header.

    """
    reading = reading or Reading()
    ending = file.suffix.lower()
    try:
        if not file.is_file():
            raise TableError(f"There is no file {file}: check its name.")
        if file.stat().st_size == 0:
            raise TableError(f"{file} is empty: there is nothing to import.")
        if ending in (".xlsx", ".xlsm"):
            from terkha_db.imported.sheet import SheetSource

            return SheetSource(file, reading.sheet)
        if ending in (".geojson", ".geojsonl", ".json"):
            from terkha_db.imported.features import FeatureSource

            return FeatureSource(file, stopped)
        if ending in (".csv", ".tsv", ".tab", ".txt"):
            from terkha_db.imported.delimited import DelimitedSource

            return DelimitedSource(file, reading, stopped)
    except OSError as error:
        raise unreadable(file, error) from error
    raise TableError(
        f"{file} is no table that Terkha reads: save it as CSV, TSV, GeoJSON or XLSX, "
        "with that ending."
    )
