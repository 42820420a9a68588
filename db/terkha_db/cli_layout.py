# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lays text out for a terminal, where Chinese characters are twice as wide as letters."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from unicodedata import category, east_asian_width

_WIDEST = 110
_FALLBACK = (100, 24)


def line_width() -> int:
    """Return how many columns a line of text may fill."""
    return min(shutil.get_terminal_size(_FALLBACK).columns, _WIDEST)


def width(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(_letter_width(letter) for letter in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text with blanks to a number of columns."""
    blanks = " " * max(0, columns - width(text))
    return blanks + text if right else text + blanks


def cut(text: str, columns: int) -> str:
    """Return a text on one line that takes at most so many columns, with … where it is cut."""
    text = " ".join(text.split())
    if width(text) <= columns:
        return text
    taken = ""
    room = columns - 1
    for letter in text:
        room -= _letter_width(letter)
        if room < 0:
            break
        taken += letter
    return f"{taken.rstrip()}…"


def columns(rows: Sequence[Sequence[str]], right: Iterable[int] = (), gap: str = "  ") -> list[str]:
    """Return rows as lines whose cells stand under one another; ``right`` ones end together."""
    if not rows:
        return []
    flush_right = set(right)
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        gap.join(
            pad(cell, widths[at], right=at in flush_right) for at, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]


def wrap(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break a text into lines; all but the first begin with ``hanging``, by default ``indent``."""
    hanging = indent if hanging is None else hanging
    room = line_width()
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line, empty = indent if not lines else hanging, True
        for word in paragraph.split(" "):
            if not empty and width(line) + 1 + width(word) > room:
                lines.append(line)
                line, empty = hanging, True
            line += word if empty else f" {word}"
            empty = False
        lines.append(line)
    return lines


def _letter_width(letter: str) -> int:
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
