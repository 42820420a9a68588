# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Values, dates and places read as the design language has it."""

from __future__ import annotations

import pytest

from terkha_db import wording
from terkha_db.entities import Brief, Source, Statement

ZIJIN = Brief("organisation/zijin-mining", "organisation", "Zijin Mining")


def said(**about):
    about.setdefault("property", "resource")
    return Statement(id="x", record="mine/julong", **about)


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (
            {"value": 190000.0, "unit": "t", "substance": "Cu", "qualifier": "more than"},
            "more than 190,000 t Cu",
        ),
        ({"value": 25880000.0, "unit": "t", "substance": "Cu"}, "25.88 Mt Cu"),
        ({"value": 7957600.0, "unit": "t", "substance": "Cu"}, "7.9576 Mt Cu"),
        ({"value": 1e6, "unit": "t", "substance": "Li2CO3"}, "1 Mt Li₂CO₃"),
        ({"value": 105e6, "unit": "t/y", "substance": "ore"}, "105 Mt/y ore"),
        ({"value": 350000.0, "unit": "t/d", "substance": "ore"}, "350,000 t/d ore"),
        ({"low": 4000.0, "high": 5400.0, "unit": "m"}, "4,000–5,400 m"),
        ({"low": 0.9e6, "high": 1.2e6, "unit": "t"}, "900,000–1,200,000 t"),
        ({"low": 0.5, "unit": "%"}, "at least 0.5 %"),
        ({"high": 2.0, "unit": "g/t"}, "up to 2 g/t"),
        ({"value": 17460000000.0, "unit": "CNY"}, "CNY 17.46 billion"),
        ({"value": 116e6, "unit": "CNY"}, "CNY 116 million"),
        ({"value": 950.0, "unit": "USD"}, "USD 950"),
        ({"value": 0.0, "unit": "t"}, "0 t"),
        ({"value": 1.72, "unit": "km2"}, "1.72 km²"),
        ({"value": 6.0, "unit": "count", "substance": "bodies"}, "6 bodies"),
        (
            {"value": 3.8, "unit": "%", "substance": "Cr2O3", "statistic": "average"},
            "3.8 % Cr₂O₃ (average)",
        ),
        ({"property": "status", "text": "operating"}, "Operating"),
        ({"property": "opened", "text": "2021-12-27"}, "27 Dec 2021"),
        ({"property": "situation", "text": "20 km from Lhasa"}, "20 km from Lhasa"),
        ({"property": "owner", "records": (ZIJIN,), "share": 50.1}, "Zijin Mining (50.1 %)"),
        ({"property": "owner", "records": (ZIJIN, ZIJIN)}, "Zijin Mining and Zijin Mining"),
        (
            {"property": "point", "lat": 29.625132, "lon": 91.59382, "precision": "county"},
            "29.6251° N, 91.5938° E (county only)",
        ),
        ({}, "not recorded"),
    ],
)
def test_a_value_reads(about, words):
    assert wording.format_value(said(**about)).replace(wording.SPACE, " ") == words


def test_a_unit_is_not_torn_from_its_number():
    assert wording.format_value(said(value=5.0, unit="km")) == "5\u202fkm"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-12-28", "28 Dec 2021"),
        ("2021-12", "Dec 2021"),
        ("2021", "2021"),
        ("", "undated"),
        ("2010/2012", "2010–2012"),
        ("2021/2021", "2021"),
        ("2021-03/2021-05", "Mar–May 2021"),
        ("2021-12-28/2022-01-03", "28 Dec 2021 – 3 Jan 2022"),
    ],
)
def test_a_date_reads(date, words):
    assert wording.format_date(date) == words


def test_the_words_of_a_source_stand_for_a_date_it_does_not_give():
    assert wording.format_as_of(said(as_of="2021-12")) == "Dec 2021"
    assert wording.format_as_of(said(as_of_note="mid-2020s")) == "mid-2020s"
    assert wording.format_as_of(said()) == "undated"


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("Cu5FeS4", "Cu₅FeS₄"),
        ("CaSO4·2H2O", "CaSO₄·2H₂O"),
        ("(Fe2+,Mg)2SiO4", "(Fe²⁺,Mg)₂SiO₄"),
        ("Fe0.5Ni", "Fe₀.₅Ni"),
        ("NaCl", "NaCl"),
    ],
)
def test_a_formula_has_subscripts(formula, words):
    assert wording.format_formula(formula) == words


def test_a_substance_in_words_has_none():
    assert wording.format_substance("Li content 2") == "Li content 2"
    assert wording.format_substance("LREE") == "LREE"


def test_south_and_west_are_told():
    assert wording.format_coordinates(-1.5, -2.25).replace("\u202f", " ") == "1.5000° S, 2.2500° W"


def test_labels_come_from_the_vocabulary():
    assert wording.format_kind("person", plural=True) == "People"
    assert wording.format_language("bo-Latn") == "Tibetan, romanised"
    assert wording.format_property("deposit-type") == "Deposit type"
    assert wording.format_word("by-product") == "By-product"
    assert wording.format_word("no-such_word") == "No such word"
    assert wording.count(1, "work") == "1 work"
    assert wording.count(1204, "row of copper", "rows of copper") == "1,204 rows of copper"


@pytest.mark.parametrize(
    ("author", "title", "who"),
    [
        ("Zijin Mining Group", "Annual report", "Zijin Mining Group"),
        (wording.UNNAMED, "A short title", "“A short title”"),
        (wording.UNNAMED, "[Supplied by an editor]", "“Supplied by an editor”"),
        (
            wording.UNNAMED,
            "Mineral Characteristics and Geological Significance of the Longmala Deposit",
            "“Mineral Characteristics and Geological …”",
        ),
        (wording.UNNAMED, "锂" * 60, f"“{'锂' * 40} …”"),
    ],
)
def test_a_work_that_names_nobody_speaks_by_its_title(author, title, who):
    source = Source("citation/x", author, title, "2024", "academic")
    assert wording.who(source) == who
