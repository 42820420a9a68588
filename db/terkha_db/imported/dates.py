# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads dates in many forms into text of the precision given: 2015, 2015-03, 2015-03-05."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WORD = r"(?P<word>[A-Za-z]{3,9})\.?"
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[AaPp][Mm]|[+-]\d{2}:?\d{2})?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_YEAR}\s*年(?:\s*(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号])?)?",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_TIME}",
        rf"{_DAY}[ -]{_WORD},?[ -]{_YEAR}{_TIME}",
        rf"{_WORD} {_DAY},? {_YEAR}{_TIME}",
        rf"{_WORD},?[ -]{_YEAR}",
    )
)
# Which of the two is the day, no single date of this form tells.
_EITHER = re.compile(rf"(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}{_TIME}")


def read_date(text: str, *, day_first: bool | None = None) -> str | None:
    """Return a date as ISO text, or None if it is none or could be one of two.

    ``day_first`` says how ``03/04/2015`` is meant; it stays unread where that is not known.
    """
    text = text.strip()
    either = _EITHER.fullmatch(text)
    if either is not None:
        return _either(either, day_first)
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            return _checked(found)
    return None


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Tell from the dates of a column whether the day stands before the month, if they tell."""
    orders = set()
    for found in map(_EITHER.fullmatch, map(str.strip, texts)):
        if found is not None:
            first, second = int(found["first"]), int(found["second"])
            if first > 12 >= second:
                orders.add(True)
            elif second > 12 >= first:
                orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _either(found: re.Match[str], day_first: bool | None) -> str | None:
    first, second = int(found["first"]), int(found["second"])
    if first == second or first > 12 or (second <= 12 and day_first):
        return _iso(int(found["year"]), second, first)
    if second > 12 or day_first is False:
        return _iso(int(found["year"]), first, second)
    return None


def _checked(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    word = parts.get("word")
    if word is not None:
        names = [at for at, name in enumerate(_MONTHS, 1) if word.lower().startswith(name)]
        return _iso(int(parts["year"]), names[0], int(parts.get("day") or 0)) if names else None
    return _iso(int(parts["year"]), int(parts.get("month") or 0), int(parts.get("day") or 0))


def _iso(year: int, month: int, day: int) -> str | None:
    """Return the date with as many parts as are known (0 for those that are not)."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}-{month:02}" if month else f"{year:04}"
