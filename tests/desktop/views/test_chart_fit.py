# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts on their page: few rows stay together, and of many the axis is always seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from terkha.views.axis_strip import AxisStrip


@pytest.fixture
def shown(window, qtbot):
    """Open a chart in a window of usual size; return its page when it has been laid out."""
    window.resize(1440, 900)
    window.show()

    def show(chart: str):
        window.context.state.open(f"chart/{chart}")
        qtbot.wait(60)
        return window.page()

    return show


def strip_of(page) -> AxisStrip:
    return page.findChild(AxisStrip)


def ink(image, place: QRect) -> int:
    """How many pixels of a part of a picture differ from its upper left one."""
    part = image.copy(place)
    ground = part.pixelColor(0, 0)
    points = ((x, y) for x in range(part.width()) for y in range(part.height()))
    return sum(part.pixelColor(x, y) != ground for x, y in points)


@pytest.mark.parametrize("chart", ["zinc-resources", "sites-by-kind", "sites-by-province"])
def test_few_rows_stay_together_and_their_words_follow(shown, chart):
    page = shown(chart)
    plot = page.pane.plot
    frame = plot.frame_shown()
    assert frame.pitch <= 50
    assert plot.height() - frame.plot.bottom() < 40
    page.show_table(on=True)
    assert page.pane.table.maximumHeight() > 10_000


@pytest.mark.parametrize("chart", ["timeline", "owners-stakes"])
def test_dates_are_seen_wherever_a_long_chart_is_scrolled_to(shown, chart, qtbot):
    page = shown(chart)
    strip, plot, bar = strip_of(page), page.pane.plot, page._scroll.verticalScrollBar()
    view = page._scroll.viewport()
    frame = plot.frame_shown()
    assert bar.maximum() > 0
    for place in (0, bar.maximum() // 3, bar.maximum()):
        bar.setValue(place)
        qtbot.wait(30)
        axis = plot.mapTo(view, QPoint(0, round(frame.plot.bottom()))).y()
        assert strip.isVisible() == (axis + strip.height() > view.height())
        if not strip.isVisible():
            continue
        assert strip.geometry().bottom() == view.rect().bottom()
        left = plot.mapTo(view, QPoint()).x()
        for value, _ in frame.x_ticks:
            x = round(left + frame.x.at(value))
            assert ink(strip.grab().toImage(), QRect(x - 14, 4, 28, strip.height() - 6))


@pytest.mark.parametrize("chart", ["criticality", "claims-by-source"])
def test_names_of_columns_stay_at_the_top(shown, chart, qtbot):
    page = shown(chart)
    strip, bar = strip_of(page), page._scroll.verticalScrollBar()
    assert not strip.isVisible()
    bar.setValue(bar.maximum())
    qtbot.wait(30)
    assert strip.isVisible()
    assert strip.y() == 0
    bar.setValue(0)
    qtbot.wait(30)
    assert not strip.isVisible()


def test_from_long_to_short_charts_nothing_is_left_behind(shown, qtbot):
    for chart in ("timeline", "eu-benchmarks", "owners-stakes", "zinc-resources", "timeline"):
        page = shown(chart)
    shown("copper-production")
    assert not strip_of(page).isVisible()


def test_what_is_counted_is_said_once(shown):
    for chart in ("works-by-kind", "claims-by-topic", "copper-resources"):
        told = shown(chart).status().partition(" · ")[2].split(", ")
        assert len(told) == len(set(told))
