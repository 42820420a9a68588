# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What breaks in Zotero, LaTeX and readers of RIS, each trap with the file that avoids it."""

from __future__ import annotations

import json

import pytest

from terkha_db.citing import Entry, to_biblatex, to_bibtex, to_csl_json, to_ris

ADDRESS = "http://x.org/show.php?a_b=1&c=%20d#f~g"
BODY = {"literal": "Smith & Sons, Ltd."}


def written(writer, **item):
    work = {"id": "x", "type": "report", "title": "X"} | item
    return writer.write([Entry(work)]).decode("utf-8")


@pytest.fixture(params=[to_biblatex, to_bibtex], ids=["biblatex", "bibtex"])
def bib(request):
    return lambda **item: written(request.param, **item)


def test_text_is_escaped_and_addresses_never_are(bib):
    text = bib(title="R&D: 5% of $3 #1 a_b", URL=ADDRESS, DOI="10.1000/a_b%c")
    assert r"R\&D: 5\% of \$3 \#1 a\_b" in text
    assert f"  url = {{{ADDRESS}}},\n" in text
    assert "  doi = {10.1000/a_b%c},\n" in text


def test_an_institution_stands_in_braces_of_its_own(bib):
    assert r"  author = {{Smith \& Sons, Ltd.}}," in bib(author=[BODY])


def test_accents_and_scripts_are_no_macros(bib):
    title = "Zhābùyē, Ngawa, 扎布耶, གཏེར་ཁ"
    assert title in bib(title=title, language="bo")


def test_angle_brackets_are_not_taken_for_spanish_marks(bib, pandoc):
    text = bib(title="Gold > copper", publisher="A <b> C")
    assert r"\textgreater{}" in text
    assert "<" not in text
    (read,) = json.loads(pandoc(text, "-f", "biblatex", "-t", "csljson"))
    assert read["title"] == "Gold > copper"


def test_particles_belong_to_the_family(bib):
    assert "  author = {von Ahn, L.}," in bib(
        author=[{"family": "Ahn", "given": "L.", "non-dropping-particle": "von"}]
    )


def test_each_kind_has_the_fields_of_its_own():
    online = written(
        to_biblatex,
        type="webpage",
        URL=ADDRESS,
        accessed={"date-parts": [[2026, 3, 1]]},
        **{"container-title": "Phayul"},
    )
    assert online.startswith("@online{")
    assert "  organization = {Phayul}," in online
    assert "  urldate = {2026-03-01}," in online
    report = written(to_biblatex, author=[BODY], publisher="Free Tibet")
    assert "  institution = {Free Tibet}," in report
    assert "@techreport{" in written(to_bibtex, publisher="Free Tibet")
    assert "urldate" not in written(to_bibtex, accessed={"date-parts": [[2026, 3, 1]]})


def test_what_is_less_sure_than_a_day_gets_no_invented_one(bib):
    for parts, day in (([[2013]], "2013"), ([[2013, 4]], "2013-04")):
        assert f"  date = {{{day}}}," in written(to_biblatex, issued={"date-parts": parts})
        assert "day" not in bib(issued={"date-parts": parts})
    period = {"date-parts": [[2010, 1], [2012, 3]]}
    assert "  date = {2010-01/2012-03}," in written(to_biblatex, issued=period)


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("article-journal", "JOUR"),
        ("article-newspaper", "NEWS"),
        ("report", "RPRT"),
        ("legislation", "STAT"),
        ("regulation", "STAT"),
        ("dataset", "DATA"),
        ("webpage", "ELEC"),
        ("chapter", "CHAP"),
        ("thesis", "THES"),
        ("hearing", "HEAR"),
        ("treaty", "GEN"),
    ],
)
def test_ris_knows_the_kind(kind, tag):
    assert written(to_ris, type=kind).startswith(f"TY  - {tag}\r\n")


def test_ris_ends_its_lines_and_its_record():
    text = written(to_ris, title="Two\nlines")
    assert text.count("\n") == text.count("\r\n")
    assert text.rstrip("\r\n").endswith("ER  - ")
    assert "TI  - Two lines\r\n" in text


def test_nobody_who_contributed_vanishes_from_ris():
    people = {role: [{"family": role.title()}] for role in ("author", "editor", "translator")}
    text = written(to_ris, **people)
    for tag, name in (("AU", "Author"), ("A2", "Editor"), ("A4", "Translator")):
        assert f"{tag}  - {name}\r\n" in text
    assert "AU  - Smith & Sons, Ltd.,\r\n" in written(to_ris, author=[BODY])


def test_ris_has_one_date():
    text = written(to_ris, issued={"date-parts": [[2013, 4, 3]]})
    assert "DA  - 2013/04/03/\r\nPY  - 2013\r\n" in text
    assert "Y1  - " not in text


def test_csl_json_has_parts_of_dates_and_whole_institutions():
    text = written(to_csl_json, author=[BODY], issued={"date-parts": [[2013, 4]]})
    (item,) = json.loads(text)
    assert item["author"] == [BODY]
    assert item["issued"] == {"date-parts": [[2013, 4]]}
    assert "raw" not in text
