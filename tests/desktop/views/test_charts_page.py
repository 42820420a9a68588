# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of the charts: list, switch, one selection for both views, export, citing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel

from terkha.charts import CHARTS, entries
from terkha.models.chart_table import COLUMNS
from terkha.views import charts_page
from terkha.views.chart_list import ChartList

Key = Qt.Key


@pytest.fixture
def page(window):
    window.resize(1440, 900)
    window.context.state.open("chart/copper-resources")
    return window.page()


def picture_of(page):
    return page.pane.plot.picture


def words_on(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_the_page_opens_with_the_first_chart_and_lists_all(window):
    window.context.state.open("page/charts")
    page = window.page()
    assert picture_of(page).id == CHARTS[0].id
    assert page.link() == f"chart/{CHARTS[0].id}"
    assert page.findChild(ChartList).ids() == [chart.id for chart in entries()]


@pytest.mark.parametrize("chart_id", [chart.id for chart in entries()])
def test_a_link_shows_its_chart_with_sources_and_edition(window, chart_id):
    window.context.state.open(f"chart/{chart_id}")
    page = window.page()
    picture = picture_of(page)
    assert picture.id == chart_id
    words = words_on(page)
    assert picture.title in words
    assert picture.lead in words
    assert "Sources: " in words
    assert picture.edition in words
    assert picture.summary in page.status()
    assert window.windowTitle().startswith(
        next(chart.title for chart in CHARTS if chart.id == chart_id)
    )


def test_an_unknown_chart_is_told_and_the_one_before_stays(page, window, monkeypatch):
    told = []
    monkeypatch.setattr(charts_page, "tell", lambda _parent, sentence: told.append(sentence))
    window.context.state.open("chart/no-such-chart")
    assert len(told) == 1
    assert "no-such-chart" in told[0]
    assert picture_of(page).id == "copper-resources"


def test_a_mark_leads_to_its_record_in_two_steps(page, window):
    plot = page.pane.plot
    QTest.keyClick(plot, Key.Key_Right)
    mark = picture_of(page).marks[plot.chosen]
    assert "says" in words_on(page)
    QTest.keyClick(plot, Key.Key_Return)
    assert window.context.state.link == mark.link
    assert mark.link.startswith("mine/julong#")


def test_d_opens_the_dispute_about_a_figure(page, window):
    QTest.keyClick(page.pane.plot, Key.Key_Right)
    QTest.keyClick(page.pane.plot, Key.Key_D)
    assert window.context.state.link.startswith("dispute/julong")


def test_plot_and_table_share_one_selection(page):
    pane = page.pane
    pane.plot.setFocus()
    QTest.keyClick(pane.plot, Key.Key_Down)
    QTest.keyClick(pane.plot, Key.Key_Down)
    assert pane.chosen == pane.plot.chosen >= 0
    pane.table.selectRow(4)
    assert pane.plot.chosen == 4
    assert page.record_ids() == [picture_of(page).numbers[4].record]


def test_a_figure_that_is_not_in_the_plot_can_be_selected_in_the_table(page):
    picture = picture_of(page)
    row = len(picture.marks)
    page.pane.table.selectRow(row)
    assert page.pane.plot.chosen == -1
    assert page.record_ids() == [picture.apart[0].record]


def test_without_a_selection_all_records_are_meant(page):
    records = page.record_ids()
    assert "mine/julong" in records
    assert set(records) == set(picture_of(page).records)


def test_the_switch_changes_between_chart_and_table(page, qtbot):
    page.window().activateWindow()
    pane = page.pane
    assert pane.focus_widget() is pane.plot
    page.take_focus()
    QTest.keyClick(pane.plot, Key.Key_T, Qt.KeyboardModifier.ControlModifier
                   | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    qtbot.waitUntil(lambda: pane.focus_widget() is pane.table)
    assert pane.table.isVisible()
    assert not pane.plot.isVisible()
    page.show_table(on=False)
    assert pane.plot.isVisible()


def test_enter_in_the_table_opens_the_record(page, window):
    page.show_table(on=True)
    page.pane.table.selectRow(0)
    page.pane.table.setCurrentIndex(page.pane.model.index(0, 0))
    QTest.keyClick(page.pane.table, Key.Key_Return)
    assert window.context.state.link == picture_of(page).numbers[0].link


def test_the_recycling_dispute_is_a_link(window):
    window.context.state.open("chart/eu-benchmarks")
    page = window.page()
    linked = next(
        label
        for label in page.findChildren(QLabel)
        if 'href="dispute/crma-recycling"' in label.text()
    )
    assert linked.isVisible()
    linked.linkActivated.emit("dispute/crma-recycling")
    assert window.context.state.link == "dispute/crma-recycling"


def test_export_writes_what_is_shown(page, tmp_path, monkeypatch):
    file = tmp_path / "copper"
    answer = (str(file), "Numbers with sources, CSV (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    page.export()
    written = (tmp_path / "copper.csv").read_text("utf-8")
    assert "Julong" in written
    assert "citation/zijin-2021-julong-phase1" in written


@pytest.mark.parametrize("sure", [True, False])
def test_a_picture_is_as_wide_as_asked(page, tmp_path, monkeypatch, sure):
    file = tmp_path / "copper.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_args: (1500, sure))
    page.export()
    assert file.exists() == sure
    if sure:
        assert QImage(str(file)).width() == 1500


def test_a_place_that_cannot_be_written_is_told(page, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(charts_page, "tell", lambda _parent, sentence: told.append(sentence))
    page.write(tmp_path / "missing" / "x.png")
    assert "choose another place" in told[0]


def test_cite_takes_exactly_the_works_of_the_chart(page, monkeypatch):
    cited = []
    monkeypatch.setattr(
        charts_page.keeping,
        "cite",
        lambda _parent, _context, ids, origin, _view: cited.append((ids, origin)),
    )
    page.head.cite.click()
    page.window().act("cite")
    picture = picture_of(page)
    page.pane.table.selectRow(0)
    page.window().act("cite")
    whole, again, one = (page.context.catalogue.works(ids) for ids, _ in cited)
    assert {work.id for work in whole} == {source.id for source in picture.sources}
    assert again == whole
    assert {work.id for work in one} == {cite.source.id for cite in picture.numbers[0].cites}
    assert cited[0][1] == picture.title
    assert str(len(picture.sources)) in page.head.cite.text()


def test_a_chart_is_kept_and_let_go(page, context):
    page.head.keep.click()
    assert "chart/copper-resources" in context.library.bookmarks.links()
    page.head.keep.click()
    assert "chart/copper-resources" not in context.library.bookmarks.links()


def test_a_narrow_page_turns_its_list_into_a_menu(page, window, context):
    assert page.findChild(ChartList).isVisible()
    window.resize(1024, 640)
    context.look.choose(text_scale=200)
    assert not page.findChild(ChartList).isVisible()
    assert page.head.all.isVisible()
    context.look.choose(text_scale=100)
    window.resize(1440, 900)
    assert page.findChild(ChartList).isVisible()


def test_names_for_those_who_cannot_see(page):
    assert page.accessibleName() == picture_of(page).title
    assert "as a table" in page.pane.table.accessibleName()
    assert all(pane.accessibleName() or pane.focusProxy() for pane in page.panes())


def tables_announced(root):
    """Every table that the accessibility tree tells below a thing; cells are Qt's own matter."""
    for number in range(root.childCount()):
        child = root.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        if child.role() == QAccessible.Role.Table:
            yield child
        else:
            yield from tables_announced(child)


@pytest.mark.parametrize("chart_id", ["copper-resources", "copper-mines", "china-reserves"])
def test_the_table_twin_is_in_the_accessibility_tree_with_every_number(page, context, chart_id):
    context.state.open(f"chart/{chart_id}")
    root = QAccessible.queryAccessibleInterface(page)
    name = f"{picture_of(page).title}, as a table"
    assert not list(tables_announced(root))
    held = Qt.KeyboardModifier
    QTest.keyClick(page.pane.plot, Key.Key_T, held.ControlModifier | held.ShiftModifier)
    [table] = tables_announced(root)
    assert table.text(QAccessible.Text.Name) == name
    marks, model = picture_of(page).numbers, page.pane.table.model()
    # A heading for each column and each row, and a row of cells for each number.
    assert table.childCount() == (len(marks) + 1) * (len(COLUMNS) + 1)
    for row, mark in enumerate(marks):
        told = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert told.startswith(f"{mark.label}, {mark.kind}: {mark.text}")


def test_large_numbers_of_works_have_commas_and_are_told_once(window):
    window.context.state.open("chart/works-by-kind")
    page = window.page()
    works = window.context.catalogue.edition.counts["citation"]
    assert page.head.cite.text() == f"Cite {works:,} works"
    assert page.status().count(" works") == 1
    assert page.status().endswith(f", {works:,} works")
