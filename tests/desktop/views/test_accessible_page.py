# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a screen reader finds in a page: headings, tables and links, in reading order."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAccessible

from terkha.pages import build, gather
from terkha.views.record_view import RecordView

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def view(framed, look):
    made = RecordView(look, margin=14)
    framed(made, 780, 820)
    return made


def show(view, catalogue, record_id):
    page = build(gather(catalogue, record_id, "chicago-notes"), lambda _context, text: text)
    view.show_document(page)
    return page


def children(node):
    return [node.child(number) for number in range(node.childCount())]


def walk(node):
    for child in children(node):
        yield child
        yield from walk(child)


def found(view, role):
    page = QAccessible.queryAccessibleInterface(view)
    return [node for node in walk(page) if node.role() == role]


@pytest.mark.parametrize(
    "record_id",
    ["mine/julong", "mineral/zabuyelite", "claim/isdp-059", "organisation/zijin-mining"],
)
def test_headings_are_those_of_the_page_in_its_order(view, catalogue, record_id):
    page = show(view, catalogue, record_id)
    headings = found(view, Role.Heading)
    assert headings[0].text(NAME) == page.title
    assert headings[0].text(DESCRIPTION) == "Heading, level 1"
    sections = [one.text(NAME) for one in headings if one.text(DESCRIPTION).endswith("2")]
    titles = [one.title for one in page.sections]
    assert [one for one in titles if one in sections] == sections
    assert len(sections) >= len(titles) - 2  # names and key facts have no heading of their own


def test_tables_have_rows_and_cells_with_all_their_words(view, catalogue):
    show(view, catalogue, "mine/julong")
    tables = found(view, Role.Table)
    figures = next(one for one in tables if "25.88" in " ".join(map(name, children(one))))
    rows = children(figures)
    assert {row.role() for row in rows} == {Role.Row}
    assert [name(cell) for cell in children(rows[0])] == ["What", "Value", "As of", "Who says so"]
    row = next(one for one in rows if "10.72" in name(one) and one.childCount() == 4)
    assert "Zijin Mining Group" in name(children(row)[3])


def test_a_long_table_is_one_table_although_it_is_laid_out_in_several(view, catalogue):
    page = show(view, catalogue, "mine/julong")
    count = next(one.count for one in page.sections if one.anchor == "figures")
    rows = max(one.childCount() for one in found(view, Role.Table))
    assert count > 24
    assert rows >= count


def name(node):
    return node.text(NAME)


def test_every_link_makes_sense_without_the_text_around_it(view, catalogue):
    page = show(view, catalogue, "mine/julong")
    names = [name(node) for node in found(view, Role.Link)]
    assert len(names) > len(page.markers)
    bare = re.compile(r"\[[\d, –]+\]|≠|copy|")
    assert [one for one in names if bare.fullmatch(one)] == []
    assert any(
        one.startswith("Source of Resource, copper: 10.72") and "Zijin Mining Group" in one
        for one in names
    )
    assert "copy 巨龙铜矿" in names


def test_all_words_of_the_page_are_there_in_reading_order(view, catalogue):
    """Nothing is left out, nothing stands before what is above it."""
    show(view, catalogue, "mine/zabuye")
    page = QAccessible.queryAccessibleInterface(view)
    leaves = [
        node
        for node in walk(page)
        if node.role() in (Role.Heading, Role.Paragraph, Role.Cell) and name(node)
    ]
    spoken = "".join("".join(map(name, leaves)).split()).replace(";", "")
    written = "".join(view.toPlainText().replace("\ufffc", "").split()).replace(";", "")
    assert spoken == written


def test_parts_say_where_they_are_and_whether_they_are_seen(view, catalogue):
    show(view, catalogue, "mine/julong")
    headings = found(view, Role.Heading)
    assert not headings[0].state().offscreen
    assert headings[-1].state().offscreen
    assert headings[0].rect().top() < headings[1].rect().top()
    assert headings[0].parent().role() == Role.Document
    link = found(view, Role.Link)[0]
    assert link.state().focusable
    assert link.parent().indexOfChild(link) == 0


def test_another_page_has_other_parts(view, catalogue):
    show(view, catalogue, "mine/julong")
    before = found(view, Role.Heading)[0].text(NAME)
    show(view, catalogue, "mine/zabuye")
    after = found(view, Role.Heading)[0].text(NAME)
    assert (before, after) == ("Julong", "Zabuye")
