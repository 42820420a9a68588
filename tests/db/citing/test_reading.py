# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A reader's own works are read from the files of other programs; what is not read is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.citing import format_by_id
from terkha_db.citing.reading import READERS, read_file, read_works
from terkha_db.errors import KnownError

KEPT = {
    "csl-json": {"type", "title", "author", "editor", "issued", "URL", "DOI", "page", "language"},
    "biblatex": {"title", "editor", "issued", "URL", "DOI", "language"},
    "bibtex": {"title", "editor", "URL", "DOI"},
    "ris": {"title", "URL", "DOI", "page", "volume", "issue", "publisher"},
}


def read(text, name="works"):
    return read_works(text.encode(), name)


def one(text):
    (item,) = read(text).items
    return item


@pytest.mark.parametrize("format_id", KEPT)
def test_what_we_write_is_read_back(format_id, entries, item):
    found = read_works(written(format_id, entries), "works")
    assert found.faults == ()
    assert {each["id"] for each in found.items} == set(item)
    for each in found.items:
        for variable in KEPT[format_id]:
            assert each.get(variable) == item[each["id"]].get(variable), (each["id"], variable)


@pytest.mark.parametrize("format_id", ["biblatex", "bibtex", "ris"])
def test_years_that_we_write_are_read_back(format_id, entries, item):
    for each in read_works(written(format_id, entries), "works").items:
        assert first_year(each) == first_year(item[each["id"]])


def written(format_id, entries):
    return format_by_id(format_id).write(entries("apa"))


def first_year(item):
    return item["issued"]["date-parts"][0][0] if "issued" in item else None


def test_biblatex_text_loses_its_latex_and_addresses_keep_every_letter():
    item = one(
        r"""@article{goedel2015, author = {G{\"o}del, Kurt and {Zijin and Sons, Ltd.} and
        van der Berg, Jr., Hans}, title = {The {T}ibetan {CO$_2$} \& gold: 50\,\% of it},
        journaltitle = jgr, date = {2015-03/2016}, pages = {1--20}, number = 4,
        url = {https://example.org/a_b?c=%20d&e#f~g}, doi = {10.1000/a_b<c>}}
        @string{jgr = "Journal of " # {Geology}}"""
    )
    assert item["title"] == "The Tibetan CO_2 & gold: 50 % of it"
    assert item["author"] == [
        {"family": "Gödel", "given": "Kurt"},
        {"literal": "Zijin and Sons, Ltd."},
        {"family": "Berg", "given": "Hans", "suffix": "Jr.", "non-dropping-particle": "van der"},
    ]
    assert item["URL"] == "https://example.org/a_b?c=%20d&e#f~g"
    assert item["DOI"] == "10.1000/a_b<c>"
    assert item["issued"] == {"date-parts": [[2015, 3], [2016]]}
    assert (item["type"], item["page"], item["issue"]) == ("article-journal", "1-20", "4")
    assert item["id"] == "goedel2015"


def test_bibtex_year_month_and_thesis():
    item = one("@phdthesis{yeh, title={Taming}, year=2003, month=mar, school={Berkeley}}")
    assert item["issued"] == {"date-parts": [[2003, 3]]}
    assert (item["type"], item["genre"], item["publisher"]) == ("thesis", "PhD thesis", "Berkeley")


def test_entries_of_biblatex_that_cannot_be_read_are_told_with_their_lines():
    found = read(
        "@book{a, title={First}}\n@book{b, title={Open\n@book{c, title={Third}, zzz={1}}\n"
        "@book{a, title={Again}}\n@book{d, title={x}, title={y}}\n"
    )
    assert [item["title"] for item in found.items] == ["First", "Third"]
    assert found.entries == 5
    assert found.faults == (
        "Line 2: an entry is not closed, or a brace is missing; it was not read.",
        "Line 4: the key “a” stands a second time; only the first entry was read.",
        "Line 5: an entry has the field title twice and was not read.",
        "c: not kept: zzz.",
    )


