# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command line answers at once: nothing heavy is loaded before it is needed.

And nothing that talks to a network is loaded at all, by us or by the libraries that we use.
"""

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
REPORT = "import json, sys; print(json.dumps(sorted(sys.modules)))"
# Each of these is of no use but to talk to others. Python's email and multiprocessing, which
# libraries load, load socket as well; that none is opened is watched from outside (smoke.sh).
NETWORK = {
    "PySide6.QtNetwork",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "requests",
    "smtplib",
    "ssl",
    "urllib.request",
    "webbrowser",
}
CHARTS = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from terkha.charts.export import CHART_FORMATS, write_chart
from terkha.look import Look
from terkha_db.catalogue import Catalogue

application = QApplication([])
with Catalogue.open(Path({catalogue!r})) as catalogue:
    look = Look(application, "light", 100)
    for each in CHART_FORMATS:
        write_chart(catalogue, look, "copper-resources", Path({folder!r}, "chart" + each.extension))
"""
LISTED = ("csv", "tsv", "json", "jsonl", "geojson", "xlsx", "ods")
CITED = ("biblatex", "bibtex", "ris", "csl-json", "markdown", "html", "text", "docx", "odt")


def modules_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running ``code``."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


def loaded_after(code: str) -> set[str]:
    """The top-level packages among them."""
    return {name.partition(".")[0] for name in modules_after(code)}


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


def test_writing_tables_and_citations_loads_no_network(tmp_path, profile, catalogue_path):
    common = ["--profile", str(profile), "--catalogue", str(catalogue_path)]
    wanted = [
        *(["list", "mine", "--where", "julong", "--format", each] for each in LISTED),
        *(["cite", "mine/julong", "--format", each] for each in CITED),
    ]
    lines = [
        [*common, *words, "-o", str(tmp_path / f"{number}.{words[-1]}")]
        for number, words in enumerate(wanted)
    ]
    loaded = modules_after(
        f"import terkha_db.cli as c\nfor words in {lines!r}: assert c.main(words) == 0, words"
    )
    assert len(list(tmp_path.glob("*.*"))) == len(wanted)
    assert {"docx", "odfdo", "openpyxl"} <= loaded
    assert loaded & NETWORK == set()


def test_writing_charts_loads_no_network(tmp_path, catalogue_path):
    loaded = modules_after(CHARTS.format(catalogue=str(catalogue_path), folder=str(tmp_path)))
    assert len(list(tmp_path.glob("chart.*"))) == 4
    assert "terkha.charts.svg" in loaded
    assert loaded & NETWORK == set()
