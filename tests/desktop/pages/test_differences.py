# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where sources differ: figures on one scale, disputes in words, and the ways to both."""

from __future__ import annotations

import re

import pytest

from terkha_db.entities import Cite, Dispute, Position, Spread

COPPER = Spread("resource", "commodity/copper", "Cu", "t", 2, 8e6, 25.88e6)


def figure(hand, name, value, **more):
    known = {
        "id": name,
        "commodity": "commodity/copper",
        "value": value,
        "unit": "t",
        "substance": "Cu",
    }
    return hand.said("resource", **known | more)


@pytest.fixture
def page(hand):
    statements = (
        figure(
            hand,
            "late",
            25.88e6,
            as_of="2026-01",
            note="cumulative, identified",
            rank="preferred",
            reason="latest figure",
            cites=(Cite(hand.press),),
        ),
        figure(hand, "early", 8e6, as_of="2016", of="Qulong alone"),
    )
    told = Dispute(
        "dispute/county",
        "location",
        "Nagchu or Lhasa",
        "One work has Nagchu.",
        why="A slip.",
        positions=(Position("Lhasa", (Cite(hand.company),)),),
    )
    shown = hand.record(statements=statements, spreads=(COPPER,), disputes=(told,))
    return hand.page(shown, tabled=frozenset({"late"}))


def differences(hand, page):
    return hand.text_of(page).partition("Where sources differ\n")[2]


def test_all_figures_stand_in_order_of_date_with_their_categories(hand, page):
    words = differences(hand, page)
    assert "≠ Copper resource: 2 figures, 8–25.88 Mt Cu" in words
    assert words.index("8 Mt Cu\ncategory not stated") < words.index("25.88 Mt Cu\nidentified")
    assert "Tables show 25.88 Mt Cu. Reason: latest figure." in words


def test_all_figures_are_drawn_on_one_scale(page, hand):
    assert "From 0 to 30 Mt" in differences(hand, page)
    shares = [float(share) for share in re.findall(r"strip:([\d.]+):resource", page.html)]
    assert shares == [pytest.approx(8 / 30, abs=1e-3), pytest.approx(25.88 / 30, abs=1e-3)]


def test_why_they_may_differ_is_read_from_the_figures_alone(hand, page):
    words = differences(hand, page)
    assert "of different dates, from 2016 to Jan 2026; they do not all cover the same" in words
    assert "claimants are of 2 kinds" in words


def test_figures_that_nothing_tells_apart_say_so(hand):
    twins = (figure(hand, "one", 8e6), figure(hand, "two", 25.88e6))
    words = hand.text_of(hand.page(hand.record(statements=twins, spreads=(COPPER,))))
    assert "Why they may differ: nothing that is recorded of them tells them apart." in words
    assert "No figure is preferred." in words


def test_the_top_of_the_page_names_what_differs_and_leads_there(page):
    strip = page.html[page.html.index("Sources differ on") :]
    for anchor in ("differs-resource-copper-cu", "dispute/county"):
        assert strip.index(f'href="#{anchor}"') < strip.index(f'name="{anchor}"')


def test_a_marker_knows_the_place_where_its_value_is_set_beside_others(page):
    by_statement = {one.statement: one.differs for one in page.markers.values()}
    assert by_statement["late"] == by_statement["early"] == "differs-resource-copper-cu"


def test_a_side_is_told_with_kind_and_date(hand, page):
    words = differences(hand, page)
    assert "Zijin Mining Group company, 28 Dec 2021: Lhasa" in words
    assert "Why they may differ: A slip." in words


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        ("2021-10", "Oct 2021 (old)"),
        ("2021-12", "Dec 2021"),
        ("2021", "2021"),
        ("2019/2020", "2019–2020 (old)"),
    ],
)
def test_a_status_of_more_than_five_years_ago_is_called_old(hand, as_of, shown):
    status = hand.said("status", text="operating", as_of=as_of)
    page = hand.page(hand.record(statements=(status,)), today="2026-11-21")
    said = hand.row_of(page, "Status")
    assert f"Operating {shown}, Zijin" in said


def test_a_status_is_defined_on_the_page(hand):
    page = hand.page(hand.record(statements=(hand.said("status", text="operating"),)))
    assert "a source says that ore or brine is being produced" in hand.text_of(page)


def test_a_resource_of_long_ago_is_not_called_old(hand):
    old = figure(hand, "old", 8e6, as_of="1994")
    page = hand.page(hand.record(statements=(old,)), today="2026-11-21")
    assert "1994" in page.html
    assert "(old)" not in page.html
