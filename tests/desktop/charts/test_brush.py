# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is brushed in a chart is selected everywhere, and what is selected elsewhere is ringed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from terkha.views.chart_choices import ChartChoices, link_to_selected

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(window):
    window.resize(1440, 900)
    window.context.state.open("chart/copper-resources")
    return window.page()


def brush(plot, start: QPoint, end: QPoint, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mousePress(plot.viewport(), Left, modifier, start)
    QTest.mouseMove(plot.viewport(), end)
    QTest.mouseRelease(plot.viewport(), Left, modifier, end)


def around(plot, number: int) -> tuple[QPoint, QPoint]:
    centre = plot.placed()[number].centre.toPoint()
    return centre - QPoint(30, 9), centre + QPoint(30, 9)


def test_a_brush_selects_the_records_of_the_marks_in_it(page, window):
    plot, state = page.pane.plot, window.context.state
    first = plot.picture.marks[0].record
    brush(plot, *around(plot, 0))
    assert state.selected == {first}
    other = next(n for n, mark in enumerate(plot.picture.marks) if mark.record != first)
    brush(plot, *around(plot, other), Qt.KeyboardModifier.ControlModifier)
    assert state.selected == {first, plot.picture.marks[other].record}
    assert plot.chosen == -1, "a brush is no click"


def test_the_table_shows_what_was_brushed_alone_until_it_is_cleared(page, window):
    plot, table = page.pane.plot, page.pane.table
    brush(plot, *around(plot, 0))
    record = plot.picture.marks[0].record
    for row, mark in enumerate(plot.picture.numbers):
        assert table.isRowHidden(row) == (mark.record != record)
    choices = page.findChild(ChartChoices)
    choices._clear.click()
    assert window.context.state.selected == frozenset()
    assert not any(table.isRowHidden(row) for row in range(len(plot.picture.numbers)))


def test_shift_and_arrow_keys_select_as_well(page, window):
    plot = page.pane.plot
    for _ in range(3):
        QTest.keyClick(plot, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(window.context.state.selected) == 3


def test_what_is_selected_elsewhere_is_ringed(page, window):
    plot = page.pane.plot
    before = plot.grab().toImage()
    window.context.state.select({"mine/julong"})
    assert plot.grab().toImage() != before


def test_the_selection_leads_to_a_table_of_it(page, window):
    window.context.state.select({"mine/julong", "mine/jiama", "event/no-such"})
    choices = page.findChild(ChartChoices)
    assert choices._selected.text().startswith("3 record")
    choices._show.click()
    assert window.context.state.link.startswith("page/mines?where=")
    table = window.page()
    assert table.model.rowCount() == 2
    assert link_to_selected(()) == ""


def test_subjects_and_scales_are_chosen_by_links(page, window):
    choices = page.findChild(ChartChoices)
    subjects = [choices._subject.itemText(n) for n in range(choices._subject.count())]
    assert subjects[:2] == ["Copper", "Lithium"]
    choices._log.click()
    assert window.context.state.link == "chart/copper-resources?scale=log"
    assert page.pane.plot.picture.x.log
    choices._subject.setCurrentIndex(1)
    choices._subject.activated.emit(1)
    assert window.context.state.link == "chart/lithium-resources"
    assert choices._log.isChecked()


def test_a_table_is_charted_with_its_filter(window):
    window.context.state.open("page/mines?where=commodity%3Dcopper")
    window.page()._chart.click()
    assert window.context.state.link == "chart/table?kind=mine&where=commodity%3Dcopper"
    page = window.page()
    assert any("commodity=copper" in note for note in page.pane.plot.picture.notes)
    choices = page.findChild(ChartChoices)
    across = choices._across
    across.setCurrentIndex(across.findData("elevation"))
    across.activated.emit(across.currentIndex())
    assert "x=elevation" in window.context.state.link
    assert "Elev." in page.pane.plot.picture.title
