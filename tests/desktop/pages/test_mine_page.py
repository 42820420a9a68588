# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a mine: facts, figures, owners, events, names and claims, each with its source."""

from __future__ import annotations

from terkha_db.entities import Cite, Dispute, Name, Spread

TONNES = {"unit": "t", "substance": "Cu", "commodity": "copper"}


def test_a_fact_stands_with_date_claimant_and_marker_on_one_line(hand):
    status = hand.said("status", text="operating", as_of="2026-01", cites=(Cite(hand.press),))
    page = hand.page(hand.record(statements=(status,)))
    assert hand.row_of(page, "Status") == "Operating Jan 2026, etnet, press [1]"


def test_facts_that_are_not_recorded_are_said_in_words(hand):
    page = hand.page(hand.record())
    assert hand.row_of(page, "Elevation") == "not recorded"
    assert "Not recorded in this edition: status, county, point" in hand.text_of(page)
    assert hand.section(page, "missing").count == 13


def test_a_fact_that_is_disputed_is_marked(hand):
    dispute = Dispute("dispute/a", "location", "County", "Two counties are named.")
    county = hand.said("county", records=(hand.brief("place/maizhokunggar"),))
    page = hand.page(hand.record(statements=(county,), disputes=(dispute,)))
    assert "County ≠" in hand.text_of(page)
    assert "Status ≠" not in hand.text_of(page)


def test_figures_are_grouped_latest_first_and_never_added(hand):
    figures = (
        hand.said("resource", id="old", value=8.0e6, as_of="2014-07", **TONNES),
        hand.said("production", id="made", value=154000.0, as_of="2023", **TONNES),
        hand.said("resource", id="new", value=25.88e6, as_of="2026-01", **TONNES),
    )
    page = hand.page(hand.record(statements=figures))
    words = hand.text_of(page)
    places = [words.index(part) for part in ("25.88 Mt Cu", "8 Mt Cu", "Production", "154,000 t")]
    assert places == sorted(places)
    assert "33.88" not in words
    assert hand.section(page, "figures").count == 3


def test_the_figure_of_the_tables_is_named_only_beside_others(hand):
    def words(*figures):
        material = {"tabled": frozenset({"new"})}
        return hand.text_of(hand.page(hand.record(statements=figures), **material))

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
    words = hand.text_of(page)
    assert "≠ Copper resource: 2 figures, 10.72–25.88 Mt Cu" in words
    assert "No figure is preferred." in words
    assert hand.section(page, "differences").differs


def test_who_owns_it_with_share_date_and_source(hand):
    owner = hand.said(
        "owner", records=(hand.brief("organisation/zijin", "Zijin"),), share=50.1, as_of="2020-06"
    )
    runs = hand.said("operator", records=(hand.brief("organisation/tjc", "Tibet Julong"),))
    page = hand.page(hand.record(statements=(owner, runs)))
    words = hand.text_of(page)
    assert words.index("Tibet Julong") < words.index("Zijin\nowner\n50.1 %\nJun 2020")
    assert "operator\nnot given\nundated" in words
    assert hand.section(page, "organisations").count == 2


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
    words = hand.text_of(page)
    places = [words.index(part) for part in ("Incorporated", "Phase 2 began", "Landslide")]
    assert places == sorted(places)
    assert hand.section(page, "timeline").count == 2
    assert hand.section(page, "impacts").count == 1


def test_no_impact_recorded_is_called_a_gap(hand):
    page = hand.page(hand.record())
    assert hand.section(page, "impacts").count == 0
    assert "a gap in the catalogue and says nothing about the place" in hand.text_of(page)


def test_names_show_every_language_before_they_are_unfolded(hand):
    names = [Name(f"Name {n}", "en", cites=(Cite(hand.press),)) for n in range(20)]
    names.append(Name("གཏེར་ཁ", "bo", used_by="the monastery", cites=(Cite(hand.trade),)))
    shown = hand.record(names=tuple(names))
    folded = hand.text_of(hand.page(shown))
    assert "གཏེར་ཁ" in folded
    assert "Tibetan, used by the monastery" in folded
    assert "11 more names" in folded
    assert "Name 19" not in folded
    assert "Name 19" in hand.text_of(hand.page(shown, frozenset({"names"})))


def test_a_script_without_a_name_is_said_in_words(hand):
    page = hand.page(hand.record(names=(Name("巨龙", "zh-Hans", cites=(Cite(hand.press),)),)))
    assert "No name in Tibetan script recorded" in hand.text_of(page)
    assert "No name in Chinese characters recorded" not in hand.text_of(page)


def test_claims_say_how_the_document_puts_them_and_which_are_questioned(hand):
    claim = hand.brief("claim/isdp-062", "China's largest.")
    told = {"claim/isdp-062": (hand.said("claim", "claim/isdp-062", text="China's largest."),)}
    rows = {"claim/isdp-062": {"claim_kind": "projection", "disputes": 1}}
    words = hand.text_of(hand.page(hand.record(claims=(claim,)), told=told, rows=rows))
    assert "Projection\nChina's largest. ≠ questioned [1]" in words
    assert "says Zijin Mining Group isdp-062" in words
