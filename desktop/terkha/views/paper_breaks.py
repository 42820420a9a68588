# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where sheets of paper end: no heading, and no head of a table, is the last on its sheet.

Nor is a line of a short paragraph alone on one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextFormat, QTextFrame, QTextFrameFormat, QTextTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

_SHORT = 6  # lines of a paragraph that is not parted
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def keep_heads(paper: QTextDocument) -> None:
    """Let headings and heads of tables begin a new sheet where what follows would, and entries.

    Qt knows no such rule: it is found out from the sheets as they are laid out, from the first on,
    since each change moves what comes after it.
    """
    for part in list(_parts(paper.rootFrame())):
        if isinstance(part, QTextTable):
            if _is_torn(_first(part), _body(part)):
                _break_table(part)
            continue
        if not part.blockFormat().headingLevel():
            last = part.layout().lineCount() - 1
            if 0 < last < _SHORT and _sheet(part) != _sheet(part, last):
                _break_before(part)
            continue
        follows = part.next()
        while follows.isValid() and follows.blockFormat().headingLevel():
            follows = follows.next()
        if not follows.isValid():
            continue
        table = _table_at(follows)
        behind = _body(table) if table is not None else follows
        if _is_torn(part, behind):
            _break_before(part)


def _parts(frame: QTextFrame) -> Iterator[QTextTable | QTextBlock]:
    """Yield the paragraphs and tables of a text in their order, but not what is inside tables."""
    part = frame.begin()
    while not part.atEnd():
        inner = part.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif inner is not None:
            if inner.frameFormat().position() is QTextFrameFormat.Position.InFlow:
                yield from _parts(inner)
        elif part.currentBlock().previous().isValid():
            yield part.currentBlock()
        part += 1


def _table_at(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()


def _first(table: QTextTable) -> QTextBlock:
    return table.cellAt(0, 0).firstCursorPosition().block()


def _body(table: QTextTable) -> QTextBlock:
    """Return the beginning of the first row that is no head."""
    row = min(table.format().headerRowCount(), table.rows() - 1)
    return table.cellAt(row, 0).firstCursorPosition().block()


def _is_torn(before: QTextBlock, behind: QTextBlock) -> bool:
    return _sheet(before) != _sheet(behind)


def _sheet(block: QTextBlock, number: int = 0) -> int:
    """Return the sheet on which a line of a block stands."""
    paper = block.document()
    top = paper.documentLayout().blockBoundingRect(block).top()
    if number < block.layout().lineCount():
        top += block.layout().lineAt(number).y()
    # Qt sets the first line of a sheet on a whole pixel, which may lie just above it.
    return int((top + 1) // paper.pageSize().height())


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(_BREAK)
    QTextCursor(block).setBlockFormat(form)
    _lay_out_from(block)


def _lay_out_from(block: QTextBlock) -> None:
    """Have what comes after a break laid out again: Qt alone forgets some, and draws it nowhere."""
    paper = block.document()
    paper.markContentsDirty(block.position(), paper.characterCount() - block.position())


def _break_table(table: QTextTable) -> None:
    form = table.format()
    form.setPageBreakPolicy(_BREAK)
    table.setFormat(form)
    _lay_out_from(_first(table))
