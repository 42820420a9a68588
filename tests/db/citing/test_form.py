# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a form asks of a work is checked, becomes CSL-JSON, and is found again in the form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.citing.csl import DATES, NAMES, TEXT
from terkha_db.citing.form import (
    COMMON,
    FIELD_BY_ID,
    FORM_FIELDS,
    ORIGINAL,
    TRANSLATION,
    WORK_TYPES,
    Filled,
    faults,
    fields_of,
    filled,
    item_of,
)
from terkha_db.citing.from_csl_json import TYPES


def form(**texts):
    given = {key.replace("_", "-"): text for key, text in texts.items()}
    return Filled("book", {"title": "Spoiling Tibet", **given}, {})


def test_types_and_fields_are_those_of_csl():
    assert {each.id for each in WORK_TYPES} <= TYPES
    asked = {field for each in WORK_TYPES for field in (*COMMON, *each.fields)}
    assert asked == set(FIELD_BY_ID)
    assert asked - {ORIGINAL, TRANSLATION} <= {*TEXT, *NAMES, *DATES}
    assert fields_of("patent") == set(FIELD_BY_ID)
    assert "ISSN" not in fields_of("book")


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("title", "", "needs a title"),
        ("issued", "spring 2013", "“spring 2013” is no date"),
        ("issued", "2013-02-30", "is no date"),
        ("issued", "2013-13", "is no date"),
        ("issued", "2013/2010", "ends before it begins"),
        ("accessed", "yesterday", "is no date"),
        ("URL", "example.org/page", "is no web address"),
        ("URL", "https://exa mple.org", "is no web address"),
        ("URL", "https://[", "is no web address"),
        ("URL", "javascript:alert(1)", "is no web address"),
        ("archive", "the archive", "is no web address"),
        ("DOI", "11.1000/x", "is no DOI"),
        ("DOI", "10.1000", "is no DOI"),
        ("ISBN", "978-1-78032-435-5", "check digit does not fit"),
        ("ISBN", "0-306-40615-3", "check digit does not fit"),
        ("ISBN", "12345", "10 or 13 digits"),
        ("ISSN", "0084-6598", "check digit does not fit"),
        ("ISSN", "84-65", "has 8 digits"),
        ("language", "Tibetan (Amdo)", "no code of a language"),
    ],
)
def test_each_fault_is_told_at_its_field_in_one_sentence(field, text, sentence):
    found = faults(form(**{field: text}))
    assert list(found) == [field]
    assert sentence in found[field]
    assert found[field].count(". ") == 0


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("issued", "2013"),
        ("issued", "2013-5"),
        ("issued", "2013-05-12"),
        ("issued", "2010/2012-03"),
        ("issued", "2013~"),
        ("URL", "https://example.org/a_b?c=%20#f"),
        ("URL", "http://例子.测试/页"),
        ("DOI", "https://doi.org/10.1146/annurev.earth.28.1.211"),
        ("DOI", "doi:10.1000/(x)<y>"),
        ("ISBN", "0-306-40615-2"),
        ("ISBN", "080442957X"),
        ("ISBN", "978-0-306-40615-7"),
        ("ISSN", "0084-6597"),
        ("ISSN", "2434-561X"),
        ("language", "zh-Hans"),
        ("language", "bo"),
        ("language", "en-GB"),
    ],
)
def test_what_is_right_is_not_complained_of(field, text):
    assert faults(form(**{field: text})) == {}


def test_a_form_becomes_csl_and_is_found_again():
    names = {
        "author": [
            {"family": "Lafitte", "given": "Gabriel"},
            {"family": "Tibet Information Network"},
            {"family": "唐", "given": "菊兴"},
        ]
    }
    texts = {
        "title": "Xizang Jiama",
        ORIGINAL: "西藏甲玛铜多金属矿床",
        TRANSLATION: "The Gyama deposit",
        "issued": "2010/2012-03",
        "accessed": "2026-11-28",
        "DOI": "https://doi.org/10.1000/X",
        "URL": "https://example.org",
    }
    item = item_of(Filled("article-journal", texts, names), {"id": "x", "note": "Kept."})
    assert item == {
        "id": "x",
        "note": "Kept.",
        "type": "article-journal",
        "title": "Xizang Jiama 西藏甲玛铜多金属矿床 [The Gyama deposit]",
        "author": [
            {"family": "Lafitte", "given": "Gabriel"},
            {"literal": "Tibet Information Network"},
            {"literal": "唐菊兴"},
        ],
        "issued": {"date-parts": [[2010], [2012, 3]]},
        "accessed": {"date-parts": [[2026, 11, 28]]},
        "DOI": "10.1000/X",
        "URL": "https://example.org",
    }
    again = filled(item)
    assert again.texts == {**texts, "DOI": "10.1000/X"}
    assert item_of(again, item) == item
    about = item_of(Filled("book", {"title": "T", "issued": "2013~"}, {}), {"id": "y"})
    assert about["issued"] == {"date-parts": [[2013]], "circa": True}
    assert filled(about).texts["issued"] == "2013~"


def test_parts_of_a_name_that_no_field_shows_stay():
    author = {"family": "Beek", "given": "A.", "non-dropping-particle": "van", "suffix": "Jr."}
    item = {"type": "book", "title": "T", "author": [author]}
    assert item_of(filled(item)) == item


def test_a_given_name_alone_is_a_fault():
    names = {"author": [{"given": "Gabriel"}]}
    assert "family name" in faults(Filled("book", {"title": "T"}, names))["author"]


WORDS = st.from_regex(r"[A-Za-z][A-Za-z ,:.-]{0,12}[A-Za-z]", fullmatch=True)
HAN = st.from_regex(r"[\u4e00-\u9fff]{1,8}", fullmatch=True)
TEXTS = st.fixed_dictionaries(
    {"title": WORDS | HAN},
    optional={
        TRANSLATION: WORDS,
        "issued": st.sampled_from(["1998", "1998-07", "1998-07-01", "1998/2001"]),
        **{field.id: WORDS for field in FORM_FIELDS if field.sort == "text" and field.id not in
           ("title", ORIGINAL)},
    },
)  # fmt: skip


@given(TEXTS, st.none() | HAN)
def test_whatever_is_filled_in_is_found_again(texts, original):
    tidy = {key: " ".join(text.split()) for key, text in texts.items()}
    if original and tidy["title"].isascii():
        tidy[ORIGINAL] = original
    item = item_of(Filled("report", tidy, {}))
    assert filled(item).texts == tidy
