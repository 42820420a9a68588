# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Works as CSL-JSON, and the cache of what pandoc made of them."""

from __future__ import annotations

import json

import pytest

from terkha_db.build import citations
from terkha_db.build.citations import csl_item, formatted
from terkha_db.citing.styles import style_by_id
from terkha_db.records.models import Citation


def work(draft, slug):
    return draft.records.of(Citation)[slug]


def test_a_work_as_csl(draft):
    assert csl_item(work(draft, "scrap-nd-comment")) == {
        "id": "scrap-nd-comment",
        "type": "article-newspaper",
        "title": "[Commentary on the commissioning]",
        "container-title": "scrap.example",
        "language": "zh-Hans",
    }
    item = csl_item(work(draft, "company-2021-phase1"))
    assert item["issued"] == {"date-parts": [[2021, 12, 28]]}
    assert item["author"] == [{"literal": "Company Group"}]


def test_a_citation_row(ask):
    rows = ask(
        "SELECT c.csl, c.author, c.year, c.secondary, c.title_supplied FROM citation AS c "
        "JOIN record AS r ON r.number = c.record WHERE r.id = 'citation/survey-2015-list'"
    )
    ((csl, *rest),) = rows
    assert json.loads(csl)["author"] == [{"literal": "李四光"}]
    assert rest == ["李四光", 2015, 1, 0]


@pytest.fixture
def runs(monkeypatch):
    """Count how often pandoc would run."""
    seen = []
    render = citations.render

    def counted(items, styles):
        seen.append([style.id for style in styles])
        return render(items, styles)

    monkeypatch.setattr(citations, "render", counted)
    return seen


def test_pandoc_runs_once_for_each_style_and_content(draft, tmp_path, runs):
    items = [csl_item(work(draft, "company-2021-phase1"))]
    styles = [style_by_id("apa"), style_by_id("ieee")]
    first = formatted(items, styles, tmp_path)
    assert formatted(items, styles, tmp_path) == first
    assert runs == [["apa"], ["ieee"]]
    formatted([{**items[0], "title": "Another"}], styles[:1], tmp_path)
    assert runs[2:] == [["apa"]]


def test_rows_without_a_cache_are_the_same(draft, tmp_path):
    items = [csl_item(work(draft, "company-2021-phase1"))]
    styles = [style_by_id("chicago-notes")]
    assert formatted(items, styles, None) == formatted(items, styles, tmp_path)
    assert {row[2] for row in formatted(items, styles, tmp_path)} == {
        "bibliography",
        "note",
        "short",
    }
