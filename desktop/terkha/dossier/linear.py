# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page without tables inside tables: what stands side by side on screen follows one another."""

from __future__ import annotations

from html import escape

from lxml import html as markup


def linear(html: str) -> str:
    """Return the HTML of a page in which no table holds another, for word processors."""
    root = markup.fragment_fromstring(html, create_parent="div")
    while outer := root.xpath(".//table[.//table]"):
        table = outer[0]
        block = markup.Element("div")
        for cell in _cells(table):
            part = markup.Element("div")
            part.text = cell.text
            part.extend(list(cell))
            block.append(part)
        block.tail = table.tail
        table.getparent().replace(table, block)
    return _inside(root)


def _cells(table: markup.HtmlElement) -> list[markup.HtmlElement]:
    """Return the cells of a table itself, not those of tables inside."""
    return [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]


def _inside(root: markup.HtmlElement) -> str:
    pieces = (str(markup.tostring(part, encoding="unicode")) for part in root)
    return escape(root.text or "", quote=False) + "".join(pieces)
