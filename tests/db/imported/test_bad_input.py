# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Files as readers have them: nothing is lost without a word, and nothing is taken wrongly."""

from __future__ import annotations

import csv
import json

import pytest

from terkha_db.imported.faults import TableError
from terkha_db.imported.lines import LONGEST_LINE
from terkha_db.imported.preview import preview
from terkha_db.imported.source import Reading


def report_of(loaded):
    """The lines of a report below its header."""
    assert loaded.report is not None
    lines = loaded.report.read_text("utf-8-sig").splitlines()
    assert lines[0] == "place\twhat\twhy\thow it begins"
    return list(csv.reader(lines[1:], delimiter="\t"))


def cells(collection, number):
    """The columns of a row by their headers."""
    return {field.header: value for field, value in collection.row(number).values}


def titles(collection):
    return [collection.row(number).title for number in range(1, collection.info.sites + 1)]


@pytest.mark.parametrize(
    ("codec", "names", "label"),
    [
        ("utf-8", ("Gārzê", "甲玛"), "UTF-8"),
        ("utf-8-sig", ("Gārzê", "甲玛"), "UTF-8 with a byte order mark"),
        ("utf-16", ("Gārzê", "甲玛"), "UTF-16 with a byte order mark"),
        ("utf-16-le", ("Garze", "Rivière"), "UTF-16 without a byte order mark (guessed)"),
        ("utf-32", ("Gārzê", "甲玛"), "UTF-32 with a byte order mark"),
        ("gb18030", ("墨竹工卡县甲玛铜矿", "驱龙铜多金属矿床"), "GB 18030 (guessed)"),
        ("cp1252", ("Rivière aux Ânes", "Mine “Élan” – été"), "Windows-1252 (guessed)"),
        ("ascii", ("Gyama", "Qulong"), "ASCII"),
    ],
)
def test_encodings_are_told(table, imported, codec, names, label):
    file = table("name,lat,lon\n{},29,91\n{},30,92\n".format(*names).encode(codec))
    loaded, collection = imported(file)
    assert titles(collection) == list(names)
    assert label in loaded.facts


def test_the_reader_may_name_the_encoding(table, imported):
    file = table("name\nŁódź\nGdańsk\n".encode("cp1250"))
    _, collection = imported(file, reading=Reading(encoding="cp1250"))
    assert titles(collection) == ["Łódź", "Gdańsk"]
    with pytest.raises(TableError, match="no encoding “klingon”"):
        preview(file, reading=Reading(encoding="klingon"))


def test_a_line_in_another_encoding_is_left_out_and_told(table, imported):
    good = "".join(f"甲玛铜矿{number},29,91\n" for number in range(30))
    file = table(f"name,lat,lon\n{good}".encode() + "Rivière,29,91\n".encode("cp1252"))
    loaded, collection = imported(file)
    assert collection.info.sites == 30
    assert loaded.rejected == 1
    ((place, what, why, begins),) = report_of(loaded)
    assert (place, what, begins) == ("32", "rejected", "Rivi\N{REPLACEMENT CHARACTER}re,29,91")
    assert "no utf-8" in why


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found(table, imported, delimiter):
    lines = (("name", "lat", "lon"), ("Ke'eryin, north", "29", "91"), ("B; c", "29", "91"))
    quoted = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    _, collection = imported(table(quoted))
    assert titles(collection) == ["Ke'eryin, north", "B; c"]


def test_a_spreadsheet_names_its_delimiter(table, imported):
    _, collection = imported(table("sep=;\nname;note, long\nA;b\n"))
    assert cells(collection, 1) == {"name": "A", "note, long": "b"}


def test_ragged_rows(table, imported):
    file = table("name,lat,lon\nShort\nLong,29,91,more\nRight,29,91\nTail,29,91,,\n\n")
    loaded, collection = imported(file)
    assert titles(collection) == ["Short", "Right", "Tail"]
    rejected, noted = report_of(loaded)
    assert rejected == ["3", "rejected", "4 cells where the header has 3", "Long 29 91 more"]
    assert noted == ["2", "noted", "1 cell of 3: the others are taken as empty", "Short"]


