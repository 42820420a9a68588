# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Statements: what is collected, how it is named for good, in which order it stands."""

from __future__ import annotations

import re

MINE = "mine/figures-that-differ"
SERIES = "series/copper-mine-production-world"


def ids(draft, record):
    return [one.id for one in draft.statements[record]]


def test_ids_can_be_read(draft):
    assert "resource-copper-2021-12-company-2021-phase1" in ids(draft, MINE)
    assert "owner-company-group-2021-12-company-2021-phase1" in ids(draft, MINE)
    assert "resource-copper-with-the-mine-next-door-2026-03-company-2021-phase1" in ids(draft, MINE)


def test_ids_are_unique_and_fit_a_link(draft):
    for record, told in draft.statements.items():
        names = [one.id for one in told]
        assert len(set(names)) == len(names), record
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names), names


def test_what_an_earlier_edition_said_is_superseded(draft):
    by_id = {one.id: one for one in draft.statements[SERIES]}
    earlier = by_id["observation-copper-2023-mcs-2024-survey-2015-list"]
    assert (earlier.number, earlier.rank) == (22.5e6, "superseded")
    assert by_id["observation-copper-2023-mcs-2025-survey-2015-list"].rank == "normal"


def test_observations_take_unit_and_substance_of_their_series(draft):
    assert {(one.said.unit, one.said.substance) for one in draft.statements[SERIES]} == {
        ("t", "Cu")
    }


def test_works_of_the_record_as_a_whole_are_marked(draft):
    formula = draft.told("mineral/zabuyelite", "formula")[0]
    assert (formula.scope, [cite.work for cite in formula.cites]) == (
        "record",
        ["survey-2015-list"],
    )
    assert draft.told(MINE, "opened")[0].scope == "value"


def test_claims_and_events_are_statements_too(draft):
    (claim,) = draft.told("claim/isdp-059", "claim")
    assert [(cite.work, cite.locator) for cite in claim.cites] == [("brief-2025", "Lithium")]
    (event,) = draft.told("event/undated-protest", "occurrence")
    assert (event.said.as_of, event.said.as_of_note) == (None, "before 2010")


def test_page_order(draft):
    told = [one.said.property for one in draft.statements[MINE]]
    assert told.index("status") < told.index("county") < told.index("commodity")
    roles = [one.said.role for one in draft.told(MINE, "commodity")]
    assert roles == ["primary", "by-product"]
    dates = [one.said.as_of for one in draft.told(MINE, "resource")]
    assert dates == sorted(dates, reverse=True)


def test_values_stand_in_the_base_unit_beside_the_published_one(ask):
    rows = ask(
        "SELECT value, low, high, unit, base, base_unit FROM statement "
        "WHERE property IN ('grade', 'figure')"
    )
    assert (None, 0.9, 1.2, "g/L", 1200.0, "mg/L") in rows
    assert (1e6, None, None, "t", 1e6, "t") in rows


def test_every_statement_is_cited(ask):
    assert ask(
        "SELECT count(*) FROM statement WHERE number NOT IN "
        "(SELECT statement FROM statement_citation)"
    ) == [(0,)]
    assert ("paragraph 3",) in ask("SELECT locator FROM statement_citation")
