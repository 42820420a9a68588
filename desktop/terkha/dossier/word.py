# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes a laid-out text as DOCX: paragraphs, headings, tables, pictures and links."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPixmap,
    QTextDocument,
    QTextFrame,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from terkha.pages.printed import WITHIN
from terkha_db.citing.archive import timeless

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextFragment, QTextImageFormat

_IMAGE = "\ufffc"
_LINE = "\u2028"
_DPI = 96
_POINTS = 72 / _DPI
_TEXT_CM = 16.5
_CELL_MARGINS = 0.38
_LARGEST_HEADING = 4
_LEAST_POINTS = 8


class Word:
    """A DOCX document with page numbers, to which laid-out texts are added one by one."""

    def __init__(self, title: str) -> None:
        import docx
        from docx.shared import Cm

        self._document = docx.Document()
        self._document.core_properties.title = title
        properties = self._document.core_properties
        properties.author = properties.comments = ""
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21 - _TEXT_CM) / 2)
        _number_pages(section.footer.paragraphs[0])
        self._bookmarks = 0

    def add(self, text: QTextDocument) -> None:
        """Add a text; links within the document lead to bookmarks."""
        writer = _Writer(text, self._bookmarks)
        writer.frame(text.rootFrame(), self._document, _TEXT_CM)
        self._bookmarks = writer.bookmarks

    def content(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self._document.save(out)
        return timeless(out.getvalue())


class _Writer:
    """Walks through a text and writes what it meets."""

    def __init__(self, text: QTextDocument, bookmarks: int) -> None:
        self._text = text
        self.bookmarks = bookmarks

    def frame(
        self, frame: QTextFrame | QTextTableCell, into: Document | _Cell, width: float
    ) -> None:
        """Write the blocks and tables of a frame or cell that is so many centimetres wide."""
        part: Any = frame.begin()
        while not part.atEnd():
            inner = part.currentFrame()
            if isinstance(inner, QTextTable):
                self._table(inner, into, width)
            elif inner is not None:
                self.frame(inner, into, width)
            elif part.currentBlock().isValid():
                self._block(part.currentBlock(), into)
            part += 1

    def _table(self, table: QTextTable, into: Document | _Cell, width: float) -> None:
        from docx.shared import Cm

        rows, columns = table.rows(), table.columns()
        widths = _widths(self._text, table, width)
        made = into.add_table(rows, columns)
        made.autofit = False
        for made_column, one in zip(made.columns, widths, strict=True):
            made_column.width = Cm(one)
        for row in range(rows):
            for column in range(columns):
                cell = table.cellAt(row, column)
                if (cell.row(), cell.column()) != (row, column):
                    continue
                last = column + cell.columnSpan() - 1
                target = made.cell(row, column)
                if last > column:
                    target = target.merge(made.cell(row, last))
                room = sum(widths[column : last + 1])
                target.width = Cm(room)
                self.frame(cell, target, room - _CELL_MARGINS)
                _drop_first(target)

    def _block(self, block: QTextBlock, into: Document | _Cell) -> None:
        level = block.blockFormat().headingLevel()
        if not block.text().strip() and not level and not _has_anchor(block):
            return
        paragraph = into.add_paragraph()
        if level and not _is_cell(into):
            paragraph.style = f"Heading {min(level, _LARGEST_HEADING)}"
        elif block.textList() is not None:
            kind = block.textList().format().style()
            numbered = kind.value <= QTextListFormat.Style.ListDecimal.value
            paragraph.style = "List Number" if numbered else "List Bullet"
        breaks = block.blockFormat().pageBreakPolicy()
        paragraph.paragraph_format.page_break_before = bool(breaks.value & 1)
        part = block.begin()
        while not part.atEnd():
            self._fragment(part.fragment(), paragraph)
            part += 1

    def _fragment(self, fragment: QTextFragment, paragraph: Paragraph) -> None:
        form = fragment.charFormat()
        for name in form.anchorNames():
            self._bookmark(paragraph, name)
        if form.isImageFormat():
            self._picture(form.toImageFormat(), paragraph)
            return
        text = fragment.text().replace(_LINE, "\n").replace(_IMAGE, "")
        if not text:
            return
        run = paragraph.add_run(text)
        _dress(run, form)
        href = form.anchorHref().rstrip("~")
        if href:
            _link(paragraph, run, href)

    def _picture(self, form: QTextImageFormat, paragraph: Paragraph) -> None:
        from docx.shared import Pt

        kind = QTextDocument.ResourceType.ImageResource.value
        found = self._text.resource(kind, QUrl(form.name()))
        image = found.toImage() if isinstance(found, QPixmap) else found
        if not isinstance(image, QImage) or image.isNull():
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QPixmap.fromImage(image).save(buffer, "PNG")
        width = form.width() or image.width() / image.devicePixelRatio()
        paragraph.add_run().add_picture(
            io.BytesIO(bytes(buffer.data().data())), width=Pt(width * _POINTS)
        )

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        self.bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self.bookmarks))
            if tag.endswith("Start"):
                mark.set(qn("w:name"), _bookmark_name(name))
            paragraph._p.append(mark)  # noqa: SLF001 - python-docx makes none itself


