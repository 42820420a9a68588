# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The charts: CHARTS, from which the list on the page, links, exports and tests are made.

A new chart is one file with a :class:`~terkha.charts.base.Chart`, and one line here.
"""

from __future__ import annotations

from difflib import get_close_matches

from terkha.charts.base import Chart
from terkha.charts.china_share import CHINA_SHARE
from terkha.charts.claims import CLAIMS
from terkha.charts.copper_production import COPPER_PRODUCTION
from terkha.charts.copper_resources import COPPER_RESOURCES
from terkha.charts.eu_benchmarks import EU_BENCHMARKS
from terkha.charts.lithium_production import LITHIUM_PRODUCTION
from terkha.charts.lithium_resources import LITHIUM_RESOURCES
from terkha.charts.rare_earth_production import RARE_EARTH_PRODUCTION
from terkha.charts.sites import SITES
from terkha.charts.words import translate
from terkha.charts.works import WORKS
from terkha_db.errors import NotFoundError

CHARTS: tuple[Chart, ...] = (
    COPPER_RESOURCES,
    LITHIUM_RESOURCES,
    SITES,
    LITHIUM_PRODUCTION,
    COPPER_PRODUCTION,
    RARE_EARTH_PRODUCTION,
    CHINA_SHARE,
    EU_BENCHMARKS,
    CLAIMS,
    WORKS,
)
"""In the order in which the page lists them; charts of one group stand together."""


def chart_by_id(chart_id: str) -> Chart:
    """Return the chart called ``chart_id``.

    Raises:
        NotFoundError: there is none; the sentence names the nearest, or all.

    """
    for chart in CHARTS:
        if chart.id == chart_id:
            return chart
    known = [chart.id for chart in CHARTS]
    near = get_close_matches(chart_id, known, n=3) or known
    raise NotFoundError(f"There is no chart “{chart_id}”; charts are {', '.join(near)}.")


def chart_title(chart_id: str) -> str:
    """Return the title of a chart in the reader's language; the id itself where there is none."""
    title = next((chart.title for chart in CHARTS if chart.id == chart_id), "")
    return translate("Charts", title) if title else chart_id
