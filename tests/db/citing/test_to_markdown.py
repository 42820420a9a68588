# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Markdown shows what the style says, whatever marks a title holds."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terkha_db.citing import Entry
from terkha_db.citing.runs import plain, runs
from terkha_db.citing.to_markdown import write


def markdown(html):
    return write([Entry({"id": "x", "type": "book"}, html=html)]).decode("utf-8")


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<em>A</em> b", "*A* b\n"),
        ("<em>A </em>b", "*A* b\n"),
        ("a_b*c [d] `e`", "a\\_b\\*c \\[d\\] \\`e\\`\n"),
        ("1. A", "1\\. A\n"),
        ("# A", "\\# A\n"),
        ('<a href="http://x.org/a_b">http://x.org/a_b</a>.', "<http://x.org/a_b>.\n"),
        ('<a href="http://x.org/(a)">A_b</a>', "[A\\_b](<http://x.org/(a)>)\n"),
        ("Ti<sub>10</sub>", "Ti<sub>10</sub>\n"),
    ],
)
def test_markup(html, written):
    assert markdown(html) == written


@pytest.mark.parametrize("style_id", ["chicago-notes", "apa", "ieee", "vancouver", "nature"])
def test_it_is_read_as_it_was_meant(style_id, entries, pandoc):
    for entry in entries(style_id):
        html = pandoc(
            write([entry]).decode("utf-8"), "-f", "commonmark", "-t", "html", "--wrap=none"
        )
        assert plain(html) == entry.text
        italics = [run.text.strip() for run in runs(entry.html) if "italic" in run.looks]
        assert [run.text.strip() for run in runs(html) if "italic" in run.looks] == italics
        assert {run.href for run in runs(html)} == {run.href for run in runs(entry.html)}


@given(
    st.lists(
        st.text(st.sampled_from("ab1.)#-+=>*_`[]<&|~\\! "), min_size=1), min_size=1, max_size=20
    )
)
@settings(max_examples=15, deadline=None)
def test_no_mark_is_taken_for_markup(pandoc, texts):
    paragraphs = [text for text in texts if text.strip()]
    written = "\n".join(markdown(escape(text)) for text in paragraphs)
    html = pandoc(written, "-f", "commonmark", "-t", "html", "--wrap=none")
    wanted = [" ".join(text.split(" ")) for text in paragraphs]
    found = (
        [plain(piece) for piece in html.removesuffix("</p>\n").split("</p>\n")]
        if paragraphs
        else []
    )
    assert [text.split() for text in found] == [text.split() for text in wanted]
