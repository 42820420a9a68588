# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What holds for the pages of all kinds: nothing is lost, long lists fold, works are listed."""

from __future__ import annotations

import pytest

from terkha.pages.builder import BUILDERS
from terkha_db.vocabulary import KINDS


def test_every_kind_has_a_builder():
    assert set(BUILDERS) == {kind.id for kind in KINDS}


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_statement_that_no_part_expects_is_shown_all_the_same(hand, kind):
    odd = hand.said("workforce", f"{kind}/x", value=7000.0, unit="persons")
    page = hand.page(hand.record(f"{kind}/x", statements=(odd,)))
    assert "7,000 persons" in hand.text_of(page)
    assert [marker.statement for marker in page.markers.values()].count("workforce") == 1


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_an_empty_record_still_makes_a_page(hand, kind):
    page = hand.page(hand.record(f"{kind}/x", title="Nothing known", works=()))
    assert "Nothing known" in hand.text_of(page)


def test_works_are_listed_by_their_numbers_and_copies_named(hand):
    page = hand.page(hand.record(statements=(hand.said("opened", text="2021-12-27"),)))
    words = hand.text_of(page)
    assert "[1]\nZijin Mining Group. Phase 1, 28 Dec 2021. Company" in words
    assert "NS Energy. Stake, undated. Trade press, read as a secondary copy" in words
    assert hand.section(page, "works").count == 3
    assert hand.titles(page)[-1] == "What is missing here"


def test_long_lists_open_in_place(hand):
    of = "commodity/copper"
    mentions = tuple(
        hand.said("commodity", f"mine/m{n:03}", records=(hand.brief(of),)) for n in range(130)
    )
    briefs = {one.record: hand.brief(one.record) for one in mentions}
    folded = hand.page(hand.record(of), mentions=mentions, briefs=briefs)
    assert "M099" in hand.text_of(folded)
    assert "M100" not in hand.text_of(folded)
    assert "Showing 100 of 130. Show all" in hand.text_of(folded)
    assert folded.folded == {"sites"}
    opened = hand.page(hand.record(of), folded.folded, mentions=mentions, briefs=briefs)
    assert "M129" in hand.text_of(opened)
