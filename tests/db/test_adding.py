# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Sums of published figures: right where there is one, refused with a reason everywhere else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.adding import Refusal, Site, Total, add_up
from terkha_db.entities import Cite, Source, Statement

AMOUNTS = ("resource", "reserve", "production", "capacity", "investment", "workforce", "area")


def work(name: str) -> Cite:
    return Cite(Source(f"citation/{name}", name, name, "2021", "company"))


def figure(site: str, value: float | None = 1.0, **more) -> Statement:
    """A copper resource of 2021 for a whole site, but for what ``more`` says."""
    plain = {
        "property": "resource",
        "commodity": "copper",
        "unit": "t",
        "substance": "Cu",
        "as_of": "2021-12",
        "cites": (work(f"work-on-{site}"),),
    }
    return Statement(f"figure-{site}", f"mine/{site}", **{**plain, "value": value, **more})


SITES = {
    f"mine/{name}": Site(f"mine/{name}", name.capitalize(), kind)
    for name, kind in (
        ("north", "mine"),
        ("south", "deposit"),
        ("west", "salt-lake"),
        ("east", "mine"),
    )
}


def refused(*statements, sites=SITES) -> str:
    answer = add_up(statements, sites)
    assert isinstance(answer, Refusal), answer
    assert answer.reason.endswith(".")
    assert "\n" not in answer.reason
    return answer.reason


def added(*statements, sites=SITES) -> Total:
    answer = add_up(statements, sites)
    assert isinstance(answer, Total), answer
    return answer


# What may be added


def test_a_sum_keeps_every_digit_and_says_what_it_covers():
    total = added(figure("north", 0.1), figure("south", 0.2), figure("west", 7957600.0))
    assert total.sum.value == 7957600.3
    assert [source.id for source in total.works] == [
        "citation/work-on-north",
        "citation/work-on-south",
        "citation/work-on-west",
    ]
    assert total.in_words() == (
        "7.9576003\u202fMt\u202fCu: copper resource of North, South and West as of Dec 2021."
    )


def test_units_and_forms_of_one_element_are_converted_and_the_sum_says_so():
    lithium = {"commodity": "lithium", "unit": "kt"}
    total = added(
        figure("north", 1.0, **lithium, substance="Li2CO3"),
        figure("south", 1000.0, **{**lithium, "unit": "t"}, substance="Li2O"),
    )
    # 6.94 g of lithium a mole: 187.87 t in a kilotonne of carbonate, 464.57 t in one of oxide.
    assert total.sum.value == 652.4
    assert (total.sum.unit, total.sum.substance, total.sum.qualifier) == ("t", "Li", "about")
    assert "Converted to Li" in total.in_words()


def test_bounds_and_ranges_stay_bounds_and_ranges():
    total = added(figure("north", qualifier="more than", value=5.0), figure("south", 3.0))
    assert (total.sum.value, total.sum.low, total.sum.high) == (None, 8.0, None)
    assert total.in_words().startswith("at least 8")
    total = added(figure("north", None, low=1.0, high=2.0), figure("south", 3.0))
    assert (total.sum.low, total.sum.high) == (4.0, 5.0)
    assert added(figure("north", qualifier="about"), figure("south")).sum.qualifier == "about"


def test_a_sum_of_sites_whose_figures_differ_names_them():
    sites = SITES | {
        "mine/north": replace(SITES["mine/north"], differing=frozenset({("resource", "copper")}))
    }
    total = added(figure("north"), figure("south"), sites=sites)
    assert "Other figures are published too for North." in total.in_words()


def test_stocks_of_one_year_are_of_one_date_and_flows_are_not():
    dates = {"as_of": "2021"}
    assert added(figure("north"), figure("south", **dates)).sum.as_of == "2021"
    flow = {"property": "production"}
    assert "dates" in refused(figure("north", **flow), figure("south", **flow, **dates))


# What may not

