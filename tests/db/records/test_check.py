# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Each rule between records finds what it is for."""

from __future__ import annotations

import pytest

from terkha_db.records.check import CHECKS

MINE = "mines/figures-that-differ.yaml"
SEAT = "mines/only-a-county-seat.yaml"

CASES = {
    "unknown_records": (
        MINE, "record: place/tar", "record: place/tarr",
        "there is no place 'tarr'; nearest: tar",
    ),
    "unknown_works": (
        "commodities/metals.yaml", "company-2021-phase1, Annex I", "company-2021-phase2, Annex I",
        "there is no citation 'company-2021-phase2'; nearest: company-2021-phase1",
    ),
    "unknown_commodity": (
        "series/copper.yaml", "  commodity: copper", "  commodity: cooper",
        "there is no commodity 'cooper'; nearest: copper",
    ),
    "itself": (
        MINE, "mine/salts-in-four-substances", "mine/figures-that-differ",
        "a record cannot name itself here",
    ),
    "unknown_marks": (
        MINE, "a comment 25.88 Mt [@scrap-nd-comment]", "a comment 25.88 Mt [@brief-2025; @scrap]",
        "there is no citation 'scrap'",
    ),
    "unknown_endnotes": (
        "claims/brief.yaml", "    - 13\n", "    - 15\n",
        "no citation is cited as endnote 15 of brief-2025",
    ),
    "uncited_statements": (
        MINE, "    cites:\n      - company-2021-phase1, paragraph 2\n", "",
        "this county has no source: name a work in 'cites'",
    ),
    "uncited_record": (
        "commodities/metals.yaml", "  sources:\n    - survey-2015-list\n", "",
        "'record' means the works of the record as a whole, but 'sources' is empty",
    ),
    "uncited_earlier": (
        "series/copper.yaml", "          cites:\n            - survey-2015-list\n", "",
        "this earlier value has no source: name a work in 'cites'",
    ),
    "uncited_events": (
        "events/events.yaml", "  cites:\n    - news-2024-find\n", "  cites: []\n",
        "this event has no source: name a work in 'cites'",
    ),
    "uncited_sides": (
        "disputes/documents.yaml", "      cites:\n        - news-2024-find\n", "      cites: []\n",
        "this side has no source: name a work in 'cites'",
    ),
    "names_in_another_script": (
        MINE, "text: Ke’eryin Julong", "text: 巨龙",
        "'巨龙' is tagged zh-Latn (Latin) but has Han",
    ),
    "tibetan_in_latin": (
        "places/places.yaml", "text: མལ་གྲོ་གུང་དཀར་", "text: Maldro",
        "'Maldro' is tagged bo (Tibetan) but has Latin",
    ),
    "names_in_the_other_chinese": (
        MINE, "text: 巨龍銅礦", "text: 巨龙铜矿",
        "'巨龙铜矿' is tagged zh-Hant but is written zh-Hans",
    ),
    "repeated_names": (
        "places/places.yaml", "    - text: 墨竹工卡\n      lang: zh-Hans\n",
        "    - text: 墨竹工卡\n      lang: zh-Hans\n    - text: 墨竹工卡\n      lang: zh-Hans\n",
        "the name '墨竹工卡' stands twice",
    ),
    "unreadable": (
        MINE, "note: company calls it proven resource", "note: 'company \ufffd'",
        "U+FFFD is no readable character",
    ),
    "compatibility": (
        "places/places.yaml", "text: 墨竹工卡", "text: 墨竹工\uf92c",
        "U+F92C is a compatibility ideograph; write the usual character",
    ),
    "lone_sign": (
        "places/places.yaml", "text: མལ་གྲོ་གུང་དཀར་", "text: ིམལ་གྲོ",
        "U+0F72 is a Tibetan sign without the letter it belongs to",
    ),
    "blanks": (
        MINE, "title: 10.72 or 25.88 Mt of copper", "title: '10.72 or 25.88 Mt '",
        "the text begins or ends with a blank",
    ),
    "units": (
        "minerals/species.yaml", "unit: g/cm3", "unit: g/t",
        "a density is not measured in g/t; use one of g/cm3",
    ),
    "bounds": (
        "minerals/species.yaml", "min: 2.09", "min: 2.9",
        "the lower bound is above the upper one",
    ),
    "without_a_role": (
        MINE, "    role: by-product\n", "",
        "this commodity has no 'role': primary, by-product, …",
    ),
    "off_the_plateau": (
        MINE, "lon: 91.59382", "lon: 9.159382",
        "29.625132, 9.159382 is off the plateau (25.5–40.5 N, 72.0–106.0 E)",
    ),
    "far_from_the_county": (
        MINE, "lat: 29.625132", "lat: 32.625132",
        "the point lies 310 km from place/maizhokunggar",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_rule_finds_what_it_is_for(tree, case):
    file, old, new, sentence = CASES[case]
    tree.replace(file, old, new)
    faults = tree.faults()
    assert any(fault.endswith(f": {sentence}") for fault in faults), faults
    assert all(fault.startswith(f"{file}:") for fault in faults)


def test_the_line_is_that_of_the_fault(tree):
    tree.replace(MINE, "record: place/tar", "record: place/tarr")
    text = (tree.root / MINE).read_text("utf-8").splitlines()
    (fault,) = tree.faults()
    assert "place/tarr" in text[int(fault.split(":")[1]) - 1]


def test_a_statement_stands_once(tree):
    tree.replace(
        SEAT,
        "statements:\n",
        "statements:\n  - property: county\n    record: place/maizhokunggar\n"
        "    cites:\n      - survey-2015-list\n",
    )
    (fault,) = tree.faults()
    assert fault.endswith("this county stands twice; it is the same as statements.0")


def test_a_dispute_names_somebody(tree):
    tree.write("disputes/nobody.yaml", "id: nobody\nabout: other\ntext: Somebody errs.\n")
    (fault,) = tree.faults()
    assert "this dispute names no work" in fault


def test_no_rule_is_listed_twice():
    assert len({rule.__name__ for rule in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("text", ["公司ABC", "西藏LCE"])
def test_chinese_names_may_hold_latin_letters(tree, text):
    tree.replace("organisations/companies.yaml", "text: 公司集团", f"text: {text}")
    assert tree.faults() == []
