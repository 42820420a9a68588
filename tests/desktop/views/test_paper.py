# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record on paper: every list unfolded, sheets numbered, light in the dark theme too."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from terkha.look.theme import LIGHT
from terkha.pages import build, gather
from terkha.pages.printed import WITHIN, on_paper
from terkha.views import paper as paper_module
from terkha.views.paper import Paper, ask_and_save_pdf, paint_pages, print_record, save_pdf
from terkha_db.lens import OPEN, parse_lens


@pytest.fixture
def julong(context):
    return build(gather(context.catalogue, "mine/julong", "apa"), lambda _context, text: text)


def test_a_pdf_has_as_many_sheets_as_it_says(context, julong, tmp_path):
    file = tmp_path / "julong.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    sheets = paint_pages(context, julong, writer)
    del writer
    pdf = file.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert sheets > 2
    assert pdf.count(b"/Type /Page\n") == sheets


def test_smaller_sheets_make_more_of_them(context, julong, tmp_path):
    def sheets(size):
        writer = QPdfWriter(str(tmp_path / "x.pdf"))
        writer.setPageLayout(
            QPageLayout(QPageSize(size), QPageLayout.Orientation.Landscape, QMarginsF())
        )
        return paint_pages(context, julong, writer)

    assert sheets(QPageSize.PageSizeId.A4) > 4


def test_paper_is_light_whatever_the_screen_shows(context, julong):
    context.look.choose(appearance="dark")
    paper = Paper(julong, context.look.fonts)
    paper.setTextWidth(700)
    picture = QImage(QSize(700, 400), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    paper.drawContents(painter)
    painter.end()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 700, 2) for y in range(400)}
    assert LIGHT.line.lower() in colours
    assert context.look.theme.line.lower() not in colours


def annotations(pdf):
    """What the links of a PDF do, as its annotations say it."""
    return re.findall(rb"/Subtype /Link\n.*?/A <<\n/Type /Action\n(.*?)\s*\n?>>", pdf, re.DOTALL)


def sheet_of(pdf, page):
    kids = re.search(rb"/Kids\s*\[(.*?)\]", pdf, re.DOTALL)[1]
    return [int(one) for one in re.findall(rb"(\d+) 0 R", kids)].index(page)


def test_a_pdf_has_links_to_places_in_it_to_records_and_outside(context, tmp_path):
    page = whole(context, "citation/ferenczy-2025-prc-mining-tibet")
    file = tmp_path / "brief.pdf"
    save_pdf(context, page, file)
    acts = annotations(file.read_bytes())
    assert any(act.startswith(b"/S /GoTo") for act in acts)
    assert any(b"/URI (terkha:claim/isdp-" in act for act in acts)
    assert any(b"/URI (https://isdp.eu/" in act for act in acts)
    pressed = rb"source:|record:|copy:|cite:|more:|lens:|within:"
    assert not [act for act in acts if re.search(pressed, act)]
    assert b"terkha:-" not in b"".join(acts)


def test_a_marker_in_a_pdf_leads_to_its_work_in_the_list(context, julong, tmp_path):
    file = tmp_path / "julong.pdf"
    sheets = save_pdf(context, julong, file)
    pdf = file.read_bytes()
    goals = {
        (sheet_of(pdf, int(page)), int(height))
        for page, height in re.findall(rb"/GoTo /D \[(\d+) 0 R /XYZ 0 (\d+) 0\]", pdf)
    }
    # The list of works ends the page, and differs from line to line.
    assert len({goal for goal in goals if goal[0] >= sheets - 2}) > 10
    assert all(0 < height < 842 for _, height in goals)


def test_a_saved_pdf_can_be_read_by_its_table_of_objects(context, julong, tmp_path):
    """Links are written over in place: every object still begins where the table says."""
    file = tmp_path / "julong.pdf"
    save_pdf(context, julong, file)
    pdf = file.read_bytes()
    start = int(re.search(rb"startxref\s+(\d+)", pdf)[1])
    lines = pdf[start:].split(b"\n")
    assert lines[0] == b"xref"
    offsets = [int(line[:10]) for line in lines[3:] if line.rstrip().endswith(b"n")]
    assert len(offsets) > 100
    assert all(re.match(rb"\d+ 0 obj", pdf[offset : offset + 20]) for offset in offsets)


def test_what_copies_or_unfolds_is_not_printed():
    html = (
        '<a class="mark" href="copy:x">Copy</a><a href="more:works">Show all</a><a href="#a">A</a>'
    )
    assert on_paper(html) == '<a href="within:a">A</a>'


def test_the_foot_names_the_lens_while_one_is_on(context, julong):
    before = paper_module.foot_line(context, julong, 1, 2)
    context.look_through(parse_lens("academic"))
    try:
        assert paper_module.foot_line(context, julong, 1, 2).startswith("Lens: academic")
    finally:
        context.look_through(OPEN)
    assert "Lens" not in before
    assert before.endswith("terkha:mine/julong  \u00b7  page 1 of 2")


def test_a_pdf_that_cannot_be_written_is_told_in_a_sentence(context, julong, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(
        paper_module.QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), "")
    )
    monkeypatch.setattr(paper_module, "tell", lambda _parent, words: told.append(words))
    ask_and_save_pdf(context, julong, None)
    assert "could not be written: No such file or directory." in told[0]


def whole(context, record_id):
    material = gather(context.catalogue, record_id, "apa")
    first = build(material, lambda _context, text: text)
    return build(material, lambda _context, text: text, first.folded)


def test_the_preview_paints_the_sheets_that_will_be_printed(
    context, julong, tmp_path, monkeypatch, framed
):
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    framed(page, 900, 700)
    file = tmp_path / "printed.pdf"

    def look_and_print(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        dialog.paintRequested.emit(printer)
        return 0

    monkeypatch.setattr(QPrintPreviewDialog, "exec", look_and_print)
    print_record(context, julong, page)
    printed = file.read_bytes()
    assert printed.count(b"/Type /Page\n") > 2
    assert b"/S /GoTo /D [" in printed
    assert WITHIN.encode() not in printed
