# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts of the reader's own tables: from the rows shown, said to be theirs, and led back to."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from terkha.charts.base import Shape
from terkha.charts.export import CHART_FORMATS
from terkha.models.chart_table import COLUMNS
from terkha.session import Kept, read, written
from terkha.trail import Trail
from terkha.views.pages import inside, is_known, outside
from terkha.views.titles import title_of
from terkha_db.export import format_by_id, table_of
from terkha_db.fields import fields_of
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.lens import OPEN, parse_lens
from terkha_db.links import parse_link

FIELDS = ("title", "status", "commodities", "elevation", "resource_copper")
OWN = "chart/table?kind=collection%2Fmines"


@pytest.fixture(scope="module")
def mines(catalogue, tmp_path_factory):
    """The mines of the catalogue, as a reader would have exported them."""
    file = tmp_path_factory.mktemp("own") / "mines.csv"
    fields = [field for field in fields_of("mine") if field.id in FIELDS]
    written = table_of(catalogue, "mine", fields, catalogue.rows("mine"))
    file.write_text(format_by_id("csv").write(written), encoding="utf-8")
    return file


@pytest.fixture
def shelf(context, mines):
    made = Shelf(context.paths.collections)
    load(mines, guess_mapping(mines), made.target("Mines"), variants={})
    return made


@pytest.fixture
def show(qtbot, window, shelf):
    """Open a link of a chart of the table, and wait for it."""

    def shown(more="", link=OWN):
        window.context.state.open(link + more)
        page = window.page()
        qtbot.waitUntil(page.head.export.isEnabled)
        return page

    return shown


def picture_of(page):
    return page.pane.plot.picture


