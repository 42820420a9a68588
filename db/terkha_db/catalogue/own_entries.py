# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads how the styles write Terkha's own entries, and makes entries of a list of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from terkha_db.catalogue.briefs import chunks
from terkha_db.errors import NotFoundError

if TYPE_CHECKING:
    from terkha_db.catalogue.connection import Reader
    from terkha_db.citing import Entry
    from terkha_db.citing.this_record import Pattern, Title

_Row = tuple[int, "Title | None"]


def read_own_entries(
    reader: Reader, items: Sequence[Mapping[str, Any]], style_id: str
) -> list[Entry]:
    """Return items of records as a style formats them in one list, in the order of the style.

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
    if pattern.by_title:
        items = sorted(items, key=lambda item: rows[record_of(item)][0])
    entries = []
    for place, item in enumerate(items):
        letter = year_letter(place) if len(items) > 1 else ""
        html = filled(pattern, item, rows[record_of(item)][1], letter)
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
            found[record_id] = rank, next(written, None)
    return found