def test_ris_of_careless_programs():
    found = read(
        "\ufeffTY - NEWS\r\nAU - Wong, Edward\r\nAU  - Human Rights Watch, Asia,\r\n"
        "TI  - Fatal Landslide\r\nDraws Attention\r\nPY  - 2013\r\nDA  - 2013/04/03/\r\n"
        "SP  - 1\r\nEP  - 4\r\nSN  - 0362-4331\r\nZZ  - 7\r\nAB  - Long.\r\n"
        "TY  - RPRT\r\nTI  - Second\r\nER  - \r\nstray\r\n"
    )
    first, second = found.items
    assert first["title"] == "Fatal Landslide Draws Attention"
    assert first["author"] == [
        {"family": "Wong", "given": "Edward"},
        {"literal": "Human Rights Watch, Asia"},
    ]
    assert first["issued"] == {"date-parts": [[2013, 4, 3]]}
    assert (first["type"], first["page"], first["ISSN"]) == (
        "article-newspaper",
        "1-4",
        "0362-4331",
    )
    assert second["type"] == "report"
    assert found.faults == (
        "The record before line 13 has no end (ER); it was read.",
        "Line 16 stands outside of any record and was not read.",
        "Fatal Landslide Draws Attention: not kept: ZZ.",
    )


def test_csl_json_of_other_programs():
    found = read(
        json.dumps(
            [
                {"id": 7, "type": "book", "title": "A", "issued": {"raw": "2013-04"}},
                {"id": "b", "type": "tweet", "title": "B", "issued": {"literal": "spring 2010"}},
                {"id": "c", "title": "C", "issued": {"date-parts": [["1998", "2"]]}, "PMID": "1"},
                "nonsense",
            ]
        )
    )
    assert [item["id"] for item in found.items] == ["7", "b", "c"]
    assert found.items[0]["issued"] == {"date-parts": [[2013, 4]]}
    assert found.items[1]["note"] == "issued: spring 2010"
    assert found.items[2]["issued"] == {"date-parts": [[1998, 2]]}
    assert found.faults == (
        "b: CSL has no type “tweet”; it is taken as a document.",
        "b: the date “spring 2010” cannot be read and is kept in the note.",
        "c: not kept: PMID.",
        "Entry 4 is no work of CSL-JSON and was not read.",
    )
    assert found.entries == 4


def test_a_date_that_is_none_is_kept_in_the_note():
    item = one("@book{a, title={T}, date={2015-13-40}}")
    assert "issued" not in item
    assert item["note"] == "issued: 2015-13-40"


def test_bytes_that_are_not_utf_8_are_told():
    found = read_works("@book{a, title={Mönch}}".encode("cp1252"), "old.bib")
    assert found.items[0]["title"] == "Mönch"
    assert "not UTF-8" in found.faults[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no works in a form that is known"),
        (b"Dear reader, please find attached", "no works in a form that is known"),
        (b"[{", "is no JSON"),
        (b"[]", "No work could be read"),
        (b"@book{a, title={", "No work could be read.*not closed"),
        (b'{"a": 1}', "No work could be read"),
    ],
)
def test_what_holds_no_works_is_one_sentence(content, told):
    with pytest.raises(KnownError, match=told):
        read_works(content, "letter.txt")


@pytest.mark.parametrize(
    "text",
    [
        "TY  - BOOK\nTI  - One\nER  - \nTY  - BOOK\nID  - b\nAU  - X\nER  - \n",
        '[{"id": "a", "type": "book", "title": "One"}, {"id": "b", "type": "book"}]',
        "@book{a, title={One}}\n@book{b, author={X}}\n",
    ],
)
def test_a_work_without_a_title_is_told_and_keeps_no_other_from_being_read(text):
    found = read_works(text.encode(), "some")
    assert [item["title"] for item in found.items] == ["One"]
    assert found.entries == 2
    assert [fault for fault in found.faults if "(b) has no title" in fault]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(KnownError, match=r"none\.bib cannot be read: No such file"):
        read_file(tmp_path / "none.bib")


@given(st.text(alphabet=st.sampled_from('@{}",=#\\$TYER -\n[]:book1a甲་'), max_size=60))
def test_no_text_breaks_a_reader(text):
    for reader in READERS:
        try:
            found = reader.read(text)
        except KnownError:
            continue
        assert found.entries >= len(found.items)
