# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The HTML list is pandoc's own, byte for byte."""

from __future__ import annotations

import pytest

from terkha_db.citing import to_csl_json
from terkha_db.citing.runs import Run, runs
from terkha_db.citing.styles import STYLES, style_by_id
from terkha_db.citing.to_html import pasted, write

# Chicago leaves these out and pandoc then writes an empty entry; Terkha lists them.
LEFT_OUT = {"wikipedia-nd-zabuyelite", "dictionary-of-geotourism-2020-zabuye"}


def listed(entries, style_id, cited=False):
    slugs = {entry.id for entry in entries(style_id)} - LEFT_OUT
    return entries(style_id, slugs, cited)


@pytest.mark.parametrize("style_id", ["chicago-notes", "apa", "mla", "harvard"])
def test_it_equals_pandoc(style_id, entries, pandoc_list):
    chosen = listed(entries, style_id)
    exported = to_csl_json.write(chosen).decode("utf-8")
    wanted = pandoc_list(exported, style_by_id(style_id))
    assert write(chosen).decode("utf-8") == wanted


@pytest.mark.parametrize("style_id", [style.id for style in STYLES if not style.sorts])
def test_numbered_lists_equal_pandoc_but_for_line_breaks(style_id, entries, pandoc_list):
    chosen = listed(entries, style_id)
    exported = to_csl_json.write(chosen).decode("utf-8")
    wanted = pandoc_list(exported, style_by_id(style_id))
    assert write(chosen).decode("utf-8").split() == wanted.split()


def test_locators_change_nothing_in_the_works(entries, pandoc_list):
    chosen = listed(entries, "chicago-notes", cited=True)
    exported = to_csl_json.write(chosen).decode("utf-8")
    assert "Cited at" in exported
    assert pandoc_list(exported, style_by_id("chicago-notes")) == write(
        listed(entries, "chicago-notes")
    ).decode("utf-8")


def test_what_a_work_is_cited_for(entries):
    text = write(entries("chicago-notes", cited=True)).decode("utf-8")
    assert '<div class="terkha-note">Cited at: p. 12; n. 13</div>' in text
    assert "Used for: Julong: resource 10.72 Mt &amp; more</div>\n</div>" in text
    assert text.count("<div") == text.count("</div>")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_what_is_pasted_is_a_paragraph_for_each_entry(style, entries):
    listed = entries(style.id)
    paragraphs = pasted(listed).split("\n")
    assert [one.count("<p ") for one in paragraphs] == [1] * len(listed)
    for entry, paragraph in zip(listed, paragraphs, strict=True):
        assert looks(paragraph) == looks(entry.html)
    assert any("italic" in look for look, _, _ in looks(pasted(listed))) or style.id in UPRIGHT


UPRIGHT = {"vancouver", "gb-t-7714", "elsevier-harvard"}


def looks(html):
    """Tell how each letter is set and where it leads; a blank stands for the tab."""
    spaced = [Run(" ") if run.text == "\t" else run for run in runs(html)]
    return [(run.looks, run.href, letter) for run in spaced for letter in run.text]


def test_what_is_pasted_tells_what_works_are_cited_for(entries):
    text = pasted(entries("vancouver", cited=True))
    assert (
        "<br>Cited at: p. 12; n. 13<br>Used for: Julong: resource 10.72 Mt &amp; more</p>" in text
    )
