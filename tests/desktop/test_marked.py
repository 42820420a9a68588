# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What was marked in a chart or on the map goes along with links, searches and files."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from terkha.charts.asked import table_chart
from terkha.marked import format_marked, marked_in, read_marked, with_marked, without_marked
from terkha.session import Kept, read, written
from terkha.state import State
from terkha.trail import Trail
from terkha.views import saving
from terkha.views.map_export import sheet_of
from terkha.views.pages import inside, is_known, outside
from terkha.views.saving import save
from terkha.views.titles import title_of
from terkha_db.links import LONGEST, parse_link

MARKED = frozenset({"mine/jiama", "mine/julong", "mine/zabuye"})
WITHIN = "Copper resources, all figures"


@pytest.fixture
def state(window):
    window.resize(1440, 900)
    return window.context.state


def opened_anew(window, link):
    """Open a link given away as another installation would, with nothing selected."""
    state = window.context.state
    state.select(())
    state.open("page/home")
    state.open(inside(parse_link(link)))
    return window.page()


def copied(window):
    window.act("copy-link")
    return QGuiApplication.clipboard().text()


def test_a_kind_is_named_once():
    records = ["event/a", "mine/julong", "mine/jiama"]
    assert format_marked(records) == "event/a,mine/jiama,julong"
    assert read_marked("event/a,mine/jiama,julong") == ("event/a", "mine/jiama", "mine/julong")
    assert read_marked("mine/julong,mine/jiama") == ("mine/julong", "mine/jiama")
    assert read_marked(",x,/,mine/") == ()


def test_a_link_carries_what_is_marked_and_can_do_without():
    link = with_marked("page/mines?where=status%3Doperating", MARKED, "A & B")
    assert marked_in(link) == (tuple(sorted(MARKED)), "A & B")
    assert without_marked(link) == "page/mines?where=status%3Doperating"
    assert without_marked(with_marked("page/mines", MARKED, "A")) == "page/mines"
    assert marked_in(inside(parse_link(outside(link)))) == marked_in(link)
    many = [f"citation/a-rather-long-slug-{number}" for number in range(200)]
    assert with_marked("page/citations", many, "A") == "page/citations"
    assert len(outside(with_marked("page/mines", many[:50], "A"))) < LONGEST


def test_the_link_of_a_table_opens_it_with_what_was_marked(window, state):
    state.select(MARKED, WITHIN)
    state.open("page/mines?where=commodity%3Acopper")
    table = window.page()
    seen = {row.id for row in table.model.rows()}
    assert seen < MARKED
    link = copied(window)
    assert "sel=mine%2Fjiama%2Cjulong%2Czabuye" in link
    again = opened_anew(window, link)
    assert {row.id for row in again.model.rows()} == seen
    assert state.selected_in == WITHIN
    assert "sel=" not in state.link, "what is marked is one matter of all pages from then on"
    state.select(())
    assert again.model.rowCount() > len(seen)


def test_a_view_that_is_kept_brings_it_back(window, state, context):
    state.select(MARKED, WITHIN)
    state.open("page/mines")
    window.act("bookmark-view")
    [link] = context.library.bookmarks.links()
    assert title_of(context, link) == f"Mines: 3 marked in “{WITHIN}”"
    table = opened_anew(window, outside(link))
    assert {row.id for row in table.model.rows()} == MARKED


def test_more_than_a_link_can_name_is_told(window, state):
    said = []
    state.message_shown.connect(said.append)
    everything = [row.id for row in window.context.catalogue.rows("citation")]
    state.select(everything, "Works by kind of source and year")
    state.open("page/citations")
    link = copied(window)
    assert "sel=" not in link
    assert said[-1].startswith(
        f"Too many for a link, and left out of it: {len(everything)} records marked"
    )


def test_a_query_too_long_for_a_link_is_left_out_and_told(window, state):
    said = []
    state.message_shown.connect(said.append)
    where = " OR ".join(f"elevation>{height}" for height in range(4000, 4200))
    state.open(f"chart/{table_chart('mine', where=where).link.partition('/')[2]}")
    link = copied(window)
    assert parse_link(link).query == (("kind", "mine"),)
    assert said[-1].startswith("Too long for a link, and left out of it: the query.")


def test_a_saved_search_keeps_to_what_was_marked(window, state, context, monkeypatch):
    state.select(MARKED, WITHIN)
    state.open("page/mines")
    table = window.page()
    save(table, context, table.kind, table.asked, "Three", table.marked())
    [kept] = context.library.searches.all()
    state.select(())
    rows = context.catalogue.rows("mine", where=kept.query)
    assert {row.id for row in rows} == MARKED
    told = []
    monkeypatch.setattr(saving, "tell", lambda _parent, words: told.append(words))
    many = frozenset(f"mine/a-rather-long-slug-{number}" for number in range(400))
    save(table, context, table.kind, table.asked, "Many", many)
    assert "Too many records" in told[0]
    assert len(context.library.searches.all()) == 1


def test_the_link_of_a_chart_rings_them_again(window, state):
    state.open("chart/copper-resources")
    state.select({"mine/julong", "event/no-such"}, WITHIN)
    link = copied(window)
    assert "sel=mine%2Fjulong&" in link, "only what the chart has"
    page = opened_anew(window, link)
    assert state.selected == {"mine/julong"}
    assert page.plain_link() == "chart/copper-resources"
    assert page.pane.table.isRowHidden(len(page.pane.plot.picture.numbers) - 1)


def test_an_exported_chart_rings_them_and_says_so(window, state, tmp_path):
    state.open("chart/copper-resources")
    page = window.page()
    files = {}
    for name, selected in (("all", ()), ("some", {"mine/julong"})):
        state.select(selected)
        for ending in (".svg", ".csv", ".png"):
            page.write(tmp_path / f"{name}{ending}")
            files[name, ending] = (tmp_path / f"{name}{ending}").read_bytes()
    assert b"Ringed: the marks of 1 record" in files["some", ".svg"]
    assert b"Ringed" not in files["all", ".svg"]
    sizes = [QImage.fromData(files[name, ".png"]).size() for name in ("all", "some")]
    assert sizes[0].height() < sizes[1].height()
    rows = list(csv.DictReader(io.StringIO(files["some", ".csv"].decode("utf-8-sig"))))
    picture = page.pane.plot.picture
    ringed = [mark for mark in picture.numbers if mark.record == "mine/julong"]
    assert sum(row["Selected"] == "yes" for row in rows) == len(ringed) > 1
    assert b"Selected" not in files["all", ".csv"]


def test_the_map_says_what_it_keeps_to(window, state, context):
    state.select(MARKED, WITHIN)
    state.open("page/map")
    page = window.page()
    assert set(page.record_ids()) == MARKED
    sheet = sheet_of(context, page.canvas.scene, page.filters.kept)
    assert f"3 marked in “{WITHIN}”" in sheet.lead
    link = copied(window)
    assert marked_in(inside(parse_link(link))) == (tuple(sorted(MARKED)), WITHIN)
    assert "sel=" not in state.link
    opened_anew(window, link)
    assert state.selected_in == WITHIN


def test_a_map_that_was_left_open_is_open_again(window, catalogue):
    link = "page/map?at=91.4000,29.6000&zoom=8.4&sel=mine/julong"
    kept = written([Kept((Trail([link]),))])
    assert read(kept, lambda one: is_known(catalogue, one))[0].tabs[0].link == link
    assert not is_known(catalogue, "page/no-such?at=1")
    assert isinstance(window.context.state, State)
