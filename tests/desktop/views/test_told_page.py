# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Events as a timeline and claims by topic: the same rows, filters and links as the tables."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from terkha.views.pages import outside
from terkha.views.paper import save_pdf
from terkha_db.lens import parse_lens


@pytest.fixture
def opened(window):
    window.resize(1440, 900)

    def open_link(link):
        window.context.state.open(link)
        return window.page()

    return open_link


def text(page):
    page.pane.view.complete()
    return page.pane.view.toPlainText()


def years(page):
    return [int(one.title) for one in page.pane.view.shown.sections if one.title.isdigit()]


def test_the_timeline_tells_every_event_once_by_year_and_undated_ones_apart(opened, catalogue):
    page = opened("page/events?view=timeline")
    document = page.pane.view.shown
    assert page.is_reading
    assert years(page) == sorted(set(years(page)))
    *dated, undated, works = document.sections
    assert (undated.anchor, works.anchor) == ("undated", "works")
    assert undated.count == len(catalogue.rows("event", where="is:undated"))
    told = sum(one.count for one in (*dated, undated))
    assert told == catalogue.edition.counts["event"]
    told = {one.record for one in document.markers.values()}
    assert told == {row.id for row in catalogue.rows("event")}


def test_each_event_has_its_date_claimant_and_the_records_it_concerns(opened):
    page = opened("page/events?view=timeline&where=date:2013-03-29")
    seen = text(page)
    assert "29 Mar 2013" in seen
    assert "impact or protest" in seen
    assert "landslide buried 83 workers" in seen
    assert "Central Tibetan Administration, NGO" in seen
    assert 'href="record:mine/jiama"' in page.pane.view.shown.html


def test_both_views_share_facets_words_and_link(opened, window, qtbot):
    page = opened("page/events")
    assert not page.is_reading
    qtbot.mouseClick(page._as_text, Qt.MouseButton.LeftButton)
    assert window.context.state.link == "page/events?view=timeline"
    page._press("what", "accident")
    assert "view=timeline" in window.context.state.link
    assert outside(window.context.state.link).startswith("terkha:events?where=what%3Daccident")
    shown = {one.record for one in page.pane.view.shown.markers.values()}
    assert shown == {row.id for row in page.model.rows()}
    page.asked.type_words("gyama")
    assert {one.record for one in page.pane.view.shown.markers.values()} < shown
    qtbot.mouseClick(page._as_table, Qt.MouseButton.LeftButton)
    assert "view" not in window.context.state.link
    assert "text=gyama" in window.context.state.link
    window.context.state.back()
    assert page.record_ids() or not page.is_reading


def test_a_text_cites_all_its_rows_and_has_no_entry_beside_it(opened, window):
    page = opened("page/events?view=timeline&where=what:accident")
    assert page.record_ids() == []
    assert page._cite.text() == f"Cite {page.model.rowCount()}"
    assert page.detail.isHidden()
    assert not page.head.columns.isVisible()
    assert page.pane in page.pane.parentWidget().children()
    window.context.state.open("page/events")
    assert page.detail.isVisible()


def test_a_way_back_leads_to_where_the_text_was_read(opened, window):
    page = opened("page/events?view=timeline")
    page.pane.view.complete()
    page.pane.view.verticalScrollBar().setValue(3000)
    read = page.pane.place()["letter"]
    window.context.state.open("mine/jiama")
    window.context.state.back()
    assert page.is_reading
    assert read > 1000
    # The line at the top is the same; where it begins depends on what else fits the width.
    assert abs(page.pane.place()["letter"] - read) < 100


def test_claims_stand_by_topic_and_document_each_with_its_works_and_records(opened, catalogue):
    page = opened("page/claims?view=topics")
    document = page.pane.view.shown
    topics = document.sections[1:-1]
    assert sum(one.count for one in topics) == catalogue.edition.counts["claim"]
    assert [one.count for one in topics] == sorted((one.count for one in topics), reverse=True)
    told = {one.record for one in document.markers.values() if one.record}
    assert told == {row.id for row in catalogue.rows("claim")}
    narrowed = opened("page/claims?view=topics&where=id:claim/isdp-067")
    seen = text(narrowed)
    assert "PRC Mining in Tibet" in seen
    assert "endnote 16: China Daily state media" in seen
    assert "concerns" in seen


def test_counts_by_topic_and_kind_of_source_lead_to_just_those_claims(opened, window, catalogue):
    page = opened("page/claims?view=topics")
    html = page.pane.view.shown.html
    counts = re.findall(r'href="record:(page/claims\?[^"]*)">(\d+)<', html)
    assert len(counts) > 20
    for link, count in counts:
        window.context.state.open(link.replace("&amp;", "&"))
        assert window.page().model.rowCount() == int(count), link
    kept = len(catalogue.rows("claim", where="topic=resource rests-on.kind:state-media"))
    assert any("topic%3Dresource" in link and "state-media" in link for link, _ in counts)
    assert kept == 2


def test_nothing_that_matches_is_said_and_a_lens_is_followed(opened, context):
    page = opened("page/events?view=timeline&text=zzzz")
    assert not page.pane.view.shown.sections
    assert text(page).startswith("Nothing here matches all filters")
    page = opened("page/claims?view=topics")
    before = page.pane.view.shown.html
    context.look_through(parse_lens("-state-media"))
    assert page.pane.view.shown.html != before


def test_a_text_goes_on_paper_with_its_works_and_its_link(opened, context, tmp_path):
    page = opened("page/events?view=timeline&where=what:accident")
    document = page._everything()
    assert document.record == page.link_now()
    assert document.sections[-1].count == len(document.sources)
    file = tmp_path / "timeline.pdf"
    assert save_pdf(context, document, file) > 0
    assert file.stat().st_size > 10_000
    assert page._print.isVisible()
    opened("page/events")
    assert not page._print.isVisible()


def test_long_lists_of_works_unfold_in_place(opened):
    page = opened("page/events?view=timeline")
    assert page.pane.view.shown.folded == {"works"}
    page.pane.view.more_requested.emit("works")
    assert not page.pane.view.shown.folded


def test_the_entry_beside_leaves_the_room_to_the_table(window):
    window.resize(1440, 900)
    sizes = []
    for page in ("page/mines", "page/claims", "page/events"):
        window.context.state.open(page)
        QApplication.processEvents()
        sizes.append(window.page().detail.width())
    assert len(set(sizes)) == 1
