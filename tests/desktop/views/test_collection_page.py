# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of the reader's own table: labelled as such, sorted, filtered, linked and removed."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from terkha.models.library import ShelfModel
from terkha.models.shelves import Shelf as LibraryShelf
from terkha.models.shelves import Sort
from terkha.views import collection_page
from terkha.views.export_own import ExportDialog
from terkha.views.own_tables import OwnTables
from terkha.views.pages import inside, outside, query_link
from terkha.views.saving import save
from terkha.views.titles import title_of
from terkha_db.export import format_by_id
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.links import parse_link

ROWS = 3000
METALS = ("Copper", "Gold", "Lithium")


@pytest.fixture
def shelf(context, tmp_path):
    table = tmp_path / "sites.csv"
    lines = [
        f"Site {number},{number % 60},{ROWS - number},{METALS[number % 3]}"
        for number in range(ROWS)
    ]
    table.write_text("\n".join(["name,grade,depth,commodity", *lines]), encoding="utf-8")
    made = Shelf(context.paths.collections)
    load(table, guess_mapping(table), made.target("My sites"), variants={})
    return made


def opened(qtbot, window):
    """The table of the collection in front, once its fields and rows are known."""
    table = window.page().shown
    qtbot.waitUntil(lambda: table.source.is_ready and not table.model.busy)
    qtbot.waitUntil(lambda: table.row.number > 0)
    return table


@pytest.fixture
def page(qtbot, window, shelf):
    window.context.state.open("collection/my-sites")
    return opened(qtbot, window)


def cell(qtbot, page, row, header="Title"):
    index = page.model.index(row, [field.header for field in page.model.fields].index(header))
    qtbot.waitUntil(lambda: bool(index.data()))
    return index.data()


def facet_counts(page, field):
    facet = next(one for one in page.asked.facets if one.field == field)
    return {value.label: value.count for value in facet.values}


def test_it_says_whose_table_it_is(page):
    told = "Your collection, not part of the catalogue. Imported from sites.csv on "
    assert page.whose.text().startswith(told)
    assert page.table.accessibleName() == page.whose.text()
    assert page.record_ids() == []


def test_the_row_chosen_stands_whole_beside_the_table(qtbot, page):
    assert page.row.number == 1
    qtbot.waitUntil(lambda: "Site 0" in page.row.view.toPlainText())
    page.table.selectRow(17)
    qtbot.waitUntil(lambda: "Site 17" in page.row.view.toPlainText())
    text = page.row.view.toPlainText()
    for told in ("YOUR COLLECTION", "No coordinates", "depth", "2983", "Line 19 of sites.csv"):
        assert told.lower() in text.lower()


def test_rows_follow_when_one_scrolls_to_the_end(qtbot, page):
    page.table.scrollToBottom()

    assert cell(qtbot, page, ROWS - 1) == f"Site {ROWS - 1}"


def test_a_click_on_a_head_sorts_and_turns_round_and_is_remembered(qtbot, page, window):
    column = [field.header for field in page.model.fields].index("depth")
    for first in ("1", str(ROWS)):
        page.table.horizontalHeader().sectionClicked.emit(column)
        qtbot.waitUntil(lambda: not page.model.busy)
        assert cell(qtbot, page, 0, "depth") == first
    kept = window.context.settings.layout("collection-my-sites")
    assert kept["order"] == [[page.model.fields[column].id, True]]
    assert page.status().endswith(" · sorted by depth, descending")


def test_columns_are_chosen_and_remembered(page, window):
    depth = page.source.vocabulary.term("depth").of
    page.columns.toggle(depth, on=False)
    page.columns.toggle("lat", on=True)
    kept = window.context.settings.layout("collection-my-sites")["columns"]
    assert depth not in kept
    assert {"title", "lat"} <= set(kept)


def test_there_may_be_no_columns_yet_when_the_window_is_resized(qtbot, window, shelf):
    window.context.state.open("collection/my-sites")
    table = window.page().shown
    assert table.model.fields == ()
    table.columns.fit()
    assert opened(qtbot, window).table.columnWidth(0) > 200


def test_a_column_in_which_nothing_is_written_is_no_standard_column(page):
    assert "Latitude" not in [field.header for field in page.model.fields]
    assert "lat" in [spec.id for spec in page.model.columns()]


def test_words_narrow_the_table(qtbot, page):
    qtbot.keyClicks(page.filter, "site 299")
    qtbot.waitUntil(lambda: page.head._count.text() == "12 of 3,000 shown")
    assert page.head.export.text().startswith("Export 12 row")
    page.filter.clear()
    qtbot.waitUntil(lambda: page.head._count.text() == "3,000")


