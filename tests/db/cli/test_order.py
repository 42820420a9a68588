# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The options of a command may stand before, between or behind its words."""

from __future__ import annotations

import pytest

BOOK = "@book{a, author = {Lafitte, Gabriel}, title = {Spoiling Tibet}, date = {2013}}"


@pytest.mark.parametrize(
    "words",
    [
        ("--collection", "Copper", "add", "mine/julong"),
        ("add", "--collection", "Copper", "mine/julong"),
        ("add", "mine/julong", "--collection", "Copper"),
    ],
)
def test_a_bookmark_is_filed_wherever_the_collection_stands(terkha, words):
    assert terkha("bookmark", *words).code == 0
    (kept,) = terkha("bookmark", "list", "--json").json
    assert (kept["id"], kept["collections"]) == ("mine/julong", ["Copper"])


def test_options_stand_between_words(terkha):
    words = ("add", "mine/julong", "--collection", "Copper", "mine/jiama", "--json")
    assert [one["id"] for one in terkha("bookmark", *words).json] == ["mine/julong", "mine/jiama"]


@pytest.mark.parametrize(
    "order",
    [
        ("import", "--conflicts", "mine", "FILE", "--dry-run"),
        ("--dry-run", "import", "--conflicts=mine", "FILE"),
        ("import", "FILE", "--dry-run", "--conflicts", "mine"),
    ],
)
def test_a_library_is_taken_in_wherever_the_options_stand(terkha, tmp_path, order):
    file = tmp_path / "library.json"
    terkha("bookmark", "add", "mine/julong")
    assert terkha("library", "export", file).code == 0
    terkha("bookmark", "remove", "mine/julong")
    answer = terkha("library", *(file if word == "FILE" else word for word in order))
    assert answer.code == 0
    assert answer.out.startswith("Nothing was changed. It would be: 1 bookmark added")


def test_works_are_imported_and_listed_wherever_the_option_stands(terkha, tmp_path):
    file = tmp_path / "mine.bib"
    file.write_text(BOOK)
    assert terkha("work", "import", "--json", file).code == 0
    listed = terkha("work", "list", "--json").json
    assert [work["title"] for work in listed] == ["Spoiling Tibet"]
    assert terkha("work", "--json", "list").json == listed


def test_two_dashes_still_end_the_options(terkha):
    assert terkha("search", "--limit", 1, "--", "--julong").code == 0
