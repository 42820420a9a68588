# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Mine production of lithium, world and China, year by year."""

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
        "id": LITHIUM_PRODUCTION.id,
        "title": translate("Charts", "Lithium, mine production"),
        "lead": translate(
            "Charts",
            "Tonnes of contained lithium a year, by the editions of the Mineral Commodity "
            "Summaries (MCS) of the U.S. Geological Survey; the edition stands at each point.",
        ),
        "axis": translate("Charts", "tonnes of contained lithium"),
    }
    return production(catalogue, "lithium", words)


LITHIUM_PRODUCTION = Chart(
    "lithium-production",
    noop("Lithium, mine production"),
    PRODUCTION,
    noop("World and Chinese mine production of lithium by year, with every edition's figure."),
    draw,
)
