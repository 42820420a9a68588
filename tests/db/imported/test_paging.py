# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Any page of a table of 100,000 rows, sorted and filtered, while others change their mind."""

from __future__ import annotations

import threading
import time

import pytest

from terkha_db.errors import KnownError
from terkha_db.imported.facets import FacetReader
from terkha_db.imported.load import load
from terkha_db.imported.paging import PagedRows
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.view import View
from terkha_db.imported.where import compile_query
from terkha_db.query import parse_query

ROWS = 100_000
HEADER = "name,lat,lon,size,status\n"
STATUSES = ("producer", "Prospect", "")


def size(number):
    """Every seventh cell is empty, and one holds a word."""
    if number % 7 == 0:
        return ""
    return "unknown" if number == 12_345 else number * 7919 % ROWS


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paging")
    table = folder / "large.csv"
    with table.open("w", encoding="utf-8") as opened:
        opened.write(HEADER)
        for number in range(ROWS):
            opened.write(f"Site {number},30,90,{size(number)},{STATUSES[number % 3]}\n")
    target = Shelf(folder / "collections").target("Large")
    load(table, guess_mapping(table), target, variants={})
    return target.file


@pytest.fixture
def rows(file):
    with PagedRows(file) as opened:
        yield opened


@pytest.fixture
def column(rows):
    """The id and the place of a column, by its header."""
    ids = {field.header: field.id for field in rows.fields}
    places = {field.header: at for at, field in enumerate(rows.fields)}
    return lambda header: (ids[header], places[header])


@pytest.fixture(scope="module")
def asked(file):
    """The condition that a query means in this collection."""
    reader = FacetReader(file)
    yield lambda query: compile_query(parse_query(query), reader.vocabulary)
    reader.close()


def by_size(largest_first):
    """The numbers of sites as Python sorts them: numbers, then words, then nothing."""
    sizes = [(number + 1, size(number)) for number in range(ROWS)]
    known = [pair for pair in sizes if pair[1] != ""]
    known.sort(key=lambda pair: (isinstance(pair[1], str), pair[1], pair[0]), reverse=largest_first)
    return [number for number, _ in known] + [number for number, one in sizes if one == ""]


def test_the_table_as_it_stands_needs_no_work(rows):
    page = rows.first(rows.interrupt(), View(), 3)
    assert (page.numbers, rows.count) == ((1, 2, 3), ROWS)
    end = rows.page(rows.generation, ROWS - 2, 50)
    assert (end.start, end.numbers) == (ROWS - 2, (ROWS - 1, ROWS))
    assert end.rows[1][0] == f"Site {ROWS - 1}"
    assert rows.page(rows.generation, ROWS, 50).rows == ()


@pytest.mark.parametrize("largest_first", [False, True])
def test_sorted_pages_are_those_of_the_whole(rows, column, largest_first):
    key, at = column("size")
    expected = by_size(largest_first)
    generation = rows.interrupt()
    first = rows.first(generation, View(sort=((key, largest_first),)), 100)
    assert list(first.numbers) == expected[:100]
    assert rows.count is None
    assert rows.page(generation, 0, 10) is None
    assert rows.arrange(generation) == ROWS
    for start in (0, 50_000, 85_700, ROWS - 10):
        page = rows.page(generation, start, 60)
        assert list(page.numbers) == expected[start : start + 60]
        cells = [size(number - 1) for number in page.numbers]
        assert [row[at] for row in page.rows] == [None if one == "" else one for one in cells]


def test_filters_keep_what_they_say(rows, asked):
    expected = [
        number + 1
        for number in range(ROWS)
        if isinstance(size(number), int) and size(number) >= 90_000 and number % 3 == 1
    ]
    view = View(where=asked("size>=90000 status=PROSPECT"))
    generation = rows.interrupt()
    assert list(rows.first(generation, view, 5).numbers) == expected[:5]
    assert rows.arrange(generation) == len(expected)
    assert list(rows.page(generation, 0, ROWS).numbers[:2000]) == expected[:2000]


@pytest.mark.parametrize("largest_first", [False, True])
def test_the_place_of_a_row_is_told_in_any_order(rows, column, asked, largest_first):
    key, _ = column("size")
    generation = rows.interrupt()
    rows.first(generation, View(((key, largest_first),), asked("size>=90000")), 5)
    count = rows.arrange(generation)
    number = rows.page(generation, count - 7, 1).numbers[0]
    assert rows.place_of(generation, number) == count - 7
    assert rows.place_of(generation, 1) is None
    rows.first(rows.interrupt(), View())
    assert rows.place_of(rows.generation, number) == number - 1
    assert rows.place_of(rows.generation, ROWS + 1) is None


def test_several_keys_sort_one_after_the_other(rows, column):
    status, _ = column("status")
    generation = rows.interrupt()
    rows.first(generation, View(sort=((status, True), ("title", False))), 1)
    rows.arrange(generation)
    page = rows.page(generation, 0, 3)
    assert [row[0] for row in page.rows] == ["Site 1", "Site 10", "Site 100"]
    assert rows.page(generation, ROWS - 1, 1).rows[0][0].startswith("Site 9999")


def test_an_unknown_column_is_refused(rows):
    with pytest.raises(KnownError, match="There is no column"):
        rows.first(rows.interrupt(), View(sort=(("c99; --", False),)))


def test_an_old_generation_gets_no_answer(rows):
    old = rows.interrupt()
    rows.first(old, View(sort=(("title", False),)))
    new = rows.interrupt()
    assert rows.arrange(old) is None
    assert rows.first(new, View(), 1).numbers == (1,)
    assert rows.first(old, View(sort=(("title", True),))) is None
    assert rows.page(new, 0, 1).numbers == (1,)
    assert rows.first(new, View(), 1).numbers == (1,)
    assert rows.page(old, 0, 1) is None


def test_long_work_is_interrupted_at_once(file, asked):
    told = {}
    with PagedRows(file) as rows:
        generation = rows.interrupt()
        began = threading.Event()

        def ask():
            began.wait()
            time.sleep(0.01)
            told["at"] = time.perf_counter()
            told["next"] = rows.interrupt()

        other = threading.Thread(target=ask, daemon=True)
        other.start()
        slow = View(sort=(("second", False), ("title", True)), where=asked("title:0"))
        began.set()
        answers = [rows.first(generation, slow), rows.arrange(generation)]
        stopped = time.perf_counter()
        other.join()
        assert None in answers
        assert stopped - told["at"] < 0.5
        assert rows.first(told["next"], View(), 2).numbers == (1, 2)
