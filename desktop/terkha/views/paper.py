# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record on paper: always light, with the edition, the link and page numbers at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextDocument,
)

from terkha.look.fonts import Fonts
from terkha.look.symbols import Symbols
from terkha.look.theme import LIGHT
from terkha.pages import style_sheet
from terkha.views.page_look import Face, resource, sized
from terkha.views.pages import outside
from terkha_db import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.context import Context
    from terkha.pages import Document

_WIDTH = 700.0  # logical pixels of text across a page
_FOOT = 34.0
_MARGIN = 18.0  # millimetres
_DPR = 4.0  # of the symbols: paper is finer than screens


class Paper(QTextDocument):
    """A page's document as it is printed: light, at 100 %, with its symbols painted fine."""

    def __init__(self, document: Document, fonts: Fonts) -> None:
        super().__init__()
        self._symbols = Symbols(LIGHT, fonts)
        self.setDocumentMargin(0)
        self.setDefaultFont(fonts.font("body"))
        self.setDefaultStyleSheet(style_sheet(LIGHT, Face(fonts), document.html))
        self.setHtml(sized(document.html, self._symbols))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Paint a symbol for paper."""
        painted = resource(name, self._symbols, _DPR)
        return painted if painted is not None else super().loadResource(kind, name)


def print_record(context: Context, document: Document, parent: QWidget) -> None:
    """Let the reader choose a printer or a PDF file, and print a page there."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        paint_pages(context, document, printer)


def paint_pages(context: Context, document: Document, device: QPagedPaintDevice) -> int:
    """Paint a page on a printer or PDF writer; return how many sheets it took."""
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


def _foot(context: Context, document: Document, sheet: int, sheets: int) -> str:
    """Return the line under each sheet: what this is, which edition, which sheet."""
    edition = context.catalogue.edition
    words = QCoreApplication.translate("Paper", "Terkha, edition {}, {}  ·  {}  ·  page {} of {}")
    return words.format(
        edition.version,
        wording.format_date(edition.date),
        outside(document.record, context.catalogue.lens),
        sheet,
        sheets,
    )
