# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The library page: shelves, what stands on them, putting things there and taking them off."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel

from terkha.models.library import LINKS_MIME, ShelfModel
from terkha.models.roles import Role
from terkha.models.shelves import Shelf, Sort
from terkha.views.cite_dialog import CiteDialog
from terkha.views.note_dialog import NoteDialog
from terkha.views.parts import Elided
from terkha_db.library.model import Target
from terkha_db.library.selection import Selection

LHASA = Shelf(Sort.COLLECTION, "Copper/Lhasa")
COPPER = Shelf(Sort.COLLECTION, "Copper")
BIB = "@book{a, title={Spoiling Tibet}, author={Lafitte, Gabriel}, date={2013}}\n@book{b, title={\n"


@pytest.fixture
def library(window):
    return window.context.library


@pytest.fixture
def page(window, library):
    library.bookmarks.add(
        [Target("mine/julong", "mine", "Julong", "2026.11")],
        collections=["Copper/Lhasa"],
        note="Ask which licences the figure covers.\nSecond line",
    )
    library.bookmarks.add([Target("mine/gone", "mine", "A mine of old", "2020.01")])
    window.context.state.open("page/library")
    return window.page()


@pytest.fixture
def answer(monkeypatch):
    """Answer the next question for a text."""

    def give(text):
        for way in ("getItem", "getText"):
            monkeypatch.setattr(
                f"terkha.views.library_acts.QInputDialog.{way}", lambda *_, **__: (text, True)
            )

    return give


def select(page, *links):
    page.list.select_links(set(links))


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


def test_a_value_that_is_kept_cites_those_who_say_it(library, page, monkeypatch):
    catalogue = page.context.catalogue
    said = next(
        one
        for one in catalogue.record("mine/julong").statements
        if len(one.cites) == 1 and one.cites[0].locator
    )
    value = f"mine/julong#{said.id}"
    library.bookmarks.add(
        [Target(value, "statement", "Julong"), Target("work/gone", "work", "A work that is gone")],
        collections=["Value"],
    )
    page.reload()
    page.shelves.choose(Shelf(Sort.COLLECTION, "Value"))
    made = []
    monkeypatch.setattr(CiteDialog, "exec", lambda dialog: made.append(dialog.chosen()))
    page.cite()
    (listed,) = made
    (work,) = listed.cited.works
    assert (work.id, work.locators) == (said.cites[0].source.id, (said.cites[0].locator,))
    (entry,) = listed.entries(catalogue)
    assert entry.locators == work.locators
    assert page.record_ids() == ["mine/julong"]


def test_the_tray_cites_values_and_works_of_the_readers_own_too(window, library, monkeypatch):
    work = {"type": "book", "title": "Spoiling Tibet", "author": [{"family": "Lafitte"}]}
    ((own,), _) = library.works.add([work])
    said = next(s for s in window.context.catalogue.record("mine/julong").statements if s.cites)
    library.tray.add([Target(own.link, "work", own.title), Target(f"mine/julong#{said.id}")])
    made = []
    monkeypatch.setattr(CiteDialog, "exec", lambda dialog: made.append(dialog.chosen().cited))
    window.act("cite-tray")
    (cited,) = made
    assert [each.link for each in cited.own] == [own.link]
    assert [each.id for each in cited.works] == [cite.source.id for cite in said.cites]


def test_what_changed_since_it_was_kept_says_so(library, page):
    library.bookmarks.add(
        [
            Target("mine/julong#no-such-value", "statement", "Julong: copper", "2026.10"),
            Target("mine/zabuye", "mine", "Zabuye Tsaka", "2026.10"),
        ]
    )
    page.reload()
    told = {}
    for row in range(page.model.rowCount()):
        index = page.model.index(row)
        told[index.data(Role.RECORD_ID)] = index.data(Role.SECOND)

    assert told["mine/julong#no-such-value"].startswith(
        "Julong: copper (statement, mine/julong#no-such-value), kept from edition 2026.10, is not"
    )
    assert told["mine/zabuye"].startswith("Kept from edition 2026.10 under this title; in edition")


def test_collections_inside_collections_are_shelves(page):
    for shelf in (LHASA, COPPER):
        page.shelves.choose(shelf)
        assert page.model.links() == ["mine/julong"]


def test_headings_cannot_be_chosen(page):
    model = page.shelves.model()
    headings = [
        row for row in range(model.rowCount()) if model.index(row, 0).data(Role.ENTRY).shelf is None
    ]
    assert [model.index(row, 0).data() for row in headings] == ["Collections"]
    assert all(model.flags(model.index(row, 0)) == Qt.ItemFlag.NoItemFlags for row in headings)


