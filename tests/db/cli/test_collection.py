# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tables of the reader's own on the command line: import, list, search, remove."""

from __future__ import annotations

import pytest

TABLE = "Name,Chinese,Breite,Länge,Note\nGyama twin,甲玛,29.7,91.7,=1\nTorn\nWide,,1,2,3,4\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "my sites.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


@pytest.fixture
def imported(terkha, table):
    roles = ("--map", "chinese=name:zh-Hans", "--map", "Breite=lat", "--map", "Länge=lon")
    return terkha("collection", "import", table, "--name", "Twins", *roles)


def test_an_import_says_what_it_took_and_what_not(imported, profile):
    assert imported.code == 0
    assert "Name     title" in imported.out
    assert "Chinese  name:zh-Hans" in imported.out
    assert "“Twins” holds 2 sites of my sites.csv" in imported.out
    assert "1 line left out: 1 times 6 cells where the header has 5" in imported.out
    report = profile / "collections" / "twins.report.tsv"
    assert str(report) in imported.out
    assert report.read_text("utf-8-sig").count("\n") == 3


def test_collections_are_listed(terkha, imported):
    assert terkha("collection", "list").out.startswith("collection/twins  Twins  2 sites")
    (one,) = terkha("collection", "list", "--json").json
    assert (one["id"], one["name"], one["sites"], one["rejected"]) == (
        "collection/twins",
        "Twins",
        2,
        1,
    )


def test_the_catalogue_comes_first_and_own_rows_are_labelled(terkha, imported):
    shown = terkha("search", "甲玛").out.splitlines()
    label = shown.index("In your collection “Twins”:")
    assert any(line.startswith("mine/jiama") for line in shown[:label])
    assert shown[label + 1].startswith("collection/twins/1  Gyama twin")
    hits = terkha("search", "甲玛", "--json").json
    own = [hit for hit in hits if "collection" in hit]
    assert own == hits[-len(own) :]
    assert (own[0]["id"], own[0]["kind"], own[0]["collection"]) == (
        "collection/twins/1",
        "collection",
        "Twins",
    )


def test_one_kind_of_record_leaves_own_rows_out(terkha, imported):
    assert "collection" not in terkha("search", "甲玛", "--kind", "mine").out


def test_what_only_a_collection_has_is_found(terkha, imported):
    answer = terkha("search", "Gyama twin")
    assert answer.code == 0
    assert "collection/twins/1" in answer.out


def test_a_damaged_collection_is_told_and_the_catalogue_answers(terkha, imported, profile):
    (profile / "collections" / "twins.sqlite").write_bytes(b"lost")
    answer = terkha("search", "jiama")
    assert answer.code == 0
    assert "mine/jiama" in answer.out
    assert "is damaged" in answer.err
    assert terkha("collection", "remove", "twins").code == 0


def test_removing_takes_the_file_and_its_report(terkha, imported, profile):
    assert terkha("collection", "remove", "TWINS").code == 0
    assert list((profile / "collections").iterdir()) == []
    assert terkha("collection", "list").code == 1
    assert "There is no collection “Twins”" in terkha("collection", "remove", "Twins").sentence


def test_a_dry_run_changes_nothing(terkha, table, profile):
    answer = terkha("collection", "import", table, "--dry-run")
    assert answer.code == 0
    assert "Name  title" in answer.out
    assert not (profile / "collections").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--map", "Name"), "says no role"),
        (("--map", "Nmae=title"), "did you mean “Name”"),
        (("--map", "Name=skip"), "looks like the name of a site"),
        (("--encoding", "x"), "There is no encoding “x”"),
        (("--delimiter", "ab"), "is no delimiter"),
    ],
)
def test_bad_words_are_refused(terkha, table, words, sentence):
    answer = terkha("collection", "import", table, *words)
    assert answer.code == 2
    assert sentence in answer.err
    assert answer.out == ""


def test_a_name_that_is_taken_needs_replace(terkha, imported, table):
    again = ("collection", "import", table, "--name", "twins")
    assert "already a collection “Twins”" in terkha(*again).err
    assert terkha(*again, "--replace").code == 0


def test_a_row_is_shown_as_the_table_has_it(terkha, imported):
    answer = terkha("show", "collection/twins/1")
    assert answer.code == 0
    assert answer.out.startswith("Gyama twin\nrow 2 of your collection “Twins”\n")
    assert "Note     =1" in answer.out
    told = terkha("show", "collection/twins/1", "--json").json
    assert (told["lat"], told["values"]["Chinese"]) == (29.7, "甲玛")
    assert {"text": "甲玛", "lang": "zh-Hans"} in told["names"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("collection/twins/99", "has no row 99"),
        ("collection/twins/" + "9" * 30, "has no row"),
        ("collection/twins", "rows look like collection/twins/12"),
        ("collection/", "rows look like collection/mrds/12"),
        ("collection/other/1", "did you mean “Twins”"),
    ],
)
def test_a_row_that_is_not_there(terkha, imported, name, sentence):
    assert sentence in terkha("show", name).sentence
