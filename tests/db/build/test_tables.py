# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The typed tables: every column has a rule, every shown value its statements."""

from __future__ import annotations

import pytest

from terkha_db.build.table_rules import RULES, rule_of
from terkha_db.fields import FIELDS, Field, fields_of
from terkha_db.substances import contained

MINE = "mine/figures-that-differ"


def row(ask, record, kind="mine"):
    names = [field.id for field in fields_of(kind)]
    columns = ", ".join(f'"{name}"' for name in names)
    (values,) = ask(
        f"SELECT {columns} FROM table_{kind} WHERE record = "
        "(SELECT number FROM record WHERE id = ?)",
        record,
    )
    return dict(zip(names, values, strict=True))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.kind}.{field.id}")
def test_every_field_has_a_rule_or_a_property(field):
    assert rule_of(field)


def test_a_field_without_either_is_refused():
    with pytest.raises(KeyError, match=r"mine\.colour"):
        rule_of(Field("mine", "colour", "Colour", "Colour."))


def test_no_rule_is_for_a_field_that_is_gone():
    known = {(field.kind, field.id) for field in FIELDS} | {("", field.id) for field in FIELDS}
    assert set(RULES) <= known


def test_a_row(ask):
    shown = {name: value for name, value in row(ask, MINE).items() if value is not None}
    assert shown == {
        "title": "Figures that differ",
        "second": "巨龍銅礦",
        "status": "operating",
        "status_as_of": "2026-01",
        "site_kind": "mine",
        "commodities": "Copper, Gold",
        "county": "Maizhokunggar",
        "prefecture": "Lhasa",
        "province": "Tibet Autonomous Region",
        "operator": "Daughter Copper",
        "operator_role": "operator",
        "resource_copper": 10.72,
        "elevation": 4000.0,
        "elevation_max": 5400.0,
        "opened": "2021-12-27",
        "precision": "site",
        "lat": 29.625132,
        "lon": 91.59382,
        "disputes": 1,
        "works": 4,
    }


def test_what_is_not_recorded_is_null_and_an_unknown_status_is_said(ask):
    shown = {name: value for name, value in row(ask, "mine/nothing-but-a-title").items() if value}
    assert shown == {
        "title": "Nothing but a title",
        "status": "unknown",
        "site_kind": "deposit",
    }


def test_masses_are_compared_as_the_metal_they_contain(ask):
    shown = row(ask, "mine/salts-in-four-substances")
    # 1.841 Mt of Li2CO3 hold 18.79 per cent of lithium.
    assert shown["resource_lithium"] == pytest.approx(1.841 * 0.1879, rel=1e-3)


@pytest.mark.parametrize(
    ("commodity", "substance", "expected"),
    [
        ("lithium", "Li2O", ("Li", 0.4645)),
        ("lithium", "LiCl", ("Li", 0.1637)),
        ("lithium", "LCE", ("Li", 0.1879)),
        ("lithium", "", ("", 1.0)),
        ("copper", "", ("Cu", 1.0)),
        ("copper", "Cu eq", ("Cu eq", 1.0)),
        ("copper", "ore", ("ore", 1.0)),
        ("copper", "Li2O", ("Li2O", 1.0)),
        ("", "ore", ("ore", 1.0)),
    ],
)
def test_contained(commodity, substance, expected):
    element, share = contained(commodity, substance)
    assert (element, pytest.approx(share, rel=1e-3)) == expected


def test_each_value_leads_to_its_statements(ask):
    rows = ask(
        "SELECT c.field, s.id FROM cell AS c JOIN statement AS s ON s.number = c.statement "
        "JOIN record AS r ON r.number = c.record WHERE r.id = ? ORDER BY 1, c.position",
        MINE,
    )
    assert ("resource_copper", "resource-copper-2021-12-company-2021-phase1") in rows
    assert ("status_as_of", "status-2026-01-scrap-nd-comment") in rows
    assert [name for field, name in rows if field == "commodities"] == [
        "commodity-copper-company-2021-phase1",
        "commodity-gold-survey-2015-list",
    ]


def test_other_tables(ask):
    mineral = row(ask, "mineral/zabuyelite", "mineral")
    assert (mineral["formula"], mineral["ore_of"], mineral["mines"]) == ("Li₂CO₃", "Lithium", 1)
    assert (mineral["hardness"], mineral["density"]) == (3.0, 2.09)
    place = row(ask, "place/maizhokunggar", "place")
    assert (place["tibetan"], place["chinese"]) == ("མལ་གྲོ་གུང་དཀར་", "墨竹工卡")
    assert (place["part_of"], place["mines"]) == ("Lhasa", 2)
    claim = row(ask, "claim/isdp-059", "claim")
    assert (claim["endnotes"], claim["rests_on"], claim["disputes"]) == ("13", "The News 2024", 1)
    work = row(ask, "citation/scrap-nd-comment", "citation")
    assert work["title"] == "[Commentary on the commissioning]"
    assert (work["author"], work["date"], work["supports"]) == ("scrap.example", None, 2)
    assert row(ask, "citation/nobody-cites-this", "citation")["supports"] == 0
    assert row(ask, "commodity/copper", "commodity")["critical_eu"] == "strategic"
    event = row(ask, "event/undated-protest", "event")
    assert (event["date"], event["says"]) == (None, "The News 2024")
    dispute = row(ask, "dispute/found-in-which-province", "dispute")
    assert dispute["verdict"] == "confirmed"


def test_measures_are_reals_and_counts_are_integers(ask):
    types = {name: kind for _, name, kind, *_ in ask("PRAGMA table_info(table_mine)")}
    assert (types["lat"], types["resource_lead"], types["works"]) == ("REAL", "REAL", "INTEGER")
