# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What differs between two libraries that are merged, and which side the reader decides for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Choice(Enum):
    """What becomes of a conflict."""

    BOTH = "keep-both"
    MINE = "mine"
    """What this library has stays, and what the other has is not taken in."""
    THEIRS = "theirs"
    """What the other library has is put in the place of what this one has."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both libraries have, each with something that the other lacks."""

    sort: str
    """``title``, ``notes``, ``collection``, ``search`` or ``work``."""
    key: str
    """Which one of its sort: a link, a path or a name."""
    name: str
    """How the reader calls it."""
    mine: str
    """What only this library has, as text to be read."""
    theirs: str
    """What only the other library has."""

    def phrase(self) -> str:
        """Return what it is about, as part of a sentence."""
        return f"{_PHRASES[self.sort]} {self.name}"


_PHRASES = {
    "title": "the title of",
    "notes": "notes on",
    "collection": "the collection",
    "search": "the search",
    "work": "the work",
}

Choose = Callable[[Conflict], Choice]


def keep_both(_conflict: Conflict) -> Choice:
    """Decide for neither side."""
    return Choice.BOTH


class Decisions:
    """Asks for a decision on each conflict that a merge meets, and remembers all of them."""

    def __init__(self, choose: Choose = keep_both) -> None:
        self._choose = choose
        self.made: list[tuple[Conflict, Choice]] = []

    def on(self, conflict: Conflict) -> Choice:
        """Return what becomes of a conflict."""
        choice = self._choose(conflict)
        self.made.append((conflict, choice))
        return choice


def differences(mine: Iterable[str], theirs: Iterable[str]) -> tuple[list[str], list[str]] | None:
    """Return what each of two sides has alone; None unless both have something of the kind.

    Where only one side has more, there is nothing to decide: the other is a part of it.
    """
    ours, others = list(dict.fromkeys(mine)), list(dict.fromkeys(theirs))
    only_ours = [each for each in ours if each not in others]
    only_theirs = [each for each in others if each not in ours]
    return (only_ours, only_theirs) if only_ours and only_theirs else None


def told(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[str, str]:
    """Return in which variables two CSL-JSON items differ, as text for each of them."""
    keys = [key for key in (*mine, *theirs) if key != "id" and mine.get(key) != theirs.get(key)]
    sides = ([f"{key}: {_worded(item.get(key))}" for key in dict.fromkeys(keys)]
             for item in (mine, theirs))  # fmt: skip
    first, second = ("\n".join(lines) for lines in sides)
    return first, second


def _worded(value: object) -> str:
    """Return the value of a variable of CSL as a reader writes it."""
    if value is None:
        return "(none)"
    if isinstance(value, Mapping) and "date-parts" in value:
        ends = value["date-parts"]
        return "/".join("-".join(f"{part:02}" for part in end) for end in ends)
    if isinstance(value, list):
        return "; ".join(map(_named, value))
    return str(value)


def _named(name: object) -> str:
    if not isinstance(name, Mapping):
        return str(name)
    order = ("literal", "family", "given", "suffix")
    return ", ".join(str(name[part]) for part in order if name.get(part))