def test_headers_that_are_empty_or_there_twice(table, imported):
    loaded, collection = imported(table("name,Note,,note,Note\nA,1,2,3,4\n"))
    assert list(cells(collection, 1)) == ["name", "Note", "column 3", "note (2)", "Note (3)"]
    assert sum("is called" in fact for fact in loaded.facts) == 3


def test_swapped_coordinates_are_told_and_not_corrected(table, imported):
    file = table("name,lat,lon\nGyama,91.75,29.69\nQulong,91.6,29.6\nWest,80.1,31.2\n")
    assert any("exchanged" in warning for warning in preview(file).warnings)
    loaded, collection = imported(file)
    assert collection.row(1).lat is None
    assert cells(collection, 1)["lat"] == 91.75
    assert loaded.swapped == 2
    loaded, collection = imported(file, swapped=True)
    assert (collection.row(1).lat, collection.row(1).lon) == (29.69, 91.75)
    assert loaded.swapped == 0


def test_good_coordinates_raise_no_alarm(table):
    file = table("name,lat,lon\nGyama,29.69,91.75\nWest,31.2,80.1\n")
    assert preview(file).warnings == ()


def test_degrees_minutes_and_seconds(table, imported):
    _, collection = imported(table('name,lat,lon\nGyama,"29°41\'30""N",91°45\'E\n'))
    assert (collection.row(1).lat, collection.row(1).lon) == pytest.approx((29.691667, 91.75))


def test_dates_that_do_not_fit_stay_and_are_told(table, imported):
    rows = "".join(f"Site {day},{day:02}/04/2015\n" for day in range(1, 29))
    loaded, collection = imported(table(f"name,opened\n{rows}Last,spring\n"))
    assert cells(collection, 3)["opened"] == "2015-04-03"
    assert cells(collection, 29)["opened"] == "spring"
    assert report_of(loaded) == [["30", "noted", "opened: “spring” is kept as text", "Last"]]
    (field,) = [field for field in collection.fields if field.header == "opened"]
    assert (field.type, field.misfits) == ("date", 1)


def test_days_and_months_that_could_be_either_stay(table, imported):
    _, collection = imported(table("name,opened\nA,03/04/2015\nB,05/06/2015\n"))
    assert cells(collection, 1)["opened"] == "03/04/2015"


def test_nuls_are_taken_out_and_told(table, imported):
    loaded, collection = imported(table(b"name,note\nGy\0ama,x\nQulong,y\nA,z\nB,z\n"))
    assert titles(collection)[0] == "Gyama"
    assert report_of(loaded) == [["2", "noted", "NUL characters were taken out", "Gyama"]]


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"%PDF-1.7\n" + bytes(range(32)) * 9])
def test_what_is_no_text_is_refused(table, imported, content):
    with pytest.raises(TableError, match="is no text"):
        imported(table(content))


def test_a_cell_that_begins_like_a_formula_stays_text(table, imported):
    formula = '=HYPERLINK("http://x")'
    quoted = formula.replace('"', '""')
    loaded, collection = imported(table(f'name,note\n=1+2,"{quoted}"\nB,+1\n'))
    assert titles(collection)[0] == "=1+2"
    assert cells(collection, 1)["note"] == formula
    assert loaded.rejected == 0


def test_the_report_holds_no_formulas(table, imported):
    loaded, _ = imported(table("name,note\nA,b\n=1+2,b,c\n"))
    assert report_of(loaded)[0][3] == "'=1+2 b c"


def test_a_line_too_long_is_passed_over(table, imported):
    long = "x" * (3 * LONGEST_LINE)
    loaded, collection = imported(table(f"name,note\nA,b\n{long},c\nD,e\n"))
    assert titles(collection) == ["A", "D"]
    ((place, what, why, begins),) = report_of(loaded)
    assert (place, what) == ("3", "rejected")
    assert "longer than 1,000,000 letters (3,000,003)" in why
    assert len(begins) == 200


def test_a_lost_quotation_mark_costs_one_line(table, imported):
    rows = "".join(f"Site {number},x\n" for number in range(50))
    loaded, collection = imported(table(f'name,note\nA,"b\nc"\nLost,"d\n{rows}'))
    assert collection.info.sites == 51
    assert cells(collection, 1)["note"] == "b\nc"
    ((place, _, why, begins),) = report_of(loaded)
    assert (place, begins) == ("4", 'Lost,"d')
    assert "quotation mark" in why


