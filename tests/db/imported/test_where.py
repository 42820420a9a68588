# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Queries over a collection: each keeps the rows it says, empty cells and odd ones included."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terkha_db.errors import QueryError
from terkha_db.imported.facets import FacetReader
from terkha_db.imported.load import load
from terkha_db.imported.paging import PagedRows
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.view import View
from terkha_db.imported.where import compile_query
from terkha_db.query import parse_query

TABLE = """Name,Name (Chinese),Lat,Lon,Commodity,Status,Elevation,Opened,Remark,地区
Gyama,甲玛铜矿,29.7,91.6,Copper; Gold,Producer,4200,2010,first of them,西藏
Qulong,驱龙,29.6,91.6,Copper,Prospect,,2008-05,100% open pit,西藏
Zabuye,扎布耶,,,"Lithium, Boron",producer,4421,about 1999,'); DROP TABLE site; --,西藏
Lookout,,40.1,-117,Gold,,unknown,2010-12-31,,
Old Boy,,41,-118,,Past Producer,1500,,first,青海
"""
TYPES = {"Elevation": "number", "Opened": "date"}
NAMES = ["Gyama", "Qulong", "Zabuye", "Lookout", "Old Boy"]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("where")
    table = folder / "sites.csv"
    table.write_text(TABLE, encoding="utf-8")
    target = Shelf(folder / "collections").target("Sites")
    guessed = guess_mapping(table)
    columns = [replace(one, type=TYPES.get(one.header, one.type)) for one in guessed.columns]
    mapping = replace(guessed, columns=tuple(columns))
    load(table, mapping, target, variants={"瑪": "玛"})
    return target.file


@pytest.fixture(scope="module")
def vocabulary(file):
    reader = FacetReader(file)
    yield reader.vocabulary
    reader.close()


@pytest.fixture(scope="module")
def kept(file, vocabulary):
    """The names of the rows that a query keeps."""

    def ask(query):
        view = View(where=compile_query(parse_query(query), vocabulary))
        with PagedRows(file) as rows:
            page = rows.first(rows.interrupt(), view)
            assert rows.arrange(rows.generation) == len(page.rows)
            return [row[0] for row in page.rows]

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", NAMES),
        ("status:producer", ["Gyama", "Zabuye", "Old Boy"]),
        ("status=Producer", ["Gyama", "Zabuye"]),
        ("status!=producer", ["Qulong", "Lookout", "Old Boy"]),
        ("-status:producer", ["Qulong", "Lookout"]),
        ("commodity:copper", ["Gyama", "Qulong"]),
        ("commodity:(lithium OR gold)", ["Gyama", "Zabuye", "Lookout"]),
        ("elevation>4200", ["Zabuye"]),
        ("elevation:1500..4200", ["Gyama", "Old Boy"]),
        ("elevation<9000", ["Gyama", "Zabuye", "Old Boy"]),
        ("NOT elevation<9000", ["Qulong", "Lookout"]),
        ("has:elevation", ["Gyama", "Zabuye", "Lookout", "Old Boy"]),
        ("-has:elevation", ["Qulong"]),
        ("has:coordinates", ["Gyama", "Qulong", "Lookout", "Old Boy"]),
        ("opened:2010", ["Gyama", "Lookout"]),
        ("opened<2010", ["Qulong"]),
        ("opened:2008..2010-06", ["Gyama", "Qulong"]),
        ("opened>=2010-12", ["Lookout"]),
        ("lat>29.65 lon<100", ["Gyama", "Lookout", "Old Boy"]),
        ("row:2..3", ["Qulong", "Zabuye"]),
        ("name:甲瑪", ["Gyama"]),
        ("name=驱龙", ["Qulong"]),
        ("title:o", ["Qulong", "Lookout", "Old Boy"]),
        ("remark:FIRST", ["Gyama", "Old Boy"]),
        ("remark=first", ["Old Boy"]),
        ('remark:"100%"', ["Qulong"]),
        ("地区:西藏 elevation>4000", ["Gyama", "Zabuye"]),
        ("c10:青海", ["Old Boy"]),
        ("gyam", ["Gyama"]),
        ("铜矿", ["Gyama"]),
        ("first OR lithium", ["Gyama", "Zabuye", "Old Boy"]),
        ('"first of"', ["Gyama"]),
        ("4421", ["Zabuye"]),
        ("first -gold", ["Old Boy"]),
    ],
)
def test_queries_keep_what_they_say(kept, query, expected):
    assert kept(query) == expected


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("statsu:producer", "did you mean status?"),
        ("status:produser", "did you mean Producer?"),
        ("elevation:high", "“high” is none"),
        ("opened:soon", "is a date"),
        ("remark>b", "holds words"),
        ("remark:a..b", "have no range"),
        ("elevation:9..1", "the range is empty"),
        ("name:'", "no letter or digit"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_hint(kept, query, told):
    with pytest.raises(QueryError, match=told.replace("?", r"\?")):
        kept(query)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.sampled_from(["", "title:", "name:", "remark=", "commodity:", "status!=", "-remark:"]),
    value=st.text(max_size=20),
)
def test_nothing_that_is_typed_becomes_sql(file, vocabulary, field, value):
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    try:
        clause = compile_query(parse_query(f'{field}"{quoted}"'), vocabulary)
    except QueryError:
        return
    assert clause.sql.count("?") == len(clause.values)
    raw = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    try:
        found = raw.execute(f"SELECT number FROM site WHERE {clause.sql}", clause.values).fetchall()
    finally:
        raw.close()
    assert {number for (number,) in found} <= {1, 2, 3, 4, 5}
    fixed = "".join(letter for letter in clause.sql if letter.isascii())
    assert fixed == clause.sql
