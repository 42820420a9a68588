# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A dossier holds all that was chosen, in every format, and each reference leads somewhere."""

from __future__ import annotations

import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import docx
import pytest
from lxml import etree
from lxml import html as markup
from PySide6.QtGui import QFont, QFontMetricsF

from terkha.context import Context
from terkha.dossier import (
    DOSSIER_FORMATS,
    Contents,
    dossier_steps,
    write_apart,
    write_dossier,
)
from terkha.dossier.contents import front, parts_of
from terkha.dossier.linear import linear
from terkha.settings import Settings
from terkha.state import State
from terkha.views.dossier_dialog import DossierDialog
from terkha_db.errors import KnownError
from terkha_db.lens import OPEN, parse_lens
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

IDS = ("mine/luobusa", "mineral/zabuyelite")
NOTE = "Ask *again* about <b>chromite</b>.\n\n- one\n- two"


@pytest.fixture(scope="module")
def context(look, catalogue, tmp_path_factory):
    """Nothing here changes it but the lens, which the test that sets one takes off again."""
    paths = profile_paths(tmp_path_factory.mktemp("profile"))
    look.choose(appearance="light", text_scale=100)
    library = Library(paths)
    library.bookmarks.add([Target("mine/luobusa", "mine", "Luobusa")], note=NOTE)
    library.works.add(
        [
            {
                "type": "book",
                "title": "Spoiling Tibet",
                "author": [{"family": "Lafitte", "given": "Gabriel"}],
                "issued": {"date-parts": [[2013]]},
            }
        ]
    )
    yield Context(catalogue, library, paths, Settings(paths.settings), look, State())
    library.close()


@pytest.fixture(scope="module")
def contents():
    ids = (*IDS, "work/lafitte-2013-spoiling")
    return Contents("Chromite & lithium", ids, "A seminar", ("copper-resources",), map=True)


@pytest.fixture(scope="module")
def written(context, contents, tmp_path_factory):
    """Give the dossier as a file with an ending; each is written once."""
    files = {}

    def file(ending):
        if ending not in files:
            files[ending] = tmp_path_factory.mktemp("dossier") / f"a{ending}"
            write_dossier(context, contents, files[ending])
        return files[ending]

    return file


def whole(context, contents):
    """The dossier as one page of HTML."""
    parts = parts_of(context, contents)
    return front(context, contents, parts, {}) + "".join(part.page(broken=True) for part in parts)


@pytest.fixture(scope="module")
def page(context, contents):
    return markup.fromstring(f"<div>{whole(context, contents)}</div>")


def test_every_part_is_in_the_contents_and_can_be_reached(page):
    text = page.text_content()
    for words in ("Chromite & lithium", "A seminar", "Luobusa", "Zabuyelite", "Bibliography"):
        assert words in text
    names = {anchor.get("name") for anchor in page.iter("a") if anchor.get("name")}
    targets = {link.get("href")[1:] for link in page.iter("a") if link.get("href", "")[:1] == "#"}
    assert {f"part-{number}" for number in range(1, 6)} <= targets
    assert targets <= names
    assert not [link for link in page.iter("a") if link.get("href", "").startswith("source:")]


def test_places_of_several_records_are_told_apart(page):
    names = [anchor.get("name") for anchor in page.iter("a") if anchor.get("name")]
    assert all(re.match(r"part-\d", name) for name in names)
    assert {"part-1-work-1", "part-2-work-1"} <= set(names)


def test_the_bibliography_names_every_work_once_and_the_readers_own(context, contents, page):
    text = " ".join(page.text_content().rpartition("Bibliography")[2].split())
    entries = context.catalogue.entries(context.catalogue.works(IDS), contents.style)
    for entry in entries:
        assert text.count(" ".join(entry.text.split())[:60]) >= 1
    assert f"Works: {len(entries) + 1}." in text
    assert "Spoiling Tibet" in text


def test_notes_are_written_as_they_read_and_left_out_on_request(context, contents, page):
    assert "Ask again about <b>chromite</b>." in " ".join(page.text_content().split())
    assert "Ask" not in whole(context, Contents("x", contents.ids, notes=False))


