# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the typed tables of the table pages, and what statements would put into each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection

from terkha_db.build.cell import Cell, Counts
from terkha_db.build.draft import Draft
from terkha_db.build.statements import numbers
from terkha_db.build.table_rules import rule_of
from terkha_db.candidates import Candidate, Value, chosen, separator_of
from terkha_db.fields import FIELDS, Field, fields_of

_TYPES = {"text": "TEXT", "date": "TEXT"}


def write(draft: Draft, connection: Connection) -> None:
    """Make and fill one table for each kind that has FIELDS, and the table cell."""
    counts = Counts(draft)
    stated = numbers(draft)
    cells: list[tuple[object, ...]] = []
    for kind in dict.fromkeys(field.kind for field in FIELDS):
        fields = fields_of(kind)
        ids = [record_id for record_id in draft.heads if record_id.startswith(f"{kind}/")]
        rows = [[rule_of(field)(draft, counts, record_id) for field in fields] for record_id in ids]
        values = [
            [_value(field, cell) for field, cell in zip(fields, row, strict=True)] for row in rows
        ]
        _write_table(connection, kind, fields, [draft.number(name) for name in ids], values)
        cells += [
            (
                draft.number(record_id),
                field.id,
                at,
                one.rank,
                stated[record_id, one.statement],
                draft.work(one.work) if one.work else None,
                one.beside,
                one.value,
            )
            for record_id, row in zip(ids, rows, strict=True)
            for field, cell in zip(fields, row, strict=True)
            for at, one in enumerate(_ordered(cell))
        ]
    cells.sort(key=lambda cell: cell[:3])
    connection.executemany("INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells)


def _value(field: Field, cell: Cell) -> Value:
    if cell.candidates:
        return chosen(cell.candidates, separator_of(field))[0]
    return cell.value


def _ordered(cell: Cell) -> list[Candidate[str]]:
    """Return candidates by rank, the ranks counted from 0."""
    ranks = sorted({one.rank for one in cell.candidates})
    found = sorted(cell.candidates, key=lambda one: (one.rank, one.beside))
    return [replace(one, rank=ranks.index(one.rank)) for one in found]


def _write_table(
    connection: Connection,
    kind: str,
    fields: Sequence[Field],
    records: Sequence[int],
    rows: Sequence[Sequence[Value]],
) -> None:
    columns = [
        f'"{field.id}" {_type(field, [row[at] for row in rows])}' for at, field in enumerate(fields)
    ]
    connection.execute(
        f"CREATE TABLE table_{kind} (record INTEGER PRIMARY KEY REFERENCES record, "
        f"{', '.join(columns)}) STRICT"
    )
    marks = ", ".join("?" * (len(fields) + 1))
    connection.executemany(
        f"INSERT INTO table_{kind} VALUES ({marks})",
        [(record, *row) for record, row in zip(records, rows, strict=True)],
    )


def _type(field: Field, values: Sequence[object]) -> str:
    """Return the type of a column: counts are whole numbers, measures are not."""
    if field.type == "number":
        whole = all(isinstance(value, int) for value in values)
        return "INTEGER" if whole and not field.unit and not field.property else "REAL"
    return _TYPES[field.type]
