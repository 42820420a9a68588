# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the box, its page and the manual offer as examples finds something."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

from terkha_db.query import parse_query
from terkha_db.query.across import asks_fields
from terkha_resources import text

LEADS = re.compile(r"`([^`]+)`")


def finds(catalogue, example):
    if asks_fields(parse_query(example)):
        return bool(catalogue.ask(example))
    return bool(catalogue.search(example))


def test_the_examples_in_the_empty_box_find_something(window, catalogue):
    words = window._bar.search.placeholderText().partition(":")[2].strip(" …").split(", ")
    assert len(words) == 4
    assert all(finds(catalogue, word) for word in words)


def test_the_ways_to_search_find_something(window, catalogue):
    window.context.state.open("search/gyama")
    shown = [label.text() for label in window.page().findChildren(QLabel)]
    examples = shown[shown.index("Ways to search") + 1 :: 2]
    examples = [each for each in examples if each.isprintable() and len(each) < 20]

    assert len(examples) >= 7
    assert [each for each in examples if not finds(catalogue, each)] == []


def test_the_examples_of_the_manual_find_something(catalogue):
    examples = [each for each in LEADS.findall(text("help/finding.md")) if "…" not in each]
    assert len(examples) >= 5
    assert [each for each in examples if not finds(catalogue, each)] == []
