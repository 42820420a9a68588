# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Exported tables: what is shown, with its works, and nothing a spreadsheet could run."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import odfdo
import openpyxl
import pytest

from terkha_db.catalogue import Catalogue, columns_of
from terkha_db.errors import KnownError
from terkha_db.export import TABLE_FORMATS, Column, Line, Table, format_by_id, heading, table_of
from terkha_db.fields import fields_of
from terkha_db.lens import parse_lens

FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "\n=1"]
FORMULAS += [
    "\u3000=1",
    "\x0b=1",
    "\x0c=1",
    "\x1b=1",
    "\x00=1",
    "\ufeff=1",
    "\u200b=1",
    " \u202f＋1",
]


def table(*lines, has_places=True):
    columns = (Column("title", "Name"), Column("copper", "Copper, Mt"))
    return Table("Mines", columns, lines, "Edition 1", has_places)


def written(format_id, *lines, **about):
    return format_by_id(format_id).write(table(*lines, **about))


JULONG = Line(
    "mine/julong", ('Jülong "A", 巨龙', 25.88), ("citation/a", "citation/b"), 29.6, 91.6, "site"
)
BARE = Line("mine/bare", (None, None))


def test_csv_and_tsv_hold_values_and_works():
    assert written("csv", JULONG, BARE).splitlines() == [
        'Id,Name,"Copper, Mt",Sources',
        'mine/julong,"Jülong ""A"", 巨龙",25.88,citation/a citation/b',
        "mine/bare,,,",
    ]
    assert written("tsv", JULONG).splitlines()[1] == (
        'mine/julong\tJülong "A", 巨龙\t25.88\tcitation/a citation/b'
    )


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("format_id", ["csv", "tsv"])
def test_no_text_becomes_a_formula(format_id, text):
    delimiter = "," if format_id == "csv" else "\t"
    lines = written(format_id, Line("mine/x", (text, None)))
    (_, line) = csv.reader(StringIO(lines, newline=""), delimiter=delimiter)
    assert line[1].startswith("'")
    assert len(line) == 4


@pytest.mark.parametrize(
    ("value", "cell"),
    [(-12.5, "-12.5"), (4000.0, "4000"), (3, "3"), (1e-07, "1e-07"), ("don't", "don't")],
)
def test_numbers_stay_numbers(value, cell):
    assert written("csv", Line("x", (value, None))).splitlines()[1] == f"x,{cell},,"


def test_a_tab_separated_cell_is_one_line():
    assert written("tsv", Line("x", ("a\tb\nc", None))).splitlines()[1] == "x\ta b c\t\t"


def test_a_tab_separated_cell_that_begins_with_a_quotation_mark_ends_where_it_ends():
    lines = written("tsv", Line("x", ('"Mine" of', None)), Line("y", ("a", None)))
    rows = list(csv.reader(StringIO(lines, newline=""), delimiter="\t"))
    assert [row[1] for row in rows[1:]] == ['"Mine" of', "a"]


def test_json_has_one_key_for_each_column():
    assert json.loads(written("json", JULONG, BARE)) == [
        {
            "id": "mine/julong",
            "title": 'Jülong "A", 巨龙',
            "copper": 25.88,
            "sources": ["citation/a", "citation/b"],
            "citations": {},
        },
        {"id": "mine/bare", "title": None, "copper": None, "sources": [], "citations": {}},
    ]
    assert json.loads(written("json")) == []


def test_json_is_indented_as_python_does_it_and_json_lines_are_lines():
    text = written("json", JULONG, BARE)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    assert [json.loads(line) for line in written("jsonl", JULONG, BARE).splitlines()] == (
        json.loads(text)
    )
    for lines in ((), (JULONG,)):
        places = written("geojson", *lines)
        assert places == json.dumps(json.loads(places), ensure_ascii=False, indent=1) + "\n"


def test_rows_without_works_have_no_column_for_them():
    own = replace(table(JULONG), is_cited=False)
    assert format_by_id("csv").write(own).splitlines()[0] == 'Id,Name,"Copper, Mt"'
    assert "sources" not in json.loads(format_by_id("json").write(own))[0]


def test_geojson_holds_what_has_a_place_and_how_well_it_is_known():
    collection = json.loads(written("geojson", JULONG, BARE))
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [91.6, 29.6]}
    assert feature["properties"]["precision"] == "site"
    assert feature["properties"]["sources"] == ["citation/a", "citation/b"]
    assert table(JULONG, BARE).unplaced == 1


@pytest.mark.parametrize("known", ["geojson", "kml"])
def test_a_kind_without_places_has_none_of_them(known):
    with pytest.raises(KnownError, match="Mines have no coordinates"):
        written(known, BARE, has_places=False)


