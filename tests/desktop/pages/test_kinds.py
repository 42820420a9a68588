# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the page of each kind of record must hold; the text is read as a reader would."""

from __future__ import annotations

import re
from html import unescape

import pytest

from terkha.pages.builder import BUILDERS
from terkha.pages.document import Section
from terkha.pages.material import Reference
from terkha_db.entities import (
    Cite,
    Dispute,
    Name,
    Position,
    Relation,
    Source,
    Spread,
    Work,
)
from terkha_db.vocabulary import KINDS

TONNES = {"unit": "t", "substance": "Cu", "commodity": "copper"}


def text_of(page):
    """The words of a page, one line for each block or cell."""
    html = re.sub(r"</(?:p|td|tr|table)>|<br/>", "\n", page.html)
    plain = unescape(re.sub(r"<[^>]+>", "", html))
    return re.sub(r"[ \u00a0\u202f]+", " ", plain)


def section(page, anchor) -> Section:
    return next(one for one in page.sections if one.anchor == anchor)


def titles(page):
    return [one.title for one in page.sections]


def row_of(page, label):
    """The cell beside a label of key facts."""
    words = text_of(page)
    return next(
        after.strip()
        for line, after in zip(words.split("\n"), words.split("\n")[1:], strict=False)
        if line.strip().removesuffix(" ≠") == label
    )


def test_every_kind_has_a_builder():
    assert set(BUILDERS) == {kind.id for kind in KINDS}


# Mines


def test_a_fact_stands_with_date_claimant_and_marker_on_one_line(hand):
    status = hand.said("status", text="operating", as_of="2026-01", cites=(Cite(hand.press),))
    page = hand.page(hand.record(statements=(status,)))
    assert row_of(page, "Status") == "Operating Jan 2026, etnet, press [1]"


def test_facts_that_are_not_recorded_are_said_in_words(hand):
    page = hand.page(hand.record())
    assert row_of(page, "Elevation") == "not recorded"
    assert "Not recorded in this edition: status, county, point" in text_of(page)
    assert section(page, "missing").count == 13


def test_a_fact_that_is_disputed_is_marked(hand):
    dispute = Dispute("dispute/a", "location", "County", "Two counties are named.")
    county = hand.said("county", records=(hand.brief("place/maizhokunggar"),))
    page = hand.page(hand.record(statements=(county,), disputes=(dispute,)))
    assert "County ≠" in text_of(page)
    assert "Status ≠" not in text_of(page)


def test_figures_are_grouped_latest_first_and_never_added(hand):
    figures = (
        hand.said("resource", id="old", value=8.0e6, as_of="2014-07", **TONNES),
        hand.said("production", id="made", value=154000.0, as_of="2023", **TONNES),
        hand.said("resource", id="new", value=25.88e6, as_of="2026-01", **TONNES),
    )
    page = hand.page(hand.record(statements=figures))
    words = text_of(page)
    places = [words.index(part) for part in ("25.88 Mt Cu", "8 Mt Cu", "Production", "154,000 t")]
    assert places == sorted(places)
    assert "33.88" not in words
    assert section(page, "figures").count == 3


def test_the_figure_of_the_tables_is_named_only_beside_others(hand):
    def words(*figures):
        material = {"tabled": frozenset({"new"})}
        return text_of(hand.page(hand.record(statements=figures), **material))

    new = hand.said(
        "resource", id="new", value=25.88e6, rank="preferred", reason="latest", **TONNES
    )
    old = hand.said("resource", id="old", value=8.0e6, **TONNES)
    assert "shown in tables" not in words(new)
    assert words(new, old).count("shown in tables") == 1
    assert "Reason: latest" in words(new, old)


def test_figures_that_differ_stand_side_by_side(hand):
    figures = (
        hand.said("resource", id="a", value=10.72e6, cites=(Cite(hand.company),), **TONNES),
        hand.said("resource", id="b", value=25.88e6, cites=(Cite(hand.press),), **TONNES),
    )
    spread = Spread("resource", "copper", "Cu", "t", 2, 10.72e6, 25.88e6)
    page = hand.page(hand.record(statements=figures, spreads=(spread,)))
    words = text_of(page)
    assert "≠ Copper resource: 2 figures, 10.72–25.88 Mt Cu" in words
    assert "No figure is preferred." in words
    assert section(page, "differences").differs