def test_a_query_becomes_chips_and_counts_follow_it(qtbot, page, window):
    assert facet_counts(page, "commodity") == {"Copper": 1000, "Gold": 1000, "Lithium": 1000}
    page.asked.show("", "depth<=300")
    page.facets.pressed_value.emit("commodity", "Gold")
    qtbot.waitUntil(lambda: page.head._count.text() == "100 of 3,000 shown")
    qtbot.waitUntil(lambda: facet_counts(page, "commodity")["Copper"] == 100)
    assert [chip.label for chip in page.asked.chips] == ["depth <= 300", "commodity: Gold"]
    assert page.filters.line.text() == "depth<=300 commodity=Gold"
    link = window.context.state.link
    assert link == "collection/my-sites?where=depth%3C%3D300%20commodity%3DGold"


def test_a_query_that_cannot_be_read_leaves_the_rows_and_says_why(qtbot, page):
    page.asked.set_query("depht>3")
    assert page.model.rowCount() == ROWS
    assert "did you mean depth?" in page.filters._error.text()


def test_nothing_left_is_told_with_a_way_back(qtbot, page):
    page.asked.show("", "depth>9000")
    qtbot.waitUntil(page.nothing.isVisible)
    page.nothing.cleared.emit()
    qtbot.waitUntil(lambda: page.head._count.text() == "3,000")
    assert not page.nothing.isVisible()


def test_the_row_chosen_stays_chosen_where_it_stands_then(qtbot, page):
    page.table.selectRow(4)
    qtbot.waitUntil(lambda: page.row.number == 5)
    page.asked.show("", "grade=4")
    qtbot.waitUntil(lambda: page.chosen_rows() == [range(1)])
    assert cell(qtbot, page, 0) == "Site 4"


def test_all_rows_are_chosen_without_a_list_of_them(page):
    page.table.selectAll()
    assert page.chosen_rows() == [range(ROWS)]


def test_the_link_of_a_row_chooses_it_in_a_narrowed_table_too(qtbot, window, page):
    window.context.state.open("collection/my-sites/1234")
    qtbot.waitUntil(lambda: page.chosen_rows() == [range(1233, 1234)])
    window.context.state.open("collection/my-sites/1234?where=commodity%3Dcopper")
    qtbot.waitUntil(lambda: page.chosen_rows() == [range(411, 412)])
    assert cell(qtbot, page, 411) == "Site 1233"


def test_a_table_imported_anew_is_shown_anew_and_narrowed_as_before(
    qtbot, window, page, shelf, tmp_path
):
    page.asked.show("", "depth>2900")
    table = tmp_path / "sites.csv"
    table.write_text("name,depth\nOther site,2950\nShallow,3\n", encoding="utf-8")
    load(table, guess_mapping(table), shelf.target("My sites", replace=True), variants={})
    window.context.state.library_changed.emit()
    anew = opened(qtbot, window)
    assert anew is not page
    qtbot.waitUntil(lambda: anew.head._count.text() == "1 of 2 shown")
    assert cell(qtbot, anew, 0) == "Other site"


@pytest.mark.parametrize(
    "link",
    ["collection/my-sites", "collection/my-sites/12", "collection/my-sites?where=a%3Ab"],
)
def test_a_link_given_away_leads_back(link):
    assert inside(parse_link(outside(link))) == link


def test_chosen_rows_are_copied_with_the_columns_shown(qtbot, page):
    page.columns.toggle(page.source.vocabulary.term("grade").of, on=False)
    page.table.selectRow(2)
    page.copy()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: "my-sites/3" in clipboard.text())
    assert clipboard.text().splitlines() == [
        "Id\tTitle\tcommodity\tdepth",
        "collection/my-sites/3\tSite 2\tLithium\t2998",
    ]
    data = clipboard.mimeData()
    assert "<td>Site 2</td>" in data.html()
    assert b"| Site 2 |" in bytes(data.data("text/markdown").data())


def test_the_rows_shown_are_written_in_their_order(page, tmp_path, qtbot):
    page.asked.show("", "depth<=5")
    page.columns.toggle(page.source.vocabulary.term("commodity").of, on=False)
    page.model.sort_by([("title", True)])
    qtbot.waitUntil(lambda: page.model.rowCount() == 5 and not page.model.busy)
    dialog = ExportDialog(page, format_by_id("json"), tmp_path / "out.json")
    with qtbot.waitSignal(dialog.settled):
        pass
    written = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [row["title"] for row in written] == [f"Site {ROWS - n}" for n in range(1, 6)]
    assert list(written[0]) == ["id", "title", "grade", "depth"]


