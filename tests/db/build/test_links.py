# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What ties records together: relations, works of a page, figures that differ, prominence."""

from __future__ import annotations

MINE = "mine/figures-that-differ"


def relations(ask, record):
    return ask(
        "SELECT x.type, t.id FROM relation AS x JOIN record AS s ON s.number = x.source "
        "JOIN record AS t ON t.number = x.target WHERE s.id = ? ORDER BY 1, 2",
        record,
    )


def test_every_link_is_stored_in_both_directions(ask):
    assert ask(
        "SELECT count(*) FROM relation AS a WHERE NOT EXISTS "
        "(SELECT 1 FROM relation AS b WHERE b.source = a.target AND b.target = a.source)"
    ) == [(0,)]


def test_links_read_from_either_side(ask):
    mine = relations(ask, MINE)
    assert ("owned by", "organisation/company-group") in mine
    assert ("in", "place/maizhokunggar") in mine
    assert ("event", "event/figures-that-differ-2021-12-27-start") in mine
    assert ("see also", "mine/salts-in-four-substances") in mine
    group = relations(ask, "organisation/company-group")
    assert ("owns", MINE) in group
    assert ("owns", "organisation/daughter-copper") in group
    place = relations(ask, "place/maizhokunggar")
    assert ("mine here", MINE) in place
    assert ("part of", "place/lhasa") in place
    assert ("contains", "place/maizhokunggar") in relations(ask, "place/lhasa")
    assert ("reported from", "mine/salts-in-four-substances") in relations(
        ask, "mineral/zabuyelite"
    )


def test_links_of_claims(ask):
    claim = relations(ask, "claim/isdp-059")
    assert claim == [
        ("about", "commodity/lithium"),
        ("about", "place/tar"),
        ("dispute", "dispute/found-in-which-province"),
        ("rests on", "citation/news-2024-find"),
        ("stated in", "citation/brief-2025"),
    ]


def works(ask, record):
    return [
        slug
        for (slug,) in ask(
            "SELECT c.id FROM record_citation AS x JOIN record AS r ON r.number = x.record "
            "JOIN record AS c ON c.number = x.citation WHERE r.id = ? ORDER BY x.position",
            record,
        )
    ]


def test_works_stand_in_order_of_first_appearance(ask):
    assert works(ask, MINE) == [
        "citation/company-2021-phase1",
        "citation/survey-2015-list",
        "citation/scrap-nd-comment",
        "citation/repost-2026-figures",
    ]


def test_a_page_rests_on_what_is_said_about_its_record(ask):
    assert works(ask, "commodity/lithium") == ["citation/brief-2025", "citation/news-2024-find"]
    assert works(ask, "citation/nobody-cites-this") == ["citation/nobody-cites-this"]
    assert works(ask, "mine/nothing-but-a-title") == []


def test_figures_that_differ(ask):
    assert ask(
        "SELECT r.id, s.property, s.commodity, s.substance, s.unit, s.count, s.low, s.high "
        "FROM spread AS s JOIN record AS r ON r.number = s.record"
    ) == [(MINE, "resource", "copper", "Cu", "t", 4, 10.72e6, 30e6)]


def test_what_a_reader_more_likely_means_comes_first(ask):
    kinds = [kind for (kind,) in ask("SELECT DISTINCT kind FROM record ORDER BY number")]
    assert kinds[:3] == ["mine", "commodity", "mineral"]
    assert kinds[-2:] == ["claim", "citation"]
    mines = [name for (name,) in ask("SELECT id FROM record WHERE kind = 'mine' ORDER BY number")]
    assert mines[0] == MINE
    assert mines[-1] == "mine/nothing-but-a-title"
