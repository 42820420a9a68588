# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every chart, drawn once from the real catalogue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from terkha.charts import CHARTS, chart_by_id, entries
from terkha.charts.base import Picture
from terkha.look import Look
from terkha.look.fonts import Fonts
from terkha_db.catalogue import Catalogue

CHART_IDS = [chart.id for chart in CHARTS]
every_chart = pytest.mark.parametrize("chart_id", CHART_IDS)
every_family = pytest.mark.parametrize("chart_id", [chart.id for chart in entries()])
"""One chart of each family, where what is dear hangs on the family and not on the numbers."""

Draw = Callable[[str], Picture]


@pytest.fixture(scope="session")
def draw(qapp, catalogue: Catalogue) -> Draw:
    """Draw a chart by its id; each is drawn once."""
    drawn: dict[str, Picture] = {}

    def picture(chart_id: str) -> Picture:
        if chart_id not in drawn:
            drawn[chart_id] = chart_by_id(chart_id).draw(catalogue)
        return drawn[chart_id]

    return picture


@pytest.fixture
def picture(draw: Draw, chart_id: str) -> Picture:
    """The picture of the chart that a test is about."""
    return draw(chart_id)


@pytest.fixture
def fonts(look: Look) -> Fonts:
    return Fonts(look.fonts.families)
