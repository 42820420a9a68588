# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""From numbers to places along an axis and back, and the round numbers written beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from terkha_db.vocabulary import UNIT_BY_ID, Unit

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WHOLE_STEPS = (1.0, 2.0, 5.0, 10.0)
_MASSES = tuple(UNIT_BY_ID[unit] for unit in ("t", "kt", "Mt"))
_TOO_LONG = 10_000


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from ``low`` to ``high`` on places from ``start`` to ``end``, in pixels."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def at(self, value: float) -> float:
        """Return the place of a number; a logarithmic scale has no place for 0 or less."""
        low, high = self._warped(self.low), self._warped(self.high)
        share = (self._warped(value) - low) / (high - low)
        return self.start + share * (self.end - self.start)

    def value(self, place: float) -> float:
        """Return the number at a place."""
        low, high = self._warped(self.low), self._warped(self.high)
        warped = low + (place - self.start) / (self.end - self.start) * (high - low)
        return 10**warped if self.log else warped

    def _warped(self, value: float) -> float:
        return math.log10(value) if self.log else value


def ticks(
    low: float, high: float, most: int, *, log: bool = False, whole: bool = False
) -> tuple[float, ...]:
    """Return at most ``most`` round numbers from ``low`` to ``high``, evenly apart."""
    if log:
        found = _log_ticks(low, high, most)
        # Within less than a power of ten there may be no such number: then steps do.
        return found if len(found) > 1 else ticks(low, high, most)
    step = _step((high - low) / max(1, most - 1), whole=whole)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def round_below(value: float) -> float:
    """Return the largest number no greater than ``value`` that is 1, 2 or 5 of a power of ten."""
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return next(part * power for part in (5, 2, 1) if part * power <= value * (1 + 1e-9))


def mass_unit(tonnes: float) -> Unit:
    """Return the unit for an axis of masses that goes up to ``tonnes``.

    It is the smallest in which no number has more than four digits before the point: more are not
    told apart at a glance.
    """
    fitting = (unit for unit in _MASSES if tonnes / unit.factor < _TOO_LONG)
    return next(fitting, _MASSES[-1])


def tick_text(value: float, *, plain: bool = False) -> str:
    """Return a round number as it stands beside an axis, with commas unless ``plain``."""
    if plain:
        return f"{value:g}"
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _step(least: float, *, whole: bool) -> float:
    """Return the smallest round step that is no smaller than ``least``."""
    if whole and least <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    steps = _WHOLE_STEPS if whole else _STEPS
    return next(step * power for step in steps if step * power >= least * (1 - 1e-9))


def _log_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return powers of ten, with 2 and 5 between them where there is room."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    kept: tuple[float, ...] = ()
    for parts in ((1, 2, 5), (1, 3), (1,)):
        found = [part * 10.0**power for power in powers for part in parts]
        kept = tuple(value for value in found if low * 0.999 <= value <= high * 1.001)
        if len(kept) <= most:
            return kept
    return kept[:: math.ceil(len(kept) / most)]
