# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Mine production of copper, world and China, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.charts.base import Chart
from terkha.charts.production import production
from terkha.charts.words import PRODUCTION, noop, translate

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha_db.catalogue import Catalogue


def draw(catalogue: Catalogue) -> Picture:
    """Return the picture."""
    words = {
        "id": COPPER_PRODUCTION.id,
        "title": translate("Charts", "Copper, mine production"),
        "lead": translate(
            "Charts",
            "Thousand tonnes of contained copper a year, by the editions of the Mineral Commodity "
            "Summaries (MCS) of the U.S. Geological Survey; the edition stands at each point.",
        ),
        "axis": translate("Charts", "thousand tonnes of contained copper"),
    }
    return production(catalogue, "copper", words)


COPPER_PRODUCTION = Chart(
    "copper-production",
    noop("Copper, mine production"),
    PRODUCTION,
    noop("World and Chinese mine production of copper by year, with every edition's figure."),
    draw,
)
