# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Sparklines: true to the figures, from zero, with gaps, told in words, leading to their chart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from terkha.charted import AREAS, MINES, PRODUCTION, RESERVES, chart_of
from terkha.charts import CHARTS, chart_by_id
from terkha.pages.parts.sparks import trend_of
from terkha.views.rows import LeadRow

WORLD = "series/copper-mine-production-world"
CHARTED = [one for one in CHARTS if one.make.__module__.endswith((".world", ".mine_production"))]


@pytest.fixture
def figures(catalogue):
    return catalogue.observations(WORLD)


def outside(cites):
    return tuple(replace(cite, source=replace(cite.source, outside=True)) for cite in cites)


def places(image: str) -> list[list[tuple[float, float]]]:
    """The runs of a picture, as places between 0 and 1."""
    runs = image.split(":")[2].split("|")
    return [[tuple(map(float, pair.split(","))) for pair in run.split(";")] for run in runs]


def test_every_place_is_the_share_of_the_largest_figure(figures):
    trend = trend_of(figures)
    most = max(one.value for one in trend.figures)
    [run] = places(trend.image)
    assert [up for _, up in run] == pytest.approx(
        [one.value / most for one in trend.figures], abs=1e-4
    )
    assert [across for across, _ in run] == pytest.approx(
        [n / (len(run) - 1) for n in range(len(run))], abs=1e-4
    )
    assert {one.as_of for one in trend.figures} == {one.as_of for one in figures}
    assert all(one.rank != "superseded" for one in trend.figures)


def test_a_year_without_a_figure_is_a_gap(figures):
    trend = trend_of([one for one in figures if one.as_of != "2022"])
    first, second = places(trend.image)
    assert (len(first), len(second)) == (2, 3)


def test_the_last_mark_is_open_where_the_figure_is_an_estimate(figures):
    last = max((one for one in figures if one.rank != "superseded"), key=lambda one: one.as_of)
    for estimated, kind in ((True, "open"), (False, "full")):
        changed = [replace(one, estimated=estimated) if one is last else one for one in figures]
        assert trend_of(changed).image.startswith(f"spark:{kind}:")


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found[:2],
        lambda found: [*found, replace(found[0], rank="preferred")],
        lambda found: [replace(one, unit="t" if n else "kt") for n, one in enumerate(found)],
        lambda found: [replace(one, value=0.0) for one in found],
        lambda found: [replace(one, cites=outside(one.cites)) for one in found],
    ],
    ids=["two years", "two figures of a year", "two units", "nothing but zero", "outside the lens"],
)
def test_what_makes_no_honest_line_is_not_drawn(figures, change):
    shown = list(trend_of(figures).figures)
    assert trend_of(shown) is not None
    assert trend_of(change(shown)) is None


def test_what_is_said_to_be_charted_is_charted_and_nothing_else():
    said = {f"{slug}-mines" for slug in MINES}
    said |= {f"{slug}-production" for slug in PRODUCTION} | {
        f"{slug}-reserves" for slug in RESERVES
    }
    assert said == {chart.id for chart in CHARTED}
    assert chart_of("production", "DR Congo (Kinshasa)", "copper") == ""
    for area in AREAS:
        assert chart_by_id(chart_of("reserves", area, "tin").removeprefix("chart/"))


def test_a_commodity_shows_its_series_with_source_words_and_chart(window, qtbot):
    window.context.state.open("commodity/copper")
    page = window.page().record
    told = "2020 to 2025: 6 years with a figure, the first 20,600"
    qtbot.waitUntil(lambda: told in page.view.toPlainText())
    html = page.document.html
    assert html.count('src="spark:') == 4
    assert 'href="record:chart/copper-production"' in html
    assert f'href="record:{WORLD}"' in html


def test_rows_on_home_draw_a_line_and_tell_it(window, qtbot):
    window.context.state.open("page/home")
    qtbot.waitUntil(lambda: any(r._lead.spark for r in window.page().findChildren(LeadRow)))
    rows = [row for row in window.page().findChildren(LeadRow) if row._lead.spark]
    assert len(rows) == 3
    for row in rows:
        assert "years with a figure" in row.accessibleName()
        assert "U.S. Geological Survey" in row.accessibleName()
        assert chart_by_id(row._lead.link.removeprefix("chart/"))
    rows[0].click()
    assert window.context.state.link == "chart/copper-production"


def test_the_picture_has_its_base_at_zero_and_its_end_where_the_figure_is(look):
    drawn = look.symbols.spark("full:0,0;1,1").toImage()
    ink = QColor(look.theme.ink).rgb()
    high, wide = drawn.height(), drawn.width()
    dark = [(x, y) for x in range(wide) for y in range(high) if drawn.pixelColor(x, y).rgb() == ink]
    assert dark
    assert min(x for x, _ in dark) > wide * 0.9
    assert max(y for _, y in dark) < high * 0.4
    low = look.symbols.spark("full:0,1;1,0").toImage()
    dark = [(x, y) for x in range(wide) for y in range(high) if low.pixelColor(x, y).rgb() == ink]
    assert min(y for _, y in dark) > high * 0.6
