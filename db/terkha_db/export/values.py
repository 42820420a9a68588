# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes single values so that no program can take a text for a formula."""

from __future__ import annotations

Value = str | float | int | None

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\n")
# Full-width forms that some spreadsheets read as the plain ones.
_WIDE = ("＝", "＋", "－", "＠")


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
    is_text = isinstance(value, str)
    if is_text and text.lstrip(" \u00a0").startswith((*_STARTS_FORMULA, *_WIDE)):
        return f"'{text}"
    return text


def one_line(text: str) -> str:
    """Return a text without tabs and line breaks, for formats that have no quoting."""
    return " ".join(text.split())
