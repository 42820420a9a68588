# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which published figures of one thing differ: of all works, or of those that a lens admits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from terkha_db.entities import Spread

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can stand against others of the same ``key`` and ``part``."""

    key: Key
    """Property, commodity, substance and base unit."""
    part: str
    """Date and part that it is of, where those matter."""
    low: float
    high: float


def differing(figures: Iterable[Figure]) -> list[Spread]:
    """Return the spreads of figures, one for each key of which some figures differ."""
    groups: dict[tuple[Key, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.key, figure.part].append(figure)
    found: dict[Key, Spread] = {}
    for key, part in sorted(groups):
        group = groups[key, part]
        if len({(figure.low, figure.high) for figure in group}) > 1:
            low = min(figure.low for figure in group)
            high = max(figure.high for figure in group)
            found[key] = Spread(*key, len(group), low, high)
    return [found[key] for key in sorted(found)]
