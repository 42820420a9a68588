# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Turns cells into what is stored: numbers, dates and text, each only where nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from terkha_db.imported.dates import read_date
from terkha_db.imported.mapping import Column
from terkha_db.imported.source import Cell

Stored = str | int | float | None
Convert = Callable[[Cell], tuple[Stored, bool]]
"""Returns what is stored and whether the cell is of the column's type."""

# An identifier such as 007 is no number; nor is one with more digits than a float keeps.
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d{1,15})?")
_EXPONENT = re.compile(r"[-+]?\d(?:\.\d{1,14})?[eE][-+]?\d{1,2}")
_MOST_DIGITS = 15


def read_number(text: str) -> int | float | None:
    """Return a number that stands alone, or None where the text is something else.

    Commas are read where they part thousands; what would lose digits stays text.
    """
    text = text.strip()
    if not text or not (_NUMBER.fullmatch(text) or _EXPONENT.fullmatch(text)):
        return None
    if sum(map(str.isdigit, text)) > _MOST_DIGITS or not text.strip("+-"):
        return None
    plain = text.replace(",", "")
    return int(plain) if plain.lstrip("+-").isdigit() else float(plain)


def is_number(cell: Cell) -> bool:
    """Tell whether a cell is a number."""
    return not isinstance(cell, str) or read_number(cell) is not None


def shown_text(cell: Stored) -> str:
    """Return a cell as it is shown: numbers as they are written, text on one line."""
    if cell is None:
        return ""
    return f"{cell:.15g}" if isinstance(cell, float) else " ".join(str(cell).split())


def converter(column: Column) -> Convert | None:
    """Return what stores the cells of a column; None where they are text.

    A cell of another type stays as it was.
    """
    if column.type == "number":
        return _number
    if column.type == "date":
        return _dates(column.day_first)
    return None


def _number(cell: Cell) -> tuple[Stored, bool]:
    if not isinstance(cell, str):
        return _storable(cell), True
    text = cell.strip()
    if not text:
        return None, True
    number = read_number(text)
    return (text, False) if number is None else (number, True)


def _storable(number: int | float) -> Stored:
    """Return a number, or its text where SQLite cannot hold it."""
    if isinstance(number, int) and not -(2**63) <= number < 2**63:
        return str(number)
    return number if number == number else "NaN"  # noqa: PLR0124


def _dates(day_first: bool | None) -> Convert:
    def convert(cell: Cell) -> tuple[Stored, bool]:
        text = str(cell).strip()
        if not text:
            return None, True
        date = read_date(text, day_first=day_first)
        return (text, False) if date is None else (date, True)

    return convert
