# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The option --lens: what answers follow it, what they say of it, what refuses it."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest


@pytest.fixture
def lens(terkha, profile, catalogue_path):
    """Call ``terkha`` with a lens."""

    def call(text, *words):
        common = ("--profile", profile, "--catalogue", catalogue_path, "--lens", text)
        return terkha(*words, before=common)

    return call


def test_show_marks_what_is_outside(lens, terkha):
    answer = lens("company", "show", "mine/julong")
    told = re.search(
        r"Lens on: company works; (\d+) of (\d+) values inside it", " ".join(answer.out.split())
    )
    assert told is not None
    assert 0 < int(told[1]) < int(told[2])
    assert "Operating, Jan 2026, outside lens" in answer.out
    plain = terkha("show", "mine/julong").out
    assert "lens" not in plain.lower()
    told = lens("company", "show", "mine/julong", "--json").json
    assert told["lens"] == {"text": "company", "words": "company works"}
    assert {one.get("outside_lens", False) for one in told["statements"]} == {True, False}
    everything = terkha("show", "mine/julong", "--json").json
    assert len(told["statements"]) == len(everything["statements"])


def test_a_link_brings_its_lens(lens, terkha):
    by_link = terkha("show", "terkha:mine/julong?lens=company", "--json").json
    assert by_link == lens("company", "show", "mine/julong", "--json").json
    # What stands before the command is asked for now.
    other = lens("-company", "show", "terkha:mine/julong?lens=company", "--json").json
    assert other["lens"]["text"] == "-company"


def test_list(lens):
    answer = lens("company", "list", "mine", "--where", "id:julong")
    assert "outside lens" in answer.out
    assert "10.72" in answer.out
    assert answer.err == "terkha: Lens: company works.\n"
    csv_text = lens("company", "list", "mine", "--where", "id:julong", "--format", "csv").out
    (row,) = csv.DictReader(StringIO(csv_text))
    assert (row["Copper, Mt"], row["Status"], row["Lens"]) == ("10.72", "", "company")
    assert "status" in row["Outside lens"].split()
    assert lens("none", "list", "mine", "--where", "commodity:copper").code == 1


def test_cite_rests_on_the_works_inside_and_says_so(lens, terkha):
    answer = lens("company", "cite", "mine/julong", "--format", "csl-json")
    everything = terkha("cite", "mine/julong", "--format", "csl-json").json
    assert len(answer.json) == 3
    left_out = len(everything) - 3
    assert answer.err == f"terkha: Lens: company works; {left_out} works outside it left out.\n"
    listed = lens("company", "cite", "mine/julong").out
    assert listed.endswith(f"Lens: company works; {left_out} works outside it left out.\n")
    by_link = terkha("cite", "terkha:mine/julong?lens=company", "--format", "csl-json")
    assert by_link.json == answer.json
    assert lens("none", "cite", "mine/julong").code == 1


def test_info(lens, terkha, catalogue):
    works = sum(row.values["source_kind"] == "company" for row in catalogue.rows("citation"))
    assert f"Lens on: company works; {works} works and " in lens("company", "info").out
    told = lens("company", "info", "--json").json
    assert told["lens"]["works"] == works
    assert told["counts"] == terkha("info", "--json").json["counts"]


@pytest.mark.parametrize("command", [("search", "x"), ("verify",), ("bookmark", "list")])
def test_what_follows_no_lens_says_so(lens, command):
    answer = lens("company", *command)
    assert answer.code == 2
    assert "--lens stands before show, list, cite, info." in answer.sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reliable", "There is no kind of source “reliable”"),
        ("company,-ngo", "not both"),
        ("-citation/nobody", "There is no record “citation/nobody”"),
    ],
)
def test_a_lens_that_is_none(lens, text, words):
    assert words in lens(text, "list", "mine").sentence
