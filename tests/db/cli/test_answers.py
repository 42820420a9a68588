# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The commands answer people in aligned text and scripts in JSON, with the promised exit codes."""

from __future__ import annotations

import csv
import json

import pytest

BRIEF = "citation/ferenczy-2025-prc-mining-tibet"


def test_search_finds_and_says_what_matched(terkha):
    answer = terkha("search", "Gyama")
    assert answer.code == 0
    assert answer.out.splitlines()[0].split() == [
        *("mine/jiama", "Jiama", "·", "甲玛"),
        *("Gyama", "(Tibetan,", "romanised,", "used", "by", "NGOs)"),
    ]
    derived = terkha("search", "yulong", "tongkuang").out.splitlines()[0]
    assert "pinyin of 玉龙铜矿 (Chinese, simplified" in derived


def test_search_for_scripts(terkha):
    answer = terkha("search", "lithium", "salt", "--json", "--limit", 5)
    assert len(answer.json) == 5
    assert {"id", "kind", "title", "matched", "snippet"} <= set(answer.json[0])
    only = terkha("search", "zabuye", "--kind", "mineral", "--json")
    assert {hit["kind"] for hit in only.json} == {"mineral"}


def test_search_that_finds_nothing_names_the_nearest(terkha):
    answer = terkha("search", "Gyaamalla")
    assert answer.code == 1
    assert (
        "nothing is found for “Gyaamalla”; these come nearest: Gyama (mine/jiama)"
        in answer.sentence
    )
    assert terkha("search", "Gyaamalla", "--json").json == []


def test_show_for_scripts(terkha, catalogue):
    answer = terkha("show", "mine/julong", "--json")
    assert answer.code == 0
    julong = answer.json
    assert {
        *("id", "kind", "title", "names", "statements"),
        *("disputes", "claims", "related", "citations"),
    } <= set(julong)
    assert len(julong["statements"]) == len(catalogue.record("mine/julong").statements)
    for statement in julong["statements"]:
        assert {"property", "value", "unit", "as_of", "citations"} <= set(statement)
        assert all(cited["id"].startswith("citation/") for cited in statement["citations"])
        assert statement["citations"]
    assert {"zh-Hans", "zh-Latn"} <= {name["lang"] for name in julong["names"]}
    by_property = {statement["property"]: statement for statement in julong["statements"]}
    assert by_property["elevation"]["value"] is None
    assert (by_property["elevation"]["low"], by_property["elevation"]["high"]) == (4000, 5400)
    assert by_property["point"]["value"]["precision"] == "site"
    assert by_property["county"]["value"] == "place/maizhokunggar"
    assert "Julong and Qulong treated as two mines" in {d["title"] for d in julong["disputes"]}


def test_show_for_people_numbers_the_works(terkha):
    answer = terkha("show", "terkha:mine/julong#resource")
    lines = answer.out.replace("\u202f", " ").splitlines()
    assert lines[0] == "Julong · 巨龙铜矿"
    assert ": 10.72 Mt Cu, Dec 2021; contained copper of all three licences" in answer.out.replace(
        "\u202f", " "
    )
    assert "[@" not in answer.out
    assert any(line.startswith("  [1] ") for line in lines)
    assert max(map(len, lines)) < 200


@pytest.mark.parametrize(
    "record_id",
    [
        "mineral/qusongite",
        "claim/isdp-059",
        BRIEF,
        "series/lithium-mine-production-world",
        "person/ferenczy",
        "commodity/lithium",
        "dispute/nyagchu-place",
    ],
)
def test_show_writes_every_kind(terkha, record_id):
    answer = terkha("show", record_id)
    assert answer.code == 0
    assert record_id in answer.out


def test_list_for_people(terkha):
    answer = terkha("list", "mine", "--where", "elevation>5000", "--sort=-elevation")
    head, *lines = answer.out.splitlines()
    assert head.startswith("Id ")
    heights = [float(line.split()[-1].replace(",", "")) for line in lines]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] > 5000


@pytest.mark.parametrize("kind", ["mines", "people", "series", "claim"])
def test_list_knows_every_kind_by_both_words(terkha, kind):
    assert terkha("list", kind).code == 0