def test_who_owns_it_with_share_date_and_source(hand):
    owner = hand.said(
        "owner", records=(hand.brief("organisation/zijin", "Zijin"),), share=50.1, as_of="2020-06"
    )
    runs = hand.said("operator", records=(hand.brief("organisation/tjc", "Tibet Julong"),))
    page = hand.page(hand.record(statements=(owner, runs)))
    words = text_of(page)
    assert words.index("Tibet Julong") < words.index("Zijin\nowner\n50.1 %\nJun 2020")
    assert "operator\nnot given\nundated" in words
    assert section(page, "organisations").count == 2


def test_events_run_from_the_oldest_and_impacts_stand_apart(hand):
    events = [hand.brief(f"event/e{n}", f"E{n}") for n in range(3)]
    told = {
        "event/e0": (hand.said("occurrence", "event/e0", text="Phase 2 began", as_of="2024-02"),),
        "event/e1": (hand.said("occurrence", "event/e1", text="Incorporated", as_of="2006-12"),),
        "event/e2": (hand.said("occurrence", "event/e2", text="Landslide", as_of="2013-03-29"),),
    }
    page = hand.page(
        hand.record(events=tuple(events)), told=told, rows={"event/e2": {"event_kind": "impact"}}
    )
    words = text_of(page)
    places = [words.index(part) for part in ("Incorporated", "Phase 2 began", "Landslide")]
    assert places == sorted(places)
    assert section(page, "timeline").count == 2
    assert section(page, "impacts").count == 1


def test_no_impact_recorded_is_called_a_gap(hand):
    page = hand.page(hand.record())
    assert section(page, "impacts").count == 0
    assert "a gap in the catalogue and says nothing about the place" in text_of(page)


def test_names_show_every_language_before_they_are_unfolded(hand):
    names = [Name(f"Name {n}", "en", cites=(Cite(hand.press),)) for n in range(20)]
    names.append(Name("གཏེར་ཁ", "bo", used_by="the monastery", cites=(Cite(hand.trade),)))
    shown = hand.record(names=tuple(names))
    folded = text_of(hand.page(shown))
    assert "གཏེར་ཁ" in folded
    assert "Tibetan, used by the monastery" in folded
    assert "11 more names" in folded
    assert "Name 19" not in folded
    assert "Name 19" in text_of(hand.page(shown, frozenset({"names"})))


def test_a_script_without_a_name_is_said_in_words(hand):
    page = hand.page(hand.record(names=(Name("巨龙", "zh-Hans", cites=(Cite(hand.press),)),)))
    assert "No name in Tibetan script recorded" in text_of(page)
    assert "No name in Chinese characters recorded" not in text_of(page)


def test_claims_say_how_the_document_puts_them_and_which_are_questioned(hand):
    claim = hand.brief("claim/isdp-062", "China's largest.")
    told = {"claim/isdp-062": (hand.said("claim", "claim/isdp-062", text="China's largest."),)}
    rows = {"claim/isdp-062": {"claim_kind": "projection", "disputes": 1}}
    words = text_of(hand.page(hand.record(claims=(claim,)), told=told, rows=rows))
    assert "Projection\nChina's largest. ≠ questioned [1]" in words
    assert "says Zijin Mining Group isdp-062" in words


# Disputes


def dispute(hand, **more):
    sides = (
        Position("15 percent", (Cite(hand.company),)),
        Position("25 percent", (Cite(hand.press),)),
    )
    known = {"why": "One is a proposal.", "verdict": "confirmed", "positions": sides}
    return Dispute("dispute/crma", "law", "Recycling benchmark", "Two figures.", **known | more)


