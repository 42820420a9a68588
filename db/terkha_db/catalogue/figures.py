# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads statements across records: published figures, data series, what others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from terkha_db.catalogue.briefs import BRIEF, brief, chunks, record_number
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.statements import read_numbered, read_statements
from terkha_db.entities import Brief, Statement

_OBSERVATION = "observation"
_SERIES_FACTS = ("measure", "area", "commodity", "unit", "substance", "rule")


Place = tuple[str, str]
"""A work's permanent id, and the place in it, "" where none is recorded."""


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """A data series without its observations."""

    id: str
    title: str
    measure: str
    area: str
    commodity: str
    """Slug of the commodity, "" where the series is about none."""
    unit: str
    substance: str
    rule: str
    """How the values were taken from the editions of a work."""
    note: str
    observations: int


def read_figures(
    reader: Reader, name: str, commodity: str, kinds: Sequence[str]
) -> list[Statement]:
    """Return every published value of a property, whoever says it, in order of the records."""
    where = f"s.property = ? AND r.kind IN ({','.join('?' * len(kinds))})"
    parameters: list[object] = [name, *kinds]
    if commodity:
        where += " AND m.id = ?"
        parameters.append(f"commodity/{commodity}")
    return read_statements(reader, where, parameters)


def read_observations(reader: Reader, series_id: str) -> list[Statement]:
    """Return the observations of a series in order of their dates.

    Raises:
        NotFoundError: there is no such series.

    """
    number = record_number(reader, series_id)
    found = read_statements(reader, "s.record = ? AND s.property = ?", (number, _OBSERVATION))
    return sorted(found, key=lambda statement: statement.as_of)


def read_series(reader: Reader, filters: Mapping[str, str]) -> list[SeriesInfo]:
    """Return the series whose facts (measure, area, commodity …) are those of ``filters``."""
    facts: dict[int, dict[str, str]] = defaultdict(dict)
    for number, key, value in reader.all(
        "SELECT f.record, f.key, f.value FROM fact AS f "
        "JOIN record AS r ON r.number = f.record WHERE r.kind = 'series'"
    ):
        facts[number][key] = value
    counts = dict(
        reader.all(
            "SELECT record, count(*) FROM statement WHERE property = ? GROUP BY record",
            (_OBSERVATION,),
        )
    )
    series = []
    for number, name, title, note in reader.all(
        "SELECT number, id, title, note FROM record WHERE kind = 'series' ORDER BY number"
    ):
        about = facts[number]
        if all(about.get(key, "") == value for key, value in filters.items()):
            words = {key: about.get(key, "") for key in _SERIES_FACTS}
            count = counts.get(number, 0)
            series.append(SeriesInfo(name, title, **words, note=note or "", observations=count))
    return series


def read_mentions(reader: Reader, record_id: str) -> list[Statement]:
    """Return the statements of other records that name this one as their value.

    Raises:
        NotFoundError: there is no such record.

    """
    number = record_number(reader, record_id)
    where = "s.number IN (SELECT statement FROM statement_record WHERE record = ?)"
    return read_statements(reader, f"{where} AND s.record <> ?", (number, number))