def words_on(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_the_rows_shown_are_charted_with_their_filters(qtbot, window, shelf, catalogue):
    window.context.state.open("collection/mines?where=status%3Doperating")
    table = window.page().shown
    qtbot.waitUntil(lambda: table.source.is_ready and not table.model.busy)
    qtbot.waitUntil(lambda: 0 < table.model.rowCount() < table.model.total)
    assert table.asked.where == "status=operating"
    table._chart.click()
    page = window.page()
    qtbot.waitUntil(page.head.export.isEnabled)
    picture = picture_of(page)
    rows = catalogue.rows("mine", where="status=operating")
    assert any(f"Rows: {len(rows)}, narrowed to status=operating" in n for n in picture.notes)
    named = [str(row.values["commodities"]) for row in rows if row.values["commodities"]]
    counted = Counter(part for names in named for part in names.split(", "))
    assert picture.title == "Mines by Commodities"
    assert {mark.label: mark.shown for mark in picture.marks} == counted
    assert {mark.shape for mark in picture.marks} == {Shape.BAR}
    assert picture.x.low == 0


def test_it_says_that_the_numbers_are_the_readers_own(show):
    page = show()
    words = words_on(page)
    assert "your own table “Mines”, imported from mines.csv on " in words
    assert "rest on no work of the catalogue" in words
    assert "Sources:" not in words
    assert not page.head.cite.isVisible()
    assert page.record_ids() == []


def test_columns_and_measures_are_chosen_and_kept_in_the_link(qtbot, window, show):
    page = show()
    across, upright, measure = (
        next(box for box in page.choices.findChildren(QComboBox) if box.accessibleName() == name)
        for name in ("Across", "Upright", "What is made of several numbers")
    )
    assert measure.isHidden()
    for box, chosen in ((across, "elevation"), (upright, "status"), (measure, "max")):
        at = box.findData(next(
            box.itemData(n) for n in range(box.count()) if str(box.itemData(n)).startswith(chosen)
        ))  # fmt: skip
        box.setCurrentIndex(at)
        box.activated.emit(at)
        qtbot.waitUntil(page.head.export.isEnabled)
    assert "largest of Elevation by Status" in picture_of(page).title
    link = window.context.state.link
    assert link.endswith("&measure=max")
    assert page.link() == link == inside(parse_link(outside(link)))
    window.context.state.open("chart/copper-resources")
    assert picture_of(page).id == "copper-resources"
    window.context.state.open(link)
    assert "largest of Elevation" in picture_of(page).title, "read once, it is there at once"


def test_the_twin_tells_every_mark_and_its_rows(show):
    page = show("&x=elevation_m")
    picture = picture_of(page)
    assert picture.x.title == "Elevation, m"
    names = [column.id for column in COLUMNS]
    for row, mark in enumerate(picture.marks):
        told = [page.pane.model.index(row, at).data() for at in range(len(names))]
        assert told[names.index("what")] == mark.label
        assert told[names.index("published")].endswith(" m")
        assert told[names.index("says")] == "1 row of your own table"


def test_a_mark_leads_to_the_row_or_rows_behind_it(qtbot, window, show, catalogue):
    page = show("&y=status")
    mark = next(mark for mark in picture_of(page).marks if mark.label == "operating")
    window.context.state.open(mark.link)
    table = window.page().shown
    wanted = len(catalogue.rows("mine", where="status=operating"))
    qtbot.waitUntil(lambda: table.source.is_ready and table.model.rowCount() == wanted)
    page = show("&x=elevation_m")
    highest = picture_of(page).marks[0]
    window.context.state.open(highest.link)
    table = window.page().shown
    qtbot.waitUntil(lambda: highest.label in table.row.view.toPlainText())


def test_marks_that_are_brushed_lead_to_all_their_rows(qtbot, window, show):
    page = show("&y=status")
    marks = picture_of(page).marks[:2]
    page.pane.plot.brushed.emit(marks, False)
    assert "2 marks chosen" in page.pane._reading.text()
    assert not window.context.state.selected
    page.pane._open.click()
    table = window.page().shown
    wanted = sum(mark.rows for mark in marks)
    qtbot.waitUntil(lambda: table.source.is_ready and table.model.rowCount() == wanted)


@pytest.mark.parametrize("kind", CHART_FORMATS, ids=lambda kind: kind.extension)
def test_every_format_says_whose_numbers_they_are(show, tmp_path, kind, look):
    page = show("&x=elevation_m&y=status")
    file = tmp_path / f"own{kind.extension}"
    page.write(file)
    content = file.read_bytes()
    assert len(content) > 500
    if kind.extension in (".svg", ".csv"):
        text = content.decode()
        assert "mines.csv" in text
        assert "no work of the catalogue" in text
    if kind.extension == ".csv":
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        body = [line for line in lines if len(line) == len(lines[-1])]
        numbers = {(mark.label, mark.kind) for mark in picture_of(page).numbers}
        assert len(numbers) <= len(body) - 1


def test_it_is_kept_and_found_again_in_a_session(context, show, catalogue):
    page = show("&y=status")
    page.head.keep.click()
    link = page.link()
    assert link in context.library.bookmarks.links()
    assert title_of(context, link) == "Chart of “Mines”"
    kept = written([Kept((Trail([link]),))])
    assert read(kept, lambda one: is_known(catalogue, one))[0].tabs[0].link == link


def test_a_lens_changes_nothing_of_it(show, context):
    page = show("&y=status")
    before = picture_of(page)
    context.look_through(parse_lens("company"))
    assert picture_of(page).marks == before.marks
    assert "table of your own" in page.lens_note()
    context.look_through(OPEN)


def test_a_table_imported_anew_is_charted_anew(qtbot, window, show, shelf, tmp_path):
    page = show("&y=status")
    table = tmp_path / "other.csv"
    table.write_text("name,status\nA,Open\nB,Open\nC,Shut\n", encoding="utf-8")
    load(table, guess_mapping(table), shelf.target("Mines", replace=True), variants={})
    window.context.state.library_changed.emit()
    qtbot.waitUntil(lambda: len(picture_of(page).marks) == 2 and page.head.export.isEnabled())
    assert "other.csv" in words_on(page)


def test_what_cannot_be_charted_says_why_in_its_place(qtbot, window, show, context):
    page = show()
    window.context.state.open(f"{OWN}&where=no_such%3D1")
    qtbot.waitUntil(lambda: "no_such" in page.head.lead.text())
    assert page.pane.isHidden()
    window.context.state.open("chart/table?kind=collection%2Fgone")
    assert "There is no collection “gone”" in page.head.lead.text()
    assert not page.head.export.isEnabled()
    page.export()
    page.print_page()
    assert show().pane.isVisible()


def test_the_keyboard_is_in_the_chart_as_soon_as_there_is_one(window, show):
    window.activateWindow()
    page = show()
    assert page.pane.plot.hasFocus()
