# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Whatever a record can hold arrives in every data format, whatever the type of the work."""

from __future__ import annotations

import pytest

from terkha_db.citing import Entry, to_biblatex, to_bibtex, to_ris
from terkha_db.citing.bib import Kind, has, kind_for
from terkha_db.citing.csl import NAMES, TEXT

# The page is a number in BibLaTeX, and the language is named by another word.
WORDS = {key: f"{key.replace('-', '')}word" for key in TEXT if key not in ("page", "language")}
PEOPLE = {key: [{"family": f"{key}word", "given": "A."}] for key in NAMES}


@pytest.fixture(scope="module")
def types(csl_schema):
    return csl_schema["items"]["properties"]["type"]["enum"]


@pytest.mark.parametrize("writer", [to_biblatex, to_bibtex, to_ris], ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    "left_out", [(), ("author",), ("URL", "DOI", "author"), ("container-title",)]
)
def test_no_field_is_lost(writer, left_out, types):
    given = {key: value for key, value in (WORDS | PEOPLE).items() if key not in left_out}
    for kind in types:
        written = writer.write([Entry({"id": "x", "type": kind, **given})]).decode("utf-8").lower()
        lost = [key for key in given if f"{key.replace('-', '').lower()}word" not in written]
        assert lost == [], kind


def test_the_first_kind_whose_needs_are_met():
    book = Kind("book", {}, ("author", "URL|DOI"))
    misc = Kind("misc", {})
    assert not has({"author": [1]}, book)
    assert has({"author": [1], "DOI": "x"}, book)
    assert kind_for({"author": [1], "URL": "x"}, (book, misc)) is book
    assert kind_for({}, (book, misc)) is misc


def test_a_note_is_a_sentence():
    item = {
        "id": "x",
        "type": "report",
        "title": "X",
        "volume": "3",
        "translator": PEOPLE["translator"],
    }
    written = to_biblatex.write([Entry(item)]).decode("utf-8")
    assert "note = {Vol. 3, translated by A. translatorword}" in written
