# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What records are called and what full text finds."""

from __future__ import annotations

import pytest

from terkha_db.build.titles import author_of, second_of, shortened, title_of
from terkha_db.fold import tokens
from terkha_db.records.load import Entry
from terkha_db.records.models import Author, Citation, Place


def head(ask, record):
    (row,) = ask("SELECT title, second, summary FROM record WHERE id = ?", record)
    return row


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            "mine/figures-that-differ",
            ("Figures that differ", "巨龍銅礦", "Mine · Maizhokunggar · copper, gold · operating"),
        ),
        ("mine/nothing-but-a-title", ("Nothing but a title", None, "Deposit")),
        ("mineral/zabuyelite", ("zabuyelite", "扎布耶石", "Li₂CO₃ · ore of lithium")),
        ("commodity/copper", ("Copper", None, "Cu · wires")),
        (
            "organisation/daughter-copper",
            ("Daughter Copper", None, "Company · owned by Company Group"),
        ),
        ("place/maizhokunggar", ("Maizhokunggar", "墨竹工卡", "County · Lhasa")),
        ("policy/crma", ("Critical Raw Materials Act", None, "Law · 11 Apr 2024")),
        (
            "claim/isdp-059",
            (
                "A large lithium deposit was found in January 2024.",
                None,
                "Stated as fact · Mining in Tibet",
            ),
        ),
        ("event/undated-protest", ("Villagers protested.", None, "before 2010 · Maizhokunggar")),
        (
            "citation/scrap-nd-comment",
            ("[Commentary on the commissioning]", None, "scrap.example · undated · Trade press"),
        ),
        (
            "series/copper-mine-production-world",
            ("World: copper, mine production", None, "t Cu · 2023 – 2024"),
        ),
        (
            "dispute/found-in-which-province",
            (
                "The brief puts the find in the TAR; its source says eastern Tibet",
                None,
                "Location · Confirmed",
            ),
        ),
        ("topic/electric-vehicle", ("electric vehicle", None, "Technology")),
        ("person/zsuzsa-anna-ferenczy", ("Zsuzsa Anna Ferenczy", None, None)),
    ],
)
def test_heads(ask, record, expected):
    assert head(ask, record) == expected


def test_long_texts_are_cut_between_words():
    text = "A resource of " + "very " * 30 + "much copper [@a; @b]. And more."
    short = shortened(text)
    assert short.startswith("A resource of very")
    assert short.endswith("very …")
    assert len(short) <= 112
    assert shortened("Short [@a]. And more.") == "Short"


@pytest.mark.parametrize(
    ("authors", "rest", "expected"),
    [
        ([{"family": "Hou", "given": "Zengqian"}], {}, "Zengqian Hou"),
        ([{"family": "李", "given": "四光"}], {}, "李四光"),
        ([{"literal": "USGS"}, {"family": "A", "given": "B."}], {}, "USGS and B. A"),
        ([{"family": "A"}, {"family": "B"}, {"family": "C"}], {}, "A et al."),
        ([], {"container_title": "Outlet", "publisher": "House"}, "Outlet"),
        ([], {"publisher": "House"}, "House"),
        ([], {}, "Anonymous"),
    ],
)
def test_who_speaks_in_a_work(authors, rest, expected):
    work = Citation(
        id="w",
        type="webpage",
        title="T",
        language="en",
        source_kind="news",
        author=[Author(**author) for author in authors],
        **rest,
    )
    assert author_of(work) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("Gyama", "bo-Latn"), ("甲瑪", "zh-Hant"), ("甲玛", "zh-Hans")], "甲玛"),
        ([("Gyama", "bo-Latn")], "Gyama"),
        ([("Jiama Town", "bo-Latn"), ("western store-house", "en")], ""),
        ([], ""),
    ],
)
def test_the_name_beside_the_title(names, expected):
    place = Place(
        id="p", title="Jiama", level="town", names=[{"text": t, "lang": tag} for t, tag in names]
    )
    entry = Entry("place", "p", place, None)
    assert second_of(entry, title_of(entry), {}) == expected


@pytest.mark.parametrize(
    ("query", "field", "record"),
    [
        ("ISDP endnote 13", "endnote", "citation/news-2024-find"),
        ("ISDP endnote 14", "endnote", "citation/news-2024-find"),
        ("ferenczy 2025 mining tibet", "work", "citation/brief-2025"),
        ("矿产地名录", "title", "citation/survey-2015-list"),
        ("四光", "author", "citation/survey-2015-list"),
        ("library", "note", "citation/survey-2015-list"),
        ("large lithium deposit", "claim", "claim/isdp-059"),
        ("villagers", "event", "event/undated-protest"),
        ("eastern tibet", "dispute", "dispute/found-in-which-province"),
        ("proven resource", "statement", "mine/figures-that-differ"),
        ("25 88 mt", "statement", "mine/figures-that-differ"),
        ("scrap nd comment", "", None),
    ],
)
def test_full_text(ask, draft, query, field, record):
    match = " ".join(f'"{token}"' for token in tokens(query, draft.variants))
    found = ask(
        "SELECT DISTINCT r.id FROM passage_tokens AS i JOIN passage AS p ON p.number = i.rowid "
        "JOIN record AS r ON r.number = p.record WHERE passage_tokens MATCH ? AND p.field = ?",
        match,
        field,
    )
    assert found == ([(record,)] if record else [])


def test_passages_of_statements_lead_to_them(ask):
    rows = ask("SELECT anchor FROM passage WHERE field = 'statement' AND text LIKE '%25.88%'")
    assert rows == [("resource-copper-2026-01-scrap-nd-comment",)]
    assert ask("SELECT count(*) FROM passage WHERE text LIKE '%[@%'") == [(0,)]
