# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as JSON and GeoJSON, with the keys of the columns."""

from __future__ import annotations

import json
from typing import Any

from terkha_db.errors import KnownError
from terkha_db.export.table import Line, Table


def to_json(table: Table) -> str:
    """Return the table as a list of objects: id, one key for each column, sources."""
    return _dump([{"id": line.id, **_properties(table, line)} for line in table.lines])


def to_geojson(table: Table) -> str:
    """Return the rows that have a point as GeoJSON (RFC 7946), each with its precision.

    Raises:
        KnownError: the table is of a kind that has no points.

    """
    if table.lines and not table.has_places:
        raise KnownError(
            f"{table.title} have no coordinates, so there is no GeoJSON of them: "
            "choose csv, tsv or json."
        )
    features = [
        {
            "type": "Feature",
            "id": line.id,
            "geometry": {"type": "Point", "coordinates": [line.lon, line.lat]},
            "properties": {
                "id": line.id,
                **_properties(table, line),
                "precision": line.precision or None,
            },
        }
        for line in table.placed_only().lines
    ]
    return _dump({"type": "FeatureCollection", "features": features})


def _properties(table: Table, line: Line) -> dict[str, Any]:
    keys = (column.id for column in table.columns)
    return {**dict(zip(keys, line.values, strict=True)), "sources": list(line.sources)}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
