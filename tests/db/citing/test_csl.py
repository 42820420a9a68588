# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records become valid CSL-JSON, and nothing of them gets lost unnoticed."""

from __future__ import annotations

import pytest

from terkha_db.citing.csl import CUSTOM, DATES, NAMES, OURS, TEXT, date_parts, to_csl, year
from terkha_db.citing.render import render
from terkha_db.errors import RecordError

WORK = {"id": "some-work", "type": "webpage", "title": "Some work", "language": "en"}


def test_every_work_is_valid(items, validate):
    assert len(items) > 15
    validate(items)


def test_the_schema_refuses(validate):
    with pytest.raises(AssertionError, match="Additional properties"):
        validate([WORK | {"kind": "news"}])


def test_every_field_of_a_record_has_a_place():
    from terkha_db.records.models import Citation

    fields = {name.replace("_", "-") for name in Citation.model_fields}
    assert fields - {"id", "type"} - {*TEXT, *NAMES, *DATES, *CUSTOM, *OURS} == set()


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2013", [[2013]]),
        ("2013-04", [[2013, 4]]),
        ("2013-04-03", [[2013, 4, 3]]),
        ("2010-01/2012-03", [[2010, 1], [2012, 3]]),
    ],
)
def test_dates(edtf, parts):
    assert to_csl(WORK | {"issued": edtf})["issued"] == {"date-parts": parts}


@pytest.mark.parametrize("edtf", ["spring 2013", "2013-4", "2010/2011/2012", ""])
def test_a_bad_date_is_named(edtf):
    with pytest.raises(RecordError, match=f"citation/some-work: the date “{edtf}” cannot be read"):
        date_parts(edtf, "some-work")


@pytest.mark.parametrize(
    ("name", "csl"),
    [
        ({"family": "Lafitte", "given": "Gabriel"}, {"family": "Lafitte", "given": "Gabriel"}),
        (
            {"family": "Baker", "given": "James A.", "suffix": "III", "literal": None},
            {"family": "Baker", "given": "James A.", "suffix": "III"},
        ),
        ({"literal": "Tibet Information Network"}, {"literal": "Tibet Information Network"}),
        ({"family": "唐", "given": "菊兴"}, {"literal": "唐菊兴"}),
        ({"family": "高"}, {"literal": "高"}),
        ({"family": "土屋", "given": "春明"}, {"literal": "土屋春明"}),
        ({"family": "བཀྲ་ཤིས་", "given": "ཚེ་རིང"}, {"literal": "བཀྲ་ཤིས་ཚེ་རིང"}),
    ],
)
def test_names(name, csl):
    assert to_csl(WORK | {"author": [name]})["author"] == [csl]


def test_a_supplied_title_stands_in_brackets():
    assert to_csl(WORK | {"title_supplied": True})["title"] == "[Some work]"
    assert to_csl(WORK | {"title_supplied": False})["title"] == "Some work"


def test_years_that_the_text_of_a_work_fixes_are_no_years_of_printing():
    fields = {"id": "told", "type": "webpage", "title": "T", "issued": "2021/2026"}
    works = [fields | {"issued_from": "text"}, fields | {"id": "printed"}]
    entries = {
        (one.slug, one.style): one.text
        for one in render([to_csl(work) for work in works])
        if one.form == "bibliography"
    }
    for style, doubt in (("apa", "ca. 2021"), ("chicago-notes", "2026?]"), ("mla", "Circa 2021")):
        assert doubt in entries["told", style]
        assert doubt not in entries["printed", style]
        assert "2021–2026" in entries["printed", style]


def test_keys_may_have_underscores_or_hyphens():
    assert to_csl(WORK | {"container_title": "X"}) == to_csl(WORK | {"container-title": "X"})


def test_what_is_ours_stays_with_us():
    ours = {"source_kind": "news", "caution": "blog", "note": "Unsigned.", "read_as": None}
    assert to_csl(WORK | ours | {"author": [], "issued": None}) == WORK


def test_the_first_outlet_of_a_repost_is_kept_apart(item):
    assert item["laogai-foundation-2018-driru"]["custom"] == {
        "original-publisher": "Phayul",
        "original-date": "2018-05-15",
    }


def test_numbered_laws_are_not_public_laws_of_the_united_states(formatted):
    law = WORK | {"type": "legislation", "number": "2024/1252"}
    assert to_csl(law)["type"] == "regulation"
    assert to_csl(WORK | {"type": "legislation"})["type"] == "legislation"
    assert "Pub. L." not in formatted["eu-2024-regulation-1252", "chicago-notes", "note"]


def test_year(item):
    assert year(item["hedin-1917-southern-tibet"]) == 1917
    assert year(item["cpca-nd-adcodes"]) is None
