# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How the cells of the tables read, on screen, in exports and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha_db import wording
from terkha_db.vocabulary import (
    CLAIM_KINDS,
    DISPUTE_TOPICS,
    PLACE_LEVELS,
    SITE_KINDS,
    SOURCE_KINDS,
    STATUSES,
    VERDICTS,
)

if TYPE_CHECKING:
    from terkha_db.entities import Spread, Statement
    from terkha_db.fields import Field

Value = str | float | int | None

_WORDS = {
    choice.id: choice.label
    for choice in (
        *STATUSES,
        *SITE_KINDS,
        *SOURCE_KINDS,
        *CLAIM_KINDS,
        *DISPUTE_TOPICS,
        *PLACE_LEVELS,
        *VERDICTS,
    )
}
_MILLION = 1e6


def cell_text(field: Field, value: Value) -> str:
    """Return how a stored value reads in a cell; "" for a value that is not recorded."""
    if value is None or value == "":
        return ""
    if isinstance(value, int | float):
        return _number(field, value)
    if field.type == "date":
        return wording.format_date(value)
    if field.paint in ("status", "kind", "verdict"):
        return _WORDS.get(value) or value[:1].upper() + value[1:].replace("-", " ")
    return value


def spread_text(spread: Spread, field: Field) -> str:
    """Return the range of figures that differ, ``5.78–25.88``, written as the column's values."""
    factor = _MILLION if (spread.unit, field.unit) == ("t", "Mt") else 1.0
    low, high = spread.low / factor, spread.high / factor
    return f"{_number(field, low)}–{_number(field, high)}"


def who_says(statement: Statement) -> str:
    """Return the claimants of a statement in short: author or outlet and date of the first work."""
    if not statement.cites:
        return ""
    source = statement.cites[0].source
    more = len(statement.cites) - 1
    date = wording.format_date(source.date)
    return f"{wording.who(source)}, {date}" + (f" and {more} more" if more else "")


def _number(field: Field, value: float) -> str:
    if field.unit == "°":
        return f"{value:.4f}"
    if field.unit == "Mt":
        return _rounded(value)
    return wording.format_number(value)


def _rounded(value: float) -> str:
    """Round to two decimals, or to two significant digits where that would leave nothing."""
    return f"{value:,.2f}" if value >= 0.01 else f"{value:.2g}"
