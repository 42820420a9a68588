# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A dispute shows its sides alike and leads to what it concerns."""

from __future__ import annotations

from terkha_db.entities import Cite, Dispute, Position


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
    words = hand.text_of(page)
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
    page = hand.page(hand.record("dispute/crma", disputes=(dispute(hand, positions=long),)))
    assert 'class="value"' not in page.html
    assert "Zijin Mining Group company\nIt says this" in hand.text_of(page)
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
