# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which columns a chart of a table may have on its axes, and which of them are chosen."""

from __future__ import annotations

from dataclasses import dataclass

COUNT = "count"
"""Chosen for an axis: how many rows there are."""
EACH = "each"
"""Chosen upright: a line for each row."""
MEASURES = ("median", "sum", "min", "max")
"""What may be made of the numbers of several rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that may be chosen, or the number of rows, or each row by itself."""

    id: str
    label: str
    sort: str
    """``number``, ``date``, ``category``, COUNT or EACH."""
    unit: str = ""

    @property
    def name(self) -> str:
        """The label without its unit."""
        bare = self.label
        for unit in (f", {self.unit}", f" ({self.unit})", f" [{self.unit}]"):
            bare = bare.removesuffix(unit) if self.unit else bare
        return bare


@dataclass(frozen=True, slots=True)
class Columns:
    """What may be chosen for each axis, given what the other one shows; the first is chosen."""

    across: tuple[Column, ...]
    upright: tuple[Column, ...]
    x: Column
    y: Column
    measures: tuple[str, ...] = ()
    """Of MEASURES, where numbers of several rows come together."""
    measure: str = ""