class PdfMade(NamedTuple):
    file: bytes
    done: list[float]
    """What was told to be done, step by step."""
    sheets: list[dict[str, int]]
    """The sheets of the parts that each table of contents was given."""


@pytest.fixture(scope="module")
def made(context, contents, tmp_path_factory):
    """The dossier as a PDF, and what was seen while it was written."""
    given = []

    def kept(context, contents, parts, sheets):
        given.append(dict(sheets))
        return front(context, contents, parts, sheets)

    target = tmp_path_factory.mktemp("dossier") / "a.pdf"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("terkha.dossier.formats.front", kept)
        done = list(dossier_steps(context, contents, target))
    return PdfMade(target.read_bytes(), done, given)


def outline(pdf):
    """Give the titles of an outline and the numbers of the sheets that they lead to, from 1."""
    pages = [int(one) for one in re.findall(rb"(\d+) 0 obj\s*<<\s*/Type /Page\b(?!s)", pdf)]
    items = re.findall(rb"/Title <([0-9a-f]+)> /Parent .*?/Dest \[(\d+) 0 R /XYZ", pdf)
    return [
        (bytes.fromhex(title.decode()).decode("utf-16"), pages.index(int(page)) + 1)
        for title, page in items
    ]


def test_a_pdf_has_an_outline_of_its_parts(made):
    pdf = made.file
    assert pdf.startswith(b"%PDF")
    titles, sheets = zip(*outline(pdf), strict=True)
    assert titles[:3] == ("Luobusa", "zabuyelite", "Where the mines are")
    assert titles[-1] == "Bibliography"
    assert sheets[0] == 3  # behind the title and the contents
    assert list(sheets) == sorted(set(sheets))
    assert b"/S /GoTo" in pdf
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    table = pdf[start : pdf.index(b"trailer", start)].decode()
    entries = re.findall(r"(\d+) 1\n(\d{10}) 00000 n ", table)
    assert len(entries) == len(outline(pdf)) + 2
    for number, place in entries:
        assert pdf[int(place) :].startswith(f"{number} 0 obj".encode())


def test_the_contents_name_the_sheet_on_which_each_part_begins(context, contents, made):
    sheets = made.sheets[-1]
    assert list(sheets.values()) == [sheet for _, sheet in outline(made.file)]
    html = front(context, contents, parts_of(context, contents), sheets)
    rows = markup.fromstring(f"<div>{html}</div>").xpath("//tr")
    assert [int(row.xpath("td[3]")[0].text_content()) for row in rows] == list(sheets.values())


def test_a_dossier_that_is_stopped_leaves_nothing_behind(context, contents, tmp_path):
    for kind in DOSSIER_FORMATS:
        steps = dossier_steps(context, contents, tmp_path / f"a{kind.extension}")
        assert 0 < next(steps) < 1
        steps.close()
    assert list(tmp_path.iterdir()) == []


def test_what_is_done_grows_to_the_whole(context, contents, made):
    done = made.done
    assert done == sorted(done)
    assert done[-1] == 1
    assert len(done) > len(parts_of(context, contents))


def test_addresses_of_works_lead_where_they_say(written):
    page = markup.parse(str(written(".html"))).getroot()
    links = [link for link in page.iter("a") if link.text_content().startswith("http")]
    assert len(links) > 5
    assert [link.get("href") for link in links] == [link.text_content() for link in links]


def test_html_is_one_file_that_needs_nothing_else(written):
    page = markup.parse(str(written(".html"))).getroot()
    assert all(image.get("src").startswith("data:image/png") for image in page.iter("img"))
    assert page.findtext(".//title") == "Chromite & lithium"
    assert not list(page.iter("link", "script"))


