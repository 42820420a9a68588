# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lithium resources by deposit, every published figure, compared as contained lithium."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from terkha.charts.base import Chart
from terkha.charts.resources import resources
from terkha.charts.words import MINES, noop, translate
from terkha_db.substances import CONTAINED
from terkha_db.wording import format_substance

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha_db.catalogue import Catalogue


def draw(catalogue: Catalogue) -> Picture:
    """Return the picture on a logarithmic axis: the figures lie three powers of ten apart."""
    words = {
        "id": LITHIUM_RESOURCES.id,
        "title": translate("Charts", "Lithium resources, all published figures"),
        "lead": translate(
            "Charts",
            "Million tonnes of contained lithium, logarithmic scale. One mark per published "
            "figure, whatever it was published as; the line spans those of one deposit.",
        ),
        "axis": translate("Charts", "Mt Li"),
    }
    picture = resources(catalogue, "lithium", words, log=True)
    factors = ", ".join(
        f"{format_substance(substance)} × {factor:.4f}"
        for substance, (_, factor) in CONTAINED.items()
        if substance in ("Li2O", "Li2CO3", "LiCl")
    )
    note = translate(
        "Charts",
        "Contained lithium by chemistry: %s. LCE is lithium carbonate equivalent.",
    )
    return replace(picture, notes=(note % factors, *picture.notes))


LITHIUM_RESOURCES = Chart(
    "lithium-resources",
    noop("Lithium resources, all figures"),
    MINES,
    noop("Every published resource and reserve of lithium by deposit, and how far they differ."),
    draw,
)
