# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Starting the record of a mine: in order at once, right in its comments, and no twin."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from terkha_db.cli_editor import main
from terkha_db.records.check import check
from terkha_db.records.models import Mine
from terkha_db.records.text import read_yaml

REAL = Path(__file__).parents[3] / "db" / "records"


@pytest.fixture
def root(tree):
    """The small records, with a few real mines."""
    for name in ("jiama", "qulong", "luobusa"):
        shutil.copyfile(REAL / f"mines/{name}.yaml", tree.root / f"mines/{name}.yaml")
    return tree.root


def new(root, *arguments):
    return main(["new", "mine", *arguments, "--records", str(root)])


def uncommented(text):
    """Return the file with every example in force: a sign directly before a key or a hyphen."""
    return re.sub(r"^#(?=\S| {2,})", "", text, flags=re.MULTILINE)


def test_it_is_in_order_at_once(tree, capsys):
    assert new(tree.root, "Lhamo Latso’s ‘Lake’", "--site-kind", "salt-lake") == 0
    assert capsys.readouterr().out.startswith(f"Started {tree.root}/mines/lhamo-latsos-lake.yaml")
    records, faults = check(tree.root)
    assert faults == []
    mine = records.of(Mine)["lhamo-latsos-lake"]
    assert (mine.title, mine.site_kind) == ("Lhamo Latso’s ‘Lake’", "salt-lake")
    assert mine.statements == []


def test_its_comments_are_of_the_right_form(tree):
    new(tree.root, "Yes")
    text = (tree.root / "mines/yes.yaml").read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 100
    mine = Mine.model_validate(read_yaml(uncommented(text)))
    said = {one.property for one in mine.statements}
    assert {"status", "county", "point", "commodity", "owner", "resource"} <= said
    keys = ["id", "title", "site_kind", "names", "statements", "related", "note", "events"]
    assert list(read_yaml(uncommented(text))) == keys


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("Jiama", "mine/jiama"),
        ("Giama", "mine/jiama"),
        ("GYAMA", "mine/jiama"),
        ("甲玛铜矿", "mine/jiama"),
        ("Luobussa Chromite Mine", "mine/luobusa"),
        ("驱龙", "mine/qulong"),
    ],
)
def test_a_twin_is_refused(root, capsys, name, twin):
    before = sorted(root.rglob("*"))
    assert new(root, name) == 1
    said = capsys.readouterr().err
    assert twin in said
    assert len(said.splitlines()) == 1
    assert sorted(root.rglob("*")) == before


def test_a_twin_may_be_another_place(root):
    assert new(root, "Giama", "--anyway") == 0
    assert new(root, "Jiama", "--anyway", "--id", "jiama-2") == 0
    assert (root / "mines/jiama-2.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Giama", "--anyway", "--id", "jiama"), "There is a mine/jiama already, Jiama"),
        (("测试",), "Of “测试” no id can be made"),
        (("Test", "--id", "Test 1"), "“Test 1” is no id"),
    ],
)
def test_what_cannot_be_started_is_said_in_a_sentence(root, capsys, arguments, words):
    before = sorted(root.rglob("*"))
    assert new(root, *arguments) == 1
    assert capsys.readouterr().err.startswith(words)
    assert sorted(root.rglob("*")) == before


def test_a_name_in_characters_has_an_id_of_its_own(root):
    assert new(root, "测试", "--id", "ceshi") == 0
    assert check(root)[0].of(Mine)["ceshi"].title == "测试"
