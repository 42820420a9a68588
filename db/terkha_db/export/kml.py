# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes tables as KML 2.2 (OGC 07-147r2), for globes and map programs."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from terkha_db.errors import KnownError
from terkha_db.export.table import Line, Table
from terkha_db.export.values import plain
from terkha_db.vocabulary import PRECISIONS


def kml_pieces(table: Table, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the rows that have a point as placemarks, each with its precision and works.

    Raises:
        KnownError: the table is of a kind that has no points.

    """
    if table.lines and not table.has_places:
        raise KnownError(
            f"{table.title} have no coordinates, so there is no KML of them: choose csv or json."
        )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'
    yield f"<Document>\n<name>{_escape(table.title)}</name>\n"
    yield f"<description>{_escape(table.origin)}</description>\n"
    for line in lines:
        if line.is_placed:
            yield _placemark(table, line)
    yield "</Document>\n</kml>\n"


def _placemark(table: Table, line: Line) -> str:
    values = {
        column.id: plain(value) for column, value in zip(table.columns, line.values, strict=True)
    }
    told = [(column.id, column.label, values[column.id]) for column in table.columns]
    told.append(("id", "Id", line.id))
    if table.is_cited:
        if "precision" not in values:
            told.append(("precision", "Located to", line.precision))
        told.append(("sources", "Sources", " ".join(line.sources)))
    if table.lens.is_on:
        told.append(("outside_lens", "Outside the lens", " ".join(line.outside)))
    data = "".join(
        f'<Data name="{html.escape(name)}"><displayName>{_escape(label)}</displayName>'
        f"<value>{_escape(value)}</value></Data>\n"
        for name, label, value in told
        if value
    )
    # A globe shows this below the name, and draws a county seat like any other point.
    sure = next((one for one in PRECISIONS if one.id == line.precision), None)
    said = f"{sure.label}: {sure.definition}" if sure and sure.id != "site" else ""
    snippet = f'<Snippet maxLines="1">{_escape(said)}</Snippet>\n' if said else ""
    name = values.get("title") or line.id
    identity = line.id.replace("/", ".")
    return (
        f'<Placemark id="{html.escape(identity)}">\n<name>{_escape(name)}</name>\n'
        f"{snippet}<ExtendedData>\n{data}</ExtendedData>\n"
        f"<Point><coordinates>{line.lon!r},{line.lat!r}</coordinates></Point>\n</Placemark>\n"
    )


def _escape(text: str) -> str:
    """Return text as the content of an element (of xml.sax, whose module loads a network)."""
    return html.escape(text, quote=False)
