# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The main job in the real window: search, open, keep, cite, go back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QLineEdit

from terkha.views.cite_dialog import CiteDialog
from terkha.views.pages import PAGES, inside, outside
from terkha_db.links import parse_link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_page_opens(window, page):
    window.context.state.open(f"page/{page.id}")

    assert window.page() is window.page_by_id(page.id)
    assert not window.grab().isNull()


def test_typing_an_odd_spelling_and_enter_opens_the_record(qtbot, window):
    window.focus_search()
    box = window._bar.search
    qtbot.keyClicks(box, "Drangyer Tsaka")
    qtbot.waitUntil(box.popup.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert window.context.state.link == "mine/zabuye"
    assert not box.popup.isVisible()


def test_a_short_code_leads_to_its_statement(qtbot, window):
    window.type_search("spjn-evg4")
    box = window._bar.search
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert window.context.state.link == "mine/julong#status-2026-01-etnet-2026-julong2"
    assert window.page().record_ids() == ["mine/julong"]


def test_arrows_go_through_the_hits_and_pass_over_headings(qtbot, window):
    window.type_search("gyama")
    box = window._bar.search
    seen = [box.popup.choice()]
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        seen.append(box.popup.choice())

    assert all(seen)
    assert len(set(seen)) == 4


def test_what_is_not_found_leads_to_the_nearest_names(qtbot, window):
    window.type_search("zxabwuqyie")
    qtbot.keyClick(window._bar.search, Qt.Key.Key_Return)

    assert window.context.state.link == "search/zxabwuqyie"
    assert window.page_by_id("search").record_ids() != []


def test_a_record_is_kept_and_let_go_with_one_key_and_undone(window):
    library = window.context.library
    window.context.state.open("mine/julong")
    window.act("bookmark")
    assert library.bookmarks.get("mine/julong").title == "Julong"
    window.act("bookmark")
    assert library.bookmarks.get("mine/julong") is None
    window.act("undo")
    assert library.bookmarks.get("mine/julong") is not None


def test_the_tray_counts_what_is_put_into_it(window):
    window.context.state.open("mine/julong")
    window.act("tray-add")

    assert window.context.library.tray.count() == 1
    assert "1" in window._bar._tray.text()


def test_back_leads_where_one_was(window):
    window.context.state.open("page/mines")
    window.context.state.open("mine/julong")
    window.act("back")

    assert window.page() is window.page_by_id("mines")


def test_an_unknown_record_is_told_and_nothing_else_happens(window, monkeypatch):
    told = []
    monkeypatch.setattr("terkha.views.window.tell", lambda _, sentence: told.append(sentence))
    window.context.state.open("page/home")
    window.context.state.open("mine/jullong")

    assert len(told) == 1
    assert "mine/julong" in told[0]
    assert window.page() is window.page_by_id("home")


def test_copying_the_citation_gives_html_and_plain_text(window):
    window.context.state.open("citation/ferenczy-2025-prc-mining-tibet")
    window.act("copy-citation")
    data = QGuiApplication.clipboard().mimeData()

    assert "Ferenczy" in data.text()
    assert "<em>" in data.html() or "<i>" in data.html()


def test_the_citation_dialog_shows_what_it_will_copy(qtbot, window):
    dialog = CiteDialog(window.context, ["mine/julong"], "Julong", window)
    qtbot.addWidget(dialog)
    dialog._choose(dialog._styles, "apa")
    dialog._choose(dialog._formats, "text")
    assert "(2021" in dialog.mime().text()
    dialog._choose(dialog._formats, "biblatex")

    assert dialog.mime().text().startswith("@")
    assert dialog._preview.toPlainText().strip() == dialog.mime().text().strip()
    assert not dialog._styles.isEnabled()


def test_saving_to_a_place_that_cannot_be_written_is_told(qtbot, window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("terkha.views.cite_dialog.tell", lambda _, sentence: told.append(sentence))
    dialog = CiteDialog(window.context, ["mine/julong"], "Julong", window)
    qtbot.addWidget(dialog)

    assert not dialog.save(tmp_path / "missing" / "list.bib")
    assert "could not be written" in told[0]
    assert dialog.save(tmp_path / "list.bib")
    assert (tmp_path / "list.bib").stat().st_size > 0


@pytest.mark.parametrize(
    "link",
    [
        "mine/julong",
        "mine/julong#status-2026-01",
        "page/mines",
        "page/mines?where=commodity%3Dcopper%20NOT%20kind%3Dplant",
        "page/claims?text=yak%20%26%20grass&where=is%3Adisputed",
        "chart/copper-resources",
    ],
)
def test_a_link_given_away_leads_back(link):
    assert inside(parse_link(outside(link))) == link


def is_part_of_qt(control):
    """Tell whether Qt made a control as a part of another: it is named with that one."""
    inside = isinstance(control.parent(), QLineEdit) or isinstance(control, QHeaderView)
    return inside or control.objectName().startswith("qt_")


def test_every_control_has_a_name_for_screen_readers(window):
    for page in PAGES:
        window.context.state.open(f"page/{page.id}")
    controls = [
        control
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView)
        for control in window.findChildren(kind)
        if not is_part_of_qt(control)
    ]
    nameless = [
        control
        for control in controls
        if not (
            control.accessibleName()
            or (isinstance(control, QAbstractButton) and (control.text() or control.toolTip()))
        )
    ]

    assert len(controls) > 50
    assert nameless == []


@pytest.mark.parametrize("appearance", ["dark", "contrast", "light"])
def test_the_look_changes_while_a_page_is_shown(window, appearance):
    window.context.state.open("page/mines")
    window.context.look.choose(appearance=appearance)

    assert not window.grab().isNull()
    assert window.context.look.theme.dark == (appearance in ("dark", "contrast"))


def test_text_grows_and_returns(window):
    window.act("text-larger")
    assert window.context.look.fonts.scale == 110
    window.act("text-reset")
    assert window.context.look.fonts.scale == 100


def test_a_view_is_kept_as_it_is_and_let_go_again(window):
    library = window.context.library
    window.context.state.open("page/mines?where=commodity%3Dcopper")
    window.act("bookmark-view")
    kept = library.bookmarks.select()[0]
    assert (kept.link, kept.kind) == ("page/mines?where=commodity%3Dcopper", "view")
    assert kept.title == "Mines: commodity=copper"
    window.act("bookmark-view")
    assert library.bookmarks.select() == ()


def test_where_no_record_is_in_front_the_view_is_kept(window):
    window.context.state.open("page/home")
    window.act("bookmark")
    assert [kept.link for kept in window.context.library.bookmarks.select()] == ["page/home"]