def test_an_export_that_is_stopped_leaves_nothing(page, tmp_path, qtbot):
    file = tmp_path / "out.csv"
    dialog = ExportDialog(page, format_by_id("csv"), file)
    with qtbot.waitSignal(dialog.settled):
        dialog.reject()
    assert dialog.exported is None
    assert dialog.problem == ""
    assert list(tmp_path.glob("*out*")) == []


def test_an_export_that_cannot_be_written_says_why(page, tmp_path, qtbot):
    dialog = ExportDialog(page, format_by_id("csv"), tmp_path / "no" / "out.csv")
    with qtbot.waitSignal(dialog.settled):
        pass
    assert "could not be written" in dialog.problem


def test_a_saved_search_leads_back_to_the_narrowed_table(qtbot, window, page):
    page.asked.show("", "grade>50 commodity=gold")
    save(page, window.context, page.kind, page.asked, "Rich gold")
    assert page.asked.where == "grade>50 commodity=gold"
    window.context.state.open("page/home")
    model = ShelfModel(window.context.library, window.context.catalogue, query_link)
    model.show(LibraryShelf(Sort.SEARCHES))
    link = model.links()[0]
    assert model.index(0).data() == "Rich gold"
    window.context.state.open(link)
    qtbot.waitUntil(lambda: page.asked.where == "grade>50 commodity=gold")


def test_its_title_tells_what_it_is_narrowed_to(window, page):
    page.asked.show("", "depth>2900")
    assert "where=" in window.context.state.link
    assert title_of(window.context, window.context.state.link) == "My sites: depth>2900"


def test_a_table_without_few_values_has_no_facets(qtbot, window, shelf, tmp_path):
    table = tmp_path / "bare.csv"
    table.write_text("name,depth\nA,1\nB,2\n", encoding="utf-8")
    load(table, guess_mapping(table), shelf.target("Bare"), variants={})
    window.context.state.open("collection/bare")
    bare = opened(qtbot, window)
    assert bare.facets.isHidden()
    bare.begin_filtering()
    assert bare.facets.isHidden()


def test_it_is_listed_in_the_library_and_opened_from_there(window, shelf):
    window.context.state.open("page/library")
    tables = window.page().findChild(OwnTables)
    assert tables.list.item(0).text() == "My sites  (3,000)"
    tables.list.itemActivated.emit(tables.list.item(0))

    assert window.context.state.link == "collection/my-sites"


def test_what_is_typed_last_is_no_matter_when_the_table_is_let_go(qtbot, window, page):
    qtbot.keyClicks(page.filter, "gold")
    window.page()._close("gone")
    page.filter.settled.emit()
    page.asked.type_words("depth>5")
    assert window.page().shown is None


def test_removing_asks_first(window, page, shelf, monkeypatch):
    monkeypatch.setattr(collection_page, "ask", lambda *_: False)
    window.page().remove()
    assert [info.slug for info in shelf.collections()] == ["my-sites"]

    monkeypatch.setattr(collection_page, "ask", lambda *_: True)
    window.page().remove()
    assert list(shelf.collections()) == []
    assert window.context.state.link == "page/library"


@pytest.mark.parametrize("link", ["collection/gone", "page/collection"])
def test_a_collection_that_is_not_there_is_told(window, link):
    window.context.state.open(link)
    page = window.page()

    assert page.shown is None
    assert page.absent.isVisible()
    assert page.absent.text().endswith(".")


def test_a_damaged_collection_is_told_where_its_rows_would_be(qtbot, page, window, shelf):
    file = shelf.find("my-sites").target.file
    window.context.state.open("page/home")
    content = bytearray(file.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    file.write_bytes(content)
    window.context.state.open("collection/my-sites")

    damaged = window.page()
    qtbot.waitUntil(damaged.absent.isVisible)
    assert damaged.shown is None
    assert "damaged" in damaged.absent.text()


@pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
def test_the_dialog_of_an_export_fits_a_small_screen_at_large_text(qtbot, page, context, tmp_path):
    context.look.choose(text_scale=200)
    file = tmp_path / f"{'a long name of a file ' * 8}.csv"
    dialog = ExportDialog(page, format_by_id("csv"), file)
    dialog.show()
    for _ in range(2):  # words become as high as the width that they got
        QApplication.processEvents()
        dialog.resize(1024, 640)
    size, words = dialog.size(), dialog.findChild(QLabel)
    needed = words.heightForWidth(words.width())
    qtbot.waitUntil(lambda: dialog.exported is not None)
    dialog.close()
    context.look.choose(text_scale=100)
    assert (size.width(), size.height()) == (1024, 640)
    assert words.height() >= needed
