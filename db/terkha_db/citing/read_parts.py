# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the readers of BibLaTeX, RIS and CSL-JSON have in common: works, faults and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]

_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/?")
_ABOUT = re.compile(r"[~?%]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a file of works, and in sentences what was not."""

    items: tuple[Item, ...]
    """CSL-JSON 1.0.2 items; ``id`` is the key in the file, or empty."""
    faults: tuple[str, ...] = ()
    entries: int = 0
    """How many works the file holds, as far as one can count them: no fewer than were read."""


@dataclass(slots=True)
class Faults:
    """Gathers what could not be read, each once."""

    sentences: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Note a fault, unless it was noted before."""
        if sentence not in self.sentences:
            self.sentences.append(sentence)


def named(item: Item) -> str:
    """Return how a fault calls a work: by its key, or else its title."""
    shown = str(item.get("id") or item.get("title") or "a work without a title")
    return shown if len(shown) <= 60 else shown[:59] + "…"


def put_date(item: Item, variable: str, text: str, faults: Faults) -> None:
    """Put a date into a work; one that cannot be read is kept in the note, and told."""
    ends = [_parts(end) for end in _ends(text)]
    if ends and all(ends):
        item[variable] = {"date-parts": ends}
        if _ABOUT.search(text):
            item[variable]["circa"] = True
        return
    put_note(item, f"{variable}: {text.strip()}")
    faults.add(f"{named(item)}: the date “{text.strip()}” cannot be read and is kept in the note.")


def put_note(item: Item, text: str) -> None:
    """Add a line to the note of a work."""
    item["note"] = f"{item['note']}\n{text}" if item.get("note") else text


def put(item: Item, variable: str, text: str) -> None:
    """Set a variable of a work to a text on one line, unless it is empty or set already."""
    line = " ".join(text.split())
    if line and variable not in item:
        item[variable] = line


def month_number(text: str) -> str:
    """Return a month written in any of the usual ways as a number of two digits, or nothing."""
    short = text.strip().lower()[:3]
    if text.strip().isdecimal():
        return f"{int(text):02}"
    return f"{_MONTHS.index(short) + 1:02}" if short in _MONTHS else ""


def identifiers(item: Item, text: str) -> None:
    """Put numbers of books and journals where they belong, told apart by their form."""
    for number in re.split(r"[\s;,]+", text):
        compact = number.replace("-", "")
        if re.fullmatch(r"\d{7}[\dXx]", compact):
            put(item, "ISSN", number)
        elif number:
            put(item, "ISBN", number)


def _ends(text: str) -> Sequence[str]:
    """Return the one or two ends of a date or interval, without the marks of uncertainty."""
    plain = _ABOUT.sub("", text.strip())
    if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?/\d{4}(-\d{2}(-\d{2})?)?", plain):
        return plain.split("/")
    return [plain] if plain else []


def _parts(text: str) -> list[int]:
    """Return year, month and day as far as they are stated; nothing for what is no date."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return []
    parts = [int(part) for part in match.groups() if part]
    month = parts[1] if len(parts) > 1 else 1
    day = parts[2] if len(parts) > 2 else 1
    return parts if 1 <= month <= 12 and 1 <= day <= _LAST_DAYS[month - 1] else []
