# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every work in the records can be cited: valid, complete, and without a complaint of biber."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from terkha_db.citing import Entry, to_biblatex, to_bibtex, to_csl_json, to_ris
from terkha_db.citing.csl import to_csl

RECORDS = Path(__file__).parents[3] / "db" / "records"


@pytest.fixture(scope="module")
def works():
    from terkha_db.records.load import load
    from terkha_db.records.models import Citation

    found = load(RECORDS).of(Citation).values()
    return [Entry(to_csl(work.model_dump(exclude_none=True))) for work in found]


def test_they_are_valid(works, validate):
    assert len(works) >= 751
    validate([dict(work.csl) for work in works])
    validate(json.loads(to_csl_json.write(works)))


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber_does_not_complain(works, tmp_path):
    (tmp_path / "works.bib").write_bytes(to_biblatex.write(works))
    run = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "works.bib"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert [line for line in run.stdout.splitlines() if line.startswith(("WARN", "ERROR"))] == []
    assert run.returncode == 0


@pytest.mark.parametrize(
    ("writer", "name"),
    [(to_biblatex, "biblatex"), (to_bibtex, "bibtex"), (to_csl_json, "csljson"), (to_ris, "ris")],
)
def test_another_program_finds_them_all(writer, name, works, pandoc):
    text = writer.write(works).decode("utf-8")
    read = json.loads(pandoc(text, "-f", name, "-t", "csljson"))
    assert {one["id"] for one in read} == {work.id for work in works}
    years = {one["id"]: one["issued"]["date-parts"][0][0] for one in read if "issued" in one}
    assert years == {
        work.id: work.csl["issued"]["date-parts"][0][0] for work in works if "issued" in work.csl
    }
