# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A catalogue that was changed, cut short or broken is noticed, and nothing is raised."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from terkha_db.build.build import build
from terkha_db.seal import UNSEALED, is_sealed, seal
from terkha_db.verify import verify

SMALL = Path(__file__).parents[1] / "data" / "records"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    path = tmp_path_factory.mktemp("verify") / "small.sqlite"
    build(SMALL, path, rendered=False)
    return path.read_bytes()


@pytest.fixture
def spoilt(content, tmp_path):
    """Write a changed catalogue and return its faults."""

    def write(changed: bytes) -> list[str]:
        path = tmp_path / "catalogue.sqlite"
        path.write_bytes(changed)
        return verify(path)

    return write


@pytest.fixture
def altered(content, tmp_path):
    """Run SQL on a catalogue, seal it again, and return its faults."""

    def run(*statements: str) -> list[str]:
        path = tmp_path / "catalogue.sqlite"
        path.write_bytes(content)
        with sqlite3.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
        path.write_bytes(seal(path.read_bytes()))
        return verify(path)

    return run


def test_a_good_catalogue_has_no_faults(spoilt, content):
    assert spoilt(content) == []


def test_any_single_byte_is_noticed(spoilt, content):
    chance = random.Random(20261121)
    places = [0, 17, 60, 100, len(content) - 1, *chance.sample(range(len(content)), 60)]
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        assert spoilt(bytes(changed)), place


def test_the_seal_itself_is_sealed(content):
    start = content.index(b"checksumsha256:")
    for place in (start, start + 10, start + 20, start + 78):
        changed = bytearray(content)
        changed[place] ^= 1
        assert not is_sealed(bytes(changed))


def test_a_second_seal_is_refused(content):
    fake = b"checksum" + UNSEALED.encode()
    assert not is_sealed(content + fake)
    with pytest.raises(ValueError, match="unpack"):
        seal(content + fake)


@pytest.mark.parametrize("length", [0, 50, 100, 4096, 20000])
def test_a_file_cut_short(spoilt, content, length):
    (first, *_) = spoilt(content[:length])
    assert "\n" not in first


def test_zeroed_pages(spoilt, content):
    for page in range(1, len(content) // 4096, 7):
        changed = bytearray(content)
        changed[page * 4096 : (page + 1) * 4096] = bytes(4096)
        assert spoilt(bytes(changed))


def test_no_file(tmp_path):
    (fault,) = verify(tmp_path / "nowhere.sqlite")
    assert "There is no catalogue at" in fault
    (fault,) = verify(tmp_path)
    assert fault


def test_a_change_by_hand_is_noticed(content, tmp_path):
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(content)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE statement SET value = 99 WHERE value = 25880000")
    connection.close()
    (fault,) = verify(path)
    assert "was changed after it was built" in fault


def test_a_statement_without_a_citation(altered):
    (fault,) = altered(
        "DELETE FROM statement_citation WHERE statement = (SELECT min(number) FROM statement)"
    )
    assert "1 statement without a citation, first mine/figures-that-differ#status-" in fault


def test_a_reference_to_nothing(altered):
    (fault,) = altered("UPDATE relation SET target = 9999 WHERE type = 'owned by'")
    assert "refer to nothing, first in relation to record" in fault


def test_an_index_out_of_step(altered):
    (fault,) = altered("UPDATE name SET tokens = 'elsewhere' WHERE number = 2")
    assert "name_tokens is out of step" in fault


def test_a_record_too_few(altered):
    (fault,) = altered("UPDATE edition SET value = '999' WHERE key = 'records'")
    assert "holds 29 records and should hold 999" in fault
