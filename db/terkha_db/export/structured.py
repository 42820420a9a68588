# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as JSON, JSON Lines and GeoJSON, with the keys of the columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from terkha_db.errors import KnownError
from terkha_db.export.table import Line, Table
from terkha_db.lens import format_lens


def json_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as a list of objects: id, one key for each column, works and places."""
    yield from _list((_object(table, line) | _lens(table) for line in lines), "")
    yield "\n"


def json_lines_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the table as one object to a line."""
    for line in lines:
        yield json.dumps(_object(table, line) | _lens(table), ensure_ascii=False) + "\n"


def geojson_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the rows that have a point as GeoJSON (RFC 7946), each with its precision.

    Raises:
        KnownError: the table is of a kind that has no points.

    """
    if table.lines and not table.has_places:
        raise KnownError(
            f"{table.title} have no coordinates, so there is no GeoJSON of them: "
            "choose csv, tsv or json."
        )
    lens = f' "lens": {json.dumps(_lens(table)["lens"])},\n' if table.lens.is_on else ""
    yield f'{{\n "type": "FeatureCollection",\n{lens} "features": '
    yield from _list((_feature(table, line) for line in lines if line.is_placed), " ")
    yield "\n}\n"


def _feature(table: Table, line: Line) -> dict[str, Any]:
    properties = _object(table, line)
    if table.is_cited:
        properties["precision"] = line.precision or None
    return {
        "type": "Feature",
        "id": line.id,
        "geometry": {"type": "Point", "coordinates": [line.lon, line.lat]},
        "properties": properties,
    }


def _object(table: Table, line: Line) -> dict[str, Any]:
    keys = (column.id for column in table.columns)
    cells: dict[str, Any] = {"id": line.id, **dict(zip(keys, line.values, strict=True))}
    if table.lens.is_on:
        cells["outside_lens"] = list(line.outside)
    if not table.is_cited:
        return cells
    cites = {
        column.id: [{"id": work, "locator": locator} for work, locator in places]
        for column, places in zip(table.columns, line.cites, strict=False)
        if places
    }
    return {**cells, "sources": list(line.sources), "citations": cites}


def _lens(table: Table) -> dict[str, str]:
    return {"lens": format_lens(table.lens)} if table.lens.is_on else {}


def _list(values: Iterable[object], margin: str) -> Iterator[str]:
    """Yield a list as JSON indented by one space a level, one entry after the other."""
    before = "["
    for value in values:
        text = json.dumps(value, ensure_ascii=False, indent=1)
        yield f"{before}\n{margin} " + text.replace("\n", f"\n{margin} ")
        before = ","
    yield "[]" if before == "[" else f"\n{margin}]"