def test_kml_holds_what_has_a_place_as_text():
    named = replace(JULONG, values=("<Julong> & co", 1.5))
    root = ET.fromstring(written("kml", named, BARE))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    (mark,) = root.findall(".//k:Placemark", space)
    told = {
        data.get("name"): data.findtext("k:value", "", space)
        for data in mark.findall(".//k:Data", space)
    }
    assert mark.findtext(".//k:coordinates", "", space) == "91.6,29.6"
    assert told["precision"] == "site"
    assert told["sources"] == "citation/a citation/b"
    assert "<Julong> & co" in told.values()


def test_kml_tells_the_precision_once_and_says_what_a_county_seat_is(catalogue):
    rows = [row for row in catalogue.rows("mine") if row.values["precision"]]
    exported = table_of(catalogue, "mine", fields_of("mine"), rows)
    space = {"k": "http://www.opengis.net/kml/2.2"}
    marks = ET.fromstring(format_by_id("kml").write(exported)).findall(".//k:Placemark", space)
    assert len(marks) == len(rows)
    for mark in marks:
        (precision,) = mark.findall("./k:ExtendedData/k:Data[@name='precision']/k:value", space)
        snippet = mark.findtext("k:Snippet", "", space)
        assert ("the site itself is not placed" in snippet) == (precision.text == "county")


def test_markup_is_only_text():
    line = Line("x", ("<b>|*a*|</b>", 1.0))
    assert written("markdown", line).splitlines()[:3] == [
        "| Name | Copper, Mt |",
        "| --- | --- |",
        r"| \<b\>\|\*a\*\|\</b\> | 1 |",
    ]
    assert "<td>&lt;b&gt;|*a*|&lt;/b&gt;</td><td>1</td>" in written("html", line)
    assert "Edition 1" in written("markdown", line)
    assert "<caption>Mines, Edition 1</caption>" in written("html", line)


@pytest.mark.parametrize("known", TABLE_FORMATS, ids=lambda known: known.id)
def test_every_format_writes_every_table(catalogue, known):
    for kind in ("mine", "claim", "citation", "person"):
        exported = table_of(catalogue, kind, columns_of(kind), catalogue.rows(kind))
        if known.placed_only and not exported.has_places:
            continue
        text = known.write(exported)
        assert text == "".join(known.pieces(exported, iter(exported.lines)))
        assert text.endswith("\n")
        assert exported.edition
        assert len(text) > 10 * len(exported.lines)


def test_the_works_of_a_row_are_those_of_its_columns(catalogue):
    fields = [field for field in fields_of("mine") if field.id in ("title", "resource_copper")]
    rows = catalogue.rows("mine", ids=["mine/julong"])
    (line,) = table_of(catalogue, "mine", fields, rows).lines
    cells = catalogue.cells("mine/julong")["resource_copper"]
    assert set(line.sources) == {cite.source.id for one in cells for cite in one.cites}
    (title_only,) = table_of(catalogue, "mine", fields[:1], rows).lines
    assert set(title_only.sources) == {work.id for work in catalogue.works(["mine/julong"])}


def test_headings_name_the_unit_once():
    headings = {heading(field) for field in fields_of("mine")}
    assert {"Copper, Mt", "Elevation, m", "Latitude, °"} <= headings


def test_an_unknown_format_is_refused():
    with pytest.raises(KnownError, match="csv, csv-bom, tsv, json, jsonl, geojson, kml, xlsx, ods"):
        format_by_id("xls")


def test_under_a_lens_files_say_so_and_what_is_outside(catalogue_path):
    fields = [field for field in fields_of("mine") if field.id in ("title", "resource_copper")]
    with Catalogue.open(catalogue_path) as catalogue:
        catalogue.look_through(parse_lens("-company,-state-media"))
        rows = [row for row in catalogue.rows("mine") if "resource_copper" in row.outside][:1]
        exported = table_of(catalogue, "mine", fields, rows)
    assert rows
    head, line = csv.reader(StringIO(format_by_id("csv").write(exported)))
    assert head[-2:] == ["Lens", "Outside lens"]
    assert line[1:3] == [rows[0].values["title"], ""]
    assert line[-2:] == ["'-company,-state-media", "resource_copper"]
    (record,) = json.loads(format_by_id("json").write(exported))
    assert record["lens"] == "-company,-state-media"
    assert (record["resource_copper"], record["outside_lens"]) == (None, ["resource_copper"])
    words = "Lens: works of all kinds but company and state media"
    for format_id in ("markdown", "html"):
        text = format_by_id(format_id).write(exported)
        assert words in text
        assert "outside lens" in text
    assert json.loads(format_by_id("geojson").write(exported))["lens"] == record["lens"]


# Sources of each value, and workbooks

CITED = Line(
    "mine/julong",
    ("=Jülong", 25.88),
    ("citation/a", "citation/b"),
    cites=((), (("citation/a", "p. 12"), ("citation/b", ""))),
)


