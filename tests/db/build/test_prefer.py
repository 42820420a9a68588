# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The written rule, point by point, and the reason it gives."""

from __future__ import annotations

import pytest

from terkha_db.build.draft import Stated
from terkha_db.build.prefer import is_whole, judge
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Citation, Cite, Mine, Statement

WORKS = {
    "company": {"source_kind": "company"},
    "press": {"source_kind": "news"},
    "repost": {"source_kind": "news", "original_publisher": "Another paper"},
    "copy": {"source_kind": "government", "read_as": "secondary copy"},
    "wiki": {"source_kind": "encyclopedia"},
}


def chosen(*figures: dict, site_kind: str = "mine") -> Stated:
    """Return the statement that is preferred among figures of the copper resource."""
    records = Records(root=None)
    for name, fields in WORKS.items():
        work = Citation(id=name, type="webpage", title=name, language="en", **fields)
        records.entries["citation"][name] = Entry("citation", name, work, None)
    mine = Mine(id="m", title="M", site_kind=site_kind)
    records.entries["mine"]["m"] = Entry("mine", "m", mine, None)
    stated = []
    for at, given in enumerate(figures):
        fields = {"property": "resource", "value": at + 1.0, "unit": "t"} | given
        work = fields.pop("by", "press")
        if fields["property"] == "resource":
            fields |= {"commodity": "copper", "substance": fields.get("substance", "Cu")}
        said = Statement(**fields, cites=[work])
        stated.append(Stated("mine/m", f"s{at}", said, (Cite(work=work),)))
    ranked, _ = judge(records, {"mine/m": stated})
    (best,) = [one for one in ranked["mine/m"] if one.rank != "normal"]
    return best


@pytest.mark.parametrize(
    ("worse", "better", "reason"),
    [
        (
            {"of": "north pit", "as_of": "2026"},
            {"as_of": "2010"},
            "the figure for the whole mine",
        ),
        (
            {"as_of": "2026", "note": "planned"},
            {"as_of": "2010"},
            "the figure that is no projection",
        ),
        (
            {"as_of": "2026"},
            {"as_of": "2010", "note": "measured and indicated, NI 43-101"},
            "the figure of a stated category",
        ),
        ({"by": "repost", "as_of": "2026"}, {"as_of": "2010"}, "the figure from the press"),
        ({"by": "copy", "as_of": "2026"}, {"as_of": "2010"}, "the figure from the press"),
        ({"by": "wiki", "as_of": "2026"}, {"by": "company"}, "the figure from the company"),
        ({"as_of": "2010"}, {"as_of": "2010-06"}, "latest figure"),
        ({}, {"as_of": "1990"}, "latest figure"),
        (
            {"by": "wiki", "as_of": "2010", "of": "north pit"},
            {"by": "company", "as_of": "2026"},
            "latest figure for the whole mine, from the company",
        ),
    ],
)
def test_each_point_of_the_rule(worse, better, reason):
    best = chosen(worse, better)
    assert (best.id, best.reason) == ("s1", reason)
    assert chosen(better, worse).id == "s0"


def test_one_figure_alone():
    assert chosen({}).reason == "the only figure recorded"
    assert chosen({"of": "north pit"}).reason == "the only figure recorded; it is for: north pit"


def test_figures_that_rank_alike():
    best = chosen({}, {})
    assert (best.id, best.reason) == ("s0", "the first of several figures that rank alike")


def test_the_whole_is_called_what_it_is():
    best = chosen({"of": "north pit"}, {}, site_kind="ore-field")
    assert best.reason == "the figure for the whole ore field"


def test_for_a_status_the_date_decides_before_the_work():
    status = {"property": "status", "unit": None}
    best = chosen(
        status | {"value": "exploration", "as_of": "2010", "by": "company"},
        status | {"value": "operating", "as_of": "2026", "by": "wiki"},
    )
    assert (best.text, best.reason) == ("operating", "latest value")


def test_the_more_precise_point():
    point = {"property": "point", "value": None, "unit": None, "lat": 30.0, "lon": 90.0}
    best = chosen(point | {"precision": "county"}, point | {"precision": "site"})
    assert (best.said.precision, best.reason) == ("site", "the value of the highest precision")


@pytest.mark.parametrize(
    ("of", "commodity", "whole"),
    [
        (None, "copper", True),
        ("copper", "copper", True),
        ("lithium oxide", "lithium", True),
        ("rare earth oxide", "rare-earths", True),
        ("lithium chloride in brine", "lithium", True),
        ("ore", None, True),
        ("copper, Duobuza and Bolong together", "copper", False),
        ("gold (Anba)", "gold", False),
        ("copper equivalent", "copper", False),
    ],
)
def test_what_is_of_the_whole(of, commodity, whole):
    said = Statement(
        property="resource", value=1.0, unit="t", of=of, commodity=commodity, cites=["x"]
    )
    assert is_whole(Stated("mine/m", "s", said, ())) is whole


def test_substances_of_one_metal_stand_against_each_other(draft):
    told = draft.told("mine/salts-in-four-substances", "resource")
    assert [one.rank for one in told].count("preferred") == 1
    best = draft.preferred("mine/salts-in-four-substances", "resource", "lithium")
    assert best.said.substance == "Li2CO3"


def test_all_values_stay(draft):
    told = draft.told("mine/figures-that-differ", "resource")
    assert sorted(one.number for one in told) == [10.72e6, 25.88e6, 26e6, 30e6]
    assert draft.preferred("mine/figures-that-differ", "resource").number == 10.72e6