def test_list_for_scripts(terkha, tmp_path):
    rows = terkha("list", "mine", "--format", "json", "--where", "status:operating").json
    assert rows
    assert {"id", "title", "status", "resource_copper", "sources"} <= set(rows[0])
    file = tmp_path / "mines.csv"
    answer = terkha("list", "mine", "--format", "csv", "-o", file)
    assert (answer.code, answer.out) == (0, "")
    with file.open(newline="", encoding="utf-8") as stream:
        lines = list(csv.DictReader(stream))
    assert len(lines) == terkha("info", "--json").json["counts"]["mine"]
    julong = next(line for line in lines if line["Id"] == "mine/julong")
    assert julong["Copper, Mt"] == "25.88"
    assert julong["Sources"].startswith("citation/")


def test_list_as_geojson_says_what_is_left_out(terkha, catalogue):
    answer = terkha("list", "mine", "--format", "geojson")
    placed = answer.json["features"]
    total = catalogue.edition.counts["mine"]
    assert f"{total - len(placed)} rows without coordinates are left out." in answer.err
    assert {feature["properties"]["precision"] for feature in placed} == {
        *("site", "locality", "county")
    }


def test_list_that_finds_nothing(terkha):
    assert terkha("list", "mine", "--where", "xqzzy").sentence == "no mine matches xqzzy."
    empty = terkha("list", "mine", "--where", "xqzzy", "--format", "json")
    assert (empty.code, empty.json) == (1, [])


def test_cite_gives_the_works_of_a_page(terkha, catalogue):
    answer = terkha("cite", "mine/julong", BRIEF, "--format", "csl-json")
    works = {item["id"] for item in answer.json}
    expected = {work.id for work in catalogue.works(["mine/julong", BRIEF])}
    assert {f"citation/{name}" for name in works} == expected


def test_cite_takes_the_format_from_the_file(terkha, tmp_path):
    file = tmp_path / "x.bib"
    assert terkha("cite", BRIEF, "-o", file).code == 0
    assert file.read_text("utf-8").lstrip().startswith("@")
    file = tmp_path / "x.docx"
    assert terkha("cite", BRIEF, "-o", file).code == 0
    assert file.read_bytes().startswith(b"PK")


def test_cite_numbers_where_the_style_numbers(terkha):
    answer = terkha("cite", BRIEF, "mine/julong", "--style", "ieee")
    assert answer.out.startswith("[1] Z. A. Ferenczy")


def test_cite_warns_of_what_a_format_cannot_carry(terkha):
    answer = terkha("cite", "mine/julong", BRIEF, "--format", "ris")
    assert answer.code == 0
    assert answer.out.startswith("TY")
    assert answer.err.startswith("terkha: ")


def test_info(terkha, catalogue):
    answer = terkha("info", "--json").json
    assert set(answer) >= {"version", "edition", "counts", "paths"}
    assert answer["counts"] == dict(catalogue.edition.counts)
    assert answer["paths"]["catalogue"] == str(catalogue.path)
    plain = terkha("info").out
    assert "Endnotes of the ISDP brief       40" in plain
    assert answer["paths"]["library"] in plain


def test_verify(terkha):
    answer = terkha("verify")
    assert answer.code == 0
    assert "0 without a citation" in answer.out


def test_bookmarks_are_kept_and_let_go(terkha):
    assert terkha("bookmark", "list").code == 1
    assert terkha("bookmark", "list", "--json").json == []
    added = terkha("bookmark", "add", "mine/julong", "terkha:place/lhasa", "--collection", "Cu/Big")
    assert (added.code, added.out) == (0, "2 bookmarks kept.\n")
    (julong,) = terkha("bookmark", "list", "mine/julong", "--json").json
    assert set(julong) >= {"id", "kind", "title", "added", "collections"}
    assert (julong["title"], julong["collections"]) == ("Julong", ["Cu/Big"])
    assert len(terkha("bookmark", "list", "--collection", "Cu/Big", "--json").json) == 2
    assert terkha("bookmark", "remove", "place/lhasa", "--collection", "Cu/Big").code == 0
    assert len(terkha("bookmark", "list", "--json").json) == 2
    assert terkha("bookmark", "remove", "place/lhasa").code == 0
    assert [kept["id"] for kept in terkha("bookmark", "list", "--json").json] == ["mine/julong"]


