# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Who owns whom: the chain above a site, and the sites below a company."""

from __future__ import annotations

import pytest

from terkha.pages import build, gather

STYLE = "chicago-notes"


def owner(hand, of, by, share=None, **more):
    return hand.said(
        "owner",
        of,
        id=f"owner-{by}",
        records=(hand.brief(f"organisation/{by}"),),
        share=share,
        **more,
    )


def test_the_chain_of_owners_climbs_company_by_company(hand):
    julong = owner(hand, "mine/julong", "tibet-julong")
    owners = {
        "organisation/tibet-julong": (owner(hand, "organisation/tibet-julong", "zijin", 50.1),),
        "organisation/zijin": (owner(hand, "organisation/zijin", "shanghang", 24.0),),
    }
    page = hand.page(hand.record(statements=(julong,)), owners=owners)
    words = hand.text_of(page)
    chain = words.partition("company by company\n")[2]
    assert chain.index("Zijin\n") < chain.index("→ Shanghang\n")
    assert "50.1 %" in chain
    assert "24 %" in chain


def test_owners_of_an_owner_stand_right_below_it(hand):
    """So that nobody takes the parent of one shareholder for that of another."""
    own = (
        owner(hand, "organisation/lake", "tibet-mineral", 50.72, as_of="2021"),
        owner(hand, "organisation/lake", "byd", 18.0),
    )
    above = {"organisation/tibet-mineral": (owner(hand, "organisation/tibet-mineral", "baowu"),)}
    page = hand.page(hand.record("organisation/lake", statements=own), owners=above)
    words = hand.text_of(page).partition("Who owns it\n")[2]
    assert words.index("Tibet-mineral\nLake") < words.index("→ Baowu") < words.index("Byd\nLake")


def test_companies_that_own_each_other_end_the_chain(hand):
    one = owner(hand, "organisation/one", "two")
    owners = {
        "organisation/one": (one,),
        "organisation/two": (owner(hand, "organisation/two", "one"),),
    }
    page = hand.page(hand.record("organisation/one", statements=(one,)), owners=owners)
    assert hand.text_of(page).count("→") == 1


@pytest.mark.parametrize(
    "record_id", ["mine/julong", "mine/zabuye", "organisation/zhabuye-lithium"]
)
def test_real_chains_name_owners_with_their_sources(catalogue, hand, record_id):
    material = gather(catalogue, record_id, STYLE)
    page = build(material, hand.english)
    above = {one.id for owners in material.owners.values() for one in owners}
    assert above
    assert above <= {marker.statement for marker in page.markers.values()}


def test_a_company_shows_the_sites_of_companies_it_owns(catalogue, hand):
    page = build(gather(catalogue, "organisation/zijin-mining", STYLE), hand.english)
    words = hand.text_of(page).partition("Sites of companies it owns")[2]
    assert "Zangge Mining" in words.partition("Timeline")[0]
