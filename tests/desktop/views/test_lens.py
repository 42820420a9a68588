# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The lens in the window: the button, the bar on every page, the chooser, what pages show."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from terkha.models.roles import Role
from terkha.views.cite_dialog import CiteDialog
from terkha.views.lens_chooser import LensChooser
from terkha.views.lens_offers import offer_of_work
from terkha.views.pages import inside
from terkha.views.table_page import TablePage
from terkha_db.lens import ALL_KINDS, OPEN, Lens, parse_lens
from terkha_db.links import lens_of, parse_link
from terkha_db.wording import OUTSIDE_LENS

COMPANY = parse_lens("company")


def bar(window):
    return window._lens


def button(window):
    return window._bar._lens


def cell(page, record_id, name):
    column = [field.id for field in page.model.fields].index(name)
    return page.model.index(page.model.row_of(record_id), column)


@pytest.fixture
def mines(window):
    window.context.state.open("page/mines")
    page = window.page()
    assert isinstance(page, TablePage)
    return page


def test_button_and_bar_say_what_counts(window, mines):
    assert button(window).text() == "All claimants"
    assert bar(window).isHidden()
    window.context.look_through(COMPANY)
    assert button(window).text() == "Lens: 1 of 12 kinds"
    assert bar(window).words().startswith("Lens on: company works. Tables use these alone")
    window.context.look_through(parse_lens("-citation/zijin-2021-julong-phase1"))
    assert button(window).text() == "Lens: without 1 work"
    title = window.context.catalogue.brief("citation/zijin-2021-julong-phase1").title
    assert title in bar(window).words()


def test_the_bar_stays_on_every_page_until_it_is_turned_off(window, mines):
    window.context.look_through(COMPANY)
    for link in ("page/home", "mine/julong", "page/charts", "page/library", "search/gyama"):
        window.context.state.open(link)
        assert bar(window).isVisible()
        assert "company works" in bar(window).words()
    off = next(one for one in bar(window).findChildren(QPushButton) if one.text() == "Turn off")
    off.click()
    assert window.context.catalogue.lens == OPEN
    assert bar(window).isHidden()


def test_tables_follow_and_say_what_is_outside(window, mines):
    before = cell(mines, "mine/julong", "resource_copper").data()
    status = mines.asked.facets[1]
    window.context.look_through(COMPANY)
    index = cell(mines, "mine/julong", "resource_copper")
    assert (before, index.data()) == ("25.88", "10.72")
    assert not index.data(Role.OUTSIDE)
    outside = cell(mines, "mine/jiama", "resource_copper")
    assert outside.data() == OUTSIDE_LENS
    assert outside.data(Role.OUTSIDE)
    assert OUTSIDE_LENS in outside.data(Qt.ItemDataRole.AccessibleTextRole)
    marks = cell(mines, "mine/jiama", "commodities")
    assert marks.data(Role.OUTSIDE)
    assert marks.data(Role.MARKS) == ()
    assert sum(value.count for value in mines.asked.facets[1].values) < sum(
        value.count for value in status.values
    )
    window.context.look_through(OPEN)
    assert cell(mines, "mine/julong", "resource_copper").data() == before
    assert len(cell(mines, "mine/jiama", "commodities").data(Role.MARKS)) > 3


def test_pages_behind_are_read_again_when_they_come_to_the_front(window, mines):
    window.context.state.open("mine/julong")
    window.context.look_through(COMPANY)
    inside, every = map(int, re.search(r"(\d+) of (\d+) values", bar(window).words()).groups())
    assert 0 < inside < every
    window.context.state.open("page/mines")
    assert cell(mines, "mine/julong", "resource_copper").data() == "10.72"


def test_marks_of_rows_that_a_filter_hid_are_there_again(window, mines):
    mines.asked.show("", "id:julong")
    window.context.look_through(parse_lens("-state-media"))
    mines.asked.clear()
    assert cell(mines, "mine/jiama", "commodities").data(Role.MARKS)


def pressed(chooser, text):
    return next(
        one
        for one in chooser.findChildren(QPushButton)
        if text in (one.text(), one.accessibleName())
    )


def test_the_chooser(window, mines):
    window.act("lens")
    chooser = window.findChild(LensChooser)
    assert chooser.isVisible()
    assert all(box.isChecked() for box in chooser.boxes.values())
    chooser.boxes["state-media"].click()
    assert window.context.catalogue.lens == Lens(ALL_KINDS - {"state-media"})
    pressed(chooser, "Company only").click()
    assert window.context.catalogue.lens == COMPANY
    assert [kind for kind, box in chooser.boxes.items() if box.isChecked()] == ["company"]
    pressed(chooser, "Academic works").click()
    assert window.context.catalogue.lens == parse_lens("academic")
    pressed(chooser, "All claimants").click()
    assert window.context.catalogue.lens == OPEN
    assert not pressed(chooser, "All claimants").isEnabled()


