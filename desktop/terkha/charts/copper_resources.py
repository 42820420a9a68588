# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Copper resources by deposit, every published figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.charts.base import Chart
from terkha.charts.resources import resources
from terkha.charts.words import MINES, noop, translate

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha_db.catalogue import Catalogue


def draw(catalogue: Catalogue) -> Picture:
    """Return the picture on a linear axis from zero."""
    words = {
        "id": COPPER_RESOURCES.id,
        "title": translate("Charts", "Copper resources, all published figures"),
        "lead": translate(
            "Charts",
            "Million tonnes of contained copper. One mark per published figure; the line spans "
            "those of one deposit. None is averaged.",
        ),
        "axis": translate("Charts", "Mt Cu"),
    }
    return resources(catalogue, "copper", words)


COPPER_RESOURCES = Chart(
    "copper-resources",
    noop("Copper resources, all figures"),
    MINES,
    noop("Every published resource and reserve of copper by deposit, and how far they differ."),
    draw,
)
