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
from terkha.charts.criticality import CRITICALITY
from terkha.charts.eu_benchmarks import EU_BENCHMARKS
from terkha.charts.grade_tonnage import GRADE_TONNAGE
from terkha.charts.mine_production import MINE_PRODUCTION
from terkha.charts.resources import RESOURCES
from terkha.charts.sites import SITES
from terkha.charts.speakers import SPEAKERS
from terkha.charts.stakes import STAKES
from terkha.charts.timeline import TIMELINE
from terkha.charts.words import translate
from terkha.charts.works import WORKS
from terkha.charts.world import WORLD_PRODUCTION, WORLD_RESERVES
from terkha_db.errors import NotFoundError

CHARTS: tuple[Chart, ...] = (
    *RESOURCES,
    *GRADE_TONNAGE,
    *MINE_PRODUCTION,
    *SITES,
    STAKES,
    TIMELINE,
    *WORLD_PRODUCTION,
    *WORLD_RESERVES,
    *CHINA_SHARE,
    EU_BENCHMARKS,
    CRITICALITY,
    CLAIMS,
    SPEAKERS,
    WORKS,
)
"""In the order in which the page lists them; charts of a group, and of a family, stand together."""


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


def family_of(chart_id: str) -> tuple[Chart, ...]:
    """Return the charts that a chart is one of, itself among them; none where it is alone."""
    family = next((chart.family for chart in CHARTS if chart.id == chart_id), "")
    return tuple(chart for chart in CHARTS if family and chart.family == family)


def entries() -> tuple[Chart, ...]:
    """Return the charts that lists name: the first of each family, and those that have none."""
    named = {chart.family or chart.id: chart for chart in reversed(CHARTS)}
    return tuple(reversed(named.values()))


def chart_title(chart_id: str) -> str:
    """Return the title of a chart in the reader's language; the id itself where there is none."""
    title = next((chart.title for chart in CHARTS if chart.id == chart_id), "")
    return translate("Charts", title) if title else chart_id
