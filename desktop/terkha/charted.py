# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which commodities have charts of their own: told apart from the charts, which import much."""

from __future__ import annotations

MINES = ("copper", "lithium", "gold")
"""Those whose production and capacity is drawn by mine."""
PRODUCTION = (
    "lithium", "copper", "rare-earths", "gold", "silver", "lead", "zinc", "molybdenum", "tungsten",
    "tin", "antimony", "cobalt", "gallium", "graphite",
)  # fmt: skip
PRIMARY = ("gallium",)
"""Those of no mine: what is counted is the first metal that a smelter makes of other ores."""
RESERVES = tuple(slug for slug in PRODUCTION if slug != "gallium")
AREAS = ("World", "China")
"""Whose series these charts draw."""

_BY_MEASURE = {"production": PRODUCTION, "reserves": RESERVES}


def chart_of(measure: str, area: str, commodity: str) -> str:
    """Return the link of the chart that draws a series; "" where none does."""
    drawn = area in AREAS and commodity in _BY_MEASURE.get(measure, ())
    return f"chart/{commodity}-{measure}" if drawn else ""
