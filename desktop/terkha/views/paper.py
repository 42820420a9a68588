# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record on paper: always light, with the edition, the link and page numbers at the foot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog

from terkha.look.fonts import Fonts
from terkha.look.symbols import Symbols
from terkha.look.theme import LIGHT
from terkha.pages import style_sheet
from terkha.pages.printed import WITHIN, on_paper
from terkha.views.messages import tell
from terkha.views.page_look import Face, resource, sized
from terkha.views.pages import outside
from terkha.views.pdf_links import Place, lead_within, reserved
from terkha.views.section_places import anchor_places
from terkha_db import wording
from terkha_db.lens import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.pages import Document

translate = QCoreApplication.translate
_WIDTH = 700.0  # logical pixels of text across a page
_FOOT = 34.0
_MARGIN = 18.0  # millimetres
_OF_WINDOW = 0.9  # how large the preview is
_WITHIN = re.compile(rf'href="({WITHIN}[^"]*)"')
_DPR = 4.0  # of the symbols: paper is finer than screens


class Paper(QTextDocument):
    """A page's document as it is printed: light, at 100 %, with its symbols painted fine."""

    def __init__(self, document: Document, fonts: Fonts) -> None:
        super().__init__()
        self._symbols = Symbols(LIGHT, fonts)
        self.setDocumentMargin(0)
        self.setDefaultFont(fonts.font("body"))
        self.setDefaultStyleSheet(style_sheet(LIGHT, Face(fonts), document.html))
        html = sized(on_paper(document.html), self._symbols)
        self.setHtml(_WITHIN.sub(lambda link: f'href="{reserved(link[1])}"', html))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Paint a symbol for paper."""
        painted = resource(name, self._symbols, _DPR)
        return painted if painted is not None else super().loadResource(kind, name)


def print_record(context: Context, document: Document, parent: QWidget) -> None:
    """Show the sheets as they will be, with the choice of printer, sheets and paper."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setWindowTitle(translate("Paper", "Print %s") % document.title)
    preview.resize(parent.window().size() * _OF_WINDOW)
    preview.paintRequested.connect(lambda device: paint_pages(context, document, device))
    preview.exec()
    preview.deleteLater()


def ask_and_save_pdf(context: Context, document: Document, parent: QWidget) -> None:
    """Ask for a file, save a page there as PDF, and say how it went."""
    slug = document.record.partition("?")[0].partition("/")[2]
    title, kind = translate("Paper", "Save as PDF"), translate("Paper", "PDF (*.pdf)")
    name, _ = QFileDialog.getSaveFileName(parent, title, f"{slug}.pdf", kind)
    if not name:
        return
    try:
        sheets = save_pdf(context, document, Path(name))
    except OSError as error:
        reason = error.strerror or str(error)
        tell(parent, translate("Paper", "%s could not be written: %s.") % (name, reason))
        return
    context.state.say(translate("Paper", "Saved %s, sheets: %d") % (name, sheets))


def save_pdf(context: Context, document: Document, file: Path) -> int:
    """Write a page as a PDF with links that lead within it; return how many sheets it has.

    Raises:
        OSError: the file cannot be written.

    """
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(paper)
    writer.setTitle(document.title)
    link = outside(document.record, context.catalogue.lens) if document.record else ""
    writer.setCreator(f"Terkha, {link}".rstrip(", "))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    places: dict[str, Place] = {}
    sheets = paint_pages(context, document, writer, places)
    file.write_bytes(lead_within(bytes(paper.data().data()), places))
    return sheets


def sheets_of(context: Context, document: Document) -> dict[str, int]:
    """Return on which sheet of its PDF each anchor of a document stands, from 1."""
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(paper)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    places: dict[str, Place] = {}
    paint_pages(context, document, writer, places)
    return {anchor: place.sheet + 1 for anchor, place in places.items()}


def paint_pages(
    context: Context,
    document: Document,
    device: QPagedPaintDevice,
    places: dict[str, Place] | None = None,
) -> int:
    """Paint a page on a printer or PDF writer; return how many sheets it took.

    ``places`` is given where its anchors stand.
    """
    device.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    if not device.pageLayout().isValid():
        device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    fonts = Fonts(context.look.fonts.families)
    paper = Paper(document, fonts)
    painter = QPainter(device)
    room = QRectF(painter.viewport())
    scale = room.width() / _WIDTH
    height = room.height() / scale
    paper.setPageSize(QSizeF(_WIDTH, height - _FOOT))
    sheets = paper.pageCount()
    if places is not None:
        places.update(_places(paper, height - _FOOT, device.pageLayout()))
    painter.scale(scale, scale)
    for sheet in range(sheets):
        if sheet:
            device.newPage()
        _paint_sheet(painter, paper, sheet, height - _FOOT)
        words = _foot(context, document, sheet + 1, sheets)
        painter.setFont(fonts.font("caption"))
        painter.setPen(QColor(LIGHT.ink3))
        painter.drawText(
            QRectF(0, height - _FOOT, _WIDTH, _FOOT),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            words,
        )
    painter.end()
    return sheets


def _paint_sheet(painter: QPainter, paper: Paper, sheet: int, height: float) -> None:
    painter.save()
    painter.translate(QPointF(0, -sheet * height))
    clip = QRectF(0, sheet * height, _WIDTH, height)
    painter.setClipRect(clip)
    looks = QAbstractTextDocumentLayout.PaintContext()
    looks.clip = clip
    looks.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
    paper.documentLayout().draw(painter, looks)
    painter.restore()


def _places(paper: Paper, height: float, sheet: QPageLayout) -> Iterator[tuple[str, Place]]:
    """Yield the anchors of a paper, each with its sheet and its height there in points."""
    full = sheet.fullRectPoints().height()
    inside = sheet.paintRectPoints()
    points = inside.width() / _WIDTH
    for anchor, top in anchor_places(paper):
        # Qt sets the first line of a sheet on a whole pixel, which may lie just above it.
        number, down = divmod(top + 1, height)
        yield anchor, Place(int(number), full - inside.top() - down * points)


def _foot(context: Context, document: Document, sheet: int, sheets: int) -> str:
    """Return the line under each sheet: what this is, which edition, which sheet."""
    edition = context.catalogue.edition
    lens = context.catalogue.lens
    seen = translate("Paper", "Lens: {}  ·  ").format(in_words(lens)) if lens.is_on else ""
    words = translate("Paper", "Terkha, edition {}, {}  ·  {}  ·  page {} of {}")
    return seen + words.format(
        edition.version,
        wording.format_date(edition.date),
        outside(document.record, lens) if document.record else document.title,
        sheet,
        sheets,
    )
