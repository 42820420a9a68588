# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A model of 100,000 rows: whatever is asked, it answers at once, and the rows follow."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt, QTimer

from terkha.models.paged import PagedModel
from terkha_db.imported.facets import FacetReader
from terkha_db.imported.load import load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.where import compile_query
from terkha_db.query import parse_query

ROWS = 100_000
LONGEST_GAP_MS = 50
TOOLTIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return make(tmp_path_factory.mktemp("paged"), ROWS)


def make(folder, rows):
    table = folder / "large.csv"
    with table.open("w", encoding="utf-8") as opened:
        opened.write("name,lat,lon,size,remark\n")
        for number in range(rows):
            opened.write(f"Site {number},30,90,{number * 7919 % ROWS},note {number % 1000}\n")
    target = Shelf(folder / "collections").target("Large")
    load(table, guess_mapping(table), target, variants={})
    return target.file


@pytest.fixture
def model(qtbot, file):
    made = PagedModel(file)
    with qtbot.waitSignal(made.opened):
        pass
    yield made
    made.close()


def show(model, query):
    """Ask a query of a model, as its page does."""
    reader = FacetReader(model.file)
    try:
        model.ask(compile_query(parse_query(query), reader.vocabulary))
    finally:
        reader.close()


def settle(qtbot, model):
    qtbot.waitUntil(lambda: not model.busy)


def read(qtbot, model, row, header):
    """The text of a cell, once it is there."""
    column = [field.header for field in model.fields].index(header)
    index = model.index(row, column)
    qtbot.waitUntil(lambda: bool(index.data()) and model.number_of(row) is not None)
    return index.data()


def column_of(model, header):
    return [field.header for field in model.fields].index(header)


class Gaps:
    """Measures for how long the thread of the window did not come to its timers."""

    def __init__(self):
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def stop(self):
        self._timer.stop()

    def _tick(self):
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def test_it_keeps_the_contract_of_models(qtbot, qtmodeltester, tmp_path):
    model = PagedModel(make(tmp_path, 300))
    qtmodeltester.check(model, force_py=True)
    with qtbot.waitSignal(model.opened):
        pass
    read(qtbot, model, 200, "Title")
    show(model, "note 1")
    settle(qtbot, model)
    qtmodeltester.check(model, force_py=True)
    model.close()


def test_all_rows_are_counted_and_none_is_read_before_it_is_asked_for(model):
    assert model.rowCount() == ROWS
    assert model.number_of(0) is None


def test_any_row_can_be_read(qtbot, model):
    assert read(qtbot, model, ROWS - 1, "Title") == f"Site {ROWS - 1}"
    assert read(qtbot, model, 50_000, "size") == str(50_000 * 7919 % ROWS)


def test_a_row_not_read_yet_is_empty_and_only_after_a_while_says_so(qtbot, model, monkeypatch):
    monkeypatch.setattr(model, "_read_next", lambda: None)
    index = model.index(70_000, 0)
    asked = time.perf_counter()
    assert index.data() is None
    qtbot.waitUntil(lambda: index.data() == "Reading …")
    assert time.perf_counter() - asked >= 0.25


def test_sorting_by_an_indexed_column_both_ways(qtbot, model):
    model.sort(column_of(model, "size"), Qt.SortOrder.DescendingOrder)
    settle(qtbot, model)
    assert read(qtbot, model, 0, "size") == str(ROWS - 1)
    model.sort(column_of(model, "size"))
    settle(qtbot, model)
    assert [read(qtbot, model, row, "size") for row in (0, 1, 77_777)] == ["0", "1", "77777"]
    model.sort(-1)
    settle(qtbot, model)
    assert read(qtbot, model, 0, "Title") == "Site 0"


def test_words_keep_the_rows_that_hold_all_of_them_in_any_column(qtbot, model):
    show(model, "NOTE 77 site")
    settle(qtbot, model)
    assert 0 < model.rowCount() < ROWS
    last = model.rowCount() - 1
    read(qtbot, model, last, "Title")
    assert any("77" in model.index(last, at).data() for at in range(model.columnCount()))
    show(model, "title:99999")
    settle(qtbot, model)
    assert (model.rowCount(), read(qtbot, model, 0, "Title")) == (1, "Site 99999")
    show(model, "nothing holds this")
    settle(qtbot, model)
    assert model.rowCount() == 0
    show(model, "")
    settle(qtbot, model)
    assert model.rowCount() == ROWS


def test_what_was_asked_for_last_is_shown(qtbot, model):
    for word in ("a", "no", "note", "note 5", "note 500"):
        show(model, word)
        qtbot.wait(5)
    model.sort(column_of(model, "size"))
    show(model, "title:99998")
    settle(qtbot, model)
    assert (model.rowCount(), read(qtbot, model, 0, "Title")) == (1, "Site 99998")


def test_the_window_is_never_held_up(qtbot, model):
    read(qtbot, model, 0, "Title")
    gaps = Gaps()
    for column in (column_of(model, "size"), column_of(model, "remark")):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        settle(qtbot, model)
        for row in range(0, ROWS, ROWS // 20):
            model.index(row, 0).data()
            qtbot.wait(2)
        read(qtbot, model, ROWS - 1, "Title")
    gaps.stop()
    assert 0 < gaps.longest < LONGEST_GAP_MS


def test_several_columns_sort_one_after_the_other(qtbot, model):
    model.sort(column_of(model, "remark"))
    model.sort_also(column_of(model, "size"))
    settle(qtbot, model)
    first = [read(qtbot, model, row, "remark") for row in (0, 99, 100)]
    assert first == ["note 0", "note 0", "note 1"]
    sizes = [int(read(qtbot, model, row, "size")) for row in range(100)]
    assert sizes == sorted(sizes)
    head = model.headerData(column_of(model, "size"), Qt.Orientation.Horizontal, TOOLTIP)
    assert head == "size\nSort key 2 of 2, ascending."


def test_columns_are_shown_in_the_order_asked_for(qtbot, model):
    size = model.fields[column_of(model, "size")].id
    model.show_fields(["title", size, "no such column"])
    assert [field.header for field in model.fields] == ["Title", "size"]
    assert read(qtbot, model, 7, "size") == str(7 * 7919)
    assert [spec.id for spec in model.shown()] == ["title", size]


def test_a_row_is_found_in_any_order_and_read_whole(qtbot, model):
    model.sort(column_of(model, "size"), Qt.SortOrder.DescendingOrder)
    settle(qtbot, model)
    told = []
    model.find(1, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [ROWS - 1]
    model.entry(1, told.append)
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told[1].title == "Site 0"


def test_a_file_that_is_damaged_is_told_in_a_sentence(qtbot, tmp_path):
    file = tmp_path / "broken.sqlite"
    file.write_bytes(b"no collection at all" * 20)
    model = PagedModel(file)
    with qtbot.waitSignal(model.failed) as told:
        pass
    model.close()
    assert "is damaged" in told.args[0]
    assert model.rowCount() == 0


def test_closing_while_it_sorts_does_not_wait_for_the_end(qtbot, file):
    model = PagedModel(file)
    with qtbot.waitSignal(model.opened):
        pass
    show(model, "remark:note remark:1")
    model.sort(column_of(model, "remark"))
    began = time.perf_counter()
    model.close()
    assert time.perf_counter() - began < 0.5