def test_a_dispute_shows_both_sides_alike_and_why(hand):
    shown = hand.record("dispute/crma", title="Recycling benchmark", disputes=(dispute(hand),))
    page = hand.page(shown)
    words = text_of(page)
    assert "company\n15 percent\nZijin Mining Group, 28 Dec 2021 [1]" in words
    assert "press\n25 percent\netnet, 26 Jan 2026 [2]" in words
    assert "Why they may differ: One is a proposal." in words
    assert "confirmed: other works bear the difference out" in words
    assert page.html.count('class="value"') == 2


def test_long_sides_stand_in_rows(hand):
    long = (
        Position("It says this at some length. " * 3, (Cite(hand.company),)),
        Position("25 percent", (Cite(hand.press),)),
    )
    page = hand.page(hand.record(disputes=(dispute(hand, positions=long),)))
    assert 'class="value"' not in page.html
    assert "Zijin Mining Group company: " not in text_of(page)
    assert page.html.count('href="record:citation/zijin-2021"') >= 1


def test_a_dispute_leads_to_records_claims_and_documents(hand):
    full = dispute(
        hand,
        subjects=(hand.brief("policy/crma", "CRMA"),),
        claims=(hand.brief("claim/isdp-1", "A claim."),),
        documents=(hand.brief("citation/brief", "The brief"),),
    )
    page = hand.page(hand.record("dispute/crma", disputes=(full,)))
    for target in ("policy/crma", "claim/isdp-1", "citation/brief"):
        assert f'href="record:{target}"' in page.html


# The other kinds


def test_a_mineral_shows_formula_properties_and_where_it_is_found(hand):
    works = tuple(Source(f"citation/w{n}", f"W{n}", "T", "", "database") for n in range(4))
    whole = {"scope": "record", "cites": tuple(map(Cite, works)), "record_id": "mineral/zabuyelite"}
    statements = (
        hand.said("formula", text="Li2CO3", **whole),
        hand.said("hardness", value=3.0, **whole),
        hand.said("mineral-class", text="carbonates", **whole),
    )
    found = hand.said("ore-mineral", "mine/zabuye", records=(hand.brief("mineral/zabuyelite"),))
    page = hand.page(
        hand.record("mineral/zabuyelite", statements=statements, works=works),
        mentions=(found,),
        briefs={"mine/zabuye": hand.brief("mine/zabuye", "Zabuye")},
    )
    words = text_of(page)
    assert "Mineral, carbonates" in words
    assert "Li₂CO₃ formula [1–4]" in words
    assert row_of(page, "Hardness (Mohs)") == "3 [1–4]"
    assert "Sourced for the record as a whole" in words
    assert 'href="record:mine/zabuye#ore-mineral"' in page.html
    assert section(page, "sites").count == 1


def test_a_commodity_shows_lists_sites_by_role_and_published_figures(hand):
    of = "commodity/copper"
    statements = (
        hand.said("use", of, text="wires"),
        hand.said("criticality", of, of="EU list 2023", text="strategic"),
    )
    mentions = (
        hand.said("commodity", records=(hand.brief(of),), role="primary"),
        hand.said("resource", value=25.88e6, as_of="2026-01", **TONNES),
        hand.said("ore-of", "mineral/bornite", records=(hand.brief(of),)),
    )
    briefs = {one: hand.brief(one) for one in ("mine/julong", "mineral/bornite")}
    page = hand.page(
        hand.record(of, statements=statements, facts={"symbol": "Cu"}),
        mentions=mentions,
        briefs=briefs,
    )
    words = text_of(page)
    assert "EU list 2023\nstrategic\nZijin Mining Group company [1]" in words
    assert "Julong\nPrimary\nZijin Mining Group company" in words
    assert "Julong\nresource\n25.88 Mt Cu\nJan 2026" in words
    assert "do not add" in words
    assert "Bornite" in words


def test_an_organisation_shows_what_it_owns_and_runs(hand):
    zijin = hand.brief("organisation/zijin", "Zijin")
    mentions = (
        hand.said("owner", records=(zijin,), share=50.1, as_of="2020-06"),
        hand.said("owner", "organisation/tjc", records=(zijin,), share=100.0),
    )
    briefs = {one: hand.brief(one) for one in ("mine/julong", "organisation/tjc")}
    page = hand.page(
        hand.record("organisation/zijin", facts={"org_kind": "company"}),
        mentions=mentions,
        briefs=briefs,
    )
    words = text_of(page)
    assert words.strip().startswith("Company")
    assert "Julong\nowner\n50.1 %\nJun 2020" in words
    assert section(page, "holdings").count == 1
    assert section(page, "companies").count == 1