def cited_table():
    columns = (Column("title", "Name"), Column("copper", "Copper, Mt", is_cited=True))
    references = {"citation/a": "Adams, 2021.", "citation/b": "Brown, 2022."}
    return Table("Mines", columns, (CITED, BARE), "Edition 1", references=references)


def test_every_cited_value_names_its_works_and_places():
    assert format_by_id("csv").write(cited_table()).splitlines()[:2] == [
        'Id,Name,"Copper, Mt",Sources,"Copper, Mt: source"',
        'mine/julong,\'=Jülong,25.88,citation/a citation/b,"citation/a, p. 12; citation/b"',
    ]
    (julong, bare) = json.loads(format_by_id("json").write(cited_table()))
    assert julong["citations"] == {
        "copper": [
            {"id": "citation/a", "locator": "p. 12"},
            {"id": "citation/b", "locator": ""},
        ]
    }
    assert bare["citations"] == {}


def test_a_byte_order_mark_comes_only_on_request():
    assert format_by_id("csv-bom").content(cited_table()).startswith(b"\xef\xbb\xbfId,")
    assert format_by_id("csv").content(cited_table()).startswith(b"Id,")


SOURCES = [
    ["Id", "Column", "Value", "Work", "Place in the work", "Reference"],
    ["mine/julong", "Copper, Mt", 25.88, "citation/a", "p. 12", "Adams, 2021."],
    ["mine/julong", "Copper, Mt", 25.88, "citation/b", None, "Brown, 2022."],
]


def test_an_excel_workbook_has_values_sources_and_no_formula():
    content = format_by_id("xlsx").content(cited_table())
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Mines", "Sources", "About"]
    values = book["Mines"]
    assert [cell.value for cell in values[1]] == ["Id", "Name", "Copper, Mt"]
    assert [cell.value for cell in values[2]] == ["mine/julong", "=Jülong", 25.88]
    assert [cell.data_type for cell in values[2]] == ["s", "s", "n"]
    assert values[3][2].value is None
    found = [[cell.value or None for cell in row] for row in book["Sources"]]
    assert found == SOURCES
    assert book["About"]["B2"].value == "Edition 1"


def test_an_opendocument_sheet_has_values_sources_and_no_formula():
    content = format_by_id("ods").content(cited_table())
    document = odfdo.Document(BytesIO(content))
    pages = {page.name: page for page in document.body.tables}
    assert list(pages) == ["Mines", "Sources", "About"]
    row = pages["Mines"].get_row(1)
    assert row.get_values() == ["mine/julong", "=Jülong", Decimal("25.88")]
    assert [cell.type for cell in row.cells] == ["string", "string", "float"]
    assert all(cell.formula is None for cell in row.cells)
    assert pages["Sources"].get_values()[1][3:] == ["citation/a", "p. 12", "Adams, 2021."]


def test_all_parts_of_an_opendocument_sheet_are_of_one_version():
    """LibreOffice refuses it otherwise."""
    with ZipFile(BytesIO(format_by_id("ods").content(cited_table()))) as book:
        parts = [book.read(name).decode() for name in ("content.xml", "styles.xml", "meta.xml")]
        listed = book.read("META-INF/manifest.xml").decode()
    found = {re.search(r'office:version="([^"]+)"', part)[1] for part in parts}
    assert found == set(re.findall(r'manifest:version="([^"]+)"', listed))
    assert len(found) == 1


def test_an_opendocument_cell_keeps_spaces_tabs_and_lines():
    odd = Line("mine/x", ("  two  spaces \tand\n a line & <tag> ", None))
    document = odfdo.Document(BytesIO(format_by_id("ods").content(table(odd))))
    cell = document.body.get_table(0).get_cell((1, 1))
    texts = [paragraph.inner_text for paragraph in cell.get_elements("text:p")]
    assert texts == ["  two  spaces \tand", " a line & <tag> "]


@pytest.mark.parametrize("format_id", ["xlsx", "ods"])
def test_what_no_sheet_can_hold_is_left_out(format_id):
    odd = Line("mine/x", ("a\x00b\x1fc", None))
    assert format_by_id(format_id).content(table(odd))


def test_every_number_of_the_mines_has_a_source_and_it_is_the_catalogue_s(catalogue):
    fields = fields_of("mine")
    made = table_of(catalogue, "mine", fields, catalogue.rows("mine"), "apa")
    numbers = [n for n, field in enumerate(fields) if field.type == "number" and field.property]
    checked = 0
    for line in made.lines:
        cells = catalogue.cells(line.id)
        for at in numbers:
            if line.values[at] is None:
                continue
            wanted = {
                (cite.source.id, cite.locator)
                for said in cells[fields[at].id]
                for cite in said.cites
            }
            assert set(line.cites[at]) == wanted
            checked += 1
        assert set(line.sources) <= set(made.references)
    assert checked > 100
