# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""YAML as people mean it."""

from __future__ import annotations

import pytest
import yaml

from terkha_db.records.text import DuplicateKeyError, read_yaml


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021-12-27", "2021-12-27"),
        ("2021-12", "2021-12"),
        ("2021", 2021),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("true", True),
        ("false", False),
        ("50.1", 50.1),
        ("-3.5", -3.5),
        ("2.5e6", 2.5e6),
        (".5", ".5"),
        ("~", None),
        ("null", None),
        ("", None),
        ("n. 13", "n. 13"),
    ],
)
def test_plain_values(written: str, meant: object):
    read = read_yaml(f"key: {written}")
    assert read == {"key": meant}
    assert type(read["key"]) is type(meant)


def test_a_key_stands_once():
    with pytest.raises(DuplicateKeyError) as caught:
        read_yaml("one: 1\ntwo: 2\none: 3\n")
    assert caught.value.problem == "one"
    assert caught.value.problem_mark.line == 2


def test_no_code_is_run():
    with pytest.raises(yaml.YAMLError):
        read_yaml("!!python/object/apply:os.getcwd []")
