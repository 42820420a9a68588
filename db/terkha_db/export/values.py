# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes single values so that no program can take a text for a formula."""

from __future__ import annotations

import re

Value = str | float | int | None

# Spreadsheets pass over blanks and what cannot be seen, and some read full-width forms as the plain
# ones.
_FORMULA = re.compile(
    r"[\t\n]|[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠]"
)


def plain(value: Value) -> str:
    """Return a value as text: whole numbers without a decimal point, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def safe(value: Value) -> str:
    """Return a value for a spreadsheet: a text that would be a formula gets an apostrophe."""
    # A lone carriage return would end the row of a CSV file whose rows end in line feeds.
    text = plain(value).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text


def one_line(text: str) -> str:
    """Return a text without tabs and line breaks, for formats that have no quoting."""
    return " ".join(text.split())
