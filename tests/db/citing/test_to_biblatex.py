# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""BibLaTeX satisfies biber and comes back from another program as it went out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from terkha_db.citing import Entry
from terkha_db.citing.to_biblatex import write


@pytest.fixture(scope="module")
def written(items):
    return write([Entry(item) for item in items]).decode("utf-8")


@pytest.fixture(scope="module")
def imported(written, pandoc):
    return {
        one["id"]: one for one in json.loads(pandoc(written, "-f", "biblatex", "-t", "csljson"))
    }


def one(**item):
    return write([Entry({"id": "x", "type": "book", "title": "X"} | item)]).decode("utf-8")


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber_does_not_complain(written, tmp_path):
    (tmp_path / "works.bib").write_text(written, "utf-8")
    run = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "works.bib"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "WARN" not in run.stdout
    assert "ERROR" not in run.stdout
    assert run.returncode == 0


def same(text):
    """Take away what an importer may change: spans, shapes of quotes, a capital after a colon."""
    text = re.sub(r"</?span[^>]*>", "", str(text))
    text = re.sub('[“”‘’"]', "'", text)
    return re.sub(r": \w", lambda found: found[0].upper(), text)


@pytest.mark.parametrize("field", ["title", "author", "editor", "issued", "DOI", "URL", "edition"])
def test_an_importer_reads_the_same(field, imported, items):
    for item in items:
        assert same(imported[item["id"]].get(field)) == same(item.get(field)), item["id"]


def test_no_word_is_lost(imported, items):
    for item in items:
        there = same(" ".join(map(str, imported[item["id"]].values()))).lower()
        for field in (
            "container-title",
            "publisher",
            "collection-title",
            "genre",
            "number",
            "volume",
        ):
            assert same(item.get(field, "")).lower() in there, (item["id"], field)


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"author": [{"family": "A"}]}, "book"),
        ({}, "misc"),
        ({"URL": "http://x.org"}, "online"),
        ({"type": "report", "author": [{"literal": "A"}], "publisher": "B"}, "report"),
        ({"type": "report", "publisher": "B"}, "misc"),
        (
            {"type": "article-journal", "author": [{"family": "A"}], "container-title": "B"},
            "article",
        ),
        ({"type": "chapter", "author": [{"family": "A"}], "container-title": "B"}, "inbook"),
        (
            {
                "type": "chapter",
                "author": [{"family": "A"}],
                "editor": [{"family": "C"}],
                "container-title": "B",
            },
            "incollection",
        ),
        ({"type": "dataset"}, "dataset"),
        ({"type": "legislation", "DOI": "10.1/x"}, "online"),
    ],
)
def test_a_work_gets_the_type_whose_needs_it_meets(item, kind):
    assert one(**item).startswith(f"@{kind}{{x,\n")


def test_newspapers_and_laws_can_be_told():
    article = {"author": [{"family": "A"}], "container-title": "B"}
    assert "entrysubtype = {newspaper}" in one(type="article-newspaper", **article)
    assert "keywords = {article-newspaper}" in one(type="article-newspaper")
    assert "keywords = {regulation}" in one(type="regulation")


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[2013]], "2013"),
        ([[2013, 4]], "2013-04"),
        ([[2013, 4, 3]], "2013-04-03"),
        ([[2010, 1], [2012, 3]], "2010-01/2012-03"),
    ],
)
def test_dates(parts, date):
    assert f"  date = {{{date}}},\n" in one(issued={"date-parts": parts})


def test_an_undated_work_is_undated_for_others(pandoc):
    written = one()
    assert f"date = {{{4 * 'X'}}}" in written
    assert "issued" not in json.loads(pandoc(written, "-f", "biblatex", "-t", "csljson"))[0]


def test_what_has_no_field_stands_in_the_note():
    written = one(type="article-journal", **{"container-title": "B", "volume": "3", "page": "5-7"})
    assert "note = {Vol. 3, p. 5-7}" in written
    assert "howpublished = {B}" in written


def test_a_repost_names_its_first_outlet():
    written = one(
        custom={"original-publisher": "Il Sole and others", "original-date": "2010-08-12"}
    )
    assert "origpublisher = {{Il Sole and others}}" in written
    assert "origdate = {2010-08-12}" in written


def test_a_book_and_its_parts_have_their_number():
    part = {"author": [{"family": "A"}], "container-title": "B"}
    for kind in ("book", "chapter", "entry-encyclopedia"):
        assert "  isbn = {9781780324357},\n" in one(type=kind, ISBN="9781780324357", **part)


def test_languages():
    assert "langid = {chinese-hans}" in one(language="zh-Hans")
    assert "langid = {english}" in one(language="en-GB")
    assert "langid" not in one(language="eo")
