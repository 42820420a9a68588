# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the size of marks means, in words, wherever they are sized by a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha_db.fields import fields_of
from terkha_db.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terkha.models.sites import Site


def size_words(sites: Iterable[Site], name: str) -> str:
    """Return what the size of marks stands for and how far it goes; "" where all are alike."""
    field = next((one for one in fields_of("mine") if one.id == name), None)
    found = [site.values.get(name) for site in sites]
    numbers = [float(value) for value in found if isinstance(value, int | float)]
    if field is None or not numbers:
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
    return words % {"what": field.label, "low": low, "high": high}
