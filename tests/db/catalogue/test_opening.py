# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A file that is no good catalogue is refused in one sentence that says how to mend it."""

from __future__ import annotations

import random
import sqlite3

import pytest

from terkha_db.catalogue import Catalogue, default_catalogue
from terkha_db.catalogue.connection import APPLICATION_ID, SCHEMA_VERSION, Reader
from terkha_db.cli_record import record_as_lines
from terkha_db.errors import CatalogueError, KnownError


def refusal(path) -> str:
    with pytest.raises(CatalogueError) as refused:
        Catalogue.open(path)
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert str(path) in sentence
    assert refused.value.exit_code == 1
    return sentence


@pytest.fixture
def copy(catalogue_path, tmp_path):
    """Return a function that writes a changed copy of the catalogue."""

    def write(change):
        content = bytearray(catalogue_path.read_bytes())
        change(content)
        path = tmp_path / "copy.sqlite"
        path.write_bytes(content)
        return path

    return write


def test_the_bundled_catalogue_lies_in_the_package():
    assert default_catalogue().name == "catalogue.sqlite"
    assert (default_catalogue().parent / "entities.py").is_file()


def test_a_missing_file(tmp_path):
    assert "There is no catalogue" in refusal(tmp_path / "nowhere.sqlite")


def test_a_folder(tmp_path):
    assert "cannot be read" in refusal(tmp_path)


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.sqlite"
    path.touch()
    assert "is not a Terkha catalogue" in refusal(path)


def test_another_sort_of_file(tmp_path):
    path = tmp_path / "text.sqlite"
    path.write_text("mine: julong\n" * 100)
    assert "is not a Terkha catalogue" in refusal(path)


def test_the_database_of_another_program(tmp_path):
    path = tmp_path / "other.sqlite"
    sqlite3.connect(path).execute("CREATE TABLE edition (key, value)").connection.close()
    assert "is not a Terkha catalogue" in refusal(path)


@pytest.mark.parametrize(("by", "words"), [(1, "update Terkha"), (-1, "of an older form")])
def test_another_schema_version(copy, by, words):
    version = (SCHEMA_VERSION + by).to_bytes(4, "big")
    assert words in refusal(copy(lambda content: content.__setitem__(slice(60, 64), version)))


def test_a_catalogue_without_its_tables(tmp_path):
    path = tmp_path / "bare.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    assert "is damaged" in refusal(path)


def test_a_file_cut_off(copy):
    path = copy(lambda content: content.__delitem__(slice(len(content) // 3, None)))
    with pytest.raises(CatalogueError, match="is damaged"), Catalogue.open(path) as catalogue:
        use(catalogue)


def use(catalogue):
    """Ask what the pages ask."""
    record_as_lines(catalogue.record("mine/julong"))
    for query in ("gyama", "lithium salt", "甲玛", "xqzzy"):
        catalogue.search(query)
    for kind in ("mine", "claim", "citation"):
        catalogue.rows(kind, text="a")
    catalogue.entries(catalogue.works(["mine/julong"]), "apa")
    catalogue.supports("citation/ferenczy-2025-prc-mining-tibet")


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_a_sentence_or_goes_unnoticed(copy, seed):
    chance = random.Random(seed)

    def damage(content):
        for _ in range(chance.choice((1, 100, 3000))):
            content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)

    path = copy(damage)
    try:
        with Catalogue.open(path) as catalogue:
            use(catalogue)
    except KnownError as error:
        assert "\n" not in str(error)  # noqa: PT017  (any other exception fails the test)


def test_one_byte_is_noticed_by_verify(copy, catalogue):
    assert catalogue.verify() == []
    path = copy(lambda content: content.__setitem__(-1, content[-1] ^ 1))
    with Catalogue.open(path) as damaged:
        faults = damaged.verify()
    assert faults
    assert all("\n" not in fault for fault in faults)


def test_a_fault_of_our_own_query_is_not_blamed_on_the_file(catalogue_path):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        Reader(catalogue_path).all("SELECT * FROM no_such_table")


def test_it_cannot_be_written(catalogue_path):
    with pytest.raises(sqlite3.OperationalError, match="readonly database"):
        Reader(catalogue_path).all("DELETE FROM record")


def test_an_odd_path(catalogue_path, tmp_path):
    path = tmp_path / "a ? b # 100% é.sqlite"
    path.write_bytes(catalogue_path.read_bytes())
    with Catalogue.open(path) as catalogue:
        assert catalogue.path == path
        with catalogue.clone() as other:
            assert other.exists("mine/julong")
