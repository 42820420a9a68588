# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A long text that comes in turns: the first screen at once, in the end the same as the whole."""

from __future__ import annotations

import pytest

from terkha.pages import Draft, build, gather
from terkha.views import growing_text
from terkha.views.record_view import RecordView

LONG = ("mine/julong", "citation/ferenczy-2025-prc-mining-tibet", "commodity/copper")


@pytest.fixture
def view(framed, look):
    made = RecordView(look, margin=14)
    framed(made, 780, 820)
    return made


def page(catalogue, record_id):
    return build(gather(catalogue, record_id, "chicago-notes"), lambda _context, text: text)


def laid_out(view):
    document = view.document()
    return document.toHtml(), document.documentLayout().documentSize()


@pytest.mark.parametrize("record_id", LONG)
def test_a_page_in_turns_is_the_page_at_once(view, catalogue, monkeypatch, record_id):
    shown = page(catalogue, record_id)
    view.show_document(shown)
    view.complete()
    in_turns = laid_out(view)
    monkeypatch.setattr(growing_text, "pieces", lambda html: [html])
    view.show_document(shown)
    assert in_turns == laid_out(view)


def test_the_first_turn_fills_the_screen_and_the_others_follow_by_themselves(
    view, catalogue, qtbot
):
    view.show_document(page(catalogue, LONG[0]))
    assert "Works this page rests on" not in view.toPlainText()
    assert view.document().size().height() > view.viewport().height()
    qtbot.waitUntil(lambda: "Works this page rests on" in view.toPlainText())


def test_who_asks_for_a_place_or_for_the_text_does_not_wait_for_turns(view, catalogue):
    shown = page(catalogue, LONG[0])
    view.show_document(shown)
    assert "Works this page rests on" in view.page_as_text()
    view.show_document(shown)
    view.show_anchor("works")
    assert view.verticalScrollBar().value() > 3000


def test_another_document_lets_go_of_what_waits(view, catalogue):
    view.show_document(page(catalogue, LONG[0]))
    view.show_document(page(catalogue, "mineral/zabuyelite"))
    view.complete()
    assert "Julong" not in view.toPlainText()


def draft(catalogue, record_id):
    return Draft(gather(catalogue, record_id, "chicago-notes"), lambda _context, text: text)


@pytest.mark.parametrize("record_id", LONG)
def test_a_page_shown_while_it_is_written_is_the_page_that_was_written_before(
    view, catalogue, record_id
):
    view.show_draft(draft(catalogue, record_id))
    assert not view.is_written
    seen = view.toPlainText()
    assert view.document().size().height() > view.viewport().height()
    view.complete()
    assert view.toPlainText().startswith(seen.rstrip())
    in_turns, shown = laid_out(view), view.shown
    assert shown == page(catalogue, record_id)
    view.show_document(shown)
    view.complete()
    assert in_turns == laid_out(view)


def test_it_says_when_the_page_is_written_and_by_itself_comes_to_its_end(view, catalogue, qtbot):
    with qtbot.waitSignal(view.written):
        view.show_draft(draft(catalogue, LONG[0]))
    assert "Works this page rests on" in view.accessibleDescription()
    qtbot.waitUntil(lambda: "Works this page rests on" in view.toPlainText())


def test_what_is_seen_stays_where_it_is_while_the_rest_comes(view, catalogue):
    view.show_draft(draft(catalogue, LONG[0]))
    before = view.viewport().grab().toImage()
    view.complete()
    assert view.viewport().grab().toImage() == before


def test_who_asks_what_is_shown_gets_the_whole_page(view, catalogue):
    view.show_draft(draft(catalogue, LONG[0]))
    assert view.shown.sections[-2].anchor == "works"
    assert view.is_written


@pytest.mark.parametrize("record_id", ["mine/julong", "mineral/zabuyelite"])
def test_names_and_key_facts_stand_side_by_side_at_every_width(view, catalogue, record_id):
    view.show_document(page(catalogue, record_id))
    view.complete()
    at_first = places(view)
    beside(view)
    view.resize(560, 820)
    beside(view)
    view.resize(780, 820)
    assert places(view) == at_first


def places(view):
    """Return where each block of the text is."""
    document, block = view.document(), view.document().firstBlock()
    found = []
    while block.isValid():
        found.append((block.text(), document.documentLayout().blockBoundingRect(block)))
        block = block.next()
    return found


def beside(view):
    """Check that two blocks stand side by side, their first lines level, and the rest below."""
    frames = view.document().rootFrame().childFrames()
    holder = next(frame for frame in frames if len(frame.childFrames()) == 2)
    layout = view.document().documentLayout()
    left, right = (layout.frameBoundingRect(frame) for frame in holder.childFrames())
    lines = [first_line(view, frame) for frame in holder.childFrames()]
    assert left.right() < right.left()
    assert right.right() <= view.viewport().width()
    assert abs(lines[0].top() - lines[1].top()) <= 6
    below = view.document().findBlock(holder.lastPosition() + 1)
    while not below.blockFormat().headingLevel():
        below = below.next()
    assert layout.blockBoundingRect(below).top() > max(left.bottom(), right.bottom())


def first_line(view, frame):
    """Return where the first words of a frame are."""
    block = view.document().findBlock(frame.firstPosition())
    while not block.text().strip():
        block = block.next()
    return view.document().documentLayout().blockBoundingRect(block)
