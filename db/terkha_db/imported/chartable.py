# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which columns of a collection are numbers, dates or categories, and what their headers tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from terkha_db.axes import Column
from terkha_db.imported.collection import Field
from terkha_db.imported.searching import Stoppable
from terkha_db.imported.vocabulary import Vocabulary
from terkha_db.imported.where import Clause

_MOST = 200
"""Columns that are looked at: each has three answers in one question, and SQLite gives 2,000."""
_DEGREES = ("lat", "lon")
_YEARS = (1500, 2100)
_LARGEST = "1e300"
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）]{1,12})[)\]）]\s*$")
_TRAILING = re.compile(
    r"[,，]\s*((?:[kMG]?t|kg|m?g|oz|lb|[kcm]?m[23²³]?|ft|mi|ha|%|‰|pp[mb]|°C?|[kMG]Wh?|USD|CNY)"
    r"(?:/\w{1,3})?)\s*$"
)
_LETTER = re.compile(r"[^\W\d_]|[%‰°]")
_RATES = re.compile(r"[%‰°/]|\bpp[mb]\b", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"(?:^|[\W_])(?:elev\w*|altitude|height|depth|grades?|age|share|percent\w*|rate|ratio|price|"
    r"temp\w*|years?|code|id|no|rank|score)(?:$|[\W_])|海拔|高程|深度|品位|年份|编号|比例",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chartable:
    """A column of the table ``site`` that charts may show."""

    column: Column
    """Under the name that queries give it, with its header as label."""
    of: str
    """Its column in the table ``site``."""
    sql: str
    """What stands for it in SQL: the year of a date; NULL where a cell is of another type."""


def chartables(database: Stoppable, vocabulary: Vocabulary) -> tuple[Chartable, ...]:
    """Return the columns that charts may show, as the table has them; coordinates come last."""
    found = []
    own = [field for field in vocabulary.fields if field.id in _DEGREES]
    others = [field for field in vocabulary.fields if field.id not in _DEGREES]
    for field in (*others[:_MOST], *own):
        sort, sql = _sort(database, vocabulary, field)
        if sort:
            unit = "°" if field.id in _DEGREES else unit_of(field.header)
            name = vocabulary.columns[field.id].id
            label = " ".join(field.header.split())
            column = Column(name, label, sort, unit if sort == "number" else "")
            found.append(Chartable(column, field.id, sql))
    return tuple(found)


def condition(where: Clause, *more: str) -> str:
    """Return the WHERE of a question, "" where all rows are meant."""
    parts = [f"({where.sql})", *more] if where.sql else list(more)
    return f" WHERE {' AND '.join(parts)}" if parts else ""


def unit_of(header: str) -> str:
    """Return the unit that a header ends with, in brackets or after a comma; "" where it has none.

    ``Reserves (kt)`` and ``Grade, %`` have one; ``Reserves, 2020`` and ``Grade (2020)`` have not.
    """
    found = _BRACKETED.search(header) or _TRAILING.search(header)
    return found[1].strip() if found and _LETTER.search(found[1]) else ""


def is_amount(column: Column) -> bool:
    """Tell whether numbers of a column can be added: grades, rates and heights cannot."""
    return not (_RATES.search(column.unit) or _NO_AMOUNT.search(column.name))


def _sort(database: Stoppable, vocabulary: Vocabulary, field: Field) -> tuple[str, str]:
    """Return what a column is good for, and its SQL; "" for names, sentences and addresses."""
    own = field.id
    if own in vocabulary.values:
        return "category", own
    if field.role in ("title", "name", "url") or (
        field.role in ("lat", "lon") and own != field.role
    ):
        return "", ""
    if field.type == "date":
        shape = f"LENGTH({own}) IN (4, 7, 10) AND {own} GLOB '[0-9][0-9][0-9][0-9]*'"
        return "date", f"CASE WHEN {shape} THEN CAST(SUBSTR({own}, 1, 4) AS INTEGER) END"
    if field.type != "number":
        return "", ""
    is_number = f"TYPEOF({own}) IN ('integer', 'real') AND ABS({own}) < {_LARGEST}"
    sort = "date" if _holds_years(database, field) else "number"
    return sort, f"CASE WHEN {is_number} THEN {own} END"


def _holds_years(database: Stoppable, field: Field) -> bool:
    """Tell whether all numbers of a column are years, as of one headed Discovered."""
    if field.role != "free" or field.misfits or unit_of(field.header):
        return False
    own = field.id
    low, high = _YEARS
    years = f"SUM(TYPEOF({own}) = 'integer' AND {own} BETWEEN {low} AND {high})"
    ((number, fit),) = database.all(f"SELECT COUNT({own}), {years} FROM site")
    return bool(0 < number == fit)
