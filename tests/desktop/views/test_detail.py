# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The record beside a table: ten rows, its dispute, its actions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton

from terkha.views.detail import DetailViewer


@pytest.fixture
def detail(framed, context):
    made = DetailViewer(context)
    framed(made, 340, 800)
    made.show_record("mine/julong")
    return made


def pushed(detail, name):
    """Press the button with this text or accessible name."""
    buttons = [*detail.findChildren(QPushButton), *detail.findChildren(QToolButton)]
    next(one for one in buttons if name in (one.text(), one.accessibleName())).click()


def test_it_names_the_record_its_state_and_the_figures_that_differ(detail):
    text = detail.view.toPlainText()
    assert "Julong" in text
    assert "Operating" in text
    assert "figures differ" in text
    assert "Shown in the table:" in text
    assert "This page rests on" in text


def test_it_has_ten_rows_at_most(detail, context):
    for record_id in ("mine/julong", "mineral/zabuyelite", "organisation/zijin-mining"):
        detail.show_record(record_id)
        assert detail.view.shown.html.count('class="low"') <= 10


def test_its_buttons_ask_and_copy(detail, context, qtbot):
    opened = []
    context.state.opened.connect(opened.append)
    pushed(detail, "Open page")
    assert opened == ["mine/julong"]
    with qtbot.waitSignal(detail.bookmark_requested) as kept:
        pushed(detail, "Bookmark")
    assert kept.args == ["mine/julong"]
    with qtbot.waitSignal(detail.cite_requested) as cited:
        pushed(detail, "Cite")
    assert cited.args == [["mine/julong"]]
    pushed(detail, "Copy link")
    assert QGuiApplication.clipboard().text() == "terkha:mine/julong"
    with qtbot.waitSignal(detail.closed):
        pushed(detail, "Close this column")


def test_a_marker_leads_to_its_work(detail, context):
    opened = []
    context.state.opened.connect(opened.append)
    marker = next(iter(detail.view.shown.markers.values()))
    detail.view.anchorClicked.emit(QUrl(marker.href))
    assert opened == [marker.cites[0].source.id]


def test_a_citation_is_shown_as_the_style_formats_it(detail, context):
    detail.show_record("citation/ferenczy-2025-prc-mining-tibet")
    text = detail.view.toPlainText()
    assert "Ferenczy, Zsuzsa Anna. PRC Mining in Tibet" in text
    assert "rest on this work" in text


def test_a_claim_says_who_says_so_and_whom_it_concerns(detail):
    detail.show_record("claim/isdp-059")
    text = detail.view.toPlainText()
    assert "Tibetan Review (n. 13), as used by Ferenczy" in text
    assert "Nyagchu" in text


def test_a_dispute_tells_its_sides(detail, context):
    detail.show_record("dispute/julong-qulong-one-complex")
    text = detail.view.toPlainText()
    assert all(one.says in text for one in _dispute(context).positions)
    assert "Why they may differ:" in text


def _dispute(context):
    return context.catalogue.record("dispute/julong-qulong-one-complex").disputes[0]


def test_what_differs_is_named_by_title(detail, context):
    detail.show_record("commodity/copper")
    first = context.catalogue.record("commodity/copper").disputes[0]
    assert first.title in detail.view.toPlainText()


def test_a_place_says_what_is_in_it_and_names_the_language(detail):
    detail.show_record("place/maizhokunggar")
    lines = detail.view.toPlainText().split("\n")
    mines = lines[lines.index("Mines here") + 1]
    assert "Julong" in mines
    assert any(line.endswith("Chinese\xa0\xa05 names") or "Chinese" in line for line in lines[:4])


def test_markers_are_explained_only_where_there_are_any(detail):
    detail.show_record("place/maizhokunggar")
    assert detail.view.shown.markers
    assert "[n] names the work" in detail.view.toPlainText()
    detail.show_record("policy/ecological-civilization")
    if not detail.view.shown.markers:
        assert "[n] names the work" not in detail.view.toPlainText()


def test_a_title_that_is_a_sentence_stands_in_smaller_letters(detail):
    def size():
        cursor = detail.view.document().find(detail.view.shown.title[:12])
        return QFontMetrics(cursor.charFormat().font()).height()

    name = size()
    detail.show_record("claim/isdp-059")
    assert size() < name
