# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Locators are read where CSL has a word for them and kept as they are elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terkha_db.citing.locator import Locator, parse, shortened


@pytest.mark.parametrize(
    ("words", "label", "value", "short"),
    [
        ("paragraph 3", "paragraph", "3", "para. 3"),
        ("p. 12", "page", "12", "p. 12"),
        ("pp. 12-14", "page", "12–14", "pp. 12–14"),
        ("pages 3 to 5", "page", "3–5", "pp. 3–5"),
        ("paragraphs 2 and 4", "paragraph", "2 and 4", "paras. 2 and 4"),
        ("Table 2", "table", "2", "table 2"),
        ("Fig. S4", "figure", "S4", "fig. S4"),
        ("n. 13", "note", "13", "n. 13"),
        ("endnote 7", "note", "7", "n. 7"),
        ("section I", "section", "I", "sec. I"),
        ("§ 4.2", "section", "4.2", "sec. 4.2"),
        ("Art. 5(1)(a)(iii)", "article-locator", "5(1)(a)(iii)", "art. 5(1)(a)(iii)"),
    ],
)
def test_words_that_csl_knows(words, label, value, short):
    assert parse(words) == Locator(label, value)
    assert str(parse(words)) == short


@pytest.mark.parametrize(
    "words",
    [
        "abstract",
        "Annex I and Annex II",
        "section on copper",
        "table",
        "80000 / 980000",
        "Item 1.01",
        "",
    ],
)
def test_other_words_stay(words):
    assert parse(words) == Locator("", words)
    assert str(parse(words)) == words


def test_several_places():
    assert shortened(("page 12", "abstract", "Table 2")) == "p. 12; abstract; table 2"


@given(st.text())
def test_any_words_can_be_read(words):
    assert parse(words).value or not words.strip()