def test_delete_takes_off_the_shelf_and_undo_brings_back(qtbot, window, library, page):
    page.shelves.choose(LHASA)
    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert library.collections.links("Copper/Lhasa") == ()
    assert library.bookmarks.get("mine/julong") is not None

    window.act("undo")
    assert library.collections.links("Copper/Lhasa") == ("mine/julong",)
    assert page.model.links() == ["mine/julong"]


def test_filing_puts_what_is_selected_into_a_new_collection(library, page, answer):
    answer("Seminar/Paper")
    page.list.selectAll()
    page.file_selected()
    filed = library.bookmarks.select(Selection(collection="Seminar/Paper"))

    assert {bookmark.link for bookmark in filed} == {"mine/julong", "mine/gone"}


def test_what_was_put_where_is_said(window, page, answer):
    said = []
    window.context.state.message_shown.connect(said.append)
    answer("Paper")
    select(page, "mine/julong")
    page.file_selected()
    page.list.selectAll()
    page.file_selected()
    assert said == ["Put into “Paper”: Julong", "Put into “Paper”: 2 items"]


def test_tags_are_shelves_and_given_to_what_is_selected(window, library, page, answer):
    answer("to check")
    select(page, "mine/julong")
    page.tag_selected()
    page.shelves.choose(Shelf(Sort.TAG, "to check"))
    assert page.model.links() == ["mine/julong"]

    answer("checked")
    page.head.rename_wanted.emit()
    assert page.shelves.shelf() == Shelf(Sort.TAG, "checked")
    assert page.model.links() == ["mine/julong"]
    page.shelves.removal_wanted.emit()
    assert library.tags.all() == ()
    window.act("undo")
    assert [tag.name for tag in library.tags.all()] == ["checked"]


def test_entries_dropped_on_a_shelf_are_put_there(library, page):
    page.shelves.links_dropped.emit(["mine/gone"], LHASA)
    assert library.collections.links("Copper/Lhasa") == ("mine/julong", "mine/gone")
    page.shelves.links_dropped.emit(["mine/julong"], Shelf(Sort.TRAY))
    assert [entry.link for entry in library.tray.all()] == ["mine/julong"]
    page.shelves.links_dropped.emit(["mine/julong"], Shelf(Sort.RECENT))
    assert library.history.recent() == ()


def test_what_stands_in_a_collection_is_arranged_before_that_of_those_inside(library, page):
    for link in ("mine/a", "mine/b"):
        library.bookmarks.add([Target(link, "mine", link)], collections=["Copper"])
    page.reload()
    page.shelves.choose(COPPER)
    model = page.model
    assert model.links() == ["mine/a", "mine/b", "mine/julong"]
    dragged = model.mimeData([model.index(1, 0)])
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(dragged, move, 0, 0, QModelIndex())
    model.dropMimeData(dragged, move, 0, 0, QModelIndex())
    assert model.links() == ["mine/b", "mine/a", "mine/julong"]
    assert library.collections.links("Copper") == ("mine/b", "mine/a")
    assert library.collections.links("Copper/Lhasa") == ("mine/julong",)


def test_each_change_is_said_and_how_it_is_undone(window, library, page):
    said = []
    window.context.state.message_shown.connect(said.append)
    select(page, "mine/julong")
    page.acts.pin(page.entries())
    page.acts.move_shelf(LHASA, None)
    page.acts.remove_shelf(Shelf(Sort.COLLECTION, "Lhasa"))
    assert [words.split(":")[0] for words in said] == ["Done"] * 3
    assert ["Julong" in said[0], "Lhasa" in said[1], "Lhasa" in said[2]] == [True] * 3
    assert "Ctrl+Z" in said[2]


def test_entries_are_arranged_by_dragging(library, page):
    page.shelves.links_dropped.emit(["mine/gone"], LHASA)
    page.shelves.choose(LHASA)
    model = page.model
    dragged = model.mimeData([model.index(1, 0)])
    assert bytes(dragged.data(LINKS_MIME).data()) == b"mine/gone"
    assert dragged.text() == "terkha:mine/gone"
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(dragged, move, 0, 0, QModelIndex())
    model.dropMimeData(dragged, move, 0, 0, QModelIndex())
    assert library.collections.links("Copper/Lhasa") == ("mine/gone", "mine/julong")
    model.dropMimeData(dragged, move, 2, 0, QModelIndex())
    assert library.collections.links("Copper/Lhasa") == ("mine/julong", "mine/gone")
    page.shelves.choose(Shelf(Sort.EVERYTHING))
    assert not model.canDropMimeData(dragged, move, 0, 0, QModelIndex())


