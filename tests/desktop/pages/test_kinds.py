# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the page of each other kind of record must hold; the text is read as a reader would."""

from __future__ import annotations

import pytest

from terkha.pages.material import Reference
from terkha_db.entities import Cite, Relation, Source, Work

TONNES = {"unit": "t", "substance": "Cu", "commodity": "copper"}


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
    words = hand.text_of(page)
    assert "Mineral, carbonates" in words
    assert "Li₂CO₃ formula [1–4]" in words
    assert hand.row_of(page, "Hardness (Mohs)") == "3 [1–4]"
    assert "Sourced for the record as a whole" in words
    assert 'href="record:mine/zabuye#ore-mineral"' in page.html
    assert hand.section(page, "sites").count == 1


def test_a_commodity_shows_lists_sites_by_role_and_published_figures(hand):
    of = "commodity/copper"
    statements = (
        hand.said("use", of, text="wires"),
        hand.said("criticality", of, of="EU list 2023", text="strategic"),
    )
    mentions = (
        hand.said("commodity", records=(hand.brief(of),), role="primary"),
        hand.said("ore-of", "mineral/bornite", records=(hand.brief(of),)),
    )
    briefs = {one: hand.brief(one) for one in ("mine/julong", "mineral/bornite")}
    page = hand.page(
        hand.record(of, statements=statements, facts={"symbol": "Cu"}),
        mentions=mentions,
        measured=(hand.said("resource", value=25.88e6, as_of="2026-01", **TONNES),),
        briefs=briefs,
    )
    words = hand.text_of(page)
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
    words = hand.text_of(page)
    assert words.strip().startswith("Company")
    assert "Julong\nowner\n50.1 %\nJun 2020" in words
    assert hand.section(page, "holdings").count == 1
    assert hand.section(page, "companies").count == 1


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
    assert hand.text_of(page).strip().startswith("County, Lhasa")
    assert hand.row_of(page, "Part of") == "Lhasa"
    assert hand.row_of(page, "Division code") == "540127"
    assert hand.section(page, "sites").count == 1


def test_a_policy_shows_kind_and_date(hand):
    facts = {"policy_kind": "regulation", "date": "2024-04-11"}
    page = hand.page(hand.record("policy/crma", facts=facts))
    assert hand.text_of(page).strip().startswith("Regulation")
    assert hand.row_of(page, "Date") == "11 Apr 2024"


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
    assert "Author of a cited work. Zijin Mining Group, company [1]" in hand.text_of(page)
    assert hand.row_of(page, "See also") == "The work"


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
    assert hand.text_of(page).strip().startswith("Claim, Stated as fact, Location")
    assert hand.row_of(page, "Document") == "Zijin Mining Group company [1]"
    assert hand.row_of(page, "Rests on") == "Lithium"
    assert hand.row_of(page, "Attributed to") == "Tibetan Review"
    assert hand.row_of(page, "Endnotes") == "13"
    assert "it is not endorsed here" in hand.row_of(page, "Said as")


def test_a_claim_without_an_endnote_says_so(hand):
    assert hand.row_of(hand.page(hand.record("claim/x")), "Rests on") == "no endnote given"


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
    assert hand.text_of(page).strip().startswith("Impact or protest, 29 Mar 2013")
    assert hand.row_of(page, "Who says so") == "Zijin Mining Group company [1]"
    assert hand.row_of(page, "Concerns") == "Jiama"


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
    words = hand.text_of(page)
    assert hand.row_of(page, "Rule") == "latest edition seen"
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
        made=(claim,),
        supports=(resource, hand.brief("mine/jiama", "Jiama")),
        briefs={"mine/julong": hand.brief("mine/julong")},
    )
    words = hand.text_of(page)
    assert "Zijin. Phase 1. Copy" in words
    assert '<i class="reference">Phase 1</i>' in page.html
    assert hand.row_of(page, "Read as") == "a secondary copy; the work itself was not seen"
    assert hand.row_of(page, "Caution") == "machine translation"
    assert "www.zijinmining.com\nhttps://www.zijinmining.com/x Copy address" in words
    address = "https%3A%2F%2Fwww.zijinmining.com%2Fx"
    assert f'href="copy:{address}"' in page.html
    assert f'href="outside:{address}"' in page.html
    assert 'href="https:' not in page.html
    assert hand.section(page, "claims").count == 1
    assert "Julong\nResource\n10.72 Mt Cu\np. 3" in words
    assert hand.row_of(page, "Mines") == "Jiama"


def test_a_citation_on_which_nothing_rests_says_so(hand):
    page = hand.page(hand.record("citation/zijin-2021", works=()), work=work())
    assert "Nothing in this edition rests on this work." in hand.text_of(page)


def test_a_namesake_of_another_kind_is_told_by_its_kind(hand):
    same = hand.brief("place/julong", "Julong")
    other = hand.brief("place/lhasa", "Lhasa")
    page = hand.page(hand.record(related=(Relation("see also", same), Relation("names", other))))
    assert hand.row_of(page, "See also") == "Julong place"
    assert hand.row_of(page, "Named in it") == "Lhasa"
