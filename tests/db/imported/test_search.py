# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A collection is searched as the catalogue is, in any script."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from terkha_db.errors import NotFoundError
from terkha_db.imported.faults import CollectionError
from terkha_db.imported.shelf import Found

TABLE = """Name,Name (Chinese),Name (Tibetan),Other names,Lat,Lon,Commodity,County
Ke'eryin,可尔因,ཁེ་ཨེར་ཡིན,Keer; Qingyuan,31,101,Lithium,Jinchuan
Gyama,甲瑪銅礦,རྒྱ་མ་,Jiama,29.7,91.7,Copper,Maizhokunggar
Gārzê North,,,,31,100,"Lead, Zinc",Garze
"""


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Ke'eryin", "Ke'eryin"),
        ("keeryin", "Ke'eryin"),
        ("ke eryin", "Ke'eryin"),
        ("KEER", "Ke'eryin"),
        ("keryin", "Ke'eryin"),
        ("可尔因", "Ke'eryin"),
        ("尔因", "Ke'eryin"),
        ("甲玛铜矿", "Gyama"),
        ("甲玛", "Gyama"),
        ("རྒྱ་མ", "Gyama"),
        ("jiama", "Gyama"),
        ("gyamma", "Gyama"),
        ("garze nor", "Gārzê North"),
        ("maizhokunggar", "Gyama"),
        ("lithium", "Ke'eryin"),
    ],
)
def test_any_spelling_finds_it(table, imported, query, title):
    _, collection = imported(table(TABLE))
    hits = collection.search(query)
    assert hits, query
    assert hits[0].title == title
    assert hits[0].id.startswith("collection/sites/")
    assert hits[0].kind == "collection"


@pytest.mark.parametrize("query", ["", " ", '"', "*", "NEAR(", "a" * 5000, "\0", "zzzzzz", "'; --"])
def test_no_query_is_too_odd(table, imported, query):
    assert imported(table(TABLE))[1].search(query) == []


def test_a_row_tells_everything(table, imported):
    _, collection = imported(table(TABLE))
    row = collection.row(1)
    assert (row.id, row.title, row.second, row.place) == (
        "collection/sites/1",
        "Ke'eryin",
        "可尔因",
        2,
    )
    assert ("ཁེ་ཨེར་ཡིན", "bo") in row.names
    assert ("Qingyuan", "") in row.names
    with pytest.raises(NotFoundError, match="has no row 99"):
        collection.row(99)


def test_the_index_of_names_is_that_of_the_catalogue(table, imported, catalogue_path):
    loaded, _ = imported(table(TABLE))
    columns = []
    for file in (loaded.target.file, catalogue_path):
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            columns.append(
                connection.execute("SELECT name FROM pragma_table_info('name')").fetchall()
            )
            columns.append(
                connection.execute(
                    "SELECT sql FROM sqlite_master WHERE name IN ('name_tokens', 'name_trigrams', "
                    "'passage_tokens') ORDER BY name"
                ).fetchall()
            )
    assert columns[:2] == columns[2:]


def test_a_damaged_collection_does_not_hide_the_others(table, load_table, shelf):
    load_table(table(TABLE), name="Good")
    bad = load_table(table(TABLE), name="Bad").target.file
    bad.write_bytes(bad.read_bytes()[:5000])
    (shelf.folder / "strange.sqlite").write_bytes(b"nothing")
    found = list(shelf.search("keeryin"))
    assert [one.info.name for one in found if isinstance(one, Found)] == ["Good"]
    assert sum(isinstance(one, CollectionError) for one in found) == 2
    assert shelf.remove("bad").file == bad
    assert not bad.exists()
