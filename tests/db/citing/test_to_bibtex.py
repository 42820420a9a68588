# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""BibTeX keeps to its own types, fields and months."""

from __future__ import annotations

import pytest
from bibtexparser import parse_string

from terkha_db.citing import Entry
from terkha_db.citing.to_bibtex import write


def one(**item):
    return write([Entry({"id": "x", "type": "book", "title": "X"} | item)]).decode("utf-8")


def test_every_work_can_be_parsed(items):
    library = parse_string(write([Entry(item) for item in items]).decode("utf-8"))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [item["id"] for item in items]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"type": "report"}, "misc"),
        ({"type": "report", "publisher": "A"}, "techreport"),
        ({"type": "thesis", "genre": "PhD dissertation"}, "phdthesis"),
        ({"type": "thesis", "genre": "Master's thesis"}, "mastersthesis"),
        ({"type": "webpage"}, "misc"),
        ({"type": "article-newspaper", "container-title": "A"}, "article"),
        ({"type": "article-newspaper"}, "misc"),
        ({"type": "entry-encyclopedia", "container-title": "A"}, "misc"),
        ({"type": "chapter", "container-title": "A", "publisher": "B"}, "incollection"),
    ],
)
def test_types(item, kind):
    assert one(**item).startswith(f"@{kind}{{x,\n")


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ([[2013]], "  year = {2013},\n}"),
        ([[2013, 4]], "  year = {2013},\n  month = apr,\n}"),
        ([[2013, 12, 3]], "  year = {2013},\n  month = dec,\n}"),
        ([[1917], [1922]], "  year = {1917/1922},\n}"),
        ([[2010, 1], [2010, 3]], "  year = {2010},\n}"),
    ],
)
def test_dates(parts, fields):
    assert fields in one(issued={"date-parts": parts})


def test_an_undated_work_has_no_year():
    assert "year" not in one()


def test_addresses_are_kept():
    assert "url = {http://x.org/a_b?c=%20&d#e~f}" in one(URL="http://x.org/a_b?c=%20&d#e~f")


def test_what_has_no_author_is_sorted_by_its_title():
    assert "  key = {Copper \\& gold},\n" in one(title="Copper & gold")
    assert "  key = " not in one(author=[{"family": "A"}])
