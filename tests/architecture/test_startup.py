# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command line answers at once: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "PySide6",
    "bibtexparser",
    "docx",
    "lxml",
    "numpy",
    "odfdo",
    "opencc",
    "openpyxl",
    "pydantic",
    "pyqtgraph",
    "pypandoc",
    "rispy",
    "shiboken6",
    "sqlite_utils",
    "terkha",
    "yaml",
}
REPORT = (
    "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
)


def loaded_after(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after running ``code``."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {name.partition(".")[0] for name in json.loads(run.stdout.splitlines()[-1])}


@pytest.mark.parametrize("module", ["terkha_db", "terkha_db.cli", "terkha_resources"])
def test_importing_loads_nothing_heavy(module):
    loaded = loaded_after(f"import {module}")
    assert module.partition(".")[0] in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    "words",
    [
        ["info", "--json"],
        ["search", "julong"],
        ["show", "mine/julong"],
        ["list", "mine"],
        ["collection", "list"],
        ["cite", "mine/julong"],
    ],
    ids=" ".join,
)
def test_a_question_loads_nothing_heavy(words, profile, catalogue_path):
    arguments = ["--profile", str(profile), "--catalogue", str(catalogue_path), *words]
    assert loaded_after(f"import terkha_db.cli as c; c.main({arguments!r})") & HEAVY == set()
