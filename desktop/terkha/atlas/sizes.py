# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the size of marks means, wherever they are sized by a field."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.atlas.marks import side_for, sized_by
from terkha_db.fields import fields_of
from terkha_db.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.models.sites import Site


def size_label(name: str) -> str:
    """Return how a field that sizes marks is called; "" for none."""
    if name == "elevation":
        # In the head of a table it is shorter.
        return QCoreApplication.translate("Map", "Elevation, m")
    return next((field.label for field in fields_of("mine") if field.id == name), "")


def size_words(sites: Sequence[Site], name: str) -> str:
    """Return what the size of marks stands for and how far it goes; "" where all are alike."""
    numbers = sized_by(sites, name).values()
    what = size_label(name)
    if not what or not numbers:
        return ""
    words = QCoreApplication.translate(
        "Map",
        "Area of a mark: %(what)s; the largest is %(high)s. Mines without a figure are smallest, "
        "counties all alike.",
    )
    if name == "elevation":
        words = QCoreApplication.translate(
            "Map",
            "Size of a mark: %(what)s, from %(low)s to %(high)s. Mines without a figure are "
            "smallest, counties all alike.",
        )
    low, high = format_number(min(numbers)), format_number(max(numbers))
    return words % {"what": what, "low": low, "high": high}


def size_samples(sites: Sequence[Site], name: str) -> list[tuple[str, float]]:
    """Return a few figures in words with the side of their marks, the largest first."""
    numbers = sized_by(sites, name).values()
    if not size_label(name) or not numbers:
        return []
    low, high = min(numbers), max(numbers)
    between = round((low + high) / 2, -2) if name == "elevation" else _round(high / 4)
    least = [low] if name == "elevation" else []
    figures = dict.fromkeys([high, between, *least])
    samples = [(format_number(one), side_for(name, one, low, high)) for one in figures]
    none = QCoreApplication.translate("Map", "no figure")
    return [*samples, (none, side_for(name, None, low, high))]


def _round(number: float) -> float:
    """Return the next smaller of 1, 2 and 5 with noughts."""
    power = 10.0 ** floor(log10(number))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= number)
