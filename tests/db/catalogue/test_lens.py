# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue through a lens, on real records."""

from __future__ import annotations

import pytest

from terkha_db.catalogue import Catalogue
from terkha_db.errors import NotFoundError
from terkha_db.lens import OPEN, Lens, parse_lens
from terkha_db.vocabulary import KINDS

JULONG, JIAMA, YULONG = "mine/julong", "mine/jiama", "mine/yulong"
IDLE = "citation/usgs-2025-mcs-molybdenum"
"""A work that nothing rests on: a lens without it is on and leaves everything in."""


@pytest.fixture
def seen(catalogue_path):
    """A catalogue of one's own, which may be looked at through any lens."""
    with Catalogue.open(catalogue_path) as opened:
        yield opened


def look(seen, text):
    seen.look_through(parse_lens(text))
    return {row.id: row for row in seen.rows("mine")}


def statements(seen, record_id, name):
    return [one for one in seen.record(record_id).statements if one.property == name]


def test_a_lens_that_leaves_everything_in_changes_nothing(seen, catalogue):
    seen.look_through(Lens(without=frozenset({IDLE})))
    assert seen.supports(IDLE) == []
    for kind in KINDS:
        rows = catalogue.rows(kind.id)
        assert seen.rows(kind.id) == rows
        assert seen.facets(kind.id) == catalogue.facets(kind.id)
        works = dict(catalogue.cell_works(kind.id))
        works.pop(IDLE, None)  # the page of a work rests on the work itself
        assert seen.cell_works(kind.id) == works
        for row in rows:
            if row.id != IDLE:
                assert seen.record(row.id) == catalogue.record(row.id)
                assert seen.cells(row.id) == catalogue.cells(row.id)


def test_no_lens_again_is_as_before(seen, catalogue):
    seen.look_through(parse_lens("company"))
    assert seen.rows("mine") != catalogue.rows("mine")
    seen.look_through(OPEN)
    assert seen.rows("mine") == catalogue.rows("mine")
    assert seen.record(JULONG) == catalogue.record(JULONG)


def test_the_resource_of_julong_by_the_company(seen, catalogue):
    row = look(seen, "company")[JULONG]
    assert row.values["resource_copper"] == 10.72
    assert "resource_copper" not in row.spreads  # it says one figure
    (shown,) = [
        one
        for one in statements(seen, JULONG, "resource")
        if one.commodity == "copper" and one.rank == "preferred"
    ]
    assert shown.cites[0].source.kind == "company"
    assert shown.reason.startswith("the only one of ")
    assert shown.reason.endswith("from the company, of Dec 2021")
    everything = statements(catalogue, JULONG, "resource")
    inside = [one for one in statements(seen, JULONG, "resource") if not one.outside]
    assert len(statements(seen, JULONG, "resource")) == len(everything) > len(inside) > 0


def test_what_has_only_values_outside_says_so(seen):
    row = look(seen, "academic")[JULONG]
    assert row.values["resource_copper"] is None
    assert {"resource_copper", "operator", "status"} <= row.outside
    assert "river_basin" not in row.outside  # nothing is recorded of it
    assert all(one.outside for one in statements(seen, JULONG, "status"))


def test_the_next_by_the_rule_and_why(seen):
    look(seen, "")
    lens, shown = OPEN, []
    while "resource_copper" in seen.cells(JULONG):
        (one,) = seen.cells(JULONG)["resource_copper"]
        assert not one.outside
        assert one.rank == "preferred"
        shown.append(one)
        for cite in one.cites:
            lens = lens.without_work(cite.source.id)
        seen.look_through(lens)
    assert len({one.id for one in shown}) == len(shown) > 3
    assert [one.property for one in shown] == sorted((one.property for one in shown), reverse=True)
    assert shown[1].reason.startswith("first by the rule among ")
    assert "inside the lens: for the whole mine" in shown[1].reason
    assert "resource_copper" in {row.id: row for row in seen.rows("mine")}[JULONG].outside


def test_spreads_are_of_the_figures_inside(seen, catalogue):
    everything = {row.id: row for row in catalogue.rows("mine")}
    for record_id, row in look(seen, "-state-media,-commercial").items():
        for field, spread in row.spreads.items():
            before = everything[record_id].spreads[field]
            assert before.low <= spread.low < spread.high <= before.high
            assert spread.count <= before.count
    # A record still tells of everything that was published.
    assert seen.record(JULONG).spreads == catalogue.record(JULONG).spreads


def test_who_owns_yulong(seen, catalogue):
    everyone = {row.id: row for row in catalogue.rows("mine")}[YULONG]
    assert "Western Mining" in everyone.values["operator"].split(", ")
    row = look(seen, "company")[YULONG]
    assert row.values["operator"] is None
    assert {"operator", "operator_role"} <= row.outside
    assert statements(seen, YULONG, "owner")  # all of them are still told
    for kind in ("news", "encyclopedia", "ngo", "trade-press", "government", "commercial"):
        row = look(seen, kind)[YULONG]
        inside = [one for one in statements(seen, YULONG, "owner") if not one.outside]
        named = {brief.title for one in inside for brief in one.records}
        shown = set(filter(None, str(row.values["operator"] or "").split(", ")))
        assert shown <= named
        assert bool(shown) == bool(named)
        if shown:
            latest = max(inside, key=lambda one: one.as_of)
            assert {brief.title for brief in latest.records} <= shown