def test_a_row_without_a_name_is_left_out_and_told(table, imported):
    loaded, collection = imported(table("name,lat,lon\nA,1,2\n ,3,4\n"))
    assert collection.info.sites == 1
    assert report_of(loaded)[0][0] == "3"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.csv", "is empty"),
        (b"\n\n\n", "a.csv", "no line that can be read as a header"),
        (b"name,lat\n", "a.csv", "nothing below it"),
        (b"name,lat\n,\n,3\n", "a.csv", "None of the 1 lines"),
        (b"x", "a.pdf", "no table that Terkha reads"),
        (b"x", "a.xlsx", "cannot be read as an XLSX workbook"),
        (b"PK\3\4 broken", "a.xlsx", "cannot be read as an XLSX workbook"),
        (b"{", "a.geojson", "breaks off"),
        (b'{"type": "FeatureCollection", "features": []}', "a.geojson", "holds no features"),
        (b'{"features": [{"type": "Feature"}', "a.geojson", "breaks off"),
        (b'{"features": [{"type": "Feature"}, {"ty', "a.geojson", "breaks off"),
        (b"[" * 100_000, "a.geojson", "nested too deeply"),
        (b",".join(b"c" for _ in range(501)), "a.csv", "has 501 columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    table, load_table, shelf, content, name, sentence
):
    with pytest.raises(TableError, match=sentence) as refused:
        load_table(table(content, name))
    assert "\n" not in str(refused.value)
    assert shelf.files() == []
    assert not shelf.folder.exists() or list(shelf.folder.iterdir()) == []


def test_features(table, imported):
    features = [
        {
            "type": "Feature",
            "properties": {"name": "Gyama", "tags": ["Cu"], "year": 2015, "open": True},
            "geometry": {"type": "Point", "coordinates": [91.75, 29.69, 4500]},
        },
        {
            "type": "Feature",
            "properties": {"name": "Lake \ud800", "other": None},
            "geometry": {"type": "Polygon", "coordinates": [[[80, 30], [82, 30], [82, 32]]]},
        },
        {"type": "Feature", "properties": {"name": "Nowhere"}, "geometry": None},
        {"no": "feature"},
    ]
    collection_of = {"type": "FeatureCollection", "features": features}
    loaded, collection = imported(table(json.dumps(collection_of, indent=1), "a.geojson"))
    assert [(row.lat, row.lon) for row in map(collection.row, (1, 2, 3))] == [
        (29.69, 91.75),
        (31.0, 81.0),
        (None, None),
    ]
    told = cells(collection, 1)
    assert (told["tags"], told["year"], told["open"]) == ('["Cu"]', 2015, "true")
    assert (loaded.rejected, loaded.noted, loaded.unit) == (1, 2, "feature")
    lines = table("\n".join(map(json.dumps, features)), "b.geojsonl")
    assert imported(lines)[1].info.sites == 3


def test_a_workbook(tmp_path, imported):
    from datetime import datetime

    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Name", "纬度", "经度", "Opened", "Count", None])
    sheet.append(["Gyama", 29.69, "91°45'E", datetime(2015, 3, 5), 12])
    sheet.append([None, None])
    sheet.append(["=A1", 30, 92, "2016", 1.5])
    sheet.append(["Wide", 30, 92, "2016", 1.5, None, "more"])
    workbook.create_sheet("Other").append(["Name", "X"])
    file = tmp_path / "book.xlsx"
    workbook.save(file)
    loaded, collection = imported(file)
    assert cells(collection, 1)["Opened"] == "2015-03-05"
    assert cells(collection, 1)["Count"] == 12
    assert collection.row(1).lon == 91.75
    assert "not read: Other" in loaded.facts
    assert [line[:2] for line in report_of(loaded)] == [["4", "rejected"], ["5", "rejected"]]
    with pytest.raises(TableError, match="no sheet “Third”"):
        preview(file, reading=Reading(sheet="Third"))
