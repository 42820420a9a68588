# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How large discs are, in the plot and in the legend that gives their scale."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha.charts.base import Shape
from terkha.charts.scale import round_below

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha.look.fonts import Fonts

DISC_PITCH = 42
"""How far rows of discs are apart at least."""
_SHARE = 0.47
# On numbered axes discs are the contents of squares of this size.
_SQUARE = 19
_LEAST = 2.5
_LESS = 4


@dataclass(frozen=True, slots=True)
class Discs:
    """The discs of one picture: areas are as their numbers, as far as a disc can be seen."""

    least: float
    most: float
    is_upright: bool

    @classmethod
    def of(cls, picture: Picture) -> Discs | None:
        """Return the discs of a picture; None where it has none."""
        shown = [mark.shown for mark in picture.marks if mark.shape is Shape.DISC]
        return cls(min(shown), max(shown), picture.y is not None) if shown else None

    def radius(self, shown: float, fonts: Fonts) -> float:
        """Return the radius of the disc of a number."""
        room = fonts.px(_SQUARE if self.is_upright else DISC_PITCH)
        share = math.sqrt(shown / self.most)
        return max(room * _SHARE * share, float(fonts.px(_LEAST)))

    @property
    def told(self) -> tuple[float, ...]:
        """Round numbers whose discs tell the scale, from small to large: up to three."""
        top = round_below(self.most)
        found = {top, round_below(top / _LESS), round_below(self.least)}
        return tuple(sorted(number for number in found if number >= self.least))