def test_the_chooser_stays_inside_a_small_window(window, mines):
    for width, height in ((1024, 640), (1440, 900)):
        window.resize(width, height)
        window.act("lens")
        chooser = window.findChild(LensChooser)
        assert window.rect().contains(chooser.geometry())
        window.act("lens")


def test_the_chooser_lets_a_work_count_again(window, mines):
    window.act("lens")
    chooser = window.findChild(LensChooser)
    chooser.choose(COMPANY.without_work("citation/zijin-2021-julong-phase1"))
    (back,) = [one for one in chooser.findChildren(QPushButton) if "Without" in one.text()]
    back.click()
    assert window.context.catalogue.lens == COMPANY


def test_the_chooser_is_put_away(window, mines, qtbot):
    for put_away in (
        lambda chooser: qtbot.keyClick(chooser, Qt.Key.Key_Escape),
        lambda _: window.act("lens"),
        lambda _: qtbot.mouseClick(window.childAt(300, 500), Qt.MouseButton.LeftButton),
    ):
        window.act("lens")
        chooser = window.findChild(LensChooser)
        assert chooser.isVisible()
        put_away(chooser)
        assert not chooser.isVisible()
    assert window.context.catalogue.lens == OPEN


def test_a_filter_that_makes_no_sense_under_the_lens_is_let_go(window, mines):
    mines.asked.show("", "operator_role:operator")
    assert mines.model.rowCount()
    window.context.look_through(parse_lens("none"))
    assert mines.asked.where in ("", "operator_role:operator")
    assert mines.model.where == mines.asked.where


def test_copied_links_carry_it(window, mines):
    window.context.look_through(COMPANY)
    window.act("copy-link")
    assert QGuiApplication.clipboard().text() == "terkha:mines?lens=company"
    window.context.state.open("mine/julong#resource")
    window.act("copy-link")
    link = QGuiApplication.clipboard().text()
    assert link == "terkha:mine/julong?lens=company#resource"
    assert lens_of(parse_link(link)) == COMPANY
    assert inside(parse_link(link)) == "mine/julong#resource"
    window.context.look_through(OPEN)
    window.act("copy-link")
    assert QGuiApplication.clipboard().text() == "terkha:mine/julong#resource"


def test_citation_lists_say_what_they_leave_out(window, mines):
    context = window.context
    everything = CiteDialog(context, ["mine/julong"], "Julong", window)
    every = everything.chosen().cited.count
    everything.close()
    context.look_through(COMPANY)
    dialog = CiteDialog(context, ["mine/julong"], "Julong", window)
    left = every - dialog.chosen().cited.count
    assert 0 < left < every
    assert f"Lens: company works; {left} works outside it left out." in dialog.mime().text()
    dialog.close()


def test_a_work_is_left_out_from_its_page_and_counts_again(window):
    context = window.context
    work = "citation/zijin-2021-julong-phase1"
    context.state.open(work)
    view = window.page().record.view
    assert f'href="lens:-{work}"' in view.shown.html
    view.anchorClicked.emit(QUrl(f"lens:-{work}"))
    assert context.catalogue.lens == Lens(without=frozenset({work}))
    assert "the work lies outside it" in view.shown.html
    assert "outside lens" in window.page().record.view.page_as_text().replace("\u00a0", " ")
    view.anchorClicked.emit(QUrl(f"lens:+{work}"))
    assert context.catalogue.lens == OPEN
    assert "none is on; the work counts" in view.shown.html


def test_a_work_is_left_out_from_the_menu_of_its_marker(window):
    context = window.context
    context.state.open("mine/julong")
    view = window.page().record.view
    (marker, *_) = [one for one in view.shown.markers.values() if one.says.startswith("Status")]
    words, leave_out = offer_of_work(context, marker.cites[0].source.id)
    assert words == "Without this work"
    leave_out()
    assert context.catalogue.lens.without == {marker.cites[0].source.id}
    assert offer_of_work(context, marker.cites[0].source.id)[0] == "Let this work count again"
    assert "Status" in view.page_as_text()
    outside = [one for one in context.catalogue.record("mine/julong").statements if one.outside]
    assert "status" in {one.property for one in outside}
