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
from terkha.pages import classes_of, style_sheet
from terkha.pages.printed import WITHIN, on_paper
from terkha.views.messages import tell
from terkha.views.page_look import Face, resource, sized
from terkha.views.pages import outside
from terkha.views.paper_breaks import keep_heads
from terkha.views.pdf_links import Place, lead_within, reserved
from terkha.views.section_places import anchor_places
from terkha_db import wording
from terkha_db.lens import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
        self.setDefaultStyleSheet(style_sheet(LIGHT, Face(fonts), classes_of(document.html)))
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
    places: dict[str, Place] = {}
    preview.paintRequested.connect(lambda device: paint_pages(context, document, device, places))
    preview.exec()
    preview.deleteLater()
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        _lead_printed(Path(printer.outputFileName()), places, parent)


def _lead_printed(file: Path, places: Mapping[str, Place], parent: QWidget) -> None:
    """Let the links of a page that was printed into a PDF lead within it, as saved ones do."""
    try:
        if file.is_file():
            file.write_bytes(lead_within(file.read_bytes(), places))
    except OSError as error:
        reason = error.strerror or str(error)
        tell(parent, translate("Paper", "%s could not be written: %s.") % (file, reason))


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
    link = outside(document.record, context.catalogue.lens) if document.record else ""
    paper = QBuffer()
    writer = pdf_writer(paper, document.title, link)
    places: dict[str, Place] = {}
    sheets = paint_pages(context, document, writer, places)
    file.write_bytes(lead_within(bytes(paper.data().data()), places))
    return sheets


def pdf_writer(into: QBuffer, title: str, link: str = "") -> QPdfWriter:
    """Return a writer of A4 sheets into a buffer."""
    into.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(into)
    writer.setTitle(title)
    writer.setCreator(f"Terkha, {link}".rstrip(", "))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return writer


def paint_pages(
    context: Context,
    document: Document,
    device: QPagedPaintDevice,
    places: dict[str, Place] | None = None,
) -> int:
    """Paint a page on a printer or PDF writer; return how many sheets it took.

    ``places`` is given where its anchors stand.
    """
    sheaf = Sheaf(device, Fonts(context.look.fonts.families))
    sheaf.papers.append(sheaf.laid(document))
    if places is not None:
        places.update(sheaf.places())
    for _ in sheaf.paint(lambda sheet, sheets: foot_line(context, document, sheet, sheets)):
        pass
    return sheaf.sheets


class Sheaf:
    """Papers on the sheets of a printer or PDF, each behind the other and on a sheet of its own."""

    def __init__(self, device: QPagedPaintDevice, fonts: Fonts) -> None:
        self._device, self._fonts = device, fonts
        device.setPageMargins(
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
        )
        if not device.pageLayout().isValid():
            device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._painter = QPainter(device)
        # Charts and maps stay as sharp as they are: Qt would store them as photographs.
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        room = QRectF(self._painter.viewport())
        self._scale = room.width() / _WIDTH
        self._height = room.height() / self._scale - _FOOT
        self.papers: list[Paper] = []

    @property
    def sheets(self) -> int:
        """How many sheets the papers take."""
        return sum(paper.pageCount() for paper in self.papers)

    def close(self) -> None:
        """Let go of the device, where not every sheet was painted."""
        if self._painter.isActive():
            self._painter.end()

    def laid(self, document: Document) -> Paper:
        """Return a page laid out for these sheets."""
        paper = Paper(document, self._fonts)
        paper.setPageSize(QSizeF(_WIDTH, self._height))
        keep_heads(paper)
        return paper

    def places(self) -> dict[str, Place]:
        """Return where the anchors of the papers stand."""
        found: dict[str, Place] = {}
        before = 0
        for paper in self.papers:
            for anchor, place in _places(paper, self._height, self._device.pageLayout()):
                found[anchor] = Place(before + place.sheet, place.height)
            before += paper.pageCount()
        return found

    def paint(self, foot: Callable[[int, int], str]) -> Iterator[int]:
        """Paint every sheet and yield its number; ``foot`` gives its last line and gets both."""
        self._painter.scale(self._scale, self._scale)
        number, sheets = 0, self.sheets
        for paper in self.papers:
            for sheet in range(paper.pageCount()):
                number += 1
                if number > 1:
                    self._device.newPage()
                _paint_sheet(self._painter, paper, sheet, self._height)
                self._paint_foot(foot(number, sheets))
                yield number
        self._painter.end()

    def _paint_foot(self, words: str) -> None:
        self._painter.setFont(self._fonts.font("caption"))
        self._painter.setPen(QColor(LIGHT.ink3))
        self._painter.drawText(
            QRectF(0, self._height, _WIDTH, _FOOT),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            words,
        )


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


def foot_line(context: Context, document: Document, sheet: object, sheets: object) -> str:
    """Return the line under each sheet: what this is, which edition, which sheet.

    The sheets are numbers, or what stands for them until a word processor knows them.
    """
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
