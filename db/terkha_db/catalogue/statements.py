# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads statements, each with everybody who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from terkha_db.catalogue.briefs import BRIEF, brief, chunks
from terkha_db.catalogue.connection import Reader
from terkha_db.entities import Brief, Cite, Source, Statement

SOURCE = "cr.id, c.author, cr.title, ifnull(c.date, ''), c.source_kind, c.secondary"
SOURCE_TABLES = "JOIN citation AS c ON c.record = {key} JOIN record AS cr ON cr.number = {key}"

_STATEMENT = """
SELECT s.number, s.id, r.id, s.property, s.of, substr(m.id, 11), s.value, s.low, s.high, s.text,
       s.lat, s.lon, s.precision, s.unit, s.substance, s.original, s.qualifier, s.statistic,
       s.role, s.form, s.share, s.as_of, s.as_of_note, s.edition, s.estimated, s.projection,
       s.rank, s.reason, s.scope, s.attributed_to, s.note
FROM statement AS s JOIN record AS r ON r.number = s.record
LEFT JOIN record AS m ON m.number = s.commodity
"""


def cite(reader: Reader, columns: Sequence[Any], sources: dict[str, Source]) -> Cite:
    """Return a cite from the columns of SOURCE and a locator; equal sources are one object."""
    work, author, title, date, kind, secondary, locator = columns
    if work not in sources:
        outside = not reader.sight.lens.admits(work, kind)
        sources[work] = Source(work, author, title, date, kind, bool(secondary), outside)
    return Cite(sources[work], locator or "")


def read_statements(reader: Reader, where: str, parameters: Sequence[object]) -> list[Statement]:
    """Return the statements that ``where`` selects, in page order.

    ``where`` is SQL of our own over ``s`` (statement) and ``r`` (its record); what it is compared
    with stands in ``parameters``.
    """
    rows = reader.all(f"{_STATEMENT} WHERE {where} ORDER BY s.number", parameters)
    numbers = [row[0] for row in rows]
    cites = _cites(reader, numbers)
    records = _records(reader, numbers)
    return [_statement(reader, row, cites[row[0]], records[row[0]]) for row in rows]


def read_numbered(reader: Reader, numbers: Sequence[int]) -> dict[int, Statement]:
    """Return statements by their numbers."""
    found: dict[int, Statement] = {}
    for chunk, marks in chunks(sorted(set(numbers))):
        rows = reader.all(f"{_STATEMENT} WHERE s.number IN ({marks}) ORDER BY s.number", chunk)
        cites, records = _cites(reader, chunk), _records(reader, chunk)
        found.update(
            (row[0], _statement(reader, row, cites[row[0]], records[row[0]])) for row in rows
        )
    return found


def _cites(reader: Reader, numbers: Sequence[int]) -> dict[int, list[Cite]]:
    sources: dict[str, Source] = {}
    cites: dict[int, list[Cite]] = defaultdict(list)
    tables = SOURCE_TABLES.format(key="sc.citation")
    for chunk, marks in chunks(numbers):
        for number, *columns in reader.all(
            f"SELECT sc.statement, {SOURCE}, sc.locator FROM statement_citation AS sc {tables} "
            f"WHERE sc.statement IN ({marks}) ORDER BY sc.statement, sc.position",
            chunk,
        ):
            cites[number].append(cite(reader, columns, sources))
    return cites


def _records(reader: Reader, numbers: Sequence[int]) -> dict[int, list[Brief]]:
    records: dict[int, list[Brief]] = defaultdict(list)
    for chunk, marks in chunks(numbers):
        for number, *columns in reader.all(
            f"SELECT sr.statement, {BRIEF} FROM statement_record AS sr "
            "JOIN record AS b ON b.number = sr.record "
            f"WHERE sr.statement IN ({marks}) ORDER BY sr.statement, sr.position",
            chunk,
        ):
            records[number].append(brief(columns))
    return records


def _statement(
    reader: Reader, row: Sequence[Any], cites: Sequence[Cite], records: Sequence[Brief]
) -> Statement:
    (number, name, record, prop, of, commodity, value, low, high, text, lat, lon, *rest) = row
    (precision, unit, substance, original, qualifier, statistic, role, form, share, *dated) = rest
    (as_of, as_of_note, edition, estimated, projection, *said) = dated
    (rank, reason, scope, attributed_to, note) = said
    if reader.sight.lens.is_on and rank != "superseded":
        reason = reader.sight.preferred.get(number, "")
        rank = "preferred" if reason else "normal"
    return Statement(
        id=name,
        record=record,
        property=prop,
        of=of or "",
        commodity=commodity or "",
        value=value,
        low=low,
        high=high,
        text=text or "",
        records=tuple(records),
        lat=lat,
        lon=lon,
        precision=precision or "",
        unit=unit or "",
        substance=substance or "",
        original=original or "",
        qualifier=qualifier or "",
        statistic=statistic or "",
        role=role or "",
        form=form or "",
        share=share,
        as_of=as_of or "",
        as_of_note=as_of_note or "",
        edition=edition or "",
        estimated=bool(estimated),
        projection=bool(projection),
        rank=rank,
        reason=reason or "",
        scope=scope,
        attributed_to=attributed_to or "",
        note=note or "",
        cites=tuple(cites),
    )