def test_the_largest_share_stands_beside_only_where_it_is_inside(seen):
    found = look(seen, "")
    behind = seen.cells(YULONG)["operator"]
    assert found[YULONG].values["operator"].endswith("Western Mining")
    (largest,) = [one for one in behind if one.share == max(o.share or 0 for o in behind)]
    text = ",".join(f"-{cite.source.id}" for cite in largest.cites)
    look(seen, text)
    assert largest.id not in [one.id for one in seen.cells(YULONG)["operator"]]


def test_a_record_with_values_of_state_media_only(seen, catalogue):
    told = {row.id: catalogue.cells(row.id).get("status", ()) for row in catalogue.rows("mine")}
    only = [
        name
        for name, cited in told.items()
        if cited and all(c.source.kind == "state-media" for one in cited for c in one.cites)
    ]
    assert only
    rows = look(seen, "-state-media")
    others = {name: statements(seen, name, "status") for name in only}
    for name in only:
        expected = any(not one.outside for one in others[name])
        assert (rows[name].values["status"] is not None) == expected
        assert ("status" in rows[name].outside) != expected


def test_a_lens_that_admits_nothing(seen, catalogue):
    rows = look(seen, "none")
    for before in catalogue.rows("mine"):
        cells = {name for name, told in catalogue.cells(before.id).items() if told}
        assert cells <= rows[before.id].outside
        assert rows[before.id].values["title"] == before.values["title"]
        assert rows[before.id].values["site_kind"] == before.values["site_kind"]
    assert seen.works([JULONG]) == []
    assert all(one.outside for one in seen.record(JULONG).statements)
    assert all(one.rank != "preferred" for one in seen.record(JULONG).statements)
    disputed = seen.rows("mine", where="is:disputed")  # by disputes that name no work
    assert len(disputed) < 20
    assert seen.rows("mine", where="commodity:copper") == []
    assert seen.rows("mine", where="has:status") == []


def test_queries_and_facets_follow(seen, catalogue):
    look(seen, "company")
    facets = {facet.field: facet for facet in seen.facets("mine")}
    assert [value.value for value in facets["source.kind"].values if value.count] == ["company"]
    assert sum(value.count for value in facets["status"].values) < sum(
        value.count
        for facet in catalogue.facets("mine")
        if facet.field == "status"
        for value in facet.values
    )
    found = {row.id for row in seen.rows("mine", where="resource_copper>10")}
    assert JULONG in found
    assert JIAMA not in found
    assert len(seen.rows("mine", where="is:disputed")) < len(
        catalogue.rows("mine", where="is:disputed")
    )


def test_is_disputed_means_two_sides_inside(seen):
    look(seen, "-state-media")
    flagged = {row.id for row in seen.rows("mine", where="is:disputed")}
    for row in seen.rows("mine"):
        disputes = seen.record(row.id).disputes
        assert (row.id in flagged) == any(not dispute.outside for dispute in disputes)


def test_what_is_outside_is_found(seen, catalogue):
    look(seen, "company")
    works = seen.rows("citation", where="is:outside")
    assert {row.values["source_kind"] for row in works}.isdisjoint({"company"})
    kinds = [row.values["source_kind"] for row in catalogue.rows("citation")]
    assert len(works) == len(kinds) - kinds.count("company")
    assert len(seen.rows("claim", where="is:outside")) == catalogue.edition.counts["claim"]
    events = seen.rows("event", where="is:outside")
    assert 0 < len(events) < catalogue.edition.counts["event"]
    assert all("says" in row.outside for row in events)
    for kind in ("citation", "claim", "event"):
        assert catalogue.rows(kind, where="is:outside") == []


def test_works_of_a_page_and_of_its_cells(seen, catalogue):
    look(seen, "company,government")
    works = seen.works([JULONG])
    assert works
    assert {work.kind for work in works} <= {"company", "government"}
    assert len(works) < len(catalogue.works([JULONG]))
    (asked,) = seen.works(["citation/ferenczy-2025-prc-mining-tibet"])
    assert asked.kind not in ("company", "government")  # one that is asked for by name is given
    kinds = {source.id: source.kind for source in seen.record(JULONG).works}
    for field, places in seen.cell_works("mine")[JULONG].items():
        assert {kinds[work] for work, _ in places} <= {"company", "government"}, field
    assert [one.outside for one in seen.record(JULONG).works] == [
        kind not in ("company", "government") for kind in kinds.values()
    ]


def test_a_work_that_is_not_there(seen):
    with pytest.raises(NotFoundError, match="citation/nobody"):
        seen.look_through(parse_lens("-citation/nobody"))
    assert seen.lens == OPEN


def test_a_clone_looks_through_the_same_lens(seen):
    look(seen, "company")
    with seen.clone() as other:
        assert other.lens == seen.lens
        assert other.rows("mine") == seen.rows("mine")


def test_a_statement_outside_the_lens_cites_nobody(seen):
    said = next(one for one in statements(seen, JULONG, "resource") if len(one.cites) == 1)
    link = f"{JULONG}#{said.id}"
    assert len(seen.works([link])) == 1
    seen.look_through(Lens(without=frozenset({said.cites[0].source.id})))
    assert seen.works([link]) == []
    assert seen.left_out([link]) == 1
