# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha list --where`` speaks the query language of the tables."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("kind", "where", "expected"),
    [
        ("mine", "county:墨竹工卡 resource.copper>1Mt", "mine/julong"),
        ("mines", "source.kind:company is:placed -is:old", "mine/julong"),
        ("places", "part_of:lhasa has:tibetan", "place/maizhokunggar"),
        ("claim", "topic:geopolitics", "claim/isdp-001"),
    ],
)
def test_rows_are_kept_by_a_query(terkha, kind, where, expected):
    rows = terkha("list", kind, "--where", where, "--format", "json").json
    assert expected in {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("julong statu:closed", "at character 8: there is no field “statu”; did you mean status?"),
        ("has:cordinates", "at character 5: has knows no “cordinates”; did you mean coordinates?"),
        ("(julong", "at character 1: this bracket is never closed; add another )."),
    ],
)
def test_a_query_that_cannot_be_read_is_pointed_at(terkha, where, sentence):
    answer = terkha("list", "mine", "--where", where)
    assert answer.code == 2
    assert sentence in answer.err
