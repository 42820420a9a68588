# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts of a collection: which columns go together, and numbers that are those of the rows."""

from __future__ import annotations

import csv
from statistics import median

import pytest

from terkha_db.errors import KnownError, QueryError
from terkha_db.imported.chartable import is_amount, unit_of
from terkha_db.imported.charting import ChartAsked, ChartReader
from terkha_db.imported.collection import Collection
from terkha_db.imported.faults import CollectionError
from terkha_db.imported.paging import PagedRows
from terkha_db.imported.points import MOST_PAIRS, MOST_ROWS, MOST_VALUES
from terkha_db.imported.view import View
from terkha_db.imported.vocabulary import read_vocabulary
from terkha_db.imported.where import asked_node, compile_query

HEAD = ("name", "commodity", "status", "Ore (Mt)", "Grade, %", "Discovered", "Opened on", "remark")
METALS = ("Copper", "Gold", "copper; Molybdenum", "Lithium")
ROWS = [
    {
        "name": f"Site {n}",
        "commodity": METALS[n % 7 % 4],
        "status": ("Producer", "Prospect", "")[n % 3],
        "Ore (Mt)": "" if n % 7 == 0 else str(round(0.5 * 1.04**n, 3)),
        "Grade, %": str(round((n * 37 % 100) / 10 - 2, 1)),
        "Discovered": str(1950 + n * 13 % 70) if n % 5 else "",
        "Opened on": f"{1990 + n % 30}-0{1 + n % 9}-11" if n % 2 else "unknown" if n == 4 else "",
        "remark": f"Bulletin {n}, page {n * 7}",
    }
    for n in range(200)
]


@pytest.fixture
def file(table, load_table):
    made = table("", "ore.csv")
    with made.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, HEAD)
        writer.writeheader()
        writer.writerows(ROWS)
    return load_table(made).target.file


@pytest.fixture
def chart(file):
    """Read a chart of the table."""
    reader = ChartReader(file)
    return lambda **asked: reader.read(reader.interrupt(), ChartAsked(**asked))


def kept(file, words, where):
    """How many rows of the table itself meet words and a query."""
    with Collection(file) as collection:
        vocabulary = read_vocabulary(collection._connection, collection.fields)
    clause = compile_query(asked_node(words, where), vocabulary)
    with PagedRows(file) as rows:
        generation = rows.interrupt()
        rows.first(generation, View((), clause))
        return rows.arrange(generation)


def parts(row):
    return {part.strip().capitalize() for part in row["commodity"].split(";")}


def test_only_what_makes_sense_is_offered(chart):
    columns = chart().columns
    assert [(one.id, one.sort, one.unit) for one in columns.across] == [
        ("count", "count", ""),
        ("ore_mt", "number", "Mt"),
        ("grade", "number", "%"),
        ("discovered", "date", ""),
        ("opened_on", "date", ""),
    ]
    assert [one.id for one in columns.upright] == ["commodity", "status"]
    ore = chart(x="ore_mt").columns
    assert [one.id for one in ore.upright] == ["each", "commodity", "status", "grade"]
    assert chart(x="ore_mt", y="status").columns.measures == ("median", "sum", "min", "max")
    assert "sum" not in chart(x="grade", y="status").columns.measures
    assert chart(x="discovered").columns.upright[0].id == "count"


def test_rows_are_counted_by_each_value_of_their_cells(chart):
    drawn = chart(y="commodity").drawing
    wanted = {}
    for row in ROWS:
        for part in parts(row):
            wanted[part] = wanted.get(part, 0) + 1
    assert {point.label: point.rows for point in drawn.points} == wanted
    assert [point.rows for point in drawn.points] == sorted(wanted.values(), reverse=True)
    assert drawn.several
    assert drawn.shown == len(ROWS)
    assert not chart(y="status").drawing.several


def test_a_number_is_measured_by_value(chart):
    ore = {}
    for row in ROWS:
        if row["Ore (Mt)"]:
            for part in parts(row):
                ore.setdefault(part, []).append(float(row["Ore (Mt)"]))
    wanted = {"median": median, "sum": sum, "min": min, "max": max}
    for name, measured in wanted.items():
        points = chart(x="ore_mt", y="commodity", measure=name).drawing.points
        assert {point.label: point.x for point in points} == pytest.approx(
            {part: measured(numbers) for part, numbers in ore.items()}
        )
        assert [point.x for point in points] == sorted((p.x for p in points), reverse=True)
        assert {point.label: (point.low, point.high) for point in points} == {
            part: (min(numbers), max(numbers)) for part, numbers in ore.items()
        }


def test_years_are_counted_and_measured(chart):
    counted = chart(x="discovered").drawing
    wanted = {}
    for row in ROWS:
        if row["Discovered"]:
            wanted.setdefault(int(row["Discovered"]), []).append(float(row["Grade, %"]))
    assert {point.x: point.rows for point in counted.points} == {
        year: len(grades) for year, grades in wanted.items()
    }
    largest = chart(x="discovered", y="grade", measure="max").drawing.points
    assert {point.x: point.y for point in largest} == {y: max(g) for y, g in wanted.items()}
    by_value = chart(x="discovered", y="status").drawing
    assert by_value.step == 10, "years that would hide each other come together"
    assert sum(point.rows for point in by_value.points) == sum(
        bool(row["Discovered"] and row["status"]) for row in ROWS
    )


def test_dates_count_by_their_year_and_what_is_none_does_not(chart):
    drawn = chart(x="opened_on").drawing
    assert drawn.shown == sum(row["Opened on"].startswith(("1", "2")) for row in ROWS)
    assert drawn.points[0].x == 1991


