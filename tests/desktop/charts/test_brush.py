# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is brushed in a chart is selected everywhere, and what is selected elsewhere is ringed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from terkha.views import table_page
from terkha.views.chart_choices import ChartChoices, page_of_most

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


def chips(page) -> list[str]:
    shown = [each for each in page.filters.findChildren(QPushButton) if not each.isHidden()]
    return [each.text() for each in shown if "×" in each.text()]


def test_the_selection_leads_to_a_table_that_keeps_to_it(page, window):
    state = window.context.state
    state.select({"mine/julong", "mine/jiama", "event/no-such"})
    choices = page.findChild(ChartChoices)
    assert choices._selected.text().startswith("3 record")
    choices._show.click()
    assert state.link == "page/mines"
    table = window.page()
    assert {row.id for row in table.model.rows()} == {"mine/julong", "mine/jiama"}
    [chip] = chips(table)
    assert chip.startswith("2 marked in “Copper resources, all figures”")
    assert page_of_most(()) == page_of_most({"nothing/known"}) == ""


def test_a_table_follows_a_brush_by_itself_until_its_chip_is_taken_off(page, window):
    plot, state = page.pane.plot, window.context.state
    state.open("page/mines")
    table = window.page()
    everything = table.model.rowCount()
    state.open("chart/copper-resources")
    brushed = {record for mark in plot.picture.marks for record in mark.records}
    plot.brushed.emit(plot.picture.marks, False)
    state.open("page/mines")
    assert {row.id for row in table.model.rows()} == brushed
    assert table.is_narrowed
    counts = [value.count for facet in table.asked.facets for value in facet.values]
    assert max(counts) <= len(brushed), "the facets count what is shown"
    table.asked.set_query("status=operating")
    assert 0 < table.model.rowCount() < len(brushed), "filters work within what was brushed"
    assert len(chips(table)) == 2
    buttons = [each for each in table.filters.findChildren(QPushButton) if not each.isHidden()]
    next(each for each in buttons if "marked" in each.text()).click()
    assert state.selected == frozenset()
    table.asked.set_query("")
    assert table.model.rowCount() == everything
    assert not table.is_narrowed


def test_far_more_records_than_a_link_could_name_are_kept_to(window):
    """Each work is counted by a disc of its kind and year: there are hundreds of them."""
    state = window.context.state
    state.open("chart/works-by-kind")
    plot = window.page().pane.plot
    plot.brushed.emit(plot.picture.marks, False)
    assert len(state.selected) > 500
    state.open("page/citations")
    table = window.page()
    assert {row.id for row in table.model.rows()} == state.selected
    assert chips(table)


def test_the_map_draws_as_left_out_what_was_not_brushed(page, window):
    plot, state = page.pane.plot, window.context.state
    brush(plot, *around(plot, 0))
    state.open("page/map")
    there = window.page()
    scene = there.canvas.scene
    assert scene.chosen == state.selected
    inside = {site.id for site in scene.sites} - scene.outside
    assert inside == state.selected
    assert chips(there)
    state.select(())
    assert len(there.canvas.scene.outside) < len(scene.outside)
    assert not chips(there)


def test_what_is_marked_on_the_map_is_kept_to_in_tables_and_charts_and_not_on_the_map(window):
    state = window.context.state
    state.open("page/map")
    there = window.page()
    before = there.canvas.scene.outside
    there.canvas.chosen.emit(["mine/julong", "mine/jiama"])
    assert there.canvas.scene.outside == before
    state.open("page/mines")
    assert window.page().model.rowCount() == 2
    state.open("chart/copper-resources")
    shown = window.page().pane
    rows = [row for row in range(shown.model.rowCount()) if not shown.table.isRowHidden(row)]
    assert {shown.plot.picture.numbers[row].record for row in rows} == state.selected
    state.open("page/map")
    there.canvas.chosen.emit(["mine/julong"])
    state.open("page/mines")
    assert window.page().model.rowCount() > 2, "one mine pointed at narrows nothing"


def test_what_was_brushed_is_charted_alone(window):
    state = window.context.state
    state.select({"mine/julong", "mine/jiama", "mine/yulong"}, "A chart")
    state.open("page/mines")
    window.page()._chart.click()
    picture = window.page().pane.plot.picture
    assert set(picture.records) <= state.selected
    assert any("julong" in note for note in picture.notes)


def test_more_than_a_link_can_name_is_told_and_not_charted(window, catalogue, monkeypatch):
    told = []
    monkeypatch.setattr(table_page, "tell", lambda _page, words: told.append(words))
    state = window.context.state
    for most in (200, 229):
        state.select([row.id for row in catalogue.rows("mine")][:most], "A chart")
        state.open("page/mines")
        window.page()._chart.click()
        assert state.link == "page/mines"
    assert len(told) == 2
    assert "take off their chip" in told[0]


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
    assert "Elevation" in page.pane.plot.picture.title