def test_a_library_goes_out_and_comes_back(terkha, tmp_path):
    terkha("bookmark", "add", "mine/julong")
    assert terkha("library", "check").code == 0
    assert terkha("library", "export", tmp_path / "kept.json").code == 0
    assert "mine/julong" in json.dumps(json.loads((tmp_path / "kept.json").read_text("utf-8")))
    assert terkha("library", "backup", tmp_path / "kept.sqlite").code == 0
    terkha("bookmark", "remove", "mine/julong")
    assert terkha("library", "restore", tmp_path / "kept.sqlite").code == 0
    assert len(terkha("bookmark", "list", "--json").json) == 1
    terkha("bookmark", "remove", "mine/julong")
    assert "1 bookmark" in terkha("library", "import", tmp_path / "kept.json").out
    assert terkha("library", "check", tmp_path / "kept.sqlite").code == 0
    assert terkha("library", "check", tmp_path / "kept.json").code == 1


def test_what_differs_between_libraries_is_told_before_and_settled_as_asked(terkha, tmp_path):
    terkha("bookmark", "add", "mine/julong", "--collection", "Cu")
    file = tmp_path / "theirs.json"
    terkha("library", "export", file)
    file.write_text(file.read_text("utf-8").replace('"mine/julong"\n', '"mine/zabuye"\n'), "utf-8")
    rehearsed = terkha("library", "import", file, "--dry-run").out
    assert rehearsed.startswith("Nothing was changed. It would be: 1 bookmark added")
    assert "the collection Cu\n  here   Julong" in rehearsed
    assert "  there  mine/zabuye" in rehearsed
    for choice, ids in (
        ("mine", ["mine/julong"]),
        ("keep-both", ["mine/julong", "mine/zabuye"]),
        ("theirs", ["mine/zabuye"]),
    ):
        terkha("library", "import", file, "--conflicts", choice)
        kept = terkha("bookmark", "list", "--collection", "Cu", "--json").json
        assert sorted(one["id"] for one in kept) == ids, choice
        if choice == "keep-both":
            terkha("bookmark", "remove", "mine/zabuye", "--collection", "Cu")
    assert "are for `library import`" in terkha("library", "export", file, "--dry-run").err


def test_a_figure_names_its_commodity(terkha):
    told = terkha("show", "mine/julong", "--json").json
    shown = " ".join(terkha("show", "mine/julong").out.split())
    figures = [one for one in told["statements"] if "unit" in one and "commodity" in one]
    assert figures
    for one in figures:
        thing = one.get("of") or one["commodity"].rpartition("/")[2].replace("-", " ")
        assert f"{thing}: " in shown


def test_a_dispute_is_told_under_its_title_with_works_that_its_text_does_not_mark(terkha):
    told = terkha("show", "mine/julong", "--json").json["disputes"]
    shown = " ".join(terkha("show", "mine/julong").out.split())
    plain = [one for one in told if not (one["positions"] or one["verdict"] or one["reading"])]
    assert plain
    for one in plain:
        title, opening = (
            " ".join(words.split()) for words in (one["title"], one["text"].partition(" [@")[0])
        )
        marked = [cite["id"].replace("citation/", "@") in one["text"] for cite in one["citations"]]
        assert shown.count(title) == 1
        assert (f"{title} {opening}" in shown) == all(marked), one["id"]


def test_a_short_code_shows_its_statement_alone(terkha):
    shown = terkha("show", "mine/julong", "--json").json
    first = shown["statements"][0]
    said = terkha("show", first["code"].lower())
    narrowed = terkha("show", first["code"], "--json").json

    assert said.code == 0
    assert said.out.startswith("Julong")
    assert "Names" not in said.out
    assert narrowed["statements"] == [first]
    assert [work["id"] for work in narrowed["citations"]] == [
        cite["id"] for cite in first["citations"]
    ]
    assert terkha("show", shown["code"], "--json").json == shown


def test_a_code_of_nothing_is_a_sentence(terkha):
    assert "0000-0000" in terkha("show", "0000-0000").sentence


def test_a_record_is_cited_itself(terkha, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    (item,) = terkha("cite", "--this-record", "mine/julong", "--format", "csl-json").json
    assert item["URL"] == "terkha:mine/julong"
    edition = terkha("info", "--json").json["edition"]
    assert item["container-title"].startswith("Terkha: ")
    assert (
        str(edition["version"] if isinstance(edition, dict) else edition)
        in (item["container-title"])
    )
    made = terkha("cite", "--this-record", "mine/julong", "mineral/zabuyelite", "--style", "apa")
    assert made.out.startswith("Terkha. (2026a, ")
    assert made.err == ""
