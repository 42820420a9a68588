# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads how the styles write Terkha's own entries, and makes entries of a list of them."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from terkha_db.catalogue.briefs import chunks
from terkha_db.errors import NotFoundError
from terkha_db.fold import fold_key

if TYPE_CHECKING:
    from terkha_db.catalogue.connection import Reader
    from terkha_db.citing import Entry
    from terkha_db.citing.styles import Style
    from terkha_db.citing.this_record import Pattern, Title

_Row = tuple[float, str, "Title | None"]
"""Rank among the records, what tells apart those of one rank, and the title."""


def read_own_entries(
    reader: Reader, items: Sequence[Mapping[str, Any]], style_id: str
) -> list[Entry]:
    """Return items of records and views as a style formats them in one list, in its order.

    Raises:
        KnownError: there is no such style.
        NotFoundError: a record is not of this catalogue, or it has no formatted citations.

    """
    from terkha_db.citing import Entry, sort_key, style_by_id
    from terkha_db.citing.runs import plain
    from terkha_db.citing.this_record import dashed, filled, record_of, year_letter

    style = style_by_id(style_id)
    if not items:
        return []
    pattern = _pattern(reader, style.id)
    rows = _rows(reader, [record_of(item) for item in items], style.id)
    rows |= _views(reader, [item for item in items if record_of(item) not in rows], style)
    if pattern.by_title:
        items = sorted(
            items,
            key=lambda item: (
                *rows[record_of(item)][:2],
                item["URL"] if style.by_address else "",
            ),
        )
    entries = []
    for place, item in enumerate(items):
        letter = year_letter(place) if len(items) > 1 else ""
        html = filled(pattern, item, rows[record_of(item)][2], letter)
        entries.append(
            Entry(
                csl=item,
                html=html,
                text=plain(html),
                sort_key=f"{sort_key(pattern.rank)} {sort_key(place)}",
                repeated=dashed(pattern, html),
                style=style.id,
            )
        )
    return entries


def _pattern(reader: Reader, style_id: str) -> Pattern:
    from terkha_db.citing.this_record import Pattern

    row = reader.one("SELECT entry FROM style WHERE id = ?", (style_id,))
    if row is None:
        raise NotFoundError(f"The catalogue has no citation style “{style_id}”.")
    return Pattern(**json.loads(row[0]))


def _rows(reader: Reader, ids: Sequence[str], style_id: str) -> dict[str, _Row]:
    """Return the rank of each record, and its title where the style changes it, by id."""
    from terkha_db.citing.this_record import Title

    found: dict[str, _Row] = {}
    for chunk, marks in chunks(list(dict.fromkeys(ids))):
        for record_id, rank, titles in reader.all(
            "SELECT r.id, e.rank, e.titles FROM entry AS e JOIN record AS r ON r.number = e.record "
            f"WHERE r.id IN ({marks})",
            chunk,
        ):
            written = (
                Title(html, swallows)
                for html, swallows, styles in json.loads(titles)
                if style_id in styles
            )
            found[record_id] = rank, "", next(written, None)
    return found


def _views(reader: Reader, items: Sequence[Mapping[str, Any]], style: Style) -> dict[str, _Row]:
    """Return the same of views: they stand where their titles come among those of records."""
    from terkha_db.citing.headline import headlined
    from terkha_db.citing.this_record import Title, record_of

    if not items:
        return {}
    ranked = reader.all(
        "SELECT r.title FROM entry AS e JOIN record AS r ON r.number = e.record ORDER BY e.rank"
    )
    titles = [fold_key(title, {}) for (title,) in ranked]
    found: dict[str, _Row] = {}
    for item in items:
        title, key = item["title"], fold_key(item["title"], {})
        html = escape(headlined(title) if style.headline else title, quote=False)
        found[record_of(item)] = bisect(titles, key) - 0.5, key, Title(html)
    return found
