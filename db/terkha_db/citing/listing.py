# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Puts entries into a list: each work once, in the order of the style, numbered if it numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from terkha_db.citing.locator import shortened
from terkha_db.citing.runs import plain
from terkha_db.citing.styles import NUMBER, Style

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


def sort_key(order: int) -> str:
    """Give the sort key of a work from its rank in the style's order of all works."""
    return f"{order:07d}"


def arranged(entries: Iterable[Entry], style: Style | None = None) -> list[Entry]:
    """Give each work once: in the order of ``style``, or by id where none is chosen.

    Numeric styles keep the order given and number the entries from 1; some others put a dash for
    authors who stand in the entry before.
    """
    works = merged(entries)
    if style is None:
        return sorted(works, key=lambda entry: entry.id)
    if style.sorts:
        ordered = sorted(works, key=lambda entry: (entry.sort_key, entry.id))
        return list(_dashed(ordered, style))
    return numbered(works)


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Give each work once, where it first stands, with all its locators and uses."""
    works: dict[str, Entry] = {}
    for entry in entries:
        if seen := works.get(entry.id):
            entry = replace(  # noqa: PLW2901  the work as it is known now
                seen,
                locators=_union(seen.locators, entry.locators),
                used_for=_union(seen.used_for, entry.used_for),
            )
        works[entry.id] = entry
    return list(works.values())


def numbered(entries: Sequence[Entry]) -> list[Entry]:
    """Write the place in the list where the style wants the number of the work."""
    return [
        replace(
            entry,
            html=entry.html.replace(NUMBER, str(number), 1),
            text=entry.text.replace(NUMBER, str(number), 1),
        )
        for number, entry in enumerate(entries, start=1)
    ]


def lines_under(entry: Entry) -> list[str]:
    """Give the lines under an entry: where it is cited and what for; none if neither is known."""
    lines = []
    if entry.locators:
        lines.append(f"Cited at: {shortened(entry.locators)}")
    if entry.used_for:
        lines.append(f"Used for: {'; '.join(entry.used_for)}")
    return lines


def _dashed(entries: Iterable[Entry], style: Style) -> Iterator[Entry]:
    before: object = None
    for entry in entries:
        authors = _dashed_authors(entry, style)
        if authors and authors == before:
            yield replace(entry, html=entry.repeated, text=plain(entry.repeated))
        else:
            yield entry
        before = authors


def _dashed_authors(entry: Entry, style: Style) -> object:
    """Give whom a dash may stand for: not a title, which repeats without being an author."""
    # What the two texts do not share at their ends is what the style puts the dash for.
    ends = zip(reversed(entry.text), reversed(plain(entry.repeated)), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    first = entry.text[: len(entry.text) - shared]
    if not entry.repeated or _letters(first) in ("", _letters(entry.csl.get("title", ""))):
        return None
    people = entry.csl.get("author", ())
    return first, people[:1] if style.dash == "first" else people


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))
