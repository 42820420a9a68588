# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Home tells the truth about the catalogue, and the manual about the application."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from terkha.actions import ACTIONS
from terkha.views.rows import LeadRow
from terkha_db.citing import FORMATS
from terkha_db.links import parse_link
from terkha_resources import text
from terkha_resources.help import CHAPTERS, COVERAGE, PICTURES

MANUAL = "\n".join(text(f"help/{name}.md") for name, _ in CHAPTERS)


def leads(window):
    window.context.state.open("page/home")
    return {row._lead.link: row._lead for row in window.page().findChildren(LeadRow)}


def parts_of(document):
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            yield part
            part += 1
        block = block.next()


def test_home_counts_what_the_catalogue_holds(window):
    counts = window.context.catalogue.edition.counts

    assert leads(window)["page/mines"].count == f"{counts['mine']:,}"
    assert leads(window)["page/citations"].count == f"{counts['citation']:,}"


def test_every_row_of_home_leads_somewhere(window):
    from terkha.charts import CHARTS

    charts = {chart.id for chart in CHARTS}
    for link in leads(window):
        head, _, rest = link.partition("/")
        if head == "chart":
            assert rest in charts
        elif head not in ("page", "search"):
            assert window.context.catalogue.exists(link)


def test_home_remembers_where_one_left_off(window):
    window.context.state.open("mineral/zabuyelite")

    assert "mineral/zabuyelite" in leads(window)


def test_at_a_start_home_is_filled_once_the_window_is_seen(window, qtbot):
    state = window.context.state
    state.open("page/home")
    page, place = window.page(), {"down": 40}
    bar = page._area.verticalScrollBar()
    page._area.takeWidget()
    state.unseen = True
    page.show_link("page/home")
    page.restore(place)
    assert not page.findChildren(LeadRow)
    page.update()
    qtbot.waitUntil(lambda: bool(page.findChildren(LeadRow)))
    page.update()
    qtbot.waitUntil(lambda: bar.value() == min(40, bar.maximum()))
    assert window.page() is page


def test_home_names_the_gaps_with_the_numbers_of_the_catalogue(window):
    rows = window.context.catalogue.rows("mine")
    unplaced = sum(row.values["lat"] is None for row in rows)
    window.context.state.open("page/home")

    told = [label.text() for label in window.page().findChildren(QLabel)]
    assert any(f"{unplaced} mines have no point" in text for text in told)


@pytest.mark.parametrize("name", [name for name, _ in CHAPTERS])
def test_every_chapter_opens_and_has_a_heading(window, name):
    window.context.state.open(f"page/manual?chapter={name}")
    shown = window.page()._text.toPlainText()

    assert shown.splitlines()[0] == text(f"help/{name}.md").splitlines()[0].removeprefix("# ")


def test_links_of_the_manual_lead_somewhere(window):
    links = re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", MANUAL)

    assert links
    names = {name for name, _ in CHAPTERS}
    for link in links:
        assert link.removesuffix(".md") in names or parse_link(link)


def test_every_picture_of_the_manual_is_shown_somewhere_and_fits_its_column(window):
    shown = re.findall(r"!\[[^]]+\]\(pictures/(\w+)\.png\)", MANUAL)
    assert sorted(shown) == sorted(name for _, name in PICTURES)

    window.context.state.open("page/manual?chapter=reading")
    document = window.page()._text.document()
    pictures = [
        part.fragment().charFormat().toImageFormat()
        for part in parts_of(document)
        if part.fragment().charFormat().isImageFormat()
    ]
    assert [picture.name() for picture in pictures] == ["pictures/record.png"]
    assert pictures[0].width() > 600
    assert pictures[0].width() < window.page()._text.width()


def test_the_manual_lists_the_keys_of_all_actions(window):
    from terkha.actions import shortcuts_of

    window.context.state.open("page/manual?chapter=keyboard")
    told = window.page()._text.toPlainText()
    for action in ACTIONS:
        for key in shortcuts_of(action):
            assert key.toString() in told
            assert action.label in told


def test_keys_named_in_the_manual_do_what_it_says():
    from terkha.actions import shortcuts_of

    keys = {key.toString() for action in ACTIONS for key in shortcuts_of(action)}
    named = set(re.findall(r"Ctrl\+(?:Shift\+|Alt\+)?\w\b", MANUAL))
    within_pages = {"Ctrl+C", "Ctrl+Shift+T"}

    assert named - within_pages <= keys


def test_the_manual_names_every_format():
    for kind in FORMATS:
        assert kind.label.split(" (")[0].lower() in MANUAL.lower() or kind.id.upper() in MANUAL


def test_what_is_sought_in_the_manual_is_found_in_another_chapter(window):
    window.context.state.open("page/manual")
    page = window.page()
    page._find.setText("statement_citation")
    page._find.returnPressed.emit()

    assert page._text.textCursor().selectedText() == "statement_citation"


def test_home_leads_to_what_is_covered(window):
    link = "page/manual?chapter=coverage"
    assert link in leads(window)

    window.context.state.open(link)
    shown = window.page()._text.toPlainText()
    counted = window.context.catalogue.coverage().measures

    assert COVERAGE not in shown
    assert all(one.words in shown for one in counted)


def test_counts_in_the_manual_are_found_too(window):
    window.context.state.open("page/manual")
    page = window.page()
    words = window.context.catalogue.coverage().measures[-1].words
    page._find.setText(words)
    page._find.returnPressed.emit()

    assert page._text.textCursor().selectedText() == words
