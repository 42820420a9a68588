# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the catalogue gives out for the first screen: less than a record, and quick to load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Brief:
    """Enough of a record for a link: its permanent id, title and the title in a second script."""

    id: str
    kind: str
    title: str
    second: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Figures of one property, commodity and substance that differ: the mark beside a value."""

    property: str
    commodity: str
    substance: str
    unit: str
    count: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Edition:
    """Which catalogue this is."""

    version: str
    date: str
    checksum: str
    counts: Mapping[str, int] = field(default_factory=dict)
