# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A format names what it loses of these very works, and nothing else."""

from __future__ import annotations

from terkha_db.citing import Entry, format_by_id
from terkha_db.citing.losses import has_body, has_day, has_month, has_period, listed

DAY = {"issued": {"date-parts": [[2013, 4, 3]]}}
YEAR = {"issued": {"date-parts": [[2013]]}}
PERIOD = {"issued": {"date-parts": [[2010], [2012]]}}


def entry(kind="article-journal", **more):
    return Entry({"id": "x", "type": kind, "title": "X", "container-title": "Y"} | more)


def test_what_works_have():
    assert [has_day(item) for item in (DAY, YEAR, PERIOD, {})] == [True, False, False, False]
    month = {"issued": {"date-parts": [[2013, 4]]}}
    assert [has_month(item) for item in (DAY, month, YEAR, PERIOD)] == [True, True, False, False]
    assert [has_period(item) for item in (DAY, PERIOD, {})] == [False, True, False]
    assert has_body({"author": [{"family": "A"}, {"literal": "B"}]})
    assert not has_body({"author": [{"family": "A"}]})


def test_one_two_and_three_losses():
    def lost(*words):
        return [(word, lambda _: True) for word in words]

    assert listed(lost(), [entry()]) == ""
    assert listed(lost("a"), [entry()]) == "a (1 work)"
    assert listed(lost("a", "b"), [entry(), entry()]) == "a (2 works) and b (2 works)"
    assert listed(lost("a", "b", "c"), [entry()]) == "a (1 work), b (1 work) and c (1 work)"
    assert listed([("a", lambda _: False)], [entry()]) == ""


def test_bibtex():
    loses = format_by_id("bibtex").loses
    assert loses([entry(**YEAR)]) == ""
    assert loses([entry(**DAY), entry("dataset")]) == (
        "BibTeX has no field for the kind of work (1 work) and the day (1 work);"
        " BibLaTeX and CSL-JSON keep everything."
    )
    assert "first outlet" in loses([entry(custom={"original-publisher": "AFP"})])


def test_ris():
    loses = format_by_id("ris").loses
    assert loses([entry(**YEAR)]) == ""
    assert loses([entry("regulation", **PERIOD), entry(author=[{"literal": "B"}])]) == (
        "RIS has no tag for the kind of work (1 work) and the end of a period (1 work), and many"
        " programs misread institutions as authors (1 work) in RIS;"
        " BibLaTeX and CSL-JSON keep everything."
    )
    assert loses([entry(**DAY)]).startswith("Many programs misread day and month (1 work) in RIS;")
    assert loses([entry(version="2", **DAY)]) == (
        "RIS puts version, number in a series, event and archive (1 work) into notes, and many"
        " programs misread day and month (1 work) in RIS; BibLaTeX and CSL-JSON keep everything."
    )


def test_biblatex_tells_of_works_without_a_date():
    loses = format_by_id("biblatex").loses
    assert loses([entry(**DAY)]) == ""
    assert "for what has no date (2 works)" in loses([entry(), entry(**YEAR), entry("dataset")])
