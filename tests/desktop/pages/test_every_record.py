# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every page of the real catalogue: each value marked, each link alive, each record near Home."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest

from terkha.charts import CHARTS
from terkha.pages import build, gather
from terkha.pages.detail import build_detail
from terkha.views.pages import PAGES
from terkha_db.vocabulary import KINDS

STYLE = "chicago-notes"
HREF = re.compile(r'href="([^"]+)"')
ANCHOR = re.compile(r'<a name="([^"]+)">')
LARGEST = ("mine/julong", "mine/zabuye", "citation/ferenczy-2025-prc-mining-tibet")
STEPS = 4


@dataclass(frozen=True)
class Seen:
    """What the walk keeps of a page."""

    faults: tuple[str, ...]
    hrefs: tuple[str, ...]
    anchors: frozenset[str]


@pytest.fixture(scope="module")
def ids(catalogue):
    return [row.id for kind in KINDS for row in catalogue.rows(kind.id)]


@pytest.fixture(scope="module")
def walked(catalogue, ids, hand):
    """Every page, with every list unfolded, written once for all tests."""
    return {record_id: see(catalogue, record_id, hand.english) for record_id in ids}


def whole_page(catalogue, record_id, english):
    material = gather(catalogue, record_id, STYLE)
    first = build(material, english)
    return material, build(material, english, first.folded) if first.folded else first


def see(catalogue, record_id, english):
    material, page = whole_page(catalogue, record_id, english)
    hrefs = [unescape(href) for href in HREF.findall(page.html)]
    anchors = frozenset(ANCHOR.findall(page.html))
    faults = (*unmarked(material, page, anchors), *broken(page, set(hrefs), anchors))
    return Seen(faults, tuple(hrefs), anchors)


def unmarked(material, page, anchors):
    """Yield the values without a marker or a place, and sections that are not there."""
    marked = {one.statement for one in page.markers.values() if not one.record}
    for statement in material.record.statements:
        if statement.id not in marked:
            yield f"{page.record}: {statement.id} has no marker"
        if statement.id not in anchors:
            yield f"{page.record}: {statement.id} cannot be linked to"
    for section in page.sections:
        if section.anchor not in anchors:
            yield f"{page.record}: the contents name {section.anchor}, which is not there"


def broken(page, pressed, anchors):
    """Yield the markers that do not work."""
    for marker in page.markers.values():
        if marker.href not in pressed:
            yield f"{page.record}: marker {marker.href} is not on the page"
        if not marker.cites or not marker.says:
            yield f"{page.record}: marker {marker.href} says nothing"
        if marker.differs and marker.differs not in anchors:
            yield f"{page.record}: nothing stands at {marker.differs}"
        named = [page.sources[number - 1].id for number in marker.numbers]
        if sorted(named) != sorted(cite.source.id for cite in marker.cites):
            yield f"{page.record}: {marker.href} names other works than it should"
    yield from (f"{page.record}: {href} is no marker" for href in pressed
                if href.startswith("source:") and href not in page.markers)  # fmt: skip


def leads_somewhere(href, anchors, known):
    scheme, _, rest = href.partition(":")
    if href.startswith("#"):
        return href[1:] in anchors
    if rest.startswith("chart/"):
        return rest.removeprefix("chart/") in {chart.id for chart in CHARTS}
    if scheme in ("record", "cite"):
        return rest.partition("#")[0] in known
    if scheme == "lens":
        return rest[1:] in known
    if scheme == "outside":
        return bool(urlsplit(unquote(rest)).hostname)
    return scheme in ("source", "more", "copy")


def dead_links(record_id, hrefs, anchors, known):
    return [f"{record_id}: {href} leads nowhere" for href in hrefs
            if not leads_somewhere(href, anchors, known)]  # fmt: skip


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_value_has_a_working_marker_and_every_link_leads_somewhere(walked, kind):
    known = set(walked)
    seen = {one: page for one, page in walked.items() if one.startswith(f"{kind}/")}
    assert seen
    faults = [fault for page in seen.values() for fault in page.faults]
    for record_id, page in seen.items():
        faults += dead_links(record_id, page.hrefs, page.anchors, known)
    assert faults == []


def test_links_to_a_place_on_another_page_find_it_there(walked):
    wanted = {
        href.removeprefix("record:")
        for page in walked.values()
        for href in page.hrefs
        if href.startswith("record:") and "#" in href
    }
    assert len(wanted) > 1000
    there = {f"{record}#{anchor}" for record, page in walked.items() for anchor in page.anchors}
    assert wanted - there == set()


def test_every_record_is_at_most_four_steps_from_home(walked):
    """From Home to a table, from its row to a record, and from record to record."""
    tables = {spec.kind for spec in PAGES if spec.kind}
    reached = {one for one in walked if one.partition("/")[0] in tables}
    for _step in range(3, STEPS + 1):
        reached |= {
            href.removeprefix("record:").partition("#")[0]
            for one in reached
            for href in walked[one].hrefs
            if href.startswith("record:") and not href.startswith("record:chart/")
        }
    assert set(walked) - reached == set()


def test_every_record_has_a_short_page_whose_links_work(catalogue, walked, hand):
    faults = []
    for record_id in walked:
        page = build_detail(gather(catalogue, record_id, STYLE), hand.english)
        hrefs = [unescape(href) for href in HREF.findall(page.html)]
        faults += dead_links(record_id, hrefs, set(ANCHOR.findall(page.html)), set(walked))
    assert faults == []


@pytest.mark.parametrize("record_id", LARGEST)
def test_the_largest_pages_are_written_in_30_ms(catalogue, hand, record_id):
    material = gather(catalogue, record_id, STYLE)
    build(material, hand.english)  # reads what it looks at

    def cost():
        start = time.process_time()
        build(material, hand.english)
        return time.process_time() - start

    assert min(cost() for _ in range(3)) < 0.030


def test_julong_says_what_the_documents_say_of_it(catalogue, hand):
    _, page = whole_page(catalogue, "mine/julong", hand.english)
    anchors = [section.anchor for section in page.sections]
    assert anchors == [
        "names",
        "figures",
        "differences",
        "organisations",
        "timeline",
        "impacts",
        "claims",
        "related",
        "works",
        "missing",
    ]
    assert "Julong and Qulong treated as two mines" in page.html
    assert "10.72\u00a0Mt\u00a0Cu" in page.html
    assert "25.88\u00a0Mt\u00a0Cu" in page.html
