# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command of those who edit records: what it says and how it ends."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from terkha_db.cli_editor import main

SMALL = Path(__file__).parents[1] / "data" / "records"


@pytest.fixture
def records(tmp_path):
    shutil.copytree(SMALL, tmp_path / "records")
    return tmp_path / "records"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """What pandoc has formatted, which takes longest."""
    return tmp_path_factory.mktemp("cache")


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_check(records, capsys):
    assert run("check", "--records", records) == 0
    assert capsys.readouterr().out == "29 records, 0 faults, 0 warnings.\n"
    mine = records / "mines" / "only-a-county-seat.yaml"
    mine.write_text(mine.read_text("utf-8").replace("place/maizhokunggar", "place/x"), "utf-8")
    assert run("check", "--records", records) == 1
    *faults, total = capsys.readouterr().out.splitlines()
    assert faults == [f"{mine}:6: statements.0.record: there is no place 'x'"]
    assert total == "29 records, 1 fault, 0 warnings."


@pytest.mark.long
def test_build_stats_diff(records, cache, tmp_path, capsys):
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    assert run("build", "--records", records, "-o", old, "--cache", cache) == 0
    assert run("stats", old) == 0
    told = capsys.readouterr().out
    assert "Edition 2026.11 of 2026-11-21" in told
    assert "       4  mines\n" in told
    assert "Of 4 mines:\n       1  with a point of the site itself\n" in told
    assert "       4 of    240    1 %  100 % not yet mines, deposits and lakes\n" in told

    assert run("diff", old, old) == 0
    assert capsys.readouterr().out == "No record changed.\n"

    mine = records / "mines" / "figures-that-differ.yaml"
    text = mine.read_text("utf-8").replace("value: 25880000", "value: 27000000")
    text = text.replace("title: Figures that differ", "title: Another title")
    mine.write_text(text.replace("share: 57.35", "share: 58"), "utf-8")
    (records / "mines" / "nothing-but-a-title.yaml").unlink()
    (records / "topics" / "new.yaml").write_text("id: new\ntitle: New\ntopic_kind: term\n", "utf-8")
    assert run("build", "--records", records, "-o", new, "--cache", cache) == 0
    capsys.readouterr()
    assert run("diff", old, new) == 1
    assert capsys.readouterr().out.splitlines() == [
        "New records: 1",
        "  + topic/new  New",
        "Gone records: 1",
        "  - mine/nothing-but-a-title  Nothing but a title",
        "Records with another title: 1",
        "  ~ mine/figures-that-differ  Figures that differ → Another title",
        "mine/figures-that-differ  Another title",
        "  ~ Owner (Dec 2021): Company Group (57.35 %) → Company Group (58 %)",
        "  ~ Resource, copper (Jan 2026): 25.88 Mt Cu → 27 Mt Cu",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("check", "--records", "/nowhere"), 1, "/nowhere is no folder of records"),
        (("build", "--records", "/nowhere"), 1, "/nowhere/EDITION.yaml is missing"),
        (("stats", "/nowhere.sqlite"), 1, "There is no catalogue at /nowhere.sqlite"),
        (("diff", "/nowhere.sqlite", "/x"), 1, "There is no catalogue at /nowhere.sqlite"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(capsys, arguments, code, words):
    assert run(*arguments) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(words)
    assert len(said.err.splitlines()) == 1


@pytest.mark.long
def test_a_target_that_cannot_be_written(records, cache, tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    target = tmp_path / "file" / "catalogue.sqlite"
    assert run("build", "--records", records, "-o", target, "--cache", cache) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("frobnicate",), ("diff", "one")])
def test_wrong_use(arguments):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from terkha_db.cli_editor import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'yaml', 'pydantic', 'sqlite3', 'opencc', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
