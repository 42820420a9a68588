# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every work in every style reads as pandoc formats it, in the order in which pandoc lists it.

Pandoc gets the released CSL file and the works as Terkha exports them, once for each style.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html as markup

from terkha_db.citing import STYLES, arranged, to_csl_json, to_html
from terkha_db.citing.render import csl_text
from terkha_db.citing.runs import plain
from terkha_db.citing.styles import NUMBER

LIST = re.compile(r'<div id="refs".*?\n</div>\n(?=<section|\Z)', re.DOTALL)
ENTRY = re.compile(r'<div\s+id="ref-([^"]+)".*?(?=\n<div\s+id="ref-|\n</div>\n\Z)', re.DOTALL)
# Chicago and MHRA leave out encyclopaedias and unsigned posts: Terkha lists them all the same.
LEAVE_OUT = {"chicago-notes", "chicago-author-date", "mhra"}


@pytest.fixture(scope="module")
def listed(catalogue):
    """Give the list of the whole catalogue in a style, but for some works."""
    works = catalogue.works(sorted(row.id for row in catalogue.rows("citation")))

    def run(style, left_out=()):
        entries = catalogue.entries(works, style.id)
        bare = [replace(one, locators=(), used_for=()) for one in entries]
        return arranged([one for one in bare if one.id not in left_out], style)

    return run


@pytest.fixture(scope="module")
def works_file(every_work, tmp_path_factory):
    path = tmp_path_factory.mktemp("works") / "works.json"
    path.write_bytes(to_csl_json.write(every_work))
    return path


@pytest.fixture
def page(works_file, tmp_path, pandoc):
    """Give the page that pandoc makes of works, all cited one after another, once or twice."""

    def run(style, slugs):
        csl = tmp_path / "style.csl"
        csl.write_text(csl_text(style), "utf-8")
        text = "\n\n".join(f"[@{{{slug}}}]" for slug in slugs * len(style.cited))
        arguments = ["--citeproc", f"--csl={csl}", f"--bibliography={works_file}", "--quiet"]
        return pandoc(text, *arguments, f"--metadata=lang:{style.locale}")

    return run


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_work_equals_pandoc(style, listed, page, catalogue):
    everything = listed(style)
    assert [entry.id for entry in everything if not entry.text] == []
    slugs = sorted(entry.id for entry in everything)
    made = page(style, slugs)
    (wanted,) = LIST.findall(made)
    left_out = {found[1] for found in ENTRY.finditer(wanted) if not plain(found[0])}
    assert bool(left_out) is (style.id in LEAVE_OUT)
    ours = to_html.write(listed(style, left_out)).decode("utf-8")
    # Where pandoc breaks its lines depends on the number of an entry.
    ours, wanted = entries_of(ours), entries_of(wanted, left_out)
    assert [slug for slug, _ in ours] == [slug for slug, _ in wanted]
    differ = {slug for (slug, our), (_, one) in zip(ours, wanted, strict=True) if our != one}
    # Pandoc puts a dash for a repeated title, too, where only authors have one.
    assert differ == {one.id for one in everything if style.dash and begins_with_title(one, differ)}
    works = catalogue.works([f"citation/{slug}" for slug in slugs])
    told = [
        one.text.replace(NUMBER, str(number))
        for form in style.cited
        for number, one in enumerate(catalogue.entries(works, style.id, form), start=1)
    ]
    wanted = cited_in(made, style)
    if style.form != "note":  # what is listed in another form is cited as it is listed
        told, wanted = (
            [one for slug, one in zip(slugs, texts, strict=True) if slug not in left_out]
            for texts in (told, wanted)
        )
    assert told == wanted


def begins_with_title(entry, among):
    said, title = (
        "".join(filter(str.isalnum, text.casefold())) for text in (entry.text, entry.csl["title"])
    )
    return entry.id in among and said.startswith(title)


def entries_of(html, left_out=()):
    """Give the entries of a list by slug, in their order."""
    return [(one[1], one[0].split()) for one in ENTRY.finditer(html) if one[1] not in left_out]


def cited_in(html, style):
    """Give the citations or notes of a page as text, in their order."""
    root = markup.fromstring(html)
    if style.form == "note":
        for back in root.xpath("//a[@class='footnote-back']"):
            back.drop_tree()
        found = root.xpath("//section[@id='footnotes']//li")
    else:
        found = root.xpath("//span[@class='citation']")
    return [" ".join(one.text_content().split()) for one in found]