_UNLIKE = {
    "a reserve is part of a resource": {"property": "reserve"},
    "what could be produced": {"property": "capacity"},
    "different things": {"commodity": "gold", "substance": "Au"},
    "do not convert into each other": {"substance": "ore"},
    "units that do not convert": {"unit": "t/y"},
    "different dates": {"as_of": "2019"},
    "undated": {"as_of": ""},
    "different editions": {"edition": "MCS 2024"},
    "replaced by a later edition": {"rank": "superseded"},
    "planned, expected or estimated": {"projection": True},
    "different categories or standards": {"note": "inferred (JORC)"},
    "not of the whole": {"of": "low-grade copper ore"},
    "may be of more than South alone": {"note": "sum of three mines"},
    "mentions North": {"note": "with North"},
    "bound or a mean": {"statistic": "average"},
    "share, not an amount": {"unit": "%"},
    "two published figures of North": {"record": "mine/north"},
    "What organisation/zijin has or makes": {"record": "organisation/zijin"},
    "not those of one mine": {"record": "series/copper-world"},
    "is not a number": {"value": None, "text": "large"},
}


@pytest.mark.parametrize("why", _UNLIKE)
def test_what_is_unlike_is_refused_in_whatever_order(why):
    other = replace(figure("south"), **_UNLIKE[why])
    first = (
        figure("north", property="production")
        if "capacity" in str(_UNLIKE[why])
        else figure("north")
    )
    assert why in refused(first, other)
    assert isinstance(add_up((other, first), SITES), Refusal)


def test_related_sites_and_fields_and_plants_are_refused():
    pair = figure("north"), figure("south")
    one = SITES["mine/north"]
    linked = SITES | {"mine/north": replace(one, linked=frozenset({"mine/south"}))}
    assert "may overlap" in refused(*pair, sites=linked)
    assert "may overlap" in refused(*reversed(pair), sites=linked)
    field = SITES | {"mine/north": replace(one, kind="ore-field")}
    assert "several deposits described together" in refused(*pair, sites=field)
    plant = SITES | {"mine/north": replace(one, kind="plant")}
    assert "from elsewhere" in refused(*pair, sites=plant)


@pytest.mark.parametrize("name", ["grade", "elevation", "density", "observation"])
def test_what_is_no_amount_is_never_added(name):
    assert "not an amount" in refused(
        figure("north", property=name), figure("south", property=name)
    )


def test_lithium_of_an_unstated_form_is_refused():
    plain = {"commodity": "lithium", "substance": ""}
    assert "not stated" in refused(figure("north", **plain), figure("south", **plain))


def test_nothing_is_no_sum():
    assert refused() == "There is no figure to add."


# Whatever the figures


_HARMLESS = st.floats(min_value=0, max_value=1e9, allow_nan=False).map(lambda n: round(n, 4))
_ODD = st.one_of(
    st.just({}), st.sampled_from([more for more in _UNLIKE.values() if "value" not in more])
)


@given(st.lists(_HARMLESS, min_size=1, max_size=4))
def test_a_sum_is_the_exact_sum_in_every_order(values):
    figures = [
        figure(name, value)
        for name, value in zip(("north", "south", "west", "east"), values, strict=False)
    ]
    exact = float(sum(Decimal(repr(value)) for value in values))
    for order in permutations(figures):
        assert added(*order).sum.value == exact


@given(st.lists(st.tuples(_HARMLESS, _ODD), min_size=2, max_size=4))
def test_one_odd_figure_among_others_is_enough_for_a_refusal(drawn):
    names = ("north", "south", "west", "east")
    figures = [
        replace(figure(name, value), **more)
        for name, (value, more) in zip(names, drawn, strict=False)
    ]
    answer = add_up(figures, SITES)
    if isinstance(answer, Refusal):
        return
    # What was added is alike in all that a sum must not mix.
    assert len({one.record for one in figures}) == len(figures)
    for same in ("property", "commodity", "substance", "unit", "edition", "projection"):
        assert len({getattr(one, same) for one in figures}) == 1, same
    assert len({one.as_of[:4] for one in figures} - {""}) == 1


# Real records


