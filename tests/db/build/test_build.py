# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The build as a whole: repeatable, whole or not at all, marked as a catalogue."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3

import pytest

from terkha_db.build.build import build
from terkha_db.catalogue import Catalogue
from terkha_db.catalogue.connection import APPLICATION_ID, SCHEMA_VERSION
from terkha_db.errors import RecordError
from terkha_db.verify import verify


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_two_builds_are_the_same_bytes_with_and_without_a_cache(small_records, tmp_path):
    for name in ("fresh", "again"):
        build(small_records, tmp_path / name, cache=tmp_path / "cache")
    assert any((tmp_path / "cache").iterdir())
    build(small_records, tmp_path / "uncached")
    assert digest(tmp_path / "fresh") == digest(tmp_path / "again") == digest(tmp_path / "uncached")
    with Catalogue.open(tmp_path / "fresh") as catalogue:
        works = catalogue.works(["mine/figures-that-differ"])
        entries = catalogue.entries(works, "apa")
    assert [entry.text for entry in entries if "Phase 1" in entry.text]
    assert verify(tmp_path / "fresh") == []


def test_the_order_of_files_does_not_matter(small_records, small, tmp_path):
    shutil.copytree(small_records, tmp_path / "records")
    species = tmp_path / "records" / "minerals" / "species.yaml"
    species.rename(tmp_path / "records" / "minerals" / "a-file-of-another-name.yaml")
    build(tmp_path / "records", tmp_path / "moved", rendered=False)
    assert digest(tmp_path / "moved") == digest(small)


def test_a_fault_leaves_the_old_catalogue_in_place(small_records, tmp_path):
    shutil.copytree(small_records, tmp_path / "records")
    (tmp_path / "records" / "mines" / "bad.yaml").write_text("id: Bad\n", "utf-8")
    target = tmp_path / "out" / "catalogue.sqlite"
    target.parent.mkdir()
    target.write_bytes(b"old")
    with pytest.raises(RecordError, match=r"bad\.yaml:1: id: "):
        build(tmp_path / "records", target, rendered=False)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_the_file_says_what_it_is(small, ask):
    header = small.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert ask("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    edition = dict(ask("SELECT key, value FROM edition"))
    assert (edition["version"], edition["date"]) == ("2026.11", "2026-11-21")
    assert edition["checksum"].startswith("sha256:")


def test_no_empty_text_stands_for_what_is_unknown(ask):
    for (table,) in ask("SELECT name FROM pragma_table_list WHERE strict = 1"):
        for _, column, kind, *_ in ask(f"PRAGMA table_info({table})"):
            if kind == "TEXT" and (table, column) not in ALLOWED:
                found = ask(f'SELECT count(*) FROM {table} WHERE "{column}" = ?', "")
                assert found == [(0,)], f"{table}.{column}"


# What one side of a dispute says, where it is all of them; keys of groups.
ALLOWED = {
    ("dispute_position", "says"),
    *((table, key) for table in ("spread", "compared") for key in ("commodity", "substance")),
    ("compared", "part"),
}


def test_every_table_of_records_is_strict(ask):
    loose = ask(
        "SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    )
    assert loose == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "is missing"),
        ("version: '2026.11'\n", "EDITION.yaml:1: date: this key is missing"),
        ("version: next\ndate: 2026-11-21\n", "version 'next' is not of the form 2026.11"),
        ("version: '2026.11'\ndate: soon\n", "EDITION.yaml:2: date: a date is"),
    ],
)
def test_the_edition_must_be_named(small_records, tmp_path, content, words):
    shutil.copytree(small_records, tmp_path / "records")
    file = tmp_path / "records" / "EDITION.yaml"
    file.unlink()
    if content:
        file.write_text(content, "utf-8")
    with pytest.raises(RecordError) as caught:
        build(tmp_path / "records", tmp_path / "x", rendered=False)
    assert words in str(caught.value)


def test_the_file_opens_in_plain_sqlite(small):
    with sqlite3.connect(small) as connection:
        rows = connection.execute("SELECT title, resource_copper FROM table_mine").fetchall()
    connection.close()
    assert ("Figures that differ", 10.72) in rows
