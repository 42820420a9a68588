# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The library page: shelves, what stands on them, and taking things off again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from terkha.models.library import RECENT, TRAY, ShelfModel
from terkha.models.roles import Role
from terkha_db.library.model import Target
from terkha_db.library.selection import Selection


@pytest.fixture
def page(window):
    library = window.context.library
    library.bookmarks.add(
        [Target("mine/julong", "mine", "Julong", "2026.11")],
        collections=["Copper/Lhasa"],
        note="Ask which licences the figure covers.\nSecond line",
    )
    library.bookmarks.add([Target("mine/gone", "mine", "A mine of old", "2020.01")])
    window.context.state.open("page/library")
    return window.page()


def choose(page, text):
    for row in range(page._shelves.count()):
        if text in page._shelves.item(row).text():
            page._shelves.setCurrentRow(row)
            return
    raise AssertionError(text)


def test_everything_kept_is_listed_with_its_note(page):
    entries = [page.model.index(row).data(Role.ENTRY) for row in range(page.model.rowCount())]

    assert {entry.link for entry in entries} == {"mine/julong", "mine/gone"}
    kept = next(entry for entry in entries if entry.link == "mine/julong")
    assert ShelfModel.notes(kept) == "Ask which licences the figure covers."


def test_a_record_that_is_gone_stays_and_says_so(page):
    rows = range(page.model.rowCount())
    words = next(
        page.model.index(row).data(Role.SECOND)
        for row in rows
        if page.model.index(row).data(Role.RECORD_ID) == "mine/gone"
    )

    assert "is not in edition" in words
    assert page.record_ids() == ["mine/julong"]


def test_collections_inside_collections_are_shelves(page):
    choose(page, "Lhasa")
    assert page.model.links() == ["mine/julong"]
    choose(page, "Copper")
    assert page.model.links() == ["mine/julong"]


def test_delete_takes_off_the_shelf_and_undo_brings_back(qtbot, window, page):
    choose(page, "Lhasa")
    page._list.selectAll()
    qtbot.keyClick(page._list, Qt.Key.Key_Delete)
    library = window.context.library
    assert library.collections.links("Copper/Lhasa") == ()
    assert library.bookmarks.get("mine/julong") is not None

    window.act("undo")
    assert library.collections.links("Copper/Lhasa") == ("mine/julong",)


def test_filing_puts_what_is_selected_into_a_new_collection(window, page, monkeypatch):
    monkeypatch.setattr(
        "terkha.views.library_page.QInputDialog.getItem", lambda *_: ("Seminar/Paper", True)
    )
    page._list.selectAll()
    page.file_selected()
    filed = window.context.library.bookmarks.select(Selection(collection="Seminar/Paper"))

    assert {bookmark.link for bookmark in filed} == {"mine/julong", "mine/gone"}


@pytest.mark.parametrize("shelf", [RECENT, TRAY])
def test_an_empty_shelf_says_what_belongs_there(window, page, shelf):
    window.context.library.history.clear()
    page.reload()
    choose(page, "viewed" if shelf == RECENT else "tray")

    assert page._stack.currentWidget() is page._empty
    assert page._empty._what.text()
    assert not page._cite.isEnabled()


def test_what_was_viewed_is_listed_newest_first(window):
    for link in ("mine/julong", "mine/qulong"):
        window.context.state.open(link)
    window.context.state.open("page/library")
    choose(window.page(), "viewed")

    assert window.page().model.links()[:2] == ["mine/qulong", "mine/julong"]