@pytest.fixture(scope="module")
def real(catalogue):
    """Ask for the sum of the figures that a test picks."""

    def ask(*picked):
        return add_up(picked, catalogue.sites({one.record for one in picked}))

    return ask


def of(catalogue, record, name, commodity="copper", **more):
    return next(
        one
        for one in catalogue.record(record).statements
        if (one.property, one.commodity) == (name, commodity)
        and all(getattr(one, key) == value for key, value in more.items())
    )


def test_julongs_reserve_is_part_of_its_resource(catalogue, real):
    answer = real(of(catalogue, "mine/julong", "resource"), of(catalogue, "mine/julong", "reserve"))
    assert answer.reason == "Resource and reserve cannot be added: a reserve is part of a resource."


def test_julongs_own_figures_are_a_dispute_and_no_sum(catalogue, real):
    figures = [
        one for one in catalogue.record("mine/julong").statements if one.property == "resource"
    ]
    for pair in combinations([one for one in figures if one.commodity == "copper"], 2):
        assert "two published figures of Julong" in real(*pair).reason


@pytest.mark.parametrize("part", ["mine/qulong", "mine/zhibula", "mine/rongmucuola"])
def test_julong_and_what_lies_within_it_may_overlap(catalogue, real, part):
    found = [one for one in catalogue.record(part).statements if one.commodity == "copper"]
    for name in ("resource", "reserve", "production"):
        for one in (one for one in found if one.property == name):
            assert isinstance(real(of(catalogue, "mine/julong", name), one), Refusal)
    sites = catalogue.sites(["mine/julong", part])
    assert part in sites["mine/julong"].linked or "mine/julong" in sites[part].linked


def test_the_duolong_field_and_its_deposits_are_never_added(catalogue, real):
    field = [
        one for one in catalogue.record("mine/duolong").statements if one.property == "resource"
    ]
    assert field
    for deposit in ("mine/tiegelongnan", "mine/naruo", "mine/bolong", "mine/duobuza"):
        for one in catalogue.record(deposit).statements:
            for whole in field:
                assert isinstance(real(whole, one), Refusal)


def test_two_deposits_of_that_field_of_one_date_and_category_are_added(catalogue, real):
    total = real(
        of(catalogue, "mine/tiegelongnan", "resource", as_of="2013-12"),
        of(catalogue, "mine/naruo", "resource", as_of="2013-12"),
    )
    assert (total.sum.value, total.sum.unit, total.sum.substance) == (7167300.0, "t", "Cu")


def test_output_of_a_company_is_not_added_to_that_of_its_mine(catalogue, real):
    mine = of(catalogue, "mine/julong", "production", as_of="2022")
    company = replace(mine, record="organisation/zijin-mining")
    assert "What Zijin Mining Group has or makes" in real(mine, company).reason
    other = of(catalogue, "mine/yulong", "production", as_of="2022")
    assert real(mine, other).sum.value == 203430.0


def test_output_expected_is_not_added_to_output_reported(catalogue, real):
    expected = of(catalogue, "mine/julong", "production", as_of="2026")
    assert isinstance(real(of(catalogue, "mine/yulong", "production"), expected), Refusal)


def test_no_two_figures_of_the_catalogue_are_added_that_must_not_be(catalogue):
    """Every pair of figures: what is added is alike in all that matters, and of unrelated sites."""
    sums = 0
    for name in AMOUNTS:
        figures = catalogue.figures(name)
        sites = catalogue.sites({one.record for one in figures})
        for one, other in combinations(figures, 2):
            answer = add_up((one, other), sites)
            if isinstance(answer, Refusal):
                assert answer.reason
                continue
            sums += 1
            assert one.record != other.record
            assert other.record not in sites[one.record].linked
            assert (one.commodity, one.edition) == (other.commodity, other.edition)
            assert one.as_of[:4] == other.as_of[:4] != ""
            assert {sites[one.record].kind, sites[other.record].kind}.isdisjoint(
                {"ore-field", "coalfield", "plant"}
            )
    assert sums > 10
