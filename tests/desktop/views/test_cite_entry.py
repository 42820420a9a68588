# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is in front is cited itself, as an entry of Terkha, from the window."""

from __future__ import annotations

import json
import re

import pytest

from terkha.charts import CHARTS
from terkha.views.cite_dialog import CiteDialog
from terkha.views.pages import inside
from terkha_db.citing.own import DRAFT
from terkha_db.lens import parse_lens
from terkha_db.links import parse_link


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


@pytest.mark.parametrize(
    ("link", "cited", "words"),
    [
        (
            "chart/copper-resources",
            "terkha:chart/copper-resources",
            "Copper resources, all figures",
        ),
        (
            "chart/copper-resources?scale=linear",
            "terkha:chart/copper-resources?scale=linear",
            "Copper resources, all figures",
        ),
        (
            "chart/table?kind=mine&where=status:operating&x=count&y=status",
            "terkha:chart/table?kind=mine&where=status%3Aoperating",
            "Mines by Status, in part",
        ),
        ("page/map", "terkha:map", "Map of the mines of the Tibetan Plateau"),
        (
            "page/map?at=91.5938,29.6251&zoom=8.0",
            "terkha:map?at=91.5938%2C29.6251&zoom=8.0",
            "Map of the mines of the Tibetan Plateau",
        ),
    ],
)
def test_a_chart_and_the_map_are_cited_themselves(window, shown, link, cited, words):
    window.context.settings["citation_format"] = "csl-json"
    window.context.state.open(link)
    window.act("cite-entry")
    (item,) = json.loads(shown[0][1])
    assert item["URL"].startswith(cited)
    assert item["title"] == words
    assert window.context.catalogue.edition.version in item["container-title"]
    window.context.settings["citation_format"] = "text"
    window.act("cite-entry")
    assert DRAFT not in shown[1][1]
    assert "Terkha" in shown[1][1]
    # The link leads to what was cited.
    window.context.state.open("page/home")
    window.context.state.open(inside(parse_link(item["URL"])))
    assert window.page().link().replace("%3A", ":") == link


def test_through_a_lens_the_entry_says_so(window, shown):
    window.context.settings["citation_format"] = "csl-json"
    window.context.look_through(parse_lens("company"))
    window.context.state.open("chart/copper-resources")
    window.act("cite-entry")
    (item,) = json.loads(shown[0][1])
    assert item["title"] == "Copper resources, all figures, through a lens"
    assert "lens=company" in item["URL"]


def test_titles_of_charts_have_no_marks_that_a_style_changes():
    assert not [chart.title for chart in CHARTS if re.search(r"""['"“”‘<>*&]|\.$""", chart.title)]


def test_beside_the_works_of_a_chart_its_own_entry_may_stand(window, monkeypatch):
    lists = []

    def run(dialog):
        before = json.loads(dialog.mime().text())
        dialog._of_view.setChecked(True)
        lists.append((before, json.loads(dialog.mime().text())))

    monkeypatch.setattr(CiteDialog, "exec", run)
    window.context.settings["citation_format"] = "csl-json"
    window.context.state.open("chart/copper-resources")
    window.page().head.cite.click()
    window.act("cite")
    window.context.state.open("page/map")
    window.page().side.cite.click()
    for before, after in lists:
        (own,) = [item for item in after if item not in before]
        assert own["URL"].startswith("terkha:")
        assert len(after) == len(before) + 1
    assert len(lists) == 3


def test_no_view_is_offered_where_records_are_cited(context):
    assert CiteDialog(context, ["mine/julong"], "Julong")._of_view.isHidden()
