# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds records by their permanent ids, and the nearest ids where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from terkha_db.catalogue.connection import Reader
from terkha_db.errors import NotFoundError
from terkha_db.glimpses import Brief

BRIEF = "b.id, b.kind, b.title, ifnull(b.second, ''), ifnull(b.summary, '')"

_CHUNK = 500
_NEAREST = 3
_LONGEST = 80


def brief(columns: Sequence[Any]) -> Brief:
    """Return a brief from the columns of BRIEF."""
    return Brief(*columns[:5])


def chunks(values: Sequence[Any]) -> list[tuple[Sequence[Any], str]]:
    """Split values into pieces that fit one query, each with its question marks."""
    pieces = [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]
    return [(piece, ",".join("?" * len(piece))) for piece in pieces]


def record_number(reader: Reader, record_id: str) -> int:
    """Return the number of a record.

    Raises:
        NotFoundError: there is no such record; the sentence names the nearest ids.

    """
    row = find(reader, record_id)
    if row is None:
        raise not_found(reader, record_id)
    return row


def find(reader: Reader, record_id: str) -> int | None:
    """Return the number of a record, or None."""
    if not record_id.isprintable():
        return None
    row = reader.one("SELECT number FROM record WHERE id = ?", (record_id,))
    return None if row is None else int(row[0])


def read_briefs(reader: Reader, ids: Iterable[str]) -> list[Brief]:
    """Return the briefs of those ids that exist, in the order asked for."""
    wanted = [name for name in dict.fromkeys(ids) if name.isprintable()]
    found: dict[str, Brief] = {}
    for chunk, marks in chunks(wanted):
        for row in reader.all(f"SELECT {BRIEF} FROM record AS b WHERE b.id IN ({marks})", chunk):
            found[row[0]] = brief(row)
    return [found[name] for name in wanted if name in found]


def not_found(reader: Reader, record_id: str) -> NotFoundError:
    """Return the error for an unknown id, with the ids that look most like it."""
    asked = "".join(letter if letter.isprintable() else "�" for letter in record_id[:_LONGEST])
    near = _nearest(reader, asked)
    hint = f"the nearest are {', '.join(near)}." if near else "`terkha search` finds ids by name."
    return NotFoundError(f"There is no record “{asked}”: {hint}")


def _nearest(reader: Reader, asked: str) -> list[str]:
    from difflib import get_close_matches

    ids = [str(row[0]) for row in reader.all("SELECT id FROM record ORDER BY number")]
    kind, _, slug = asked.lower().rpartition("/")
    same_slug = [name for name in ids if name.partition("/")[2] == slug]
    of_kind = [name for name in ids if name.startswith(f"{kind}/")] or ids
    by_slug = {name.partition("/")[2]: name for name in reversed(of_kind)}
    close = [by_slug[near] for near in get_close_matches(slug, by_slug, n=_NEAREST, cutoff=0.6)]
    return list(dict.fromkeys([*same_slug, *close]))[:_NEAREST]
