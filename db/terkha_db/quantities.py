# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Quantities in running text: no line may end between a number and its unit."""

from __future__ import annotations

import re
from functools import cache

from terkha_db.vocabulary import UNITS
from terkha_db.wording import SPACE

_BARE = {"1", "count"}
# What our texts write beside the units of values.
_ALSO = frozenset(
    "million billion trillion tonnes metres kilometres hectares ha mm cm m2 m² km² m3 m³ "  # noqa: SIM905
    "m³/d g/cm³ Mt/y kt/y kt/d Gt kWh GWh GW kV °C".split()
)
_CURRENCIES = "CNY|USD|CAD|EUR|RMB|INR|HKD"


def held(text: str) -> str:
    """Return a text with no-break spaces between numbers and units, and before numbers of money."""
    return _parting().sub(SPACE, text)


@cache
def _parting() -> re.Pattern[str]:
    """Return where a line must not end; made when it is first asked for, as it is large."""
    units = sorted({unit.id for unit in UNITS} - _BARE | _ALSO, key=len, reverse=True)
    unit = rf"(?=(?:{'|'.join(map(re.escape, units))})(?![\w/²³-]))"
    return re.compile(
        rf"(?<=\d) {unit}|(?<=million) {unit}|(?<=billion) {unit}|(?<=\b(?:{_CURRENCIES})) (?=\d)"
    )
