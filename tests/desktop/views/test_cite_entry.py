# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record in front is cited itself, as an entry of Terkha, from the window."""

from __future__ import annotations

import json

import pytest

from terkha.views.cite_dialog import CiteDialog
from terkha_db.citing.own import DRAFT


@pytest.fixture
def shown(monkeypatch, tmp_path):
    """Run the dialog without waiting; return what it would copy, as text."""
    monkeypatch.setenv("PATH", str(tmp_path))
    found = []
    monkeypatch.setattr(
        CiteDialog, "exec", lambda one: found.append((one.windowTitle(), one.mime().text()))
    )
    return found


def test_the_record_in_front_is_cited_with_edition_link_and_day(window, shown):
    context = window.context
    context.settings["citation_format"] = "text"
    context.state.open("mine/julong")
    window.act("cite-entry")
    ((title, text),) = shown
    assert title == "Cite Terkha's own entry"
    assert text.startswith("Terkha. “")
    assert f"Edition {context.catalogue.edition.version}" in text
    assert text.strip().endswith("terkha:mine/julong.")
    assert DRAFT not in text


def test_a_work_is_cited_by_itself_and_own_works_have_no_entry(window, shown):
    window.context.settings["citation_format"] = "text"
    window.context.state.open("citation/anon-nd-spoiling-tibet")
    window.act("cite-entry")
    assert "Lafitte" in shown[0][1]
    assert DRAFT not in shown[0][1]


def test_a_list_of_works_takes_the_entry_too_if_asked(context, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    context.settings["citation_format"] = "csl-json"
    dialog = CiteDialog(context, ["mine/julong", "citation/anon-nd-spoiling-tibet"], "here")
    before = json.loads(dialog.mime().text())
    dialog._entries.setChecked(True)
    after = json.loads(dialog.mime().text())
    assert [item for item in after if item not in before] == [
        item for item in after if item.get("URL") == "terkha:mine/julong"
    ]
    assert len(after) == len(before) + 1
    only_work = CiteDialog(context, ["citation/anon-nd-spoiling-tibet"], "here")
    assert not only_work._entries.isEnabled()


@pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
def test_where_a_work_is_cited_stands_nearer_to_it_than_to_the_next(context):
    dialog = CiteDialog(context, ["mine/julong"], "Julong")
    dialog.show()
    document = dialog._preview.document()
    layout = document.documentLayout()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    boxes = [(block.text(), layout.blockBoundingRect(block)) for block in blocks if block.text()]
    dialog.close()
    near = [
        (mine.top() - own.bottom(), then.top() - mine.bottom())
        for (_, own), (text, mine), (_, then) in zip(boxes, boxes[1:], boxes[2:], strict=False)
        if text.startswith("Cited at:")
    ]
    assert near
    assert all(before < after for before, after in near)
