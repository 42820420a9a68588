# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the typed tables of the table pages and which statements stand behind each cell."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from terkha_db.build.cell import Cell, Counts
from terkha_db.build.draft import Draft
from terkha_db.build.statements import numbers
from terkha_db.build.table_rules import rule_of
from terkha_db.fields import FIELDS, Field, fields_of

_TYPES = {"text": "TEXT", "date": "TEXT"}


def write(draft: Draft, connection: Connection) -> None:
    """Make and fill one table for each kind that has FIELDS, and the table cell."""
    counts = Counts(draft)
    stated = numbers(draft)
    cells: list[tuple[int, str, int, int]] = []
    for kind in dict.fromkeys(field.kind for field in FIELDS):
        fields = fields_of(kind)
        ids = [record_id for record_id in draft.heads if record_id.startswith(f"{kind}/")]
        rows = [[rule_of(field)(draft, counts, record_id) for field in fields] for record_id in ids]
        _write_table(connection, kind, fields, [draft.number(name) for name in ids], rows)
        cells += [
            (draft.number(record_id), field.id, at, stated[one.record, one.id])
            for record_id, row in zip(ids, rows, strict=True)
            for field, cell in zip(fields, row, strict=True)
            for at, one in enumerate(cell.statements)
        ]
    connection.executemany("INSERT INTO cell VALUES (?, ?, ?, ?)", sorted(cells))


def _write_table(
    connection: Connection,
    kind: str,
    fields: Sequence[Field],
    records: Sequence[int],
    rows: Sequence[Sequence[Cell]],
) -> None:
    columns = [
        f'"{field.id}" {_type(field, [row[at].value for row in rows])}'
        for at, field in enumerate(fields)
    ]
    connection.execute(
        f"CREATE TABLE table_{kind} (record INTEGER PRIMARY KEY REFERENCES record, "
        f"{', '.join(columns)}) STRICT"
    )
    marks = ", ".join("?" * (len(fields) + 1))
    connection.executemany(
        f"INSERT INTO table_{kind} VALUES ({marks})",
        [
            (record, *(cell.value for cell in row))
            for record, row in zip(records, rows, strict=True)
        ],
    )


def _type(field: Field, values: Sequence[object]) -> str:
    """Return the type of a column: counts are whole numbers, measures are not."""
    if field.type == "number":
        whole = all(isinstance(value, int) for value in values)
        return "INTEGER" if whole and not field.unit and not field.property else "REAL"
    return _TYPES[field.type]
