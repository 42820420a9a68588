# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page's text in reading order: headings, paragraphs, tables with their cells, and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable, QTextTableCell

from terkha.views.text_walk import parts_of, places_only, rows_of, words_of

Naming = Callable[[str, str], str]
"""Gives, for the address and the words of a link, words that make sense without the text around."""


@dataclass(slots=True)
class Piece:
    """One thing on a page; ``role`` is heading, paragraph, table, row, cell or link."""

    role: str
    text: str
    place: int
    """Where in the document it begins."""
    level: int = 0
    """Of a heading."""
    pieces: list[Piece] = field(default_factory=list)


def outline(document: QTextDocument, naming: Naming) -> list[Piece]:
    """Return the pieces of a document in reading order."""
    return _pieces(document.rootFrame(), naming)


def _pieces(holder: QTextFrame | QTextTableCell, naming: Naming) -> list[Piece]:
    pieces: list[Piece] = []
    for part in parts_of(holder):
        if isinstance(part, QTextTable):
            _add_table(pieces, part, naming)
        else:
            pieces += _block(part, naming)
    return pieces


def _block(block: QTextBlock, naming: Naming) -> list[Piece]:
    words = words_of(block)
    if not words:
        return []
    level = block.blockFormat().headingLevel()
    role = "heading" if level else "paragraph"
    return [Piece(role, words, block.position(), level, _links(block, naming))]


def _links(block: QTextBlock, naming: Naming) -> list[Piece]:
    """Return the links of a block; one that is drawn in several scripts is one link."""
    links: list[tuple[str, str, int]] = []
    last = ""
    part = block.begin()
    while not part.atEnd():
        piece = part.fragment()
        href = piece.charFormat().anchorHref()
        if href and href == last:
            address, words, place = links.pop()
            links.append((address, words + piece.text(), place))
        elif href:
            links.append((href, piece.text(), piece.position()))
        last = href
        part += 1
    return [Piece("link", naming(href, words), place) for href, words, place in links]


def _add_table(pieces: list[Piece], table: QTextTable, naming: Naming) -> None:
    """Add a table; one that only sets blocks side by side is not a table to those who listen."""
    cells = [
        [(cell.firstPosition(), _pieces(cell, naming)) for cell in row] for row in rows_of(table)
    ]
    alone = table.rows() == table.columns() == 1
    if alone or places_only(table):
        pieces += [piece for row in cells for _, inside in row for piece in inside]
        return
    rows = [_row(row) for row in cells]
    goes_on = table.format().topMargin() == 0 and pieces and pieces[-1].role == "table"
    if goes_on:
        pieces[-1].pieces += rows
    else:
        pieces.append(Piece("table", "", table.firstPosition(), pieces=rows))


def _row(cells: list[tuple[int, list[Piece]]]) -> Piece:
    made = [
        Piece(
            "cell",
            "; ".join(piece.text for piece in inside),
            place,
            pieces=[link for piece in inside for link in piece.pieces],
        )
        for place, inside in cells
    ]
    words = ", ".join(cell.text for cell in made if cell.text)
    return Piece("row", words, made[0].place if made else 0, pieces=made)
