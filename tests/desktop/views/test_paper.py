# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record on paper: every list unfolded, sheets numbered, light in the dark theme too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from terkha.look.theme import LIGHT
from terkha.pages import build, gather
from terkha.views.paper import Paper, paint_pages


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
