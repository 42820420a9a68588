# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the writers of DOCX and ODT read alike from a laid-out text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QImageWriter, QPixmap, QTextDocument, QTextListFormat

from terkha.look.theme import LIGHT
from terkha.pages.printed import WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import (
        QTextBlock,
        QTextCharFormat,
        QTextFragment,
        QTextImageFormat,
        QTextTable,
        QTextTableCell,
    )

PAGE_OF = "page-of-"
"""Begins the address of a place whose page number the word processor is to write."""
IMAGE, LINE = "\ufffc", "\u2028"
SHEET, SHEETS = "\x01", "\x02"
"""Stand in the line at the foot for the number of the sheet, and of all sheets."""
WIDTH = 700
"""Logical pixels across the text where it is laid out."""
PAGE_CM, TEXT_CM = (21.0, 29.7), 17.4
POINTS = TEXT_CM / 2.54 * 72 / WIDTH
"""Points of a logical pixel on paper."""
FONT = "Arial"
"""A face that every machine has, or one as wide."""
CELL_MARGIN = 0.1
"""Centimetres around the text of a cell: with more, numbers part from their units."""
FOOT_POINTS = 8
FOOT_COLOUR = LIGHT.ink3[1:]
HEADING_COLOUR = LIGHT.ink[1:]
LARGEST_HEADING = 4
_LEAST_POINTS = 8
_SHORT_ROW = 600  # letters


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the pieces of a block."""
    part = block.begin()
    while not part.atEnd():
        yield part.fragment()
        part += 1


def is_empty(block: QTextBlock) -> bool:
    """Tell whether a block has nothing to read, look at or lead to."""
    return not (
        block.text().strip()
        or block.blockFormat().headingLevel()
        or any(piece.charFormat().anchorNames() for piece in fragments(block))
    )


def list_kind(block: QTextBlock) -> str:
    """Return ``number`` or ``bullet`` for an item of a list, "" for other blocks."""
    if block.textList() is None:
        return ""
    kind = block.textList().format().style()
    return "number" if kind.value <= QTextListFormat.Style.ListDecimal.value else "bullet"


def indents(block: QTextBlock) -> tuple[float, float]:
    """Return how far a block stands in, and its first line beside that, in centimetres."""
    form = block.blockFormat()
    pixels = TEXT_CM / WIDTH
    return form.leftMargin() * pixels, form.textIndent() * pixels


def is_head(table: QTextTable, row: int) -> bool:
    """Tell whether a row is the head of a table, which stands on each sheet."""
    return row < table.format().headerRowCount() < table.rows()


def leads_on(table: QTextTable, row: int) -> bool:
    """Tell whether a row says what the rows below it are: the head, or the title of a group."""
    across = table.cellAt(row, 0).columnSpan() == table.columns() > 1
    return row + 1 < table.rows() and (is_head(table, row) or across)


def stays_whole(table: QTextTable, row: int) -> bool:
    """Tell whether no page may break a row: it is short enough to begin the next one."""
    first = table.cellAt(row, 0).firstCursorPosition().position()
    last = table.cellAt(row, table.columns() - 1).lastCursorPosition().position()
    return last - first < _SHORT_ROW


def foot_parts(foot: str) -> list[str]:
    """Cut the line at the foot so that the numbers in it stand alone."""
    return [part for part in re.split(f"([{SHEET}{SHEETS}])", foot) if part]


def begins_page(block: QTextBlock) -> bool:
    """Tell whether a block stands on a page of its own."""
    return bool(block.blockFormat().pageBreakPolicy().value & 1)


def is_right(block: QTextBlock) -> bool:
    """Tell whether a block is set to the right, as numbers are."""
    return bool(block.blockFormat().alignment() & Qt.AlignmentFlag.AlignRight)


def points(form: QTextCharFormat) -> float:
    """Return the size of letters in half points, never too small to be read; 0 if none is set."""
    font = form.font()
    size = font.pixelSize() * POINTS if font.pixelSize() > 0 else font.pointSizeF()
    return max(_LEAST_POINTS, round(size * 2) / 2) if size > 0 else 0


def is_bold(form: QTextCharFormat) -> bool:
    """Tell whether letters are to be bold: word processors know one weight of them."""
    return form.font().weight() >= QFont.Weight.DemiBold


def colour(form: QTextCharFormat) -> str:
    """Return the colour of letters as six hexadecimal digits, "" where none is set."""
    if not form.hasProperty(form.Property.ForegroundBrush.value):
        return ""
    return form.foreground().color().name()[1:]


def ground(cell: QTextTableCell) -> str:
    """Return the colour behind a cell as six hexadecimal digits, "" where there is none."""
    brush = cell.format().background()
    return "" if brush.style() is Qt.BrushStyle.NoBrush else brush.color().name()[1:]


def address(form: QTextCharFormat) -> tuple[str, str]:
    """Return where a link leads: ``within``, ``page`` or ``outside``, and to what."""
    href = form.anchorHref().rstrip("~")
    if not href.startswith(WITHIN):
        return ("outside", href) if href else ("", "")
    place = href.removeprefix(WITHIN)
    if place.startswith(PAGE_OF):
        return "page", bookmark_name(place.removeprefix(PAGE_OF))
    return "within", bookmark_name(place)


def bookmark_name(name: str) -> str:
    """Return an anchor as Word allows it: letters, digits and low lines, forty at most."""
    plain = "".join(char if char.isalnum() else "_" for char in name)
    return f"t_{plain}"[:40]


def alternative(form: QTextImageFormat) -> str:
    """Return a picture in words, "" for one that says no more than the text beside it."""
    return str(form.property(form.Property.ImageAltText.value) or "")


def picture(text: QTextDocument, form: QTextImageFormat) -> tuple[bytes, float] | None:
    """Return an image as PNG with its width in points; None where there is none."""
    kind = QTextDocument.ResourceType.ImageResource.value
    found = text.resource(kind, QUrl(form.name()))
    image = found.toImage() if isinstance(found, QPixmap) else found
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    width = form.width() or image.width() / image.devicePixelRatio()
    return bytes(buffer.data().data()), width * POINTS


def column_widths(text: QTextDocument, table: QTextTable, width: float) -> list[float]:
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
