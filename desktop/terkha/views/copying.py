# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Copying from a record: rich and plain text at once, with the works behind what was copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QTextBlock,
    QTextDocument,
    QTextDocumentFragment,
    QTextFrame,
    QTextTable,
    QTextTableCell,
)

from terkha.views.text_walk import parts_of, places_only, rows_of, words_of
from terkha_db.links import SCHEME

if TYPE_CHECKING:
    from terkha.pages import Document
    from terkha.views.record_view import References

_RECORD = re.compile(r'href="record:')
_SOURCE = re.compile(r'href="(source:[^"]+)"')
_INNER = re.compile(r'<a [^>]*href="(?:more|cite|copy):[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def copied(
    fragment: QTextDocumentFragment,
    document: Document,
    references: References | None,
    *,
    all_works: bool = False,
) -> QMimeData:
    """Return a piece of a page for the clipboard.

    ``references`` gives the formatted works of the markers inside, or ``all_works`` of the page;
    without it they are left out.
    """
    piece = QTextDocument()
    piece.setHtml(fragment.toHtml())
    numbers = _numbers(piece, document)
    if all_works:
        numbers = list(range(1, len(document.sources) + 1))
    if references is None:
        numbers = []
    sources = [document.sources[number - 1].id for number in numbers]
    works = references(sources) if references and sources else []
    lines = [f"[{number}] {text}" for number, (_, text) in zip(numbers, works, strict=True)]
    data = QMimeData()
    data.setText("\n".join([_plain(piece), *(["", *lines] if lines else [])]))
    data.setHtml(_rich(fragment.toHtml(), document, numbers, works))
    return data


def _numbers(piece: QTextDocument, document: Document) -> list[int]:
    """Return the numbers of the works whose markers are inside, ascending."""
    found: set[int] = set()
    block = piece.begin()
    while block.isValid():
        for href in _links(block):
            marker = document.markers.get(href)
            if marker is not None:
                found.update(marker.numbers)
        block = block.next()
    return sorted(found)


def _links(block: QTextBlock) -> list[str]:
    links = []
    part = block.begin()
    while not part.atEnd():
        href = part.fragment().charFormat().anchorHref()
        if href:
            links.append(href)
        part += 1
    return links


def _plain(piece: QTextDocument) -> str:
    """Return the words of a piece; of several empty lines, which place blocks, one stays."""
    lines = ["", *(line.rstrip() for line in _lines(piece.rootFrame()))]
    kept = (line for line, above in zip(lines[1:], lines, strict=False) if line or above)
    return "\n".join(kept).strip("\n")


def _lines(holder: QTextFrame | QTextTableCell) -> list[str]:
    """Return the lines of a frame or cell; tables become rows of tab-separated cells."""
    lines: list[str] = []
    for part in parts_of(holder):
        lines += _table(part) if isinstance(part, QTextTable) else [words_of(part)]
    return lines


def _table(table: QTextTable) -> list[str]:
    """Return a table's rows; one that only places blocks side by side gives their lines."""
    rows = [[_lines(cell) for cell in row] for row in rows_of(table)]
    if places_only(table):
        return [line for row in rows for cell in row for line in cell]
    return ["\t".join("; ".join(filter(None, cell)) for cell in row) for row in rows]


def _rich(html: str, document: Document, numbers: list[int], works: object) -> str:
    """Return the piece as HTML whose links lead into any installation, its works below."""

    def work(link: re.Match[str]) -> str:
        marker = document.markers.get(link[1])
        return f'href="{SCHEME}:{marker.cites[0].source.id}"' if marker else 'href=""'

    rich = _RECORD.sub(f'href="{SCHEME}:', _INNER.sub(r"\1", html))
    rich = _SOURCE.sub(work, rich)
    assert isinstance(works, list | tuple)
    below = "".join(
        f"<p>[{number}] {reference}</p>"
        for number, (reference, _) in zip(numbers, works, strict=True)
    )
    head, body_end, tail = rich.rpartition("</body>")
    return f"{head}{below}{body_end}{tail}" if body_end else rich + below
