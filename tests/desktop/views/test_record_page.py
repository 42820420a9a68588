# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a record in the window: sources pinned, links followed, text copied and found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextDocument
from PySide6.QtWidgets import QPushButton, QToolTip

from terkha.views.record_page import RecordPage
from terkha_db.errors import NotFoundError
from terkha_db.library.model import Target


@pytest.fixture
def opened(context):
    """The links that the page asked the state to open."""
    links = []
    context.state.opened.connect(links.append)
    return links


@pytest.fixture
def page(framed, context):
    made = RecordPage(context)
    framed(made, 1292, 822)
    made.show_record("mine/julong")
    made.view.complete()
    return made


def press(page, href):
    page.view.anchorClicked.emit(QUrl(href))


def single(page):
    """A marker of one work."""
    return next(one for one in page.document.markers.values() if len(one.cites) == 1)


def test_the_contents_name_every_section_with_its_count(page):
    spoken = [
        page.contents.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.contents.count())
    ]
    assert "Impacts and protests, none" in spoken
    figures = next(one for one in page.document.sections if one.anchor == "figures")
    assert f"Figures, {figures.count}" in spoken
    assert len(spoken) == len(page.document.sections)


def test_choosing_a_section_scrolls_to_it_and_scrolling_marks_it(page, qtbot):
    row = [one.anchor for one in page.document.sections].index("timeline")
    page.contents.itemClicked.emit(page.contents.item(row))
    assert page.view.verticalScrollBar().value() > 500
    qtbot.waitUntil(lambda: page.contents.currentRow() == row)
    page.view.verticalScrollBar().setValue(0)
    assert page.contents.currentRow() == 0


def test_a_marker_pins_its_source_and_pressed_again_opens_the_work(page, opened):
    marker = single(page)
    press(page, marker.href)
    assert page.source.marker == marker
    shown = page.source.text()
    assert marker.cites[0].source.title in shown
    assert marker.says.split("\u202f")[0] in shown
    assert opened == []
    press(page, marker.href)
    assert opened == [marker.cites[0].source.id]


def test_the_card_says_how_many_values_of_the_page_the_work_supports(page, context):
    marker = single(page)
    press(page, marker.href)
    number = marker.numbers[0]
    count = sum(number in other.numbers for other in page.document.markers.values())
    words = "1 value" if count == 1 else f"{count} values"
    assert f"{words} on this page" in page.source.text()


def test_several_works_in_one_marker_are_listed(page):
    """No value of this edition rests on its record as a whole: such a marker is made by hand."""
    markers = {one.numbers: one for one in page.document.markers.values() if len(one.cites) == 1}
    one, two = list(markers.values())[:2]
    numbers, cites = one.numbers + two.numbers, one.cites + two.cites
    page.source.pin(replace(one, numbers=numbers, cites=cites, whole=True), page.document)
    for cite in cites:
        assert cite.source.title in page.source.text()
    assert "named for the record as a whole" in page.source.text()


def test_another_record_unpins_the_source(page):
    press(page, single(page).href)
    page.show_record("mine/zabuye")
    assert page.source.marker is None


def test_ctrl_and_enter_on_a_focused_marker_opens_the_work(page, opened, qtbot):
    marker = single(page)
    focus_link(page.view, marker.href)
    assert page.view.focused_link() == marker.href
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.source.marker == marker
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened == [marker.cites[0].source.id]


def focus_link(view, href):
    """Go through the links with the Tab key until one has the address wanted."""
    view.setFocus()
    view.window().activateWindow()
    for _ in range(200):
        view.focusNextPrevChild(True)
        if view.focused_link() == href:
            return
    raise AssertionError(f"Tab never reaches {href}")


def test_a_link_to_a_record_is_opened_by_the_state_alone(page, opened):
    press(page, "record:organisation/zijin-mining")
    assert opened == ["organisation/zijin-mining"]
    assert page.record_id == "mine/julong"


def test_a_list_unfolds_in_place(page):
    page.show_record("mine/zabuye")
    page.view.complete()
    page.view.verticalScrollBar().setValue(40)
    before = page.view.toPlainText()
    assert "Tchapia" not in before
    press(page, "more:names")
    assert "Tchapia" in page.view.toPlainText()
    assert page.view.verticalScrollBar().value() == 40


def test_a_statement_can_be_linked_to(page, context):
    record = context.catalogue.record("mine/julong")
    statement = next(one for one in record.statements if one.property == "production")
    page.show_record("mine/julong", statement.id)
    assert page.view.verticalScrollBar().value() > 500


def test_an_unknown_record_is_a_known_error(page):
    with pytest.raises(NotFoundError, match="mine/julong"):
        page.show_record("mine/julomg")
    assert page.record_id == "mine/julong"


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_pointer_on_a_marker_tells_author_date_and_kind(page):
    marker = single(page)
    view = page.view
    place = next(
        QPoint(x, y)
        for y in range(0, view.viewport().height(), 6)
        for x in range(0, view.viewport().width(), 4)
        if view.anchorAt(QPoint(x, y)) in page.document.markers
    )
    marker = page.document.markers[view.anchorAt(place)]
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    view.viewportEvent(event)
    assert marker.cites[0].source.author in QToolTip.text()
    QToolTip.hideText()


def test_symbols_of_commodities_and_status_are_painted(page):
    for address in ("symbol:copper:primary", "status:operating"):
        picture = page.view.loadResource(2, QUrl(address))
        assert not picture.isNull()
    assert 'src="symbol:copper:primary"' in page.document.html


