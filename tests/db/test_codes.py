# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Short codes: the same for good, typed in any way, and leading to one statement alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.catalogue import Catalogue
from terkha_db.codes import LENGTH, SIGNS, code_of, looks_like_code, printed, read_code
from terkha_db.errors import NotFoundError
from terkha_db.links import Link, format_link, parse_link
from terkha_db.records.check import cross_faults
from terkha_db.records.load import read

STATEMENT = ("mine/julong", "status-2026-01-etnet-2026-julong2")


def test_a_code_never_changes():
    # Printed in somebody's footnote: a change here breaks it.
    assert printed(code_of("mine/julong")) == "JYPG-JBME"
    assert printed(code_of(*STATEMENT)) == "SPJN-EVG4"


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_code_is_read_back_however_it_is_typed(record, statement):
    code = code_of(record, statement)

    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    for typed in (code, printed(code), printed(code).lower(), f" {code.lower()} "):
        assert read_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("OIL0-0000", "01100000"), ("oilo-oooo", "01100000"), ("UUUU-0000", ""), ("K7QM2F9", "")],
)
def test_letters_that_look_like_digits_are_taken_for_them(typed, code):
    assert read_code(typed) == code


@given(st.text())
def test_any_text_is_a_code_or_none(text):
    assert set(read_code(text)) <= set(SIGNS)


@pytest.mark.parametrize("word", ["minerals", "Minerals", "policies", "驱龙驱龙驱龙驱龙", ""])
def test_words_of_eight_letters_are_no_codes(word):
    assert not looks_like_code(word)


@pytest.mark.parametrize("text", ["K7QM-2F9D", "k7qm-2f9d", "terkha:K7QM-2F9D", "K7QM2F9D"])
def test_a_code_is_a_link(text):
    link = parse_link(text)

    assert link == Link("code", "K7QM2F9D")
    assert parse_link(format_link(link)) == link


@pytest.fixture(scope="module")
def catalogue(catalogue_path):
    with Catalogue.open(catalogue_path) as opened:
        yield opened


def test_every_code_of_the_catalogue_leads_to_its_own_record_or_statement(
    catalogue, catalogue_path
):
    with sqlite3.connect(f"file:{catalogue_path}?mode=ro", uri=True) as db:
        records = db.execute("SELECT code, id, '' FROM record").fetchall()
        statements = db.execute(
            "SELECT s.code, r.id, s.id FROM statement AS s JOIN record AS r ON r.number = s.record"
        ).fetchall()
    db.close()
    everything = records + statements

    assert len(statements) > 5000
    assert len({code for code, _, _ in everything}) == len(everything)
    assert all(code == code_of(record, said) for code, record, said in everything)
    for code, record, said in everything[::97]:
        assert catalogue.follow(Link("code", code)) == Link("record", record, said)


def test_a_code_of_nothing_is_told_in_a_sentence(catalogue):
    with pytest.raises(NotFoundError, match="0000-0000"):
        catalogue.follow(Link("code", "00000000"))


def test_other_links_are_left_as_they_are(catalogue):
    link = Link("page", "mines")

    assert catalogue.follow(link) is link


def test_the_search_finds_what_a_code_stands_for(catalogue):
    record, said = STATEMENT
    (hit, *_) = catalogue.search(printed(code_of(record, said)).lower())

    assert hit.id == f"{record}#{said}"
    assert hit.title == "Julong"
    assert hit.field == "short code"
    assert hit.snippet.startswith("Status: ")
    assert catalogue.search(code_of(record), kinds=["mineral"]) == []


def test_the_check_refuses_two_that_chance_made_the_same(monkeypatch):
    from terkha_db.records.rules import codes

    root = Path(__file__).parents[2] / "db" / "records"
    records, _ = read(root)
    monkeypatch.setattr(codes, "code_of", lambda record, said="": code_of("x", said and record))
    faults = [fault.sentence for fault in cross_faults(records)]

    assert any("have the same short code" in sentence for sentence in faults)
    monkeypatch.undo()
    assert cross_faults(records) == []
