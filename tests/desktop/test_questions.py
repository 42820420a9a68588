# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A reader's questions, answered in the window by mouse and keyboard, each in under four steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from terkha.models.facets import FacetRow
from terkha.models.roles import Role

MOST = 3
LEFT = Qt.MouseButton.LeftButton


class Reader:
    """Does in the window what a reader does, and counts it: one key or press is one step."""

    def __init__(self, qtbot, window) -> None:
        self.window = window
        self.steps = 0
        self._bot = qtbot

    def page(self):
        return self.window.page()

    def search(self, words):
        """Go to the search box and type."""
        self.window.focus_search()
        self.window.type_search(words)
        self._done()

    def enter(self):
        """Open what the search found first."""
        self._bot.keyClick(self.window._bar.search, Qt.Key.Key_Return)
        self._done()

    def go(self, action):
        """Press the key of an action."""
        self.window.act(action)
        self._done()

    def section(self, title):
        """Press a section in the list of contents."""
        self.page().record.view.complete()
        contents = self.page().record.contents
        items = map(contents.item, range(contents.count()))
        item = next(one for one in items if one.toolTip() == title)
        self._press(contents, contents.visualItemRect(item).center())

    def link(self, words):
        """Press a link in the text of a page."""
        view = self.view()
        found = view.document().find(words)
        while found and not found.charFormat().isAnchor():
            found = view.document().find(words, found)
        assert found, f"no link reads {words}"
        inside = QTextCursor(found)
        inside.setPosition(found.selectionStart() + 1)
        rect = view.cursorRect(inside)
        assert view.viewport().rect().contains(rect.center()), f"{words} is out of sight"
        self._press(view, rect.center())

    def facet(self, field, label):
        """Press a value of a facet."""
        panel = self.page().facets
        model = panel.facets()
        self._bot.waitUntil(lambda: model.rowCount() > 0)
        indexes = map(model.index, range(model.rowCount()))
        index = next(
            one
            for one in indexes
            if isinstance(entry := one.data(Role.ENTRY), FacetRow)
            and entry.field == field
            and entry.text.startswith(label)
        )
        panel.scrollTo(index)
        self._press(panel, panel.visualRect(index).center())

    def view(self):
        """The text of the page in front."""
        page = self.page()
        return page.record.view if hasattr(page, "record") else page.view

    def sees(self):
        """Return the words of the text that are on the screen now."""
        view = self.view()
        corner = view.viewport().rect().bottomRight() - QPoint(4, 4)
        seen = view.cursorForPosition(QPoint(4, 4))
        seen.setPosition(view.cursorForPosition(corner).position(), QTextCursor.MoveMode.KeepAnchor)
        plain = seen.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        return plain.replace("\u00a0", " ")

    def rows(self):
        """Return the ids of the records that the table shows."""
        return {row.id for row in self.page().model.rows()}

    def _press(self, widget, place):
        self._bot.mouseClick(widget.viewport(), LEFT, pos=place)
        self._done()

    def _done(self):
        self.steps += 1
        QTest.qWait(30)
        assert self.steps <= MOST, "a question takes more steps than a reader has patience for"


@pytest.fixture
def reader(qtbot, window):
    window.resize(1440, 900)
    window.context.state.open("page/home")
    return Reader(qtbot, window)


def test_who_owns_yulong_and_who_says_otherwise(reader):
    reader.search("yulong")
    reader.enter()
    reader.section("Organisations")

    seen = reader.sees()
    for owner, source in (
        ("Zijin Mining Group", "Cecilia Jamasmie"),
        ("Western Mining", "李隽"),
        ("Tibet Mineral Development", "JOGMEC News Flash"),
    ):
        assert owner in seen
        assert source in seen
    assert all(share in seen for share in ("58 %", "41 %", "39 %", "22 %"))


def test_which_sources_give_julongs_copper_resource_and_why_they_differ(reader):
    reader.search("julong")
    reader.enter()
    reader.link("copper resource")

    seen = reader.sees()
    for value, source in (
        ("25.88 Mt Cu", "chinascrap.com"),
        ("10.72 Mt Cu", "Zijin Mining Group"),
        ("18.377 Mt Cu", "Gelonghui"),
        ("20 Mt Cu", "International Mining"),
    ):
        assert value in seen
        assert source in seen
    assert "Why they may differ" in seen


def test_which_claims_of_the_isdp_brief_rest_on_state_media(reader):
    reader.go("go-claims")
    reader.facet("document", "PRC Mining in Tibet")
    reader.facet("source.kind", "State media")

    catalogue = reader.window.context.catalogue
    assert "claim/isdp-067" in reader.rows()
    for claim in reader.rows():
        assert claim.startswith("claim/isdp-")
        behind = [
            one.record.id for one in catalogue.record(claim).related if one.type == "rests on"
        ]
        rows = catalogue.rows("citation", ids=behind)
        assert "state-media" in {row.values["source_kind"] for row in rows}
    asked = "rests-on.kind:state-media document:“PRC Mining in Tibet”"
    assert {row.id for row in catalogue.rows("claim", where=asked)} == reader.rows()


def test_which_minerals_were_first_described_from_the_plateau(reader):
    reader.go("go-minerals")
    reader.facet("described_from", "The plateau")

    found = reader.rows()
    assert {"mineral/zabuyelite", "mineral/luobusaite", "mineral/hungchaoite"} <= found
    assert found.isdisjoint({"mineral/spodumene", "mineral/chromium"})
    catalogue = reader.window.context.catalogue
    for mineral in found:
        notes = [one.note for one in catalogue.record(mineral).statements]
        assert any(note.startswith("on the plateau") for note in notes)


def test_which_mines_drain_to_the_yarlung_tsangpo(reader):
    reader.go("go-mines")
    reader.facet("drains_to", "Yarlung Tsangpo")

    # Jiama's water reaches it by the Lhasa River.
    assert reader.rows() == {"mine/jiama", "mine/xiongcun"}


def test_what_happened_at_gyama_on_29_march_2013_and_who_says_so(reader):
    reader.search("gyama")
    reader.enter()
    reader.section("Impacts and protests")

    seen = reader.sees()
    assert "29 Mar 2013" in seen
    assert "landslide buried 83 workers" in seen
    assert "Central Tibetan Administration, NGO" in seen
    assert "Xinhua gave natural causes at first" in seen
