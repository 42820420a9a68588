# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What columns mean is guessed as a reader would, and can be said otherwise."""

from __future__ import annotations

import csv

import pytest

from terkha_db.imported.faults import TableError
from terkha_db.imported.guess import guess
from terkha_db.imported.mapping import ROLES
from terkha_db.imported.preview import preview

MRDS, MRDS_ROW = csv.reader(
    (
        "dep_id,url,mrds_id,mas_id,site_name,latitude,longitude,region,country,state,county,"
        "com_type,commod1,commod2,commod3,oper_type,dep_type,prod_size,dev_stat,ore,gangue,names,"
        "ref",
        "10000001,https://example.org/1,W001,0020010146,Lookout Prospect,55.05,-132.14,NA,"
        "United States,Alaska,Ketchikan,M,Uranium,Copper,,Unknown,,N,Occurrence,,,Lookout; Hope,"
        "USGS",
    )
)


def roles(header, *rows):
    return {
        column.header: f"{column.role}:{column.lang}".rstrip(":")
        for column in guess(header, rows).columns
        if column.role != "free"
    }


def test_the_table_of_the_geological_survey():
    assert roles(MRDS, MRDS_ROW) == {
        "url": "url",
        "site_name": "title",
        "latitude": "lat",
        "longitude": "lon",
        "country": "country",
        "state": "province",
        "county": "county",
        "commod1": "commodity",
        "commod2": "commodity",
        "commod3": "commodity",
        "dev_stat": "status",
        "names": "name",
    }


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            ("矿山名称", "经度", "纬度", "省", "县", "矿种"),
            ("甲玛铜矿", 91.7, 29.6, "西藏", "墨竹工卡", "铜"),
            ("title:zh-Hans", "lon", "lat", "province", "county", "commodity"),
        ),
        (
            ("Name", "Name (Chinese)", "Name (Tibetan)", "Wylie name"),
            ("Gyama", "甲玛", "རྒྱ་མ", "rgya ma"),
            ("title", "name:zh-Hans", "name:bo", "name:bo-Latn-wylie"),
        ),
        (("name_en", "name_zh"), ("Gyama", "甲玛"), ("title:en", "name:zh-Hans")),
        (("Mine", "X", "Y"), ("A", "91.7", "29.6"), ("title", "lon", "lat")),
        (("Mine", "X", "Y"), ("A", "512345.2", "3284512.1"), ("title", None, None)),
        (("Mine", "Coordinates"), ("A", "29.6, 91.7"), ("title", "position")),
        (("Lat", "Long", "Site"), ("91.7", "29.6", "A"), ("lat", "lon", "title")),
        (("ID", "Name"), (1, "A"), (None, "title")),
    ],
)
def test_headers_of_many_kinds(header, row, expected):
    found = roles(header, row)
    assert tuple(found.get(name) for name in header) == expected


def test_types_are_told_from_the_cells():
    columns = guess(
        ("name", "id", "size", "opened", "mixed"),
        [("A", "001", "1,200", "2015-03-05", "x"), ("B", "002", "3.5", "March 2015", "3")],
    ).columns
    assert [column.type for column in columns] == ["text", "text", "number", "date", "text"]


def test_a_column_can_be_said_to_mean_something_else():
    mapping = guess(("name", "Label"), [("A", "甲玛")]).with_role("label", "title:zh-Hans")
    assert [(column.role, column.lang) for column in mapping.columns] == [
        ("free", ""),
        ("title", "zh-Hans"),
    ]


@pytest.mark.parametrize(
    ("header", "role", "sentence"),
    [
        ("nmae", "title", "did you mean “name”"),
        ("name", "titel", "did you mean “title”"),
        ("name", "name:klingon", "names no language"),
        ("name", "lat:en", "names no language"),
    ],
)
def test_what_cannot_be_said(header, role, sentence):
    with pytest.raises(TableError, match=sentence):
        guess(("name", "x"), [("A", "1")]).with_role(header, role)


def test_a_table_without_names_is_refused():
    with pytest.raises(TableError, match="--map COLUMN=title"):
        guess(("a", "b"), [("1", "2")]).check()


def test_every_role_is_explained():
    assert len({role.id for role in ROLES}) == len(ROLES)
    assert all(role.label and role.help for role in ROLES)


def test_a_preview_shows_what_becomes_of_each_row(table):
    file = table("name,lat,lon,size\nGyama,29,91,4\n,1,2,3\nWide,1,2,3,4\nQulong,29,92,5\n")
    seen = preview(file, rows=3)
    assert [row.place for row in seen.raw] == [2, 3, 4]
    assert [type(one).__name__ for one in seen.fitted] == ["Site", "Misfit", "Misfit"]
    assert seen.warnings == ("2 of the first 4 lines do not fit.",)