def _widths(text: QTextDocument, table: QTextTable, width: float) -> list[float]:
    """Return the widths of the columns as they are laid out, in parts of ``width``."""
    layout = text.documentLayout()
    frame = layout.frameBoundingRect(table)
    lefts = [frame.left()] + [frame.right()] * table.columns()
    for row in range(table.rows()):
        for column in range(1, table.columns()):
            cell = table.cellAt(row, column)
            if cell.column() == column:
                first = layout.blockBoundingRect(cell.firstCursorPosition().block()).left()
                lefts[column] = min(lefts[column], first)
    pixels = [max(1.0, after - left) for left, after in pairwise(lefts)]
    return [width * one / sum(pixels) for one in pixels]


def _drop_first(cell: _Cell) -> None:
    """Take away the empty paragraph that every cell begins with, where more follows."""
    first = cell.paragraphs[0]
    follows = first._p.getnext()  # noqa: SLF001 - python-docx has no other way
    if not first.runs and follows is not None and follows.tag.endswith("}p"):
        first._p.getparent().remove(first._p)  # noqa: SLF001


def _is_cell(into: object) -> bool:
    return not hasattr(into, "sections")


def _has_anchor(block: QTextBlock) -> bool:
    part = block.begin()
    while not part.atEnd():
        if part.fragment().charFormat().anchorNames():
            return True
        part += 1
    return False


def _bookmark_name(name: str) -> str:
    """Return an anchor as Word allows it: letters, digits and low lines, forty at most."""
    plain = "".join(char if char.isalnum() else "_" for char in name)
    return f"t_{plain}"[:40]


def _dress(run: Any, form: QTextCharFormat) -> None:  # noqa: ANN401 - python-docx's Run
    """Give a run weight, slant, size, colour and position as they are on the page."""
    from docx.shared import Pt, RGBColor

    font = form.font()
    run.bold = font.weight() >= QFont.Weight.DemiBold or None
    run.italic = font.italic() or None
    size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() / _POINTS
    if size > 0:
        run.font.size = Pt(max(_LEAST_POINTS, round(size * _POINTS * 2) / 2))
    colour = form.foreground().color()
    if form.hasProperty(form.Property.ForegroundBrush.value):
        run.font.color.rgb = RGBColor(colour.red(), colour.green(), colour.blue())
    alignment = form.verticalAlignment()
    run.font.subscript = alignment is form.VerticalAlignment.AlignSubScript or None
    run.font.superscript = alignment is form.VerticalAlignment.AlignSuperScript or None


def _link(paragraph: Paragraph, run: Any, href: str) -> None:  # noqa: ANN401
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    link = OxmlElement("w:hyperlink")
    if href.startswith(WITHIN):
        link.set(qn("w:anchor"), _bookmark_name(href.removeprefix(WITHIN)))
    else:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(href, kind, is_external=True))
    paragraph._p.append(link)  # noqa: SLF001 - python-docx makes no links itself
    link.append(run._r)  # noqa: SLF001


def _number_pages(paragraph: Paragraph) -> None:
    """Put the number of the page at the foot, which Word fills in."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - python-docx makes no fields itself
