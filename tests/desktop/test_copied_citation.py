# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One shortcut copies the formatted citation of what is in focus, rich and plain at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from terkha.views.references import copy_references
from terkha_db.library.model import Target


@pytest.fixture
def copied(window):
    """Copy, and give the works as lines, and the places in them that stand below each."""

    def run():
        window.act("copy-citation")
        lines = QGuiApplication.clipboard().mimeData().text().strip().split("\n")
        works = [line for line in lines if line and not line.startswith(" ")]
        return works, [line.strip() for line in lines if line.startswith(" ")]

    return run


def test_the_row_of_a_table_gives_the_works_of_its_record(window, copied, catalogue):
    window.context.state.open("page/mines")
    window.page().table.selectRow(0)
    (record,) = window.page().record_ids()
    works, _ = copied()
    assert len(works) == len(catalogue.works([record]))


def test_a_claim_gives_the_works_that_make_it(window, copied, catalogue):
    window.context.state.open("claim/isdp-067")
    works, _ = copied()
    assert len(works) == len(catalogue.works(["claim/isdp-067"])) > 0


def test_a_marker_gives_its_works_alone_with_the_places_in_them(window, copied):
    window.context.state.open("mine/julong")
    page = window.page().record
    everything, _ = copied()
    marker = next(one for one in page.document.markers.values() if one.cites[0].locator)
    page.view.setFocus()
    window.activateWindow()
    while page.view.focused_link() != marker.href:
        assert page.view.focusNextPrevChild(True), "Tab never reaches the marker"
    works, places = copied()
    assert len(works) == len({cite.source.id for cite in marker.cites}) < len(everything)
    assert any(place.startswith("Cited at: ") for place in places)


def test_a_mark_of_a_chart_gives_who_says_the_number(window, copied):
    window.context.state.open("chart/copper-resources")
    page = window.page()
    everything, _ = copied()
    QTest.keyClick(page.pane.plot, Qt.Key.Key_Right)
    mark = page._pictures[page._shown].numbers[page.pane.chosen]
    works, _ = copied()
    assert len(works) == len({cite.source.id for cite in mark.cites}) < len(everything)


def test_an_entry_of_the_library_gives_what_it_rests_on(window, copied, context, catalogue):
    context.library.bookmarks.add(
        [Target("mine/julong", "mine", "Julong"), Target("mine/luobusa", "mine", "Luobusa")]
    )
    window.context.state.open("page/library")
    window.page().list.select_links({"mine/luobusa"})
    works, _ = copied()
    assert len(works) == len(catalogue.works(["mine/luobusa"]))


def test_what_is_pasted_keeps_italics_and_links(window, copied):
    window.context.state.open("citation/ferenczy-2025-prc-mining-tibet")
    copied()
    paper = QTextEdit()
    paper.insertFromMimeData(QGuiApplication.clipboard().mimeData())
    html = paper.toHtml()
    assert "font-style:italic" in html
    assert 'href="https://isdp.eu/' in html


def test_a_citation_copied_alone_is_number_one(window, context):
    context.settings["citation_style"] = "ieee"
    copy_references(context, ["citation/ferenczy-2025-prc-mining-tibet"])
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("[1] Z. A. Ferenczy")
    assert "{n}" not in data.html()
