# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every page of the real catalogue: no value without a marker, no link that leads nowhere."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from terkha.pages import build, gather
from terkha.pages.detail import build_detail
from terkha_db.vocabulary import KINDS

STYLE = "chicago-notes"
HREF = re.compile(r'href="([^"]+)"')
ANCHOR = re.compile(r'<a name="([^"]+)">')
LARGEST = ("mine/julong", "mine/zabuye", "citation/ferenczy-2025-prc-mining-tibet")


@pytest.fixture(scope="module")
def ids(catalogue):
    return [row.id for kind in KINDS for row in catalogue.rows(kind.id)]


def pages(catalogue, ids, english):
    """Yield record and page, with every list unfolded."""
    for record_id in ids:
        material = gather(catalogue, record_id, STYLE)
        folded = build(material, english).folded
        yield material.record, build(material, english, folded)


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_value_has_a_working_marker_and_every_link_leads_somewhere(
    catalogue, ids, hand, kind
):
    known = set(ids)
    faults = []
    checked = 0
    for record, page in pages(
        catalogue, [one for one in ids if one.startswith(kind)], hand.english
    ):
        checked += 1
        marked = {marker.statement for marker in page.markers.values()}
        faults += [
            f"{record.id}: {statement.id} has no marker"
            for statement in record.statements
            if statement.id not in marked
        ]
        hrefs = [unescape(href) for href in HREF.findall(page.html)]
        faults += [f"{record.id}: marker {one} is not on the page" for one in page.markers
                   if one not in hrefs]  # fmt: skip
        faults += dead_links(record.id, page, hrefs, known)
        anchors = set(ANCHOR.findall(page.html))
        faults += [f"{record.id}: the contents name {one.anchor}, which is not there"
                   for one in page.sections if one.anchor not in anchors]  # fmt: skip
        for marker in page.markers.values():
            named = [page.sources[number - 1] for number in marker.numbers]
            if sorted(one.id for one in named) != sorted(one.source.id for one in marker.cites):
                faults.append(f"{record.id}: {marker.href} names other works than it should")
    assert checked
    assert faults == []


def dead_links(record_id, page, hrefs, known):
    anchors = set(ANCHOR.findall(page.html))
    for href in hrefs:
        scheme, _, rest = href.partition(":")
        if scheme == "source":
            alive = href in page.markers
        elif scheme == "record":
            alive = rest.partition("#")[0] in known
        elif href.startswith("#"):
            alive = href[1:] in anchors
        elif scheme == "cite":
            alive = rest in known
        else:
            alive = scheme in ("more", "copy")
        if not alive:
            yield f"{record_id}: {href} leads nowhere"


def test_a_link_to_a_statement_finds_it_on_the_page(catalogue, ids, hand):
    """Links with # lead to anchors that the page they lead to really has."""
    wanted = set()
    for _, page in pages(
        catalogue, ["organisation/zijin-mining", "commodity/lithium"], hand.english
    ):
        wanted |= {
            unescape(href).removeprefix("record:")
            for href in HREF.findall(page.html)
            if href.startswith("record:") and "#" in href
        }
    assert len(wanted) > 20
    records = sorted({one.partition("#")[0] for one in wanted})
    anchors = {
        f"{record.id}#{name}"
        for record, page in pages(catalogue, records, hand.english)
        for name in ANCHOR.findall(page.html)
    }
    assert wanted - anchors == set()


def test_every_record_has_a_short_page_whose_links_work(catalogue, ids, hand):
    known = set(ids)
    faults = []
    for record_id in ids:
        page = build_detail(gather(catalogue, record_id, STYLE), hand.english)
        hrefs = [unescape(href) for href in HREF.findall(page.html)]
        faults += dead_links(record_id, page, hrefs, known)
    assert faults == []


@pytest.mark.parametrize("record_id", LARGEST)
def test_the_largest_pages_are_written_in_30_ms(catalogue, hand, record_id):
    def cost():
        material = gather(catalogue, record_id, STYLE)
        start = time.process_time()
        build(material, hand.english)
        return time.process_time() - start

    assert min(cost() for _ in range(3)) < 0.030


def test_julong_says_what_the_documents_say_of_it(catalogue, hand):
    _, page = next(pages(catalogue, ["mine/julong"], hand.english))
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
