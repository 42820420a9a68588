# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How much of some commodities the world mined, year by year: rows with a sparkline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.charted import chart_of
from terkha.pages.parts.sparks import trend_of
from terkha.views.rows import Lead
from terkha_db.cells import who_says
from terkha_db.wording import SPACE, format_as_of, format_value

if TYPE_CHECKING:
    from terkha.context import Context

_COMMODITIES = ("copper", "lithium", "rare-earths")
_AREA = "World"
_MEASURE = "production"


def world_production(context: Context) -> tuple[list[Lead], str]:
    """Return a row for each commodity, leading to its chart, and who says what they end with.

    A commodity of which the lens leaves no line has no row.
    """
    catalogue = context.catalogue
    leads = []
    says: dict[str, None] = {}
    series = {one.commodity: one.id for one in catalogue.series(measure=_MEASURE, area=_AREA)}
    for commodity in _COMMODITIES:
        trend = trend_of(catalogue.observations(series[commodity]))
        if trend is None:
            continue
        says[who_says(trend.last)] = None
        size = format_value(replace(trend.last, substance="", estimated=False))
        title = catalogue.brief(f"commodity/{commodity}").title
        words = QCoreApplication.translate("Trends", "%(size)s in %(year)s")
        leads.append(
            Lead(
                chart_of(_MEASURE, _AREA, commodity),
                title[:1].upper() + title[1:],
                right=words
                % {"size": size.replace(SPACE, "\u00a0"), "year": format_as_of(trend.last)},
                spark=trend.image.partition(":")[2],
                told=f"{trend.words(QCoreApplication.translate)}, {who_says(trend.last)}",
            )
        )
    return leads, "; ".join(says)