def test_a_place_shows_its_hierarchy_and_the_mines_in_it(hand):
    place = "place/maizhokunggar"
    county = hand.said("county", records=(hand.brief(place),))
    page = hand.page(
        hand.record(
            place,
            facts={"level": "county", "adcode": "540127"},
            related=(Relation("part of", hand.brief("place/lhasa")),),
        ),
        mentions=(county,),
        briefs={"mine/julong": hand.brief("mine/julong")},
    )
    assert text_of(page).strip().startswith("County, Lhasa")
    assert row_of(page, "Part of") == "Lhasa"
    assert row_of(page, "Division code") == "540127"
    assert section(page, "sites").count == 1


def test_a_policy_shows_kind_and_date(hand):
    facts = {"policy_kind": "regulation", "date": "2024-04-11"}
    page = hand.page(hand.record("policy/crma", facts=facts))
    assert text_of(page).strip().startswith("Regulation")
    assert row_of(page, "Date") == "11 Apr 2024"


@pytest.mark.parametrize("kind", ["person", "topic"])
def test_a_person_or_topic_shows_what_is_said_and_what_is_near(hand, kind):
    of = f"{kind}/x"
    page = hand.page(
        hand.record(
            of,
            statements=(hand.said("remark", of, text="Author of a cited work."),),
            related=(Relation("see also", hand.brief("citation/w", "The work")),),
        )
    )
    assert "Author of a cited work. Zijin Mining Group, company [1]" in text_of(page)
    assert row_of(page, "See also") == "The work"


def test_a_claim_shows_document_attribution_and_what_it_rests_on(hand):
    claim = "claim/isdp-059"
    page = hand.page(
        hand.record(
            claim,
            title="The find is at Nyagchu.",
            statements=(hand.said("claim", claim, text="The find is at Nyagchu."),),
            facts={"topic": "location", "attributed_to": "Tibetan Review", "section": "Race"},
            related=(Relation("rests on", hand.brief("citation/tr", "Lithium")),),
        ),
        rows={claim: {"claim_kind": "fact", "endnotes": "13"}},
    )
    assert text_of(page).strip().startswith("Claim, Stated as fact, Location")
    assert row_of(page, "Document") == "Zijin Mining Group company [1]"
    assert row_of(page, "Rests on") == "Lithium"
    assert row_of(page, "Attributed to") == "Tibetan Review"
    assert row_of(page, "Endnotes") == "13"
    assert "it is not endorsed here" in row_of(page, "Said as")


def test_a_claim_without_an_endnote_says_so(hand):
    assert row_of(hand.page(hand.record("claim/x")), "Rests on") == "no endnote given"


def test_an_event_shows_date_and_who_says_so(hand):
    event = "event/landslide"
    page = hand.page(
        hand.record(
            event,
            title="Landslide.",
            facts={"date": "2013-03-29"},
            statements=(hand.said("occurrence", event, text="Landslide.", as_of="2013-03-29"),),
            related=(Relation("about", hand.brief("mine/jiama", "Jiama")),),
        ),
        rows={event: {"event_kind": "impact"}},
    )
    assert text_of(page).strip().startswith("Impact or protest, 29 Mar 2013")
    assert row_of(page, "Who says so") == "Zijin Mining Group company [1]"
    assert row_of(page, "Concerns") == "Jiama"


