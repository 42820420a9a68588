# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Compare: from tables, pages and links; adding, moving, taking out; what is written."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtWidgets import QPushButton, QToolButton

from terkha.views.added_dialog import AddedDialog
from terkha.views.compare_link import comparable, compare_link, compared_ids
from terkha.views.comparison_export import write_comparison
from terkha.views.pages import outside
from terkha.views.paper import paint_pages
from terkha_db.export import format_by_id

PAIR = ["mine/julong", "mine/jiama"]


@pytest.fixture
def page(window):
    window.resize(1440, 900)
    window.context.state.open("page/home")
    window.context.state.open(compare_link(PAIR))
    return window.page()


def choose(page, *ids):
    selection = page.table.selectionModel()
    selection.clearSelection()
    for record_id in ids:
        index = page.model.index(page.model.row_of(record_id), 0)
        flags = QItemSelectionModel.SelectionFlag
        selection.select(index, flags.Select | flags.Rows)


def pressed(page, words):
    return next(
        made
        for made in (*page.findChildren(QToolButton), *page.findChildren(QPushButton))
        if words in (made.toolTip(), made.text()) and made.isVisible()
    )


def test_a_link_leads_to_the_same_comparison_everywhere(page, window):
    assert page.record_ids() == PAIR
    assert outside(page.link()).startswith("terkha:compare?ids=")
    assert compared_ids(page.link()) == PAIR


def test_rows_chosen_in_a_table_are_compared_by_button_and_key(window):
    window.context.state.open("page/mines")
    table = window.page()
    choose(table, "mine/julong")
    assert not pressed(table, "Compare").isEnabled()
    choose(table, *PAIR)
    pressed(table, "Compare").click()
    assert set(window.page().record_ids()) == set(PAIR)
    window.context.state.back()
    choose(table, "mine/yulong", "mine/julong")
    window.act("compare")
    assert sorted(window.page().record_ids()) == ["mine/julong", "mine/yulong"]


def test_a_record_page_begins_a_comparison_and_a_name_in_any_spelling_goes_on(qtbot, window):
    window.context.state.open("mine/julong")
    window.act("compare")
    page = window.page()
    assert page.record_ids() == ["mine/julong"]
    page.bar.picker.type_name("甲玛")
    assert page.bar.picker.found()[0] == "mine/jiama"
    qtbot.keyClick(page.bar.picker, Qt.Key.Key_Return)
    assert page.record_ids() == PAIR
    assert compared_ids(window.context.state.link) == PAIR


def test_records_are_moved_and_taken_out(page, window):
    pressed(page, "Move Julong to the right").click()
    assert page.record_ids() == PAIR[::-1]
    assert not pressed(page, "Move Jiama to the left").isEnabled()
    pressed(page, "Take Jiama out of the comparison").click()
    assert page.record_ids() == ["mine/julong"]
    pressed(page, "Take Julong out of the comparison").click()
    assert page.record_ids() == []
    assert "Choose two to four rows" in page._nothing._how.text()
    # All that was one comparison: one step leads out of it.
    window.context.state.back()
    assert window.context.state.link == "page/home"


def test_every_value_has_its_marker_and_absence_is_told_in_words(page):
    text = page.view.toPlainText()
    assert page.view.shown.sources
    assert "not recorded" in text
    assert "only Jiama" in text
    assert "the same" in text
    markers = page.view.shown.markers.values()
    told = {(one.record, one.statement) for one in markers if one.statement}
    for record in page._compared.records:
        for statement in record.statements:
            assert (record.id, statement.id) in told


def test_differences_only_leaves_out_what_is_the_same(page):
    assert "County" in page.view.toPlainText()
    page.differences.click()
    assert "County" not in page.view.toPlainText()
    assert "Elevation" in page.view.toPlainText()
    page.differences.click()


def test_a_marker_pins_its_source_and_pressed_again_opens_the_work(page, window):
    marker = next(one for one in page.view.shown.markers.values() if len(one.cites) == 1)
    page.view.marker_pressed.emit(marker)
    assert page.source.marker == marker
    assert page.source.isVisible()
    page.view.marker_pressed.emit(marker)
    assert window.context.state.link == marker.cites[0].source.id


def test_it_is_copied_with_its_works_exported_and_printed(page, context, tmp_path):
    page.pane.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert "25.88" in copied
    assert "\n[1] " in copied
    file = tmp_path / "comparison.csv"
    write_comparison(page, context, page._compared, format_by_id("csv"), file)
    assert "Reserve, copper" in file.read_text("utf-8")
    book = tmp_path / "comparison.xlsx"
    write_comparison(page, context, page._compared, format_by_id("xlsx"), book)
    values = openpyxl.load_workbook(book).worksheets[0].values
    assert any("Reserve, copper" in row for row in values)
    pdf = tmp_path / "comparison.pdf"
    assert paint_pages(context, page.view.shown, QPdfWriter(str(pdf))) > 1
    assert pdf.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("ids", "compared", "words"),
    [
        (["claim/isdp-059"], [], "Mines, minerals"),
        (["mine/julong", "mineral/zabuyelite"], ["mine/julong"], "of one kind"),
        (["mine/julong"], ["mine/julong"], "Add another"),
        ([f"mine/{n}" for n in "abcde"], [f"mine/{n}" for n in "abcd"], "first 4 of 5"),
        (PAIR, PAIR, ""),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_compared_is_said(ids, compared, words):
    found, said = comparable(ids)
    assert found == compared
    assert said.startswith(words) if not words else words in said


def test_a_lens_is_followed(page, window, context):
    from terkha_db.lens import parse_lens

    before = page.view.toPlainText()
    context.look_through(parse_lens("company"))
    assert page.view.toPlainText() != before


def test_figures_that_cannot_be_added_say_why_and_are_copied_with_their_works(
    qtbot, window, monkeypatch
):
    shown = []

    def show(dialog):
        shown.append(dialog)

    monkeypatch.setattr(AddedDialog, "exec", show)
    window.context.state.open("page/mines")
    choose(window.page(), "mine/julong", "mine/qulong")
    window.act("add-up")
    (dialog,) = shown
    text = dialog.pane.view.toPlainText()
    assert "Julong and Qulong are recorded as related and may overlap" in text
    assert "A sum of elevation means nothing" in text
    next(
        made for made in dialog.findChildren(QPushButton) if made.text() == "Copy with citations"
    ).click()
    assert "\n[1] " in QGuiApplication.clipboard().text()
    window.context.state.open(compare_link(["mine/julong", "mine/yulong"]))
    window.act("add-up")
    assert "Not added." in shown[-1].pane.view.toPlainText()
    window.context.state.open("page/home")
    window.act("add-up")
    assert len(shown) == 2
    for each in shown:
        qtbot.addWidget(each)