def read_told(reader: Reader, ids: Iterable[str], name: str) -> dict[str, tuple[Statement, ...]]:
    """Return the statements of one property of many records, by the ids of the records."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for chunk, marks in chunks(list(dict.fromkeys(ids))):
        for statement in read_statements(
            reader, f"s.property = ? AND r.id IN ({marks})", (name, *chunk)
        ):
            told[statement.record].append(statement)
    return {record_id: tuple(statements) for record_id, statements in told.items()}


def read_cells(reader: Reader, record_id: str) -> dict[str, tuple[Statement, ...]]:
    """Return the statements behind each cell of a record's row, by field.

    Raises:
        NotFoundError: there is no such record.

    """
    rows = _behind_cells(reader, record_id)
    statements = read_numbered(reader, [statement for _, statement in rows])
    cells: dict[str, dict[int, Statement]] = defaultdict(dict)
    for field, statement in rows:
        cells[field][statement] = statements[statement]
    return {field: tuple(found.values()) for field, found in cells.items()}


def read_tabled(reader: Reader, record_id: str) -> frozenset[str]:
    """Return the ids of the statements behind the cells of a record's row.

    Raises:
        NotFoundError: there is no such record.

    """
    found: set[str] = set()
    for chunk, marks in chunks([statement for _, statement in _behind_cells(reader, record_id)]):
        rows = reader.all(f"SELECT id FROM statement WHERE number IN ({marks})", chunk)
        found.update(name for (name,) in rows)
    return frozenset(found)


def _behind_cells(reader: Reader, record_id: str) -> list[tuple[str, int]]:
    """Return field and statement for all cells of a record's row, under the lens."""
    number = record_number(reader, record_id)
    if not reader.sight.lens.is_on:
        return reader.all(
            "SELECT field, statement FROM cell WHERE record = ? AND rank = 0 "
            "AND value IS NOT NULL ORDER BY field, position",
            (number,),
        )
    seen = reader.sight.cells(record_id.partition("/")[0]).get(record_id, {})
    return [(field, statement) for field, cell in seen.items() for statement in cell.statements]


def read_cell_works(reader: Reader, kind: str) -> dict[str, dict[str, tuple[Place, ...]]]:
    """Return the works inside the lens behind each cell with the places in them, by field.

    Under the field "" stand all works of the record's page.
    """
    admitted = reader.sight.works
    cited: dict[int, list[Place]] = defaultdict(list)
    for statement, number, work, locator in reader.all(
        "SELECT s.number, w.number, w.id, coalesce(sc.locator, '') "
        "FROM record AS r JOIN statement AS s ON s.record = r.number "
        "JOIN statement_citation AS sc ON sc.statement = s.number "
        "JOIN record AS w ON w.number = sc.citation WHERE r.kind = ? "
        "ORDER BY s.number, sc.position",
        (kind,),
    ):
        if number in admitted:
            cited[statement].append((work, locator))
    found: dict[str, dict[str, dict[Place, None]]] = defaultdict(lambda: defaultdict(dict))
    for record_id, field, statement in reader.sight.behind(kind):
        found[record_id][field] |= dict.fromkeys(cited[statement])
    for record_id, number, work in reader.all(
        "SELECT r.id, w.number, w.id FROM record AS r JOIN record_citation AS rc "
        "ON rc.record = r.number JOIN record AS w ON w.number = rc.citation WHERE r.kind = ? "
        "ORDER BY r.number, rc.position",
        (kind,),
    ):
        if number in admitted:
            found[record_id][""].setdefault((work, ""))
    return {
        record_id: {field: tuple(works) for field, works in fields.items()}
        for record_id, fields in found.items()
    }


def read_supports(reader: Reader, citation_id: str) -> list[Statement | Brief]:
    """Return what rests on a work: statements, then claims, disputes and names' records.

    Raises:
        NotFoundError: there is no such work.

    """
    number = record_number(reader, citation_id)
    where = "s.number IN (SELECT statement FROM statement_citation WHERE citation = ?)"
    statements = read_statements(reader, where, (number,))
    told = {statement.record for statement in statements}
    rows = reader.all(
        f"SELECT DISTINCT {BRIEF}, b.number FROM record AS b WHERE b.number IN ("
        "SELECT claim FROM claim_rests_on WHERE citation = ?1 "
        "UNION SELECT dispute FROM dispute_citation WHERE citation = ?1 "
        "UNION SELECT n.record FROM name_citation AS nc JOIN name AS n ON n.number = nc.name "
        "WHERE nc.citation = ?1) ORDER BY b.number",
        (number,),
    )
    return [*statements, *(brief(row) for row in rows if row[0] not in told)]
