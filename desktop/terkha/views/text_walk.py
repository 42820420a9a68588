# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The way through a page's text in reading order: its blocks, its tables and their cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextFrame, QTextTable, QTextTableCell

_IMAGE = "\ufffc"
_LINE = "\u2028"


def parts_of(holder: QTextFrame | QTextTableCell) -> Iterator[QTextBlock | QTextTable]:
    """Yield the blocks and tables of a frame or cell; other frames are gone into."""
    part = holder.begin()
    while not part.atEnd():
        inner = part.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif inner is not None:
            yield from parts_of(inner)
        else:
            yield part.currentBlock()
        part += 1


def rows_of(table: QTextTable) -> Iterator[list[QTextTableCell]]:
    """Yield the rows of a table; a cell over several of them stands in the first alone."""
    for row in range(table.rows()):
        cells = ((table.cellAt(row, column), column) for column in range(table.columns()))
        yield [cell for cell, column in cells if (cell.row(), cell.column()) == (row, column)]


def places_only(table: QTextTable) -> bool:
    """Tell whether a table only sets blocks side by side."""
    return any(isinstance(child, QTextTable) for child in table.childFrames())


def words_of(block: QTextBlock) -> str:
    """Return the words of a block in one line, without its pictures."""
    return block.text().replace(_IMAGE, "").replace(_LINE, "; ").strip()
