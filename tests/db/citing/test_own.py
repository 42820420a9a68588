# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's own works are cited beside the catalogue's: by pandoc, or marked as drafts."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pypandoc
import pytest

from terkha_db.citing.own import DRAFT, is_draft, own_entries
from terkha_db.citing.render import csl_text, render
from terkha_db.citing.styles import STYLES, style_by_id

SPOILING = {
    "id": "lafitte-2013-spoiling",
    "type": "book",
    "title": "Spoiling Tibet & <beyond>",
    "author": [{"family": "Lafitte", "given": "Gabriel"}],
    "issued": {"date-parts": [[2013]]},
    "publisher": "Zed Books",
    "publisher-place": "London",
}
ARTICLE = {
    "id": "tang-2010-gyama",
    "type": "article-journal",
    "title": "西藏甲玛铜多金属矿床",
    "author": [{"literal": "唐菊兴"}],
    "container-title": "地球学报",
    "volume": "31",
    "issue": "4",
    "page": "495-506",
    "issued": {"date-parts": [[2010, 8]]},
    "DOI": "10.1000/x",
}


@pytest.fixture
def no_pandoc(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def with_pandoc(monkeypatch):
    folder = Path(pypandoc.get_pandoc_path()).parent
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def entries(style_id, items=(SPOILING, ARTICLE), among=()):
    style = style_by_id(style_id)
    return own_entries(items, style, csl_text(style), among)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_with_pandoc_they_look_as_those_of_the_catalogue(with_pandoc, style):
    wanted = {
        one.slug: one.html
        for one in render([SPOILING, ARTICLE], [style])
        if one.form == "bibliography"
    }
    found = entries(style.id)
    assert {entry.id: entry.html for entry in found} == wanted
    assert not any(map(is_draft, found))


def test_without_pandoc_they_are_drafts_and_say_so(no_pandoc):
    book, article = entries("chicago-notes")
    assert book.text == (
        f"Lafitte, Gabriel. Spoiling Tibet & <beyond>. London: Zed Books, 2013. {DRAFT}"
    )
    assert "<em>Spoiling Tibet &amp; &lt;beyond&gt;</em>" in book.html
    assert article.text == (
        "唐菊兴. “西藏甲玛铜多金属矿床”. 地球学报 31(4): 495-506. 2010-08. doi:10.1000/x. [draft]"
    )
    assert is_draft(book)
    assert is_draft(article)


def test_a_broken_pandoc_makes_drafts_too(no_pandoc):
    broken = no_pandoc / "pandoc"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    assert all(map(is_draft, entries("apa")))


def test_a_list_is_formatted_once_until_pandoc_is_another(no_pandoc):
    program = no_pandoc / "pandoc"
    program.write_text(f"#!/bin/sh\necho >>{no_pandoc}/calls\nexit 3\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def calls():
        entries("apa")
        return (no_pandoc / "calls").read_text().count("\n")

    assert (calls(), calls()) == (1, 1)
    os.utime(program, ns=(0, 0))
    assert calls() == 2


def test_they_stand_in_the_alphabet_of_the_list(with_pandoc, entries_of_the_catalogue):
    among = entries_of_the_catalogue("apa")
    listed = sorted([*among, *entries("apa", [SPOILING], among)], key=lambda entry: entry.sort_key)
    texts = [entry.text for entry in listed]
    at = next(n for n, text in enumerate(texts) if text.startswith("Lafitte"))
    assert texts[at - 1].casefold() < "lafitte" < texts[at + 1].casefold()


@pytest.fixture
def entries_of_the_catalogue(request):
    return request.getfixturevalue("entries")
