# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What an editor looks for in a dossier: feet, heads of tables, hanging entries, any screen."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from html import unescape

import docx
import pytest
from lxml import etree
from lxml import html as markup
from PySide6.QtGui import QTextDocument

from terkha.dossier import Contents, write_dossier
from terkha.dossier.notes import from_markdown
from terkha.views.paper_breaks import keep_heads
from terkha_db.library.model import Target

RECORD = "mine/luobusa"
NOTE = "# Ask\n\n> as *they* say\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
SHEET = 200.0


@pytest.fixture
def context(window):
    context = window.context
    context.library.bookmarks.add([Target(RECORD, "mine", "Luobusa")], note=NOTE)
    return context


@pytest.fixture
def written(context, tmp_path):
    """Write the dossier with an ending and return its bytes."""
    contents = Contents("Chromite ཁྲོམ", (RECORD,), "", ("copper-resources",), map=True)

    def run(ending):
        write_dossier(context, contents, tmp_path / f"a{ending}")
        return (tmp_path / f"a{ending}").read_bytes()

    return run


def test_word_has_feet_heads_of_tables_hanging_entries_and_words_for_pictures(written, context):
    made = written(".docx")
    document = docx.Document(io.BytesIO(made))
    foot = document.sections[0].footer.paragraphs[0]
    assert f"edition {context.catalogue.edition.version}" in foot.text
    assert "Chromite" in foot.text
    assert re.findall("<w:instrText>(.*?)</w:instrText>", foot._p.xml) == ["PAGE", "NUMPAGES"]
    body = document.element.body
    heads = body.xpath(".//w:tr[w:trPr/w:tblHeader]")
    assert "What" in {"".join(one.itertext()).strip()[:4] for one in heads}
    assert all(one.xpath("count(.//w:p) = count(.//w:p[w:pPr/w:keepNext])") for one in heads)
    assert all(one.getnext() is not None for one in heads)
    entries = document.paragraphs[-5:]
    assert all(one.paragraph_format.first_line_indent < 0 for one in entries)
    assert all(
        one.paragraph_format.left_indent == -one.paragraph_format.first_line_indent
        for one in entries
    )
    told = [one.get("descr") for one in body.xpath(".//wp:docPr")]
    assert sum("Luobusa" in one for one in told if one) == 1
    assert sum("copper" in one.casefold() for one in told if one) == 1
    names = {one.text: one.style.name for one in document.paragraphs}
    assert (names["Your notes"], names["Ask"]) == ("Heading 2", "Heading 3")
    assert names["Copper resources, all figures"] == "Heading 1"


def test_opendocument_has_the_same(written):
    with zipfile.ZipFile(io.BytesIO(written(".odt"))) as archive:
        content = etree.fromstring(archive.read("content.xml"))
        foot = etree.fromstring(archive.read("styles.xml")).find(".//{*}footer")
    assert "Chromite" in "".join(foot.itertext())
    assert len(foot.findall(".//{*}page-number")) == len(foot.findall(".//{*}page-count")) == 1
    heads = content.findall(".//{*}table-header-rows")
    assert heads
    assert all(one.getnext() is not None for one in heads)
    indents = {
        value
        for one in content.iter("{*}paragraph-properties")
        for name, value in one.attrib.items()
        if etree.QName(name).localname == "text-indent"
    }
    assert any(one.startswith("-") for one in indents)
    told = ["".join(one.itertext()) for one in content.iter("{*}desc")]
    assert [one for one in told if "Luobusa" in one]


def test_html_fits_any_screen_and_asks_no_network_for_anything(written):
    text = written(".html").decode()
    page = markup.fromstring(text)
    assert page.xpath("//meta[@name='viewport']")
    style = page.findtext(".//style")
    assert "prefers-color-scheme: dark" in style
    assert "max-width: 40rem" in style
    assert all(one.startswith("data:") for one in re.findall(r"url\(([^)]*)\)", style))
    assert all(one.get("src").startswith("data:") for one in page.iter("img"))
    assert all(one.get("srcset").startswith("data:") for one in page.iter("source"))
    assert not page.xpath("//link | //script | //iframe | //object | //base")
    assert not re.search(r"@import|http-equiv", text)
    names = {one.get("name") for one in page.iter("a") if one.get("name")}
    within = {one.get("href")[1:] for one in page.iter("a") if one.get("href", "").startswith("#")}
    assert within
    assert within <= names
    assert {one.get("lang") for one in page.iter("span")} == {None, "bo", "zh"}