def test_a_series_shows_its_rule_and_every_value_with_its_edition(hand):
    series = "series/lithium"
    values = (
        hand.said("observation", series, id="a", value=107000.0, as_of="2021", edition="MCS 2023"),
        hand.said(
            "observation",
            series,
            id="b",
            value=100000.0,
            as_of="2021",
            edition="MCS 2022",
            rank="superseded",
        ),
    )
    facts = {"measure": "production", "commodity": "lithium", "rule": "latest edition seen"}
    page = hand.page(hand.record(series, statements=values, facts=facts))
    words = text_of(page)
    assert row_of(page, "Rule") == "latest edition seen"
    assert 'href="record:commodity/lithium"' in page.html
    assert "2021\n107,000\nMCS 2023" in words
    assert "MCS 2022; superseded by a later edition" in words


def work(**more):
    csl = {"id": "zijin-2021", "type": "webpage", "URL": "https://www.zijinmining.com/x"}
    known = {"kind": "company", "author": "Zijin", "title": "Phase 1", "date": "2021-12-28"}
    return Work("citation/zijin-2021", csl, language="en", **known | more)


def test_a_citation_shows_reference_reading_and_everything_that_rests_on_it(hand):
    claim = "claim/isdp-1"
    resource = hand.said("resource", value=10.72e6, **TONNES)
    page = hand.page(
        hand.record("citation/zijin-2021", claims=(hand.brief(claim, "A claim."),), works=()),
        work=work(secondary=True, caution="machine translation"),
        reference=Reference("Chicago", '<div class="csl-entry">Zijin. <em>Phase 1</em>.</div>', ""),
        told={claim: (hand.said("claim", claim, text="A claim."),)},
        supports=(resource, hand.brief("mine/jiama", "Jiama")),
        briefs={"mine/julong": hand.brief("mine/julong")},
    )
    words = text_of(page)
    assert "Zijin. Phase 1. Copy" in words
    assert '<i class="reference">Phase 1</i>' in page.html
    assert row_of(page, "Read as") == "a secondary copy; the work itself was not seen"
    assert row_of(page, "Caution") == "machine translation"
    assert "www.zijinmining.com\nhttps://www.zijinmining.com/x Copy address" in words
    assert 'href="copy:https://www.zijinmining.com/x"' in page.html
    assert 'href="https:' not in page.html
    assert section(page, "claims").count == 1
    assert "Julong\nResource\n10.72 Mt Cu\np. 3" in words
    assert row_of(page, "Mines") == "Jiama"


def test_a_citation_on_which_nothing_rests_says_so(hand):
    page = hand.page(hand.record("citation/zijin-2021", works=()), work=work())
    assert "Nothing in this edition rests on this work." in text_of(page)


# All kinds


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_statement_that_no_part_expects_is_shown_all_the_same(hand, kind):
    odd = hand.said("workforce", f"{kind}/x", value=7000.0, unit="persons")
    page = hand.page(hand.record(f"{kind}/x", statements=(odd,)))
    assert "7,000 persons" in text_of(page)
    assert [marker.statement for marker in page.markers.values()].count("workforce") == 1


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_an_empty_record_still_makes_a_page(hand, kind):
    page = hand.page(hand.record(f"{kind}/x", title="Nothing known", works=()))
    assert "Nothing known" in text_of(page)


def test_works_are_listed_by_their_numbers_and_copies_named(hand):
    page = hand.page(hand.record(statements=(hand.said("opened", text="2021-12-27"),)))
    words = text_of(page)
    assert "[1]\nZijin Mining Group. Phase 1, 28 Dec 2021. Company" in words
    assert "NS Energy. Stake, undated. Trade press, read as a secondary copy" in words
    assert section(page, "works").count == 3
    assert titles(page)[-1] == "What is missing here"


def test_long_lists_open_in_place(hand):
    of = "commodity/copper"
    mentions = tuple(
        hand.said("commodity", f"mine/m{n:03}", records=(hand.brief(of),)) for n in range(130)
    )
    briefs = {one.record: hand.brief(one.record) for one in mentions}
    folded = hand.page(hand.record(of), mentions=mentions, briefs=briefs)
    assert "M099" in text_of(folded)
    assert "M100" not in text_of(folded)
    assert "Showing 100 of 130. Show all" in text_of(folded)
    assert folded.folded == {"sites"}
    opened = hand.page(hand.record(of), folded.folded, mentions=mentions, briefs=briefs)
    assert "M129" in text_of(opened)