def test_word_has_headings_links_pictures_and_every_word(written, page):
    document = docx.Document(written(".docx"))
    lists = {one.text for one in document.paragraphs if one.style.name == "List Bullet"}
    assert lists == {"one", "two"}
    (noted,) = [one for one in document.paragraphs if one.text.startswith("Ask again about")]
    assert [run.text for run in noted.runs if run.italic] == ["again"]
    heads = [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert heads[0] == "Chromite & lithium"
    assert {"Luobusa", "Bibliography", "Your notes"} <= set(heads)
    with zipfile.ZipFile(written(".docx")) as archive:
        xml = archive.read("word/document.xml").decode()
    anchors = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml))
    marks = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', xml))
    assert anchors
    assert anchors <= marks
    pages = re.findall(r"<w:instrText>PAGEREF (\w+)", xml)
    assert pages == [f"t_part_{number}" for number in range(1, 6)]
    assert set(pages) <= marks
    assert len(document.inline_shapes) > 0
    assert_has_every_word("".join(re.findall(r"<w:t[^>]*>([^<]*)", xml)), page)


def test_opendocument_has_headings_links_pictures_and_every_word(written, page):
    with zipfile.ZipFile(written(".odt")) as archive:
        content = etree.fromstring(archive.read("content.xml"))
        pictures = [name for name in archive.namelist() if name.startswith("Pictures/")]
        foot = etree.fromstring(archive.read("styles.xml")).xpath(
            "//*[local-name()='footer']//*[local-name()='page-number']"
        )
    assert len(foot) == 1

    def found(tag, attribute):
        return [
            value
            for one in content.iter(f"{{*}}{tag}")
            for name, value in one.attrib.items()
            if etree.QName(name).localname == attribute
        ]

    heads = ["".join(one.itertext()) for one in content.iter("{*}h")]
    assert heads[:3] == ["Chromite & lithium", "Contents", "Luobusa"]
    assert {"Bibliography", "Your notes"} <= set(heads)
    marks = set(found("bookmark", "name"))
    within = {link[1:] for link in found("a", "href") if link.startswith("#")}
    assert within
    assert within <= marks
    pages = found("bookmark-ref", "ref-name")
    assert pages == [f"t_part_{number}" for number in range(1, 6)]
    assert set(pages) <= marks
    assert set(found("image", "href")) == set(pictures)
    items = ["".join(one.itertext()) for one in content.iter("{*}list-item")]
    assert items == ["one", "two"]
    assert_has_every_word("".join(content.itertext()), page)


def test_numbers_and_their_units_have_room_on_one_line_in_word(context, tmp_path):
    write_dossier(context, Contents("Copper", ("mine/julong", "mine/zhunuo")), tmp_path / "a.docx")
    document = docx.Document(tmp_path / "a.docx")
    narrow, checked = [], 0
    for table in document.tables:
        (left, right) = [int(one) for one in table._tblPr.xpath("w:tblCellMar/*/@w:w")]
        for cell in {cell for row in table.rows for cell in row.cells}:
            for run in (run for one in cell.paragraphs for run in one.runs):
                if not re.fullmatch(r"[\d.,]+\xa0[^ ]+( Cu| Mo)?", run.text):
                    continue
                font = QFont("Arial")
                font.setPixelSize(100)
                font.setBold(bool(run.bold))
                inches = QFontMetricsF(font).horizontalAdvance(run.text) * run.font.size.pt / 7200
                room = cell.width.twips - left - right
                checked += 1
                if inches * 1440 > room:
                    narrow.append((run.text, room))
    assert checked > 20
    assert narrow == []


def test_letters_of_all_scripts_are_of_one_size_in_opendocument(written):
    sizes = set()
    with zipfile.ZipFile(written(".odt")) as archive:
        for name in ("content.xml", "styles.xml"):
            for one in etree.fromstring(archive.read(name)).iter("{*}text-properties"):
                given = {etree.QName(key).localname: value for key, value in one.attrib.items()}
                look = given.get("font-size"), given.get("font-weight"), given.get("font-style")
                for script in ("asian", "complex"):
                    parts = ("font-size", "font-weight", "font-style")
                    if one.getparent().get(FAMILY) == "text":
                        assert tuple(given.get(f"{part}-{script}") for part in parts) == look
                sizes.add(given.get("font-size"))
    assert len(sizes) > 3


FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}family"


