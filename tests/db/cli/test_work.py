# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha work``: the reader's own works, imported, listed, cited and removed."""

from __future__ import annotations

import json
from io import BytesIO
from types import SimpleNamespace

import pytest

BIB = """@book{lafitte, title={Spoiling {Tibet}}, author={Lafitte, Gabriel}, date={2013},
publisher={Zed Books}}
@book{broken, title={Never closed
@article{tang, title={西藏甲玛}, author={{唐菊兴}}, date={2010}, journaltitle={地球学报}}
"""


@pytest.fixture
def imported(terkha, tmp_path):
    file = tmp_path / "mine.bib"
    file.write_text(BIB, encoding="utf-8")
    return terkha("work", "import", str(file))


def test_an_import_says_what_came_of_it(imported, terkha, tmp_path):
    assert imported.code == 0
    assert imported.out == "mine.bib: 2 works added, 1 not read.\n"
    assert "Line 3: an entry is not closed" in imported.err
    again = terkha("work", "import", str(tmp_path / "mine.bib"))
    assert again.out == "mine.bib: 0 works added, 2 in your library already, 1 not read.\n"


def test_works_are_listed_and_removed(imported, terkha):
    lines = terkha("work", "list").out.splitlines()
    assert "work/lafitte-2013-spoiling  Spoiling Tibet" in lines
    assert len(lines) == 2
    ids = [work["id"] for work in json.loads(terkha("work", "list", "--json").out)]
    assert len(ids) == 2
    assert terkha("work", "remove", *ids).out == "2 works removed.\n"
    assert terkha("work", "remove", *ids).code == 1
    assert terkha("work", "list").code == 1


def test_works_are_cited_beside_those_of_the_catalogue(imported, terkha):
    cited = terkha(
        "cite",
        "work/lafitte-2013-spoiling",
        "citation/ferenczy-2025-prc-mining-tibet",
        "--format",
        "biblatex",
    )
    assert cited.code == 0
    assert "@report{ferenczy-2025-prc-mining-tibet," in cited.out
    assert "@book{lafitte-2013-spoiling," in cited.out
    assert "publisher = {Zed Books}" in cited.out


def test_a_collection_is_cited(imported, terkha):
    terkha("bookmark", "add", "citation/ferenczy-2025-prc-mining-tibet", "--collection", "Mine")
    cited = terkha("cite", "--collection", "Mine", "--format", "csl-json")
    assert [item["id"] for item in json.loads(cited.out)] == ["ferenczy-2025-prc-mining-tibet"]


def test_what_cannot_be_done_is_one_sentence(terkha, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader")
    for words, told in (
        (("work", "import"), "needs a name"),
        (("work", "import", str(letter)), "letter.txt holds no works in a form that is known"),
        (("work", "import", str(tmp_path / "no.bib")), "cannot be read"),
        (("cite", "work/none"), "no work “work/none” in your library"),
        (("cite",), "Nothing is named to be cited"),
        (("cite", "--collection", "None"), "None"),
    ):
        answer = terkha(*words)
        assert answer.code in (1, 2)
        assert told in answer.err
        assert answer.err.count("\n") == 1


def test_a_work_is_added_from_the_input_and_edited_from_a_file(terkha, tmp_path, monkeypatch):
    piped = json.dumps({"type": "book", "title": "Spoiling", "issued": {"date-parts": [[2013]]}})
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(piped.encode())))
    assert terkha("work", "import", "-").out == "the input: 1 work added.\n"
    file = tmp_path / "better.json"
    file.write_text(piped.replace("Spoiling", "Spoiling Tibet"), encoding="utf-8")
    assert terkha("work", "edit", "work/2013-spoiling", file).out == (
        "work/2013-spoiling  Spoiling Tibet\n"
    )
    assert len(terkha("work", "list").out.splitlines()) == 1
    assert "needs a work and a file" in terkha("work", "edit", file).sentence
    assert "work/none" in terkha("work", "edit", "work/none", file).sentence
    file.write_text(f"[{piped}, {piped}]", encoding="utf-8")
    assert "holds 2 works" in terkha("work", "edit", "work/2013-spoiling", file).sentence


def test_a_collection_is_cited_with_its_values_and_without_what_is_gone(imported, terkha, profile):
    from terkha_db.library.library import Library
    from terkha_db.library.model import Target
    from terkha_db.paths import profile_paths

    with Library(profile_paths(profile)) as library:
        library.bookmarks.add(
            [
                Target("mine/julong#elevation-zijin-2021-julong-phase1", "statement", "Elevation"),
                Target("work/lafitte-2013-spoiling", "work", "Spoiling Tibet"),
                Target("work/gone", "work", "A work that is gone"),
            ],
            collections=["Mixed"],
        )
    cited = terkha("cite", "--collection", "Mixed", "--format", "csl-json").json
    assert {item["id"] for item in cited} == {"zijin-2021-julong-phase1", "lafitte-2013-spoiling"}
    alone = terkha("cite", "mine/julong#elevation-zijin-2021-julong-phase1", "--format", "csl-json")
    assert [item["id"] for item in alone.json] == ["zijin-2021-julong-phase1"]
    entry = terkha("cite", "--collection", "Mixed", "--this-record", "--format", "csl-json").json
    assert [item["URL"] for item in entry] == [
        "terkha:mine/julong#elevation-zijin-2021-julong-phase1"
    ]
