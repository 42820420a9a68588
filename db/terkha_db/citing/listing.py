# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Puts entries into a list: each work once, in the order of the style, numbered if it numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from terkha_db.citing.locator import shortened
from terkha_db.citing.styles import NUMBER, Style

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


def sort_key(order: int) -> str:
    """Give the sort key of a work from its rank in the style's order of all works."""
    return f"{order:07d}"


def arranged(entries: Iterable[Entry], style: Style | None = None) -> list[Entry]:
    """Give each work once: in the order of ``style``, or by id where none is chosen.

    Numeric styles keep the order given and number the entries from 1.
    """
    works = merged(entries)
    if style is None:
        return sorted(works, key=lambda entry: entry.id)
    if style.sorts:
        return sorted(works, key=lambda entry: (entry.sort_key, entry.id))
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


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))