def assert_has_every_word(text, page):
    """A word may be cut into runs, so that it is looked for in the text without blanks."""
    wanted = {word for piece in page.itertext() for word in re.findall(r"\w{6,}", piece)}
    assert len(wanted) > 200
    assert [word for word in sorted(wanted) if word not in text] == []


def test_tables_inside_tables_follow_one_another():
    html = "<p>a</p><table><tr><td>b<table><tr><td>c</td></tr></table></td><td>d</td></tr></table>e"
    flat = markup.fragment_fromstring(linear(html), create_parent="div")
    assert flat.text_content() == "abcde"
    assert not flat.xpath(".//table[.//table]")
    assert len(flat.xpath(".//table")) == 1


def test_what_cannot_be_written_is_one_sentence(context, contents, tmp_path):
    with pytest.raises(KnownError, match=r"endings are \.pdf, \.docx, \.odt, \.html"):
        write_dossier(context, contents, tmp_path / "a.txt")
    with pytest.raises(KnownError, match="could not be written"):
        write_dossier(context, contents, tmp_path / "none" / "a.html")


def test_the_dialog_writes_what_is_ticked(qtbot, context, tmp_path):
    dialog = DossierDialog(context, [*IDS, "work/lafitte-2013-spoiling"], "Mine", ("claims",))
    qtbot.addWidget(dialog)
    first = dialog.records.item(0)
    first.setCheckState(first.checkState().Unchecked)
    chosen = dialog.contents()
    assert chosen.ids == ("mineral/zabuyelite", "work/lafitte-2013-spoiling")
    assert chosen.title == "Mine"
    assert dialog.write(tmp_path / "a.html")
    assert (tmp_path / "a.html").stat().st_size > 10_000
    assert len(DOSSIER_FORMATS) == dialog.formats.count()


def test_the_dialog_can_be_stopped_and_used_again(qtbot, context, tmp_path):
    dialog = DossierDialog(context, IDS, "Mine")
    qtbot.addWidget(dialog)
    seen, closed = [], []
    dialog.rejected.connect(lambda: closed.append(True))

    def stop(value):
        if value and not seen:
            seen.append((dialog.bar.isHidden(), dialog.title.isEnabled()))
            dialog.reject()

    dialog.bar.valueChanged.connect(stop)
    assert not dialog.write(tmp_path / "a.pdf")
    assert seen == [(False, False)]
    assert not (tmp_path / "a.pdf").exists()
    assert closed == []
    assert dialog.bar.isHidden()
    assert dialog.write(tmp_path / "a.html")
    dialog.reject()
    assert closed == [True]


def test_the_dialog_tells_a_fault_and_can_be_used_again(qtbot, context, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(
        "terkha.views.dossier_dialog.tell", lambda _, sentence: told.append(sentence)
    )
    dialog = DossierDialog(context, IDS, "Mine")
    qtbot.addWidget(dialog)
    assert not dialog.write(tmp_path / "none" / "a.html")
    assert len(told) == 1
    assert "could not be written" in told[0]
    assert dialog.title.isEnabled()


def test_what_is_written_apart_is_what_is_written_here(request, context, contents, tmp_path):
    """With the lens of the window, though the catalogue is opened anew."""
    context.catalogue.look_through(parse_lens("company"))
    request.addfinalizer(lambda: context.catalogue.look_through(OPEN))
    seen = []
    done, other = tmp_path / "apart.html", tmp_path / "here.html"
    with ThreadPoolExecutor(1) as threads:
        apart = threads.submit(write_apart, context, contents, done, seen.append, lambda: False)
        assert apart.result()
    assert seen == sorted(seen)
    write_dossier(context, contents, other)
    # Not the pictures: a thread may set a letter a fraction of a pixel elsewhere.
    pages = [re.sub('base64,[^"]+', "base64", file.read_text()) for file in (done, other)]
    assert pages[0] == pages[1]


def test_a_map_is_offered_where_there_are_mines(qtbot, context):
    for ids, offered in ((IDS, True), (IDS[1:], False)):
        dialog = DossierDialog(context, ids, "Mine")
        qtbot.addWidget(dialog)
        assert dialog.map.isEnabled() is offered
        assert dialog.contents().map is offered
