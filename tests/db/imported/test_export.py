# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Rows of a collection written to files: those of the view, neutralised, whole or not at all."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from decimal import Decimal

import odfdo
import openpyxl
import pytest

from terkha_db.errors import KnownError
from terkha_db.export import format_by_id, sheets
from terkha_db.imported.export import RowExport, table_of_rows
from terkha_db.imported.facets import FacetReader
from terkha_db.imported.faults import CancelledError, CollectionError
from terkha_db.imported.info import read_info
from terkha_db.imported.view import View
from terkha_db.imported.where import compile_query
from terkha_db.query import parse_query

ROWS = 2500


@pytest.fixture
def make(table, load_table, shelf):
    """Prepare an export of the rows that a query keeps."""
    lines = [
        f"Site {n},{30 if n % 2 else ''},{90 if n % 2 else ''},{n},=1+{n}" for n in range(ROWS)
    ]
    load_table(table("\n".join(["name,lat,lon,depth,Übername", *lines])))
    info = read_info(shelf.find("Sites").target.file)
    reader = FacetReader(info.target.file)
    vocabulary = reader.vocabulary
    reader.close()

    def export(query="", sort=(), columns=("title", "depth", "übername"), progress=None):
        terms = [vocabulary.term(name) for name in columns]
        fields = [field for term in terms for field in vocabulary.fields if field.id == term.of]
        keys = tuple((vocabulary.term(name).of, falling) for name, falling in sort)
        view = View(keys, compile_query(parse_query(query), vocabulary))
        heads = table_of_rows(info, vocabulary, fields)
        return RowExport(info, heads, fields, view, progress=progress)

    return export


def test_csv_holds_the_rows_and_columns_of_the_view_in_its_order(make, tmp_path):
    told = []
    export = make("depth<2000", [("depth", True)], progress=told.append)
    done = export.write(format_by_id("csv"), tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["Id", "Title", "depth", "Übername"]
    assert rows[1] == ["collection/sites/2000", "Site 1999", "1999", "'=1+1999"]
    assert (len(rows), done.rows, done.left_out) == (2001, 2000, 0)
    assert told == [1000, 2000]


def test_keys_are_those_of_queries(make, tmp_path):
    make("row<=2").write(format_by_id("jsonl"), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == {
        "id": "collection/sites/2",
        "title": "Site 1",
        "depth": 1,
        "übername": "=1+1",
    }


def test_what_has_no_place_is_left_out_of_geojson_and_counted(make, tmp_path):
    done = make("row<=10").write(format_by_id("geojson"), tmp_path / "out.geojson")
    found = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert (done.rows, done.left_out, len(found["features"])) == (5, 5, 5)
    assert found["features"][0]["geometry"] == {"type": "Point", "coordinates": [90, 30]}


def test_an_excel_workbook_has_the_rows_of_the_view_and_no_formula(make, tmp_path):
    file = tmp_path / "out.xlsx"
    done = make("depth>=10", [("depth", True)]).write(format_by_id("xlsx"), file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Sites", "About"]
    rows = list(book["Sites"].values)
    assert rows[0] == ("Id", "Title", "depth", "Übername")
    assert rows[1] == ("collection/sites/2500", "Site 2499", 2499, "=1+2499")
    assert (len(rows), done.rows, done.left_out) == (ROWS - 10 + 1, ROWS - 10, 0)
    assert {cell.data_type for row in book["Sites"] for cell in row} == {"s", "n"}
    about = dict(book["About"].values)
    assert about["Rows"] == ROWS - 10
    assert "Licence" not in about


def test_an_opendocument_sheet_has_them_too(make, tmp_path):
    file = tmp_path / "out.ods"
    make("row<=3").write(format_by_id("ods"), file)
    document = odfdo.Document(file)
    page = document.body.get_table(name="Sites")
    assert page.get_values()[1:] == [
        [f"collection/sites/{n + 1}", f"Site {n}", Decimal(n), f"=1+{n}"] for n in range(3)
    ]
    assert all(cell.formula is None for row in page.rows for cell in row.cells)


def test_a_workbook_refuses_what_excel_would_cut(table, load_table, shelf, tmp_path, monkeypatch):
    load_table(table("name,lat,lon,story\nA,30,90," + "x" * (sheets.LONGEST_CELL + 1)))
    info = read_info(shelf.find("Sites").target.file)
    with closing(FacetReader(info.target.file)) as reader:
        vocabulary = reader.vocabulary
    fields = [field for field in vocabulary.fields if field.header == "story"]
    heads = table_of_rows(info, vocabulary, fields)

    def write(kind):
        export = RowExport(
            info, heads, fields, View((), compile_query(parse_query(""), vocabulary))
        )
        return export.write(format_by_id(kind), tmp_path / f"out.{kind}")

    with pytest.raises(KnownError, match="collection/sites/1 has a text of 32,768 letters"):
        write("xlsx")
    assert write("ods").rows == 1
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(KnownError, match="Sites has more"):
        write("ods")
    assert [one.name for one in tmp_path.glob("*out*")] == ["out.ods"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_stopped_half_way_it_leaves_what_was_there(make, tmp_path, kind):
    file = tmp_path / f"out.{kind}"
    file.write_text("old", encoding="utf-8")
    export = make(progress=lambda rows: export.cancel() if rows >= 1000 else None)
    with pytest.raises(CancelledError, match="nothing was written"):
        export.write(format_by_id(kind), file)
    assert file.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.glob("*out*")] == [file.name]


def test_a_place_that_cannot_be_written_is_told(make, tmp_path):
    with pytest.raises(CollectionError, match="choose another place"):
        make().write(format_by_id("csv"), tmp_path / "missing" / "out.csv")