def test_each_row_stands_at_its_number_the_largest_first(chart):
    drawn = chart(x="ore_mt").drawing
    ore = [(float(row["Ore (Mt)"]), row["name"]) for row in ROWS if row["Ore (Mt)"]]
    wanted = sorted(ore, reverse=True)[:MOST_ROWS]
    assert [(point.x, point.label) for point in drawn.points] == wanted
    assert drawn.hidden_rows == len(ore) - MOST_ROWS


def test_pairs_are_the_rows_that_have_both_numbers(chart):
    drawn = chart(x="ore_mt", y="grade").drawing
    assert drawn.form == "pairs"
    wanted = {
        (n + 1, float(row["Ore (Mt)"]), float(row["Grade, %"]))
        for n, row in enumerate(ROWS)
        if row["Ore (Mt)"]
    }
    assert {(point.number, point.x, point.y) for point in drawn.points} == wanted


@pytest.mark.parametrize("asked", [
    {"y": "commodity"},
    {"x": "discovered"},
    {"x": "discovered", "y": "commodity"},
    {"x": "discovered", "y": "ore_mt"},
    {"x": "opened_on", "y": "status"},
    {"x": "ore_mt", "y": "commodity"},
])  # fmt: skip
@pytest.mark.parametrize(("words", "where"), [("", ""), ("site 1", "grade>1")])
def test_every_mark_leads_to_exactly_its_rows(file, chart, asked, words, where):
    charted = chart(**asked, words=words, where=where)
    assert charted.total == kept(file, words, where)
    # A number of a mark is of those rows alone that have one.
    also = "has=ore_mt" if "ore_mt" in asked.values() else ""
    for point in charted.drawing.points:
        assert kept(file, words, f"{where} {point.where} {also}") == point.rows


@pytest.mark.parametrize("scale", ["", "linear", "log"])
def test_many_pairs_are_counted_in_even_pieces(table, load_table, scale):
    count = 4 * MOST_PAIRS
    lines = [f"S{n},{1.01**n:.4f},{n % 50 + 1},{-n}" for n in range(count)]
    file = load_table(table("\n".join(["name,a,b,c", *lines]))).target.file
    reader = ChartReader(file)

    def read(y):
        asked = ChartAsked(x="a", y=y, scale=scale)
        return reader.read(reader.interrupt(), asked).drawing

    drawn = read("b")
    assert drawn.form == "squares"
    assert drawn.logs == ((False, False) if scale == "linear" else (True, True))
    assert sum(point.rows for point in drawn.points) == drawn.shown == count
    assert all(kept(file, "", point.where) == point.rows for point in drawn.points[::9])
    assert read("c").logs[1] is False, "what is below zero has no logarithm"


def test_more_values_than_have_room_are_told(table, load_table):
    lines = [f"S{n},County {n % (n % 60 + 1)}" for n in range(900)]
    file = load_table(table("\n".join(["name,county", *lines]))).target.file
    reader = ChartReader(file)
    drawn = reader.read(reader.interrupt(), ChartAsked()).drawing
    assert len(drawn.points) == MOST_VALUES
    assert drawn.hidden_values > 0
    assert drawn.hidden_rows + sum(point.rows for point in drawn.points) == 900


def test_a_cell_of_another_type_is_no_number(table, load_table):
    lines = [f"S{n},{n if n % 10 else 'many'},{n % 3}" for n in range(1, 60)]
    file = load_table(table("\n".join(["name,tons,b", *lines]))).target.file
    reader = ChartReader(file)
    drawn = reader.read(reader.interrupt(), ChartAsked(x="tons")).drawing
    assert drawn.points[0].x == 59
    assert drawn.shown == 54


def test_what_cannot_be_charted_is_told(table, load_table, file):
    bare = load_table(table("name,remark\nA,one\nB,two"), name="Bare").target.file
    reader = ChartReader(bare)
    with pytest.raises(KnownError, match="can be charted"):
        reader.read(reader.interrupt(), ChartAsked())
    reader = ChartReader(file)
    with pytest.raises(KnownError, match="can be charted"):
        reader.read(reader.interrupt(), ChartAsked(where="grade>900"))
    with pytest.raises(QueryError, match="did you mean grade"):
        reader.read(reader.interrupt(), ChartAsked(where="graed>900"))


def test_what_is_not_wanted_any_more_is_not_answered(file):
    reader = ChartReader(file)
    generation = reader.interrupt()
    reader.interrupt()
    assert reader.read(generation, ChartAsked()) is None


def test_the_file_may_be_replaced_and_removed_between_charts(table, load_table, file):
    reader = ChartReader(file)
    assert reader.read(reader.interrupt(), ChartAsked()).total == len(ROWS)
    load_table(table("name,status\nA,Open\nB,Open\nC,Shut"))
    charted = reader.read(reader.interrupt(), ChartAsked())
    assert [(point.label, point.rows) for point in charted.drawing.points] == [
        ("Open", 2), ("Shut", 1),
    ]  # fmt: skip
    file.unlink()
    with pytest.raises(CollectionError, match="cannot be read"):
        reader.read(reader.interrupt(), ChartAsked())


@pytest.mark.parametrize(("header", "unit"), [
    ("Ore (Mt)", "Mt"), ("Grade, %", "%"), ("Au [g/t]", "g/t"), ("海拔（米）", "米"),
    ("Area, km²", "km²"), ("Reserves, 2020", ""), ("Grade (2020)", ""), ("Tonnage", ""),
    ("Depth (below the collar of the shaft)", ""),
])  # fmt: skip
def test_a_header_may_tell_the_unit(header, unit):
    assert unit_of(header) == unit


def test_amounts_can_be_added_and_rates_cannot(chart):
    columns = {one.id: one for one in chart().columns.across}
    assert is_amount(columns["ore_mt"])
    assert not is_amount(columns["grade"])
