# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A row of a table of the reader's own, with everything that the table says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terkha.pages import markup
from terkha.pages.document import Document
from terkha.pages.parts import facts
from terkha_db.imported.cells import shown_text
from terkha_db.wording import format_language

if TYPE_CHECKING:
    from terkha.pages.writer import Translate
    from terkha_db.imported.collection import SiteRow
    from terkha_db.imported.info import Info

_LONG = 30  # letters of a title that would fill the column with large type
_FIRST = ("commodity", "status", "country", "province", "county")
_SHOWN_ABOVE = ("title", "name")


def build_own_row(row: SiteRow, info: Info, translate: Translate) -> Document:
    """Return the entry of a row: whose it is, its names, its place, and all its cells."""
    whose = translate("Pages", "Your collection “{}”").format(info.name)
    role = "headline" if len(row.title) <= _LONG else "h2"
    blocks = [
        markup.paragraph("caps", markup.text(whose, "caps"), "kicker"),
        markup.paragraph(role, markup.text(row.title, role)),
        *_names(row),
        markup.paragraph("body", _place(row, translate)),
        facts.table(_rows(row)),
        *_empty(row, translate),
        markup.paragraph("small", markup.text(_origin(row, info), "small"), "gap"),
    ]
    return Document(row.id, row.title, "".join(blocks))


def _names(row: SiteRow) -> list[str]:
    """Return a line for each other name, with its language where that is known."""
    return [
        markup.paragraph(
            "body",
            f"{markup.span('lead', name)} {markup.span('small', _language(tag))}",
            "item",
        )
        for name, tag in row.names
        if name != row.title
    ]


def _language(tag: str) -> str:
    return format_language(tag) if tag else ""


def _place(row: SiteRow, translate: Translate) -> str:
    if row.lat is None or row.lon is None:
        return markup.span("small", translate("Pages", "No coordinates in your table"))
    north = "N" if row.lat >= 0 else "S"
    east = "E" if row.lon >= 0 else "W"
    point = f"{abs(row.lat):.8g}° {north}, {abs(row.lon):.8g}° {east}"
    return markup.text(point)


def _rows(row: SiteRow) -> list[str]:
    """Return a row for each cell that is filled, those with a known meaning first."""
    ordered = sorted(row.values, key=lambda pair: pair[0].role not in _FIRST)
    return [
        facts.row(field.header, _cell(shown_text(cell)))
        for field, cell in ordered
        if field.role not in _SHOWN_ABOVE and cell is not None
    ]


def _empty(row: SiteRow, translate: Translate) -> list[str]:
    """Name the columns in which nothing is written."""
    headers = [field.header for field, cell in row.values if cell is None]
    if not headers:
        return []
    words = translate("Pages", "Empty in your table: {}").format(", ".join(headers))
    return [markup.paragraph("small", markup.text(words, "small"), "gap")]


def _cell(words: str) -> str:
    """Return what a cell holds; an address is a link that asks before it is opened."""
    is_address = words.lower().startswith(("https://", "http://")) and " " not in words
    return markup.outside(words, markup.text(words)) if is_address else markup.text(words)


def _origin(row: SiteRow, info: Info) -> str:
    return f"{info.unit.capitalize()} {row.place:,} of {info.source}"
