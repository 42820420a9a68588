# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the manual shows to those who ask the catalogue in SQL does what it says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from terkha_resources import text

CHAPTER = text("help/catalogue.md")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+?)```", CHAPTER, re.DOTALL)


@pytest.fixture(scope="module")
def folder(catalogue_path, tmp_path_factory):
    made = tmp_path_factory.mktemp("examples")
    shutil.copyfile(catalogue_path, made / "catalogue.sqlite")
    return made


@pytest.fixture
def connection(folder):
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as opened:
        yield opened


@pytest.mark.parametrize("sql", examples("sql"))
def test_sql(connection, sql):
    rows = connection.execute(sql).fetchall()
    assert len(rows) > 5
    assert all(row[0] for row in rows)


def test_every_table_that_is_named_is_there(connection):
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    first_cells = re.findall(r"^\| (`.+?`) \|", CHAPTER.replace(", …", ""), re.MULTILINE)
    named = {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}
    assert len(named) > 12
    assert named <= tables


@pytest.mark.parametrize("code", examples("python"))
def test_python(folder, code):
    shown = f"{code}\nassert len(result) > 2, result\nprint(result.to_json())"
    run = subprocess.run(
        [sys.executable, "-c", shown], cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert len(json.loads(run.stdout)) > 1


def test_datasette(folder, connection):
    (command,) = examples("sh")
    name, *words = shlex.split(command)
    program = Path(sys.executable).with_name(name)
    run = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    titles = [row["title"] for row in json.loads(run.stdout)]
    counted = "SELECT count(*) FROM table_mine WHERE province LIKE '%Tibet%'"
    assert len(titles) == min(100, connection.execute(counted).fetchone()[0])
    assert "Jiama" in titles
