# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where sources differ: figures on one scale, disputes in words, and the ways to both."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from terkha_db.entities import Brief, Cite, Dispute, Position, Spread

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
    ("title", "text", "more", "is_brief"),
    [
        ("One work has Nagchu", "One work [@a] has Nagchu. Another has Lhasa [@b].", {}, True),
        ("One work has …", "One work has Nagchu [@a], another has Lhasa [@b].", {}, True),
        ("Where it lies: Nagchu or Lhasa", "One work has Nagchu [@a].", {}, False),
        ("One work has Nagchu", "One work has Nagchu.", {"verdict": "likely"}, False),
        ("One work has Nagchu", "One work has Nagchu.", {"reading": "Lhasa."}, False),
    ],
)
def test_a_dispute_is_brief_where_its_title_is_how_its_text_begins(title, text, more, is_brief):
    assert Dispute("dispute/county", "location", title, text, **more).is_brief == is_brief


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Nagchu or Lhasa", "Nagchu or Lhasa\nOne work has Nagchu.\n"),
        ("One work has Nagchu", "One work has Nagchu.\n"),
    ],
)
def test_a_title_stands_above_the_text_that_does_not_begin_with_it(hand, title, shown):
    told = Dispute("dispute/county", "location", title, "One work has Nagchu.", why="A slip.")
    words = differences(hand, hand.page(hand.record(disputes=(told,))))
    assert f"≠ Location\n{shown}Why they may differ" in re.sub(r"\n+", "\n", words)
    assert words.count(title) == 1


def test_figures_lead_to_what_is_told_of_them_in_words(hand):
    titles = ("Copper of Julong: 8, 10 or 26 Mt", "Julong's 20 Mt: ore or copper")
    told = [Dispute(f"dispute/{at}", "resource", one, "Told.") for at, one in enumerate(titles)]
    said = (figure(hand, "one", 8e6), figure(hand, "two", 25.88e6))
    page = hand.page(hand.record(statements=said, spreads=(COPPER,), disputes=tuple(told)))
    assert f"In words: {titles[0]}; {titles[1]}\n" in differences(hand, page)


@pytest.mark.parametrize(("metal", "is_linked"), [("copper", True), ("molybdenum", False)])
def test_a_dispute_of_another_mine_stands_beside_figures_of_what_it_names(hand, metal, is_linked):
    of_two = (Brief("mine/julong", "mine", "Julong"), Brief("mine/bangpu", "mine", "Bangpu"))
    title, text = "Bangpu beside Julong", f"Which has more {metal} differs."
    told = Dispute("dispute/c", "resource", title, text, subjects=of_two)
    figures = (figure(hand, "one", 8e6), figure(hand, "two", 25.88e6))
    record = hand.record(statements=figures, spreads=(COPPER,), disputes=(told,))
    words = differences(hand, hand.page(record))
    assert (f"In words: {title}" in words) is is_linked


def test_disputes_with_sides_stand_before_those_that_are_one_text(hand):
    plain = Dispute("dispute/a", "location", "Nagchu or Lhasa", "One work has Nagchu.")
    told = (plain, replace(plain, id="dispute/b", title="Name", verdict="likely"))
    words = differences(hand, hand.page(hand.record(disputes=told)))
    assert words.index("Name") < words.index("Nagchu or Lhasa")


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
