# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record comes whole: names, statements with their works, disputes, relations."""

from __future__ import annotations

import sqlite3
import time

import pytest

from terkha_db.catalogue import Catalogue
from terkha_db.errors import NotFoundError
from terkha_db.vocabulary import KINDS

BRIEF = "citation/ferenczy-2025-prc-mining-tibet"


def test_the_edition_counts_everything(catalogue):
    edition = catalogue.edition
    assert edition.version
    assert edition.checksum.startswith("sha256:")
    # What the dossier counts, kind by kind; some of it became something else.
    least = {
        "mine": 229,
        "mineral": 152,
        "commodity": 45,
        "organisation": 111,
        "place": 116,
        "claim": 328,
        "citation": 751,
        "series": 107,
        "dispute": 60,
        "event": 38,
        "observation": 485,
        "endnote": 40,
        "figure": 46,
    }
    assert {kind: n for kind, n in least.items() if edition.counts[kind] < n} == {}
    assert set(edition.counts) > {kind.id for kind in KINDS}
    assert edition.counts["statement"] > 3000
    assert edition.counts["name"] > 500


def test_julong_is_whole(catalogue):
    julong = catalogue.record("mine/julong")
    assert (julong.kind, julong.title) == ("mine", "Julong")
    assert {"zh-Hans", "zh-Latn"} <= {name.lang for name in julong.names}
    assert len(julong.statements) >= 45
    assert all(statement.cites for statement in julong.statements)
    assert {"Julong and Qulong treated as two mines"} <= {d.title for d in julong.disputes}
    assert any(d.about == "resource" for d in julong.disputes)
    assert julong.claims
    assert julong.events
    assert "organisation/zijin-mining" in {relation.record.id for relation in julong.related}
    assert any(s.property == "resource" and s.commodity == "copper" for s in julong.spreads)


def test_the_works_of_a_page_are_those_of_its_statements(catalogue):
    julong = catalogue.record("mine/julong")
    works = [source.id for source in julong.works]
    assert len(works) == len(set(works))
    cited = {cite.source.id for statement in julong.statements for cite in statement.cites}
    assert cited <= set(works)


def test_every_record_can_be_read(catalogue):
    ids = [row.id for kind in KINDS for row in catalogue.rows(kind.id)]
    assert len(ids) == sum(catalogue.edition.counts[kind.id] for kind in KINDS)
    for record_id in ids:
        record = catalogue.record(record_id)
        assert record.id == record_id
        assert record.title
        assert all(statement.cites for statement in record.statements), record_id


def test_a_dispute_has_its_sides_on_its_own_page_and_on_those_it_is_about(catalogue):
    dispute = next(
        one
        for one in catalogue.record("mine/julong").disputes
        if one.title == "Julong and Qulong treated as two mines"
    )
    assert catalogue.record(dispute.id).disputes == (dispute,)
    assert len(dispute.positions) == 3
    assert all(position.cites for position in dispute.positions)
    assert dispute.verdict == "confirmed"
    assert dispute.claims
    assert "mine/julong" in {brief.id for brief in dispute.subjects}


@pytest.mark.parametrize("record", ["mine/julong", "mine/jiama", "organisation/zijin-mining"])
def test_what_differs_about_a_record_alone_comes_first(catalogue, record):
    kind = record.partition("/")[0]
    shared = [
        sum(one.kind == kind for one in dispute.subjects) > 1
        for dispute in catalogue.record(record).disputes
    ]
    assert False in shared
    assert True in shared
    assert shared == sorted(shared)


def test_briefs_come_in_the_order_asked_for(catalogue):
    ids = ["place/lhasa", "mine/julong", "mine/no-such", "place/lhasa", "a\x00b"]
    assert [brief.id for brief in catalogue.briefs(ids)] == ["place/lhasa", "mine/julong"]
    assert catalogue.brief("mine/julong").title == "Julong"
    assert catalogue.exists("mine/julong")
    assert not catalogue.exists("mine/no-such")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("mine/julongg", "mine/julong"),
        ("julong", "mine/julong"),
        ("mineral/julong", "mine/julong"),
        ("Mine/Julong", "mine/julong"),
    ],
)
@pytest.mark.parametrize("question", ["brief", "record", "cells", "supports", "mentions"])
def test_an_unknown_id_names_the_nearest(catalogue, question, asked, near):
    with pytest.raises(NotFoundError, match=near) as refused:
        getattr(catalogue, question)(asked)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("asked", ["", "\x00", "\ud800", "mine/" + "x" * 9999, "' OR 1=1"])
def test_any_id_may_be_asked_for(catalogue, asked):
    with pytest.raises(NotFoundError):
        catalogue.record(asked)


def test_what_others_say_of_a_record(catalogue):
    mentions = catalogue.mentions("place/maizhokunggar")
    assert ("mine/julong", "county") in {(one.record, one.property) for one in mentions}
    assert all(one.record != "place/maizhokunggar" for one in mentions)


def test_what_events_and_claims_tell(catalogue):
    julong = catalogue.record("mine/julong")
    told = catalogue.told([event.id for event in julong.events], "occurrence")
    assert set(told) == {event.id for event in julong.events}
    assert all(one.cites for statements in told.values() for one in statements)


def test_everything_that_rests_on_a_work(catalogue):
    supports = catalogue.supports(BRIEF)
    assert len(supports) > 150
    assert {"claim/isdp-059"} <= {getattr(one, "record", "") for one in supports}


def test_a_record_is_read_at_once(catalogue_path):
    """The budget is 15 ms; a busy machine may take longer."""
    with Catalogue.open(catalogue_path) as catalogue:
        spent = []
        for _ in range(9):
            began = time.process_time()
            catalogue.record("mine/julong")
            spent.append(time.process_time() - began)
    assert sorted(spent)[4] < 0.03


def test_a_record_is_whole_without_its_catalogue_unless_it_was_to_be_read_later(catalogue):
    with Catalogue.open(catalogue.path) as closing:
        record = closing.record("mine/julong")
        later = closing.record("mine/julong", at_once=False)
        assert later == closing.record("mine/julong")
        unread = closing.record("mine/julong", at_once=False)
    assert record.disputes[0].positions is not None
    assert record == later
    with pytest.raises(sqlite3.ProgrammingError):
        len(unread.disputes)