def test_a_change_of_theme_keeps_the_place(page, context):
    bar = page.view.verticalScrollBar()
    bar.setValue(700)
    ground = page.view.grab().toImage().pixelColor(2, 2)
    context.look.choose(appearance="dark")
    page.restyle()
    assert bar.value() == 700
    assert page.view.grab().toImage().pixelColor(2, 2) != ground


def test_larger_text_makes_a_longer_page(page, context):
    before = page.view.document().size().height()
    context.look.choose(text_scale=150)
    page.restyle()
    assert page.view.document().size().height() > before * 1.2


def test_contents_and_source_give_way_where_the_window_is_narrow(page):
    page.window().resize(900, 700)
    assert not page.contents.isVisible()
    assert page.source.isVisible()
    page.window().resize(600, 700)
    assert not page.source.isVisible()
    page.window().resize(1292, 822)
    assert page.contents.isVisible()


# Copying


def test_a_copied_selection_carries_its_works(page, context):
    marker = single(page)
    cursor = page.view.document().find(f"[{marker.numbers[0]}]")
    page.view.setTextCursor(cursor)
    page.view.copy()
    data = QGuiApplication.clipboard().mimeData()
    work = context.catalogue.works((marker.cites[0].source.id,))
    (entry,) = context.catalogue.entries(work, context.settings["citation_style"])
    assert data.text().split("\n")[-1] == f"[{marker.numbers[0]}] {entry.text}"
    assert f"terkha:{marker.cites[0].source.id}" in data.html()
    assert "source:" not in data.html()


def test_a_copied_table_is_tab_separated(page):
    text = page.view.page_as_text()
    row = next(line for line in text.split("\n") if line.startswith("Low-grade copper ore"))
    _what, value, date, who = row.split("\t")
    assert value.startswith("20\u00a0Mt")
    assert date == "Dec 2021"
    assert who.startswith("International Mining trade press")


def test_the_page_as_text_holds_every_section_and_work(page):
    text = page.view.page_as_text()
    for section in page.document.sections:
        assert section.title.casefold() in text.casefold()
    assert text.rstrip().split("\n")[-1].startswith(f"[{len(page.document.sources)}] ")
    assert "\ufffc" not in text


def test_copying_a_selection_without_markers_adds_no_works(page):
    page.view.setTextCursor(page.view.document().find("Julong"))
    page.view.copy()
    assert QGuiApplication.clipboard().text() == "Julong"


def test_the_bar_copies_link_and_text_and_asks_for_the_rest(page, qtbot):
    page.bar.link_requested.emit()
    assert QGuiApplication.clipboard().text() == "terkha:mine/julong"
    page.bar.text_requested.emit()
    assert "Organisations" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(page.bookmark_requested) as kept:
        page.bar.bookmark_requested.emit()
    with qtbot.waitSignal(page.cite_requested) as cited:
        page.bar.cite_requested.emit()
    assert kept.args == ["mine/julong"]
    assert cited.args == [["mine/julong"]]


def test_the_bar_leads_back_to_the_table(page, opened):
    page.bar.up_requested.emit()
    assert opened == ["page/mines"]


def test_the_bar_offers_to_compare_what_can_be_compared(page, opened):
    def offered():
        buttons = page.bar.findChildren(QPushButton)
        return [one for one in buttons if one.text() == "Compare" and not one.isHidden()]

    offered()[0].click()
    assert opened == ["page/compare?ids=mine%2Fjulong"]
    page.show_record("claim/isdp-059")
    assert not offered()


def test_the_bar_tells_whether_the_record_is_kept(page, context):
    words = page.bar.bookmark_words
    assert words() == "Bookmark"
    context.library.bookmarks.add([Target("mine/julong", "mine", "Julong")])
    context.state.library_changed.emit()
    assert words() == "Bookmarked"


def test_a_citation_is_copied_in_the_style_of_the_reader(page, context):
    page.show_record("citation/ferenczy-2025-prc-mining-tibet")
    press(page, "cite:citation/ferenczy-2025-prc-mining-tibet")
    assert QGuiApplication.clipboard().text().startswith("Ferenczy, Zsuzsa Anna. PRC Mining")
    assert "<em>" in QGuiApplication.clipboard().mimeData().html()


def test_an_address_is_copied_and_never_opened(page):
    page.show_record("citation/ferenczy-2025-prc-mining-tibet")
    press(page, "copy:https://isdp.eu/publication/x")
    assert QGuiApplication.clipboard().text() == "https://isdp.eu/publication/x"


# Finding


def test_finding_goes_through_all_places_and_around(page, qtbot):
    page.begin_find()
    page.finder.field.setText("qulong")
    places = page.finder.places()
    assert places > 5
    assert len(page.view.extraSelections()) == places
    first = page.view.textCursor().position()
    page.finder.go(-1)
    last = page.view.textCursor().position()
    assert last > first
    page.finder.go(+1)
    assert page.view.textCursor().position() == first
    qtbot.keyClick(page.finder, Qt.Key.Key_Escape)
    assert not page.finder.isVisible()
    assert page.view.extraSelections() == []


def test_what_is_not_on_the_page_is_said(page):
    page.begin_find()
    page.finder.field.setText("no such words")
    assert page.finder.places() == 0
    assert page.finder.words() == "not on this page"


def test_the_text_has_a_name_and_a_description(page):
    assert page.view.accessibleName() == "Page of Julong"
    assert "Figures" in page.view.accessibleDescription()


def test_markers_of_names_keep_apart_from_what_copies_them(page):
    document = page.view.document()
    copy = document.find("copy", 0, QTextDocument.FindFlag.FindWholeWords)
    table = copy.currentTable()
    marked = table.cellAt(table.cellAt(copy).row(), 1).format().toTableCellFormat()
    assert marked.rightPadding() >= 8
