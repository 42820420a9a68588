# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The records of this edition: complete, cited, curated, and at peace with the checker."""

from __future__ import annotations

from collections import Counter

import pytest

from terkha_db.records.check import check
from terkha_db.records.models import (
    Citation,
    Cite,
    Claim,
    Dispute,
    Event,
    Mine,
    Name,
    Organisation,
    Place,
    Series,
    Statement,
)
from terkha_db.records.walk import Parts

BRIEF = "ferenczy-2025-prc-mining-tibet"

# What the first edition held: later editions may hold more, never less.
FLOOR = {
    "mine": 229,
    "mineral": 152,
    "commodity": 45,
    "organisation": 152,
    "place": 148,
    "policy": 34,
    "person": 26,
    "topic": 27,
    "claim": 328,
    "event": 389,
    "citation": 751,
    "series": 107,
    "dispute": 230,
}
STATEMENT_FLOOR = {
    "observation": 485,
    "figure": 46,
    "endnote": 40,
    "commodity": 424,
    "point": 136 + 66 + 51 + 24,
}
MINE_FIGURES = ("resource", "reserve", "grade", "production", "capacity")
MINE_FIGURES += ("investment", "workforce", "area")
MINE_FIGURE_FLOOR = 531

# A deposit and a salt lake that works call by the name of their county.
CALLED_LIKE_THEIR_COUNTY = {("xiongcun", "Xietongmen"), ("da-qaidam", "大柴旦")}
# Names that once stood on the mine and belong to the company.
COMPANY_NAMES = {
    "tibet-julong-copper": {"巨龙铜业", "西藏巨龙铜业有限公司", "Julong Copper"},
    "tibet-yulong-copper": {"西藏玉龙铜业股份有限公司"},
    "guoneng-mining": {"國能礦業"},
}
# What a reader types, and the record whose names or title must hold it.
SPELLINGS = [
    ("mine/jiama", "Gyama"),
    ("mine/jiama", "甲玛"),
    ("mine/zabuye", "Drangyer Tsaka"),
    ("mine/zabuye", "grag yer tshwa kha"),
    ("mine/mami-tso", "Mamicuo"),
    ("mine/luobusa", "Norbusa"),
    ("mine/julong", "巨龙铜矿"),
    ("place/nyagchu", "Yajiang"),
    ("place/maizhokunggar", "墨竹工卡"),
    ("place/maizhokunggar", "མལ་གྲོ་གུང་དཀར་རྫོང་"),
    ("organisation/eu", "European Union"),
    ("policy/crma", "Critical Raw Materials Act"),
    ("person/ferenczy", "Zsuzsa Anna Ferenczy"),
]


def test_the_checker_finds_nothing(root):
    assert check(root)[1] == []


def test_nothing_of_the_first_edition_is_gone(records):
    counts = {kind: len(entries) for kind, entries in records.entries.items()}
    assert {kind: n for kind, n in counts.items() if n < FLOOR[kind]} == {}


def test_no_statement_of_the_first_edition_is_gone(records):
    counts = Counter(statement.property for _, _, statement in Parts(records).of(Statement))
    short = {name: counts[name] for name, least in STATEMENT_FLOOR.items() if counts[name] < least}
    assert short == {}
    figures = [
        statement.property
        for mine in records.of(Mine).values()
        for statement in mine.statements
        if statement.property in MINE_FIGURES
    ]
    assert len(figures) >= MINE_FIGURE_FLOOR


def test_every_statement_names_who_says_so(records):
    silent = [
        f"{entry.id} {statement.property}"
        for entry, _, statement in Parts(records).of(Statement)
        if not statement.cites
    ]
    assert silent == []


def test_works_for_a_whole_record_are_named_there(records):
    missing = {
        entry.id
        for entry, _, statement in Parts(records).of(Statement)
        if statement.cites == "record" and not getattr(entry.model, "sources", [])
    }
    assert missing == set()


def test_a_work_that_nothing_rests_on_says_so(records):
    used = {cite.work for _, _, cite in Parts(records).of(Cite)}
    used |= {work for claim in records.of(Claim).values() for work in claim.rests_on}
    idle = {slug for slug, work in records.of(Citation).items() if work.unused}
    assert idle == set(records.of(Citation)) - used


def test_the_endnotes_of_the_brief_lead_to_their_works(records):
    works = records.of(Citation)
    endnotes = [s for s in works[BRIEF].statements if s.property == "endnote"]
    assert sorted(int(s.of or 0) for s in endnotes) == list(range(1, 41))
    for statement in endnotes:
        kind, _, slug = (statement.record or "").partition("/")
        number = int(statement.of or 0)
        assert kind == "citation"
        assert [c.locator for c in statement.cites] == [f"n. {number}"]
        assert (BRIEF, number) in {(c.document, c.endnote) for c in works[slug].cited_as}


