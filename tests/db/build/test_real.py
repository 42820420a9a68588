# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue of the real records: whole, repeatable, and found by name."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from terkha_db.verify import verify

RECORDS = Path(__file__).parents[3] / "db" / "records"
BRIEF = "citation/ferenczy-2025-prc-mining-tibet"
BUILD = (
    "import sys; from pathlib import Path; from terkha_db.build.build import build\n"
    "build(Path(sys.argv[1]), Path(sys.argv[2]), rendered=False)"
)


def test_it_is_whole(catalogue_path):
    assert verify(catalogue_path) == []


def test_the_order_of_sets_does_not_matter(tmp_path):
    digests = set()
    for seed in ("1", "2"):
        target = tmp_path / seed
        command = [sys.executable, "-c", BUILD, str(RECORDS), str(target)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_every_endnote_of_the_brief_finds_its_work(catalogue):
    endnotes = [one for one in catalogue.record(BRIEF).statements if one.property == "endnote"]
    assert [one.of for one in endnotes] == [str(number) for number in range(1, 41)]
    for one in endnotes:
        first, *_ = catalogue.search(f"ISDP endnote {one.of}")
        assert first.id == one.records[0].id, one.of


@pytest.mark.parametrize(
    "kind", ["mine", "mineral", "commodity", "organisation", "place", "policy", "person", "topic"]
)
def test_every_title_and_name_finds_its_record(catalogue, kind):
    lost = []
    for brief in catalogue.briefs(row.id for row in catalogue.rows(kind)):
        for name in (brief.title, *(name.text for name in catalogue.record(brief.id).names)):
            found = [hit.id for hit in catalogue.search(name, limit=20)]
            if brief.id not in found:
                lost.append((brief.id, name, found[:3]))
    assert lost == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Gyama", "mine/jiama"),
        ("Jiama", "mine/jiama"),
        ("甲玛", "mine/jiama"),
        ("qulong", "mine/qulong"),
        ("驱龙", "mine/qulong"),
        ("Drangyer Tsaka", "mine/zabuye"),
        ("Zabuye", "mine/zabuye"),
        ("Mamicuo", "mine/mami-tso"),
        ("Nyagchu", "place/nyagchu"),
        ("Yajiang", "place/nyagchu"),
        ("Luobusa", "mine/luobusa"),
        ("Norbusa", "mine/luobusa"),
        ("Maizhokunggar", "place/maizhokunggar"),
        ("qusongite", "mineral/qusongite"),
        ("Ferenczy", "person/ferenczy"),
    ],
)
def test_the_right_record_comes_first(catalogue, query, expected):
    assert catalogue.search(query)[0].id == expected


def test_each_preferred_figure_has_a_reason(catalogue):
    figures = [one for name in ("resource", "reserve", "grade") for one in catalogue.figures(name)]
    assert all(bool(one.reason) == (one.rank == "preferred") for one in figures)
    julong = [one for one in figures if one.record == "mine/julong" and one.commodity == "copper"]
    (best,) = [one for one in julong if one.property == "resource" and one.rank == "preferred"]
    assert best.value == 25.88e6
    assert best.reason.startswith("latest figure for the whole mine")
