# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A value copied with its citation: by menu and by key, with every work, place and link."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPushButton

from terkha.views.focus_hint import FocusHint
from terkha.views.record_page import RecordPage
from terkha.views.text_ways import marker_at, ways_of_text

FIGURE = "resource-copper-2021-12-zijin-2021-julong-phase1"


@pytest.fixture
def page(framed, context):
    made = RecordPage(context)
    framed(made, 1292, 822)
    made.show_record("mine/julong")
    made.view.complete()
    return made


@pytest.fixture
def figure(page):
    """The marker of the company's copper resource."""
    return next(one for one in page.document.markers.values() if one.statement == FIGURE)


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def focus(page, href):
    """Select the link as the Tab key does."""
    view = page.view
    view.setFocus()
    block = view.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().anchorHref() == href:
                cursor = QTextCursor(view.document())
                cursor.setPosition(part.fragment().position())
                end = part.fragment().position() + part.fragment().length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                view.setTextCursor(cursor)
                return
            part += 1
        block = block.next()
    raise AssertionError(href)


def test_a_value_is_copied_with_its_date_note_works_places_and_link(page, figure):
    page.view.value_requested.emit(figure)
    first, *works, link = clipboard().text().split("\n")
    assert first.startswith("Julong. Resource, copper: 10.72\u202fMt\u202fCu (Dec 2021)")
    assert "contained copper of all three licences" in first
    assert len(works) == 1
    assert works[0].endswith("Place in the work: paragraph 3.")
    assert "Zijin" in works[0]
    assert link == f"terkha:mine/julong#{FIGURE}"
    assert "<p>" in clipboard().html()


def test_the_works_follow_the_reader_s_style(page, figure, context):
    page.view.value_requested.emit(figure)
    before = clipboard().text()
    context.settings["citation_style"] = "apa"
    page.view.value_requested.emit(figure)
    assert clipboard().text() != before


def test_a_value_of_several_works_names_them_all(page):
    markers = page.document.markers.values()
    by_statement = {}
    for one in markers:
        by_statement.setdefault((one.statement, one.record), []).append(one)
    several = next(found for key, found in by_statement.items() if key[0] and len(found) > 1)
    page.view.value_requested.emit(several[0])
    copied = clipboard().text().split("\n")
    assert len(copied) == len({cite for one in several for cite in one.cites}) + 2


def test_c_on_a_marker_copies_its_value_and_d_shows_where_sources_differ(page, figure, qtbot):
    focus(page, figure.href)
    qtbot.keyClick(page.view, Qt.Key.Key_C)
    assert clipboard().text().startswith("Julong. Resource, copper: 10.72")
    page.view.verticalScrollBar().setValue(0)
    focus(page, figure.href)
    before = page.view.verticalScrollBar().value()
    qtbot.keyClick(page.view, Qt.Key.Key_D)
    assert page.view.verticalScrollBar().value() > before + 400


def test_a_marker_that_the_keyboard_comes_to_says_what_hovering_says(
    page, qtbot, context, monkeypatch
):
    said = []
    context.state.message_shown.connect(said.append)
    page.view.setFocus()
    page.view.moveCursor(QTextCursor.MoveOperation.Start)
    while page.view.focused_link() not in page.document.markers:
        qtbot.keyClick(page.view, Qt.Key.Key_Tab)
    marker = page.document.markers[page.view.focused_link()]
    hint = page.view.findChild(FocusHint)
    assert marker.cites[0].source.author in said[-1]
    assert marker.says in said[-1]
    assert marker.cites[0].source.author in hint.text()
    assert hint.isVisible()
    page.view.moveCursor(QTextCursor.MoveOperation.End)
    assert not hint.isVisible()


def number(page):
    """Where the company's figure stands in the table of figures."""
    page.view.show_anchor(FIGURE)
    found = page.view.document().find("10.72")
    while not found.block().text().startswith("10.72"):
        found = page.view.document().find("10.72", found)
    return page.view.cursorRect(found).center()


def test_the_menu_knows_the_value_of_a_whole_row(page, figure):
    """Whoever presses on the number means the value, though its marker is cells away."""
    assert marker_at(page.view, number(page)).statement == figure.statement


def test_the_menu_copies_the_value_and_shows_its_rivals(page, context):
    place = number(page)
    menu = ways_of_text(context, page.view).menu(place)
    by_words = {action.text(): action for action in menu.actions()}
    by_words["Copy value with its citation"].trigger()
    assert "10.72" in clipboard().text()
    by_words["Show its source"].trigger()
    assert page.source.marker.statement == FIGURE
    before = page.view.verticalScrollBar().value()
    by_words["Show where sources differ on it"].trigger()
    assert page.view.verticalScrollBar().value() > before
    menu.close()


def test_the_card_of_a_pinned_source_copies_the_value_too(page, figure, qtbot):
    page.view.marker_pressed.emit(figure)
    button = next(
        one for one in page.source.findChildren(QPushButton) if one.text().startswith("Copy value")
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clipboard().text().startswith("Julong. Resource, copper: 10.72")
