# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha list collection/SLUG`` asks and writes as it does for the catalogue."""

from __future__ import annotations

import json

import pytest

TABLE = """name,lat,lon,depth,status,note
Gyama,29.7,91.6,300,Producer,=cmd
Qulong,29.6,91.6,,Prospect,
Zabuye,,,20,Producer,salt
"""


@pytest.fixture
def own(terkha, tmp_path):
    file = tmp_path / "sites.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert terkha("collection", "import", file, "--name", "My sites").code == 0
    return lambda *words: terkha("list", "collection/my-sites", *words)


def test_rows_are_kept_and_sorted(own):
    rows = own("--where", "status:producer", "--sort=-depth", "--format", "json").json
    assert [row["title"] for row in rows] == ["Gyama", "Zabuye"]
    assert rows[1] == {
        "id": "collection/my-sites/3",
        "title": "Zabuye",
        "depth": 20,
        "status": "Producer",
        "note": "salt",
        "lat": None,
        "lon": None,
    }


def test_the_table_is_set_in_columns(own):
    lines = own("--where", "has:coordinates").out.splitlines()
    assert lines[0].split() == ["Id", "Title", "depth", "status", "note", "Latitude", "Longitude"]
    assert lines[1].split()[:3] == ["collection/my-sites/1", "Gyama", "300"]
    assert len(lines) == 3


def test_a_file_is_written_whole_and_formulas_are_text(own, tmp_path):
    file = tmp_path / "out.csv"
    assert own("--format", "csv", "-o", file).code == 0
    assert "'=cmd" in file.read_text(encoding="utf-8")
    answer = own("--format", "geojson", "-o", tmp_path / "out.geojson")
    assert "1 row without coordinates is left out" in answer.err
    assert len(json.loads((tmp_path / "out.geojson").read_text("utf-8"))["features"]) == 2


def test_nothing_found_and_nonsense_are_told_apart(own, terkha):
    assert own("--where", "depth>9000").code == 1
    wrong = own("--where", "dept>9000")
    assert (wrong.code, "did you mean depth?" in wrong.err) == (2, True)
    assert own("--sort", "has").code == 2
    assert terkha("list", "collection/gone").code == 1
    assert terkha("list", "no-such-kind").code == 2
