# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Pages under a lens: nothing goes, and all that lies outside says so."""

from __future__ import annotations

import re

import pytest

from terkha.pages import build, gather
from terkha.pages.detail import build_detail
from terkha_db.catalogue import Catalogue
from terkha_db.lens import Lens, parse_lens

WORDS = "outside\u00a0lens"
JULONG = "mine/julong"
LARGE = (
    JULONG,
    "mine/jiama",
    "mine/yulong",
    "mineral/zabuyelite",
    "commodity/copper",
    "organisation/zijin-mining",
    "place/maizhokunggar",
    "claim/isdp-059",
    "citation/ferenczy-2025-prc-mining-tibet",
    "dispute/julong-qulong-one-complex",
)
IDLE = "citation/usgs-2025-mcs-molybdenum"


@pytest.fixture
def page(catalogue_path):
    """Build the page of a record through a lens."""
    with Catalogue.open(catalogue_path) as catalogue:

        def write(record_id, lens, make=build):
            catalogue.look_through(lens if isinstance(lens, Lens) else parse_lens(lens))
            material = gather(catalogue, record_id, "chicago-notes")
            return make(material, lambda _, text: text)

        yield write


@pytest.mark.parametrize("record_id", LARGE)
def test_a_lens_that_leaves_everything_in_changes_no_page(page, record_id):
    before = page(record_id, "")
    after = page(record_id, Lens(without=frozenset({IDLE})))
    assert WORDS not in after.html
    assert set(before.markers) == set(after.markers)
    assert before.sources == after.sources
    # It only says of itself that it is on.
    assert len(after.html) - len(before.html) < 600
    short = page(record_id, Lens(without=frozenset({IDLE})), build_detail).html
    short = short.replace("the work is inside it", "none is on; the work counts")
    short = re.sub(r" Inside the lens: \d+\.|; (\d+) of \1 inside the lens", "", short)
    assert short == page(record_id, "", build_detail).html


@pytest.mark.parametrize("record_id", LARGE)
def test_nothing_goes_from_a_page(page, record_id):
    before = page(record_id, "")
    after = page(record_id, "none")
    assert [marker.says for marker in before.markers.values()] == [
        marker.says for marker in after.markers.values()
    ]
    assert {source.id for source in before.sources} == {source.id for source in after.sources}
    assert before.sections == after.sections


@pytest.mark.parametrize("record_id", LARGE)
def test_each_value_outside_says_so(page, record_id):
    """A lens that admits nothing: every marker is grey, and every group of them has the words."""
    html = page(record_id, "none").html
    assert 'class="mark" href="source:' not in html
    marks = html.count('class="mark-out" href="source:')
    assert marks
    groups = len(re.findall(r'class="mark-out" href="source:[^>]+>\[[^<]+\]</a>(?!<a)', html))
    assert html.count(f'<span class="small">\u00a0{WORDS}') == groups


def test_figures_inside_stand_out(page):
    document = page(JULONG, "company")
    (shown,) = [line for line in document.html.split("<tr>") if "shown in tables" in line][:1]
    assert "10.72" in shown
    assert WORDS not in shown
    assert "the only one of 4 inside the lens" in document.html
    assert "; 1 of 4 inside the lens" in document.html
    assert re.search(r"\b3 of \d\d works are inside the lens \(company works\)", document.html)
    rows = [row for row in document.html.split("<tr>") if "25.88" in row and "Jan 2026" in row]
    assert rows
    for row in rows:
        assert 'class="dim-strong">25.88' in row
        assert WORDS in row


def test_the_entry_beside_a_table_prefers_what_is_inside(page):
    html = page(JULONG, "company", build_detail).html
    assert "4 figures differ; 1 of 4 inside the lens" in html
    assert "Inside the lens: 3." in html
    resource = next(row for row in html.split("<tr>") if ">Resource<" in row)
    assert "10.72" in resource
    owner = next(row for row in html.split("<tr>") if ">Owner<" in row)
    assert WORDS not in owner
    status = html[: html.index("<table")]
    assert WORDS in status


def test_a_difference_of_which_all_figures_are_outside(page):
    html = page(JULONG, "ngo").html
    assert "Tables show none of them: all lie outside the lens." in html
    assert "; 0 of 4 inside the lens" in html