def test_html_brings_a_whole_face_for_tibetan(written):
    font = re.search(r"data:font/woff;base64,([^)]*)\)", written(".html").decode())
    assert font
    woff = base64.b64decode(unescape(font[1]))
    signature, flavour, length, count = struct.unpack(">4s4sIH", woff[:14])
    assert (signature, flavour, length) == (b"wOFF", b"\0\1\0\0", len(woff))
    for number in range(count):
        at = 44 + 20 * number
        _, offset, packed, size, _ = struct.unpack(">4sIIII", woff[at : at + 20])
        table = woff[offset : offset + packed]
        assert len(zlib.decompress(table) if packed < size else table) == size


def test_notes_are_set_as_the_page_around_them():
    page = markup.fromstring(f"<div>{from_markdown(NOTE)}</div>")
    assert page.findtext(".//h3/b") == "Ask"
    assert page.xpath("//p[@class='quoted']//i/text()") == ["they"]
    assert page.xpath("//thead//td[@class='head']/p/b/text()") == ["a", "b"]
    assert page.xpath("//td[@class='row']/p/text()") == ["1", "2"]


def laid(html):
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.setHtml(html)
    text.setPageSize(text.pageSize().expandedTo(text.size()))
    text.setPageSize(type(text.pageSize())(400, SHEET))
    return text


def sheets(text):
    """Give the sheet of each piece of text that is not empty."""
    layout, found, block = text.documentLayout(), {}, text.begin()
    while block.isValid():
        if block.text():
            top = layout.blockBoundingRect(block).top()
            found[block.text()] = int((top + block.layout().lineAt(0).y() + 1) // SHEET)
        block = block.next()
    return found


@pytest.mark.parametrize("lines", range(1, 14))
@pytest.mark.parametrize(
    "tail",
    [
        "<h2>Head</h2><p>first</p>",
        "<h2>Above</h2><h3>Head</h3><p>first</p>",
        "<table><thead><tr><td>Head</td></tr></thead><tr><td>first</td></tr></table>",
        "<h2>Above</h2><table><thead><tr><td>Head</td></tr></thead><tr><td>first</td></tr></table>",
    ],
)
def test_no_head_is_the_last_on_its_sheet(qapp, lines, tail):
    before = "".join(f"<p style='margin: 0'>line {number}</p>" for number in range(lines))
    text = laid(before + tail)
    keep_heads(text)
    found = sheets(text)
    assert found["Head"] == found["first"]
    assert found.get("Above", found["Head"]) == found["Head"]


def test_without_it_a_head_would_be(qapp):
    lost = 0
    for lines in range(1, 14):
        before = "".join(f"<p style='margin: 0'>line {number}</p>" for number in range(lines))
        found = sheets(laid(f"{before}<h2>Head</h2><p>first</p>"))
        lost += found["Head"] != found["first"]
    assert lost


def test_a_short_paragraph_is_not_parted(qapp):
    parted = {True: 0, False: 0}
    for kept in parted:
        for lines in range(1, 14):
            before = "".join(f"<p style='margin: 0'>line {number}</p>" for number in range(lines))
            text = laid(f"{before}<p>{'words and words ' * 9}</p>")
            if kept:
                keep_heads(text)
            block, layout = text.lastBlock(), text.documentLayout()
            top = layout.blockBoundingRect(block).top() + 1
            last = block.layout().lineAt(block.layout().lineCount() - 1)
            first = block.layout().lineAt(0)
            parted[kept] += (top + first.y()) // SHEET != (top + last.y()) // SHEET
    assert parted[False] > parted[True] == 0