def test_a_collection_is_renamed_moved_and_removed_and_nothing_is_lost(
    window, library, page, answer
):
    page.shelves.choose(LHASA)
    answer("Lhasa 2026")
    page.shelves.rename_wanted.emit()
    assert page.shelves.shelf() == Shelf(Sort.COLLECTION, "Copper/Lhasa 2026")
    page.shelves.shelf_moved.emit(page.shelves.shelf(), None)
    assert [shelf.path for shelf in library.collections.all()] == ["Copper", "Lhasa 2026"]
    page.shelves.choose(Shelf(Sort.COLLECTION, "Lhasa 2026"))
    page.shelves.removal_wanted.emit()
    assert [shelf.path for shelf in library.collections.all()] == ["Copper"]
    assert library.bookmarks.get("mine/julong") is not None
    for _ in range(3):
        window.act("undo")
    assert library.collections.links("Copper/Lhasa") == ("mine/julong",)


def test_a_note_is_written_changed_and_removed(monkeypatch, library, page):
    written = iter(["A *second* thought", ""])

    def write(dialog):
        dialog.editor.setPlainText(next(written))
        dialog.accept()

    monkeypatch.setattr(NoteDialog, "exec", write)
    select(page, "mine/julong")
    page.note_selected()
    assert library.bookmarks.get("mine/julong").notes[0].text == "A *second* thought"
    page.note_selected()
    assert library.bookmarks.get("mine/julong").notes == ()


def test_pinned_entries_come_first(library, page):
    page.acts.pin([page.model.index(1, 0).data(Role.ENTRY)])
    pinned = page.model.links()[0]
    assert library.bookmarks.get(pinned).pinned
    page.acts.pin([page.model.index(0, 0).data(Role.ENTRY)])
    assert not library.bookmarks.get(pinned).pinned


def test_words_are_searched_for_in_titles_and_notes(page):
    page.head.filter.setText("licences")
    assert page.model.links() == ["mine/julong"]
    page.head.filter.setText("nowhere")
    assert page._stack.currentWidget() is page._empty
    assert page._empty._what.text() == "Nothing here has “nowhere”"
    page.head.filter.clear()
    assert page.model.rowCount() == 2


def test_works_of_ones_own_are_imported_cited_and_removed(monkeypatch, tmp_path, library, page):
    told = []
    monkeypatch.setattr("terkha.views.library_acts.tell", lambda _, words: told.append(words))
    file = tmp_path / "mine.bib"
    file.write_text(BIB, encoding="utf-8")
    page.acts.import_works_of(file)
    # Without the words of plurals if no test before has loaded them.
    assert told[0].replace("(s)", "").startswith("mine.bib: 1 work added, 1 not read.")
    assert "Line 2: an entry is not closed" in told[0]
    page.shelves.choose(Shelf(Sort.WORKS))
    index = page.model.index(0, 0)
    assert index.data() == "Spoiling Tibet"
    assert index.data(Role.SECOND) == "Lafitte, 2013, from mine.bib"
    assert page.record_ids() == ["work/lafitte-2013-spoiling"]
    page.list.selectAll()
    page.remove_selected()
    assert library.works.all() == ()


def test_a_collection_is_exported_and_nothing_else(monkeypatch, tmp_path, page):
    file = tmp_path / "lhasa.json"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    page.shelves.choose(COPPER)
    page.export()
    content = json.loads(file.read_text("utf-8"))
    assert [shelf["path"] for shelf in content["collections"]] == ["Copper", "Copper/Lhasa"]
    assert [kept["link"] for kept in content["bookmarks"]] == ["mine/julong"]
    assert content["tray"] == content["history"] == content["saved_searches"] == []


@pytest.mark.parametrize("sort", [Sort.RECENT, Sort.TRAY, Sort.SEARCHES, Sort.WORKS])
def test_an_empty_shelf_says_what_belongs_there(library, page, sort):
    library.history.clear()
    page.reload()
    page.shelves.choose(Shelf(sort))

    assert page._stack.currentWidget() is page._empty
    assert page._empty._what.text()
    assert page._empty._how.text()
    assert not page.head.button("quote").isEnabled()


def test_what_was_viewed_is_listed_newest_first(window):
    for link in ("mine/julong", "mine/qulong"):
        window.context.state.open(link)
    window.context.state.open("page/library")
    page = window.page()
    page.shelves.choose(Shelf(Sort.RECENT))

    assert page.model.links()[:2] == ["mine/qulong", "mine/julong"]


def test_large_text_is_not_cut_off(window, library):
    library.bookmarks.remove([one.link for one in library.bookmarks.select()])
    window.resize(1440, 900)
    window.context.look.choose(text_scale=200)
    window.context.state.open("page/library")
    QApplication.processEvents()
    page = window.page()
    words = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    cut = [
        one.text()
        for one in words
        if not isinstance(one, Elided)
        and (
            one.height() < one.heightForWidth(one.width())
            if one.wordWrap()
            else one.width() < one.sizeHint().width()
        )
    ]
    window.context.look.choose(text_scale=100)
    assert cut == []
