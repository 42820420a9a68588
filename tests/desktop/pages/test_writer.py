# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page numbers its works by first appearance and loses no statement."""

from __future__ import annotations

import re
import subprocess
import sys

from terkha.pages import Material
from terkha.pages.writer import Writer, noted_slugs, ranges
from terkha_db.entities import Cite, Source, without_marks


def writer(hand, **more):
    return Writer(Material(hand.record(**more)), hand.english)


def test_works_are_numbered_by_first_appearance(hand):
    page = writer(hand)
    first = page.mark(hand.said("opened", cites=(Cite(hand.press),)))
    second = page.mark(hand.said("status", cites=(Cite(hand.company), Cite(hand.press))))
    assert re.findall(r"\[(\d)\]", first) == ["1"]
    assert re.findall(r"\[(\d)\]", second) == ["2", "1"]
    assert page.document().sources == (hand.press, hand.company)


def test_a_marker_knows_value_place_and_note(hand):
    page = writer(hand)
    copper = {"value": 10.72e6, "unit": "t", "substance": "Cu"}
    page.mark(hand.said("resource", note="all three", **copper))
    (marker,) = page.document().markers.values()
    assert marker.numbers == (1,)
    assert marker.cites[0].locator == "p. 3"
    assert marker.says == "Resource: 10.72\u202fMt\u202fCu"
    assert marker.note == "all three"
    assert marker.statement == "resource"
    assert not marker.whole


def test_works_of_the_record_as_a_whole_stand_in_one_marker(hand):
    works = tuple(Source(f"citation/w{n}", f"W{n}", "T", "", "database") for n in range(5))
    page = writer(hand)
    html = page.mark(hand.said("colour", scope="record", cites=tuple(map(Cite, works))))
    (marker,) = page.document().markers.values()
    assert marker.whole
    assert marker.numbers == (1, 2, 3, 4, 5)
    assert "[1–5]" in html


def test_a_work_named_in_a_note_becomes_a_marker(hand):
    page = writer(hand)
    html = page.note("called proven [@zijin-2021; @etnet-2026].")
    assert [marker.cites[0].source for marker in page.document().markers.values()] == [
        hand.company,
        hand.press,
    ]
    assert "[@" not in html


def test_a_work_that_is_not_of_this_page_becomes_a_link(hand):
    assert 'href="record:citation/elsewhere"' in writer(hand).note("see [@elsewhere]")


def test_works_marked_in_the_text_are_not_marked_again(hand):
    page = writer(hand)
    html = page.cite((Cite(hand.company), Cite(hand.trade)), "x", beside="said [@zijin-2021]")
    assert len(page.document().markers) == 1
    assert html.count("href") == 1
    assert page.document().sources == (hand.trade,)


def test_slugs_in_a_text():
    assert noted_slugs("a [@b; @c] d [@e]") == ["b", "c", "e"]
    assert without_marks("a [@b; @c] d") == "a d"


def test_runs_of_numbers_close_up():
    assert ranges((1, 2)) == "1, 2"
    assert ranges((1, 3, 4, 5, 9)) == "1, 3–5, 9"


def test_what_no_part_takes_is_left_over(hand):
    page = writer(
        hand, statements=(hand.said("status", text="operating"), hand.said("remark", text="big"))
    )
    assert [one.property for one in page.take("status")] == ["status"]
    assert page.take("status") == []
    assert [one.property for one in page.rest()] == ["remark"]
    assert [one.property for one in page.peek("status")] == ["status"]


def test_text_of_records_cannot_become_markup(hand):
    page = writer(hand, note="<b>&")
    assert "<b>" not in page.note("<b>x</b> [@zijin-2021] <i>")
    assert "&lt;" in page.link(hand.brief("mine/x", "<Qulong>"))


def test_the_pages_load_no_qt():
    code = (
        "import sys, terkha.pages, terkha.pages.detail, terkha.pages.side\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