def test_endnotes_of_claims_rest_on_the_works_of_those_endnotes(records):
    works = records.of(Citation)
    by_number = {cited.endnote: slug for slug, w in works.items() for cited in w.cited_as}
    astray = {
        slug: claim.rests_on
        for slug, claim in records.of(Claim).items()
        if not {by_number[n] for n in claim.endnotes} <= set(claim.rests_on)
    }
    assert astray == {}


def test_a_county_or_a_company_is_no_spelling_of_a_mine(records):
    taken = {
        word
        for place in records.of(Place).values()
        if place.level in ("county", "prefecture", "province")
        for word in (place.title, *(name.text for name in place.names))
    }
    taken |= {
        word
        for body in records.of(Organisation).values()
        for word in (body.title, *(name.text for name in body.names))
    }
    shared = {
        (slug, name.text)
        for slug, mine in records.of(Mine).items()
        for name in mine.names
        if name.text in taken and name.text != mine.title
    }
    assert shared == CALLED_LIKE_THEIR_COUNTY


@pytest.mark.parametrize("slug", COMPANY_NAMES)
def test_companies_have_their_own_names(records, slug):
    names = {name.text for name in records.of(Organisation)[slug].names}
    assert COMPANY_NAMES[slug] <= names


@pytest.mark.parametrize(("record_id", "spelling"), SPELLINGS)
def test_spellings_stand_with_their_record(records, record_id, spelling):
    kind, _, slug = record_id.partition("/")
    model = records.entries[kind][slug].model
    assert spelling in {model.title, *(name.text for name in model.names)}


def test_simplified_and_traditional_are_told_apart(records):
    opencc = pytest.importorskip("opencc")
    simplify, traditional = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")

    def written(text):
        # 里 is Traditional too where it spells a sound: opencc takes every 里 for 裏
        return text.replace("裏", "里")

    wrong = [
        f"{entry.id} {name.text}"
        for entry, _, name in Parts(records).of(Name)
        if (name.lang == "zh-Hans" and simplify.convert(name.text) != name.text)
        or (
            name.lang == "zh-Hant" and written(traditional.convert(name.text)) != written(name.text)
        )
    ]
    assert wrong == []


def test_wylie_is_not_filed_under_plain_romanisation(records):
    wylie = [name for _, _, name in Parts(records).of(Name) if name.lang == "bo-Latn-wylie"]
    assert len(wylie) >= 29
    # capitals begin no word of Wylie; within one they spell letters of Sanskrit, as in "kho tAn"
    assert not any(word[0].isupper() for name in wylie for word in name.text.split())


def test_events_of_a_mine_are_named_after_it(records):
    for slug, mine in records.of(Mine).items():
        for event in mine.events:
            date = (event.date or "undated").partition("/")[0]
            # One whose date was found later keeps its id.
            assert event.id.startswith((f"{slug}-{date}-", f"{slug}-undated-")), event.id
        for dispute in mine.disputes:
            assert dispute.id.startswith(f"{slug}-{dispute.about}"), dispute.id


def test_series_hold_numbers_in_years_and_editions(records):
    for slug, series in records.of(Series).items():
        observations = [s for s in series.statements if s.property == "observation"]
        assert observations, slug
        assert all(isinstance(s.value, float) for s in observations), slug


def test_disputes_say_whose_sentences_differ(records):
    found = records.of(Dispute)
    crma = found["crma-recycling"]
    assert {cite.work for side in crma.positions for cite in side.cites} >= {
        BRIEF,
        "eu-2024-regulation-1252",
    }
    assert found["julong-qulong-one-complex"].subjects[:2] == ["mine/julong", "mine/qulong"]
    assert all(d.subjects for d in found.values())


def every_dispute(records):
    yield from records.of(Dispute).items()
    for mine in records.of(Mine).values():
        yield from ((dispute.id, dispute) for dispute in mine.disputes)


def test_each_dispute_has_a_short_title_of_its_own(records):
    titles = {name: dispute.title or "" for name, dispute in every_dispute(records)}
    assert [name for name, title in titles.items() if not title or title.endswith(".")] == []
    # A quotation that a document is asked about may be longer.
    long = {name for name, title in titles.items() if len(title) > 72}
    assert long <= {"sixty-percent-of-what"}
    assert [title for title, times in Counter(titles.values()).items() if times > 1] == []


def test_disputes_name_works_and_tell_why_the_values_may_differ(records):
    told = list(every_dispute(records))
    assert [name for name, dispute in told if not dispute.why] == []
    assert not any("matched" in (dispute.basis or "") for _, dispute in told)
    named = [d for d in (d for _, d in told) if d.cites or d.positions]
    assert {d.id for _, d in told} - {d.id for d in named} <= {"note-12-title"}


def test_events_say_what_happened_and_by_whose_account(records):
    events = records.of(Event)
    assert all(event.cites for event in events.values())
    assert sum(event.kind == "impact" for event in events.values()) >= 110
