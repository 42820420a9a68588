# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The plot on screen: keys reach every mark, clicks select, zoom keeps marks on their axis."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QToolTip

from terkha.charts.base import Shape
from terkha.charts.export import to_svg
from terkha.charts.plot import PlotView
from terkha.charts.steps import step

from .conftest import every_chart, every_family
from .test_export import axis, outline

Key = Qt.Key


@pytest.fixture
def plot(look, qtbot):
    look.choose(appearance="light", text_scale=100)
    host = QScrollArea()
    made = PlotView(look)
    host.setWidget(made)
    host.setWidgetResizable(True)
    host.resize(1000, 640)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.close()
    shiboken6.delete(host)


@every_chart
def test_arrow_keys_reach_every_mark(picture):
    reached = {step(picture, -1, "next")}
    number = step(picture, -1, "next")
    for _ in picture.marks:
        number = step(picture, number, "next")
        reached.add(number)
    assert reached == set(range(len(picture.marks)))
    assert step(picture, number, "next") == number, "at the end one stays"
    assert step(picture, number, "first") == step(picture, -1, "next")


@every_chart
def test_up_and_down_go_from_row_to_row(picture):
    if picture.y is not None and not any(series.title for series in picture.series):
        number, ways = step(picture, -1, "next"), ("next", "below", "above")
        reached = {number := step(picture, number, ways[0]) for _ in picture.marks}
        assert len(reached) >= len(picture.marks) - 1, "no mark is out of reach"
        return
    number = step(picture, -1, "next")
    rows = []
    for _ in range(len(picture.rows) or len(picture.series)):
        mark = picture.marks[number]
        rows.append(mark.y if picture.y is None else mark.series)
        number = step(picture, number, "below")
    occupied = {mark.y if picture.y is None else mark.series for mark in picture.marks}
    assert sorted(set(rows)) == sorted(occupied)


def test_keys_select_and_open(plot, draw, qtbot):
    picture = draw("copper-resources")
    plot.show_picture(picture)
    with qtbot.waitSignal(plot.selected) as chosen:
        QTest.keyClick(plot, Key.Key_Right)
    assert plot.chosen == chosen.args[0] == 0
    assert picture.marks[0].label in plot.accessibleDescription()
    QTest.keyClick(plot, Key.Key_Down)
    assert picture.marks[plot.chosen].y == 1
    with qtbot.waitSignal(plot.opened) as opened:
        QTest.keyClick(plot, Key.Key_Return)
    assert opened.args == [plot.chosen]
    QTest.keyClick(plot, Key.Key_Home)
    with qtbot.waitSignal(plot.dispute_asked) as asked:
        QTest.keyClick(plot, Key.Key_D)
    assert picture.marks[asked.args[0]].dispute.startswith("dispute/julong")
    QTest.keyClick(plot, Key.Key_Escape)
    assert plot.chosen == -1


def test_nothing_is_opened_where_nothing_is_selected(plot, draw, qtbot):
    plot.show_picture(draw("copper-resources"))
    with qtbot.assertNotEmitted(plot.opened):
        QTest.keyClick(plot, Key.Key_Return)


@pytest.mark.parametrize("chart_id", ["copper-resources", "claims-by-topic", "lithium-production"])
def test_a_click_selects_and_a_second_one_opens(plot, picture, qtbot):
    plot.show_picture(picture)
    one = plot.placed()[2]
    place = one.centre.toPoint()
    with qtbot.waitSignal(plot.selected) as chosen:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picture.marks[chosen.args[0]] == one.mark
    with qtbot.waitSignal(plot.selected) as chosen:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert chosen.args == [-1]


def test_pointing_tells_value_date_and_claimant(plot, draw, qtbot, monkeypatch):
    hints = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: hints.append(text))
    picture = draw("copper-resources")
    plot.show_picture(picture)
    for place in (QPoint(3, 3), plot.placed()[0].centre.toPoint()):
        QTest.mouseMove(plot.viewport(), place)
        qtbot.wait(20)
    one = plot.placed()[0]
    told = hints[-1]
    assert one.mark.label in told
    assert one.mark.as_of in told
    assert one.mark.sources[0].author in told


def test_marks_on_screen_stand_where_those_of_the_file_stand(plot, draw, fonts):
    picture = draw("copper-resources")
    plot.show_picture(picture)
    frame = plot.frame_shown()
    svg = ET.fromstring(to_svg(picture, fonts))
    zero, unit = axis(svg)
    on_screen = {one.number: one.centre.x() for one in plot.placed()}
    screen_unit = frame.x.at(1) - frame.x.at(0)
    for number, mark in enumerate(picture.marks):
        if mark.shape is Shape.CIRCLE:
            left, right, _, _ = outline(svg, number)
            in_file = ((left + right) / 2 - zero) / unit
            assert (on_screen[number] - frame.x.at(0)) / screen_unit == pytest.approx(
                in_file, abs=0.02
            )


def test_zoom_shows_a_part_and_keeps_marks_on_the_axis(plot, draw):
    picture = draw("copper-resources")
    plot.show_picture(picture)
    whole = plot.frame_shown()
    QTest.keyClicks(plot, "++")
    part = plot.frame_shown()
    assert part.x.high - part.x.low < (whole.x.high - whole.x.low) * 0.7
    for one in plot.placed():
        assert part.x.value(one.centre.x()) == pytest.approx(one.mark.shown, abs=0.01)
    QTest.keyClicks(plot, "0")
    assert plot.frame_shown().x.high == pytest.approx(whole.x.high)
    QTest.keyClicks(plot, "-----")
    assert plot.frame_shown().x.low == pytest.approx(whole.x.low), "there is nothing beyond"


@pytest.mark.parametrize("chart_id", ["claims-by-topic", "lithium-production", "works-by-kind"])
def test_bars_discs_and_years_are_always_shown_whole(plot, picture):
    plot.show_picture(picture)
    before = plot.frame_shown()
    QTest.keyClicks(plot, "+")
    assert plot.frame_shown() == before


@every_family
def test_it_is_painted_in_the_theme(plot, picture, look):
    plot.show_picture(picture)
    light = plot.grab().toImage()
    look.choose(appearance="dark")
    dark = plot.grab().toImage()
    assert light.pixelColor(2, 2) == QColor("#FCFBF8")
    assert dark.pixelColor(2, 2) == QColor(look.theme.surface)
    middle = plot.placed()[0].centre.toPoint()
    assert light.pixelColor(middle) != dark.pixelColor(middle)
    assert light != dark


def test_the_selection_is_seen_and_survives_a_change_of_theme(plot, draw, look):
    plot.show_picture(draw("copper-resources"))
    before = plot.grab().toImage()
    plot.select(3)
    assert plot.grab().toImage() != before
    look.choose(appearance="dark")
    assert plot.chosen == 3


def test_it_has_words_for_screen_readers(plot, draw):
    picture = draw("copper-resources")
    plot.show_picture(picture)
    assert picture.title in plot.accessibleName()
    assert "Ctrl+Shift+T" in plot.accessibleDescription()
