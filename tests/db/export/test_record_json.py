# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record as JSON keeps every kind of value as what it is."""

from __future__ import annotations

import json

import pytest

from terkha_db.entities import Brief, Cite, Source, Statement
from terkha_db.export.record_json import record_as_json, statement_as_json

CITE = Cite(Source("citation/a", "A", "T", "2021", "company"), "p. 3")
LHASA, NGARI = Brief("place/lhasa", "place", "Lhasa"), Brief("place/ngari", "place", "Ngari")


@pytest.mark.parametrize(
    ("about", "value"),
    [
        ({"value": 5.0}, 5.0),
        ({"value": 0.0}, 0.0),
        ({"text": "operating"}, "operating"),
        ({"records": (LHASA,)}, "place/lhasa"),
        ({"records": (LHASA, NGARI)}, ["place/lhasa", "place/ngari"]),
        ({"low": 1.0, "high": 2.0}, None),
        (
            {"lat": 29.0, "lon": 91.0, "precision": "site"},
            {"lat": 29.0, "lon": 91.0, "precision": "site"},
        ),
    ],
)
def test_a_value(about, value):
    statement = Statement(id="x", record="mine/x", property="resource", cites=(CITE,), **about)
    written = statement_as_json(statement)
    assert written["value"] == value
    assert written["citations"] == [{"id": "citation/a", "locator": "p. 3"}]
    assert {key: written.get(key) for key in ("low", "high")} == {
        "low": about.get("low"),
        "high": about.get("high"),
    }


def test_every_record_is_json(catalogue):
    for record_id in ("mine/julong", "claim/isdp-059", "citation/zijin-2021-julong-phase1"):
        written = record_as_json(catalogue.record(record_id))
        assert json.loads(json.dumps(written)) == written
        assert written["id"] == record_id
