# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what is known of the extent of mines: what one must know before figures are added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from terkha_db.adding_rules import Site
from terkha_db.catalogue.briefs import chunks, read_briefs
from terkha_db.catalogue.connection import Reader

_SAME_GROUND = ("identity", "location")
"""Disputes whose subjects may be one site."""


def read_sites(reader: Reader, ids: Iterable[str]) -> dict[str, Site]:
    """Return those of the records that exist, with the sites that they may overlap with."""
    titles = {brief.id: brief.title for brief in read_briefs(reader, ids)}
    found: dict[str, Site] = {}
    for chunk, marks in chunks(list(titles)):
        kinds = dict(_rows(reader, _KINDS, marks, chunk))
        names = _sets(_rows(reader, _NAMES, marks, chunk))
        linked = _sets(_rows(reader, _LINKS, marks, (*chunk, *_SAME_GROUND, *chunk)))
        spreads = reader.sight.spreads(f"r.id IN ({marks})", chunk)
        for name in chunk:
            differing = {(s.property, s.commodity) for s in spreads.get(name, ())}
            found[name] = Site(
                name,
                titles[name],
                kinds.get(name, ""),
                frozenset(names[name]),
                frozenset(linked[name]),
                frozenset(differing),
            )
    return found


_KINDS = (
    "SELECT r.id, f.value FROM fact AS f JOIN record AS r ON r.number = f.record "
    "WHERE f.key = 'site_kind' AND r.id IN ({marks})"
)
_NAMES = (
    "SELECT r.id, n.text FROM name AS n JOIN record AS r ON r.number = n.record "
    "WHERE n.attested = 1 AND r.id IN ({marks})"
)
# A site and its neighbour: named as related by one of them, or both subjects of one dispute.
_LINKS = (
    "SELECT r.id, v.id FROM record AS r JOIN relation AS l ON l.source = r.number "
    "JOIN record AS v ON v.number = l.target WHERE v.kind = r.kind AND r.id IN ({marks}) "
    "UNION SELECT r.id, v.id FROM record AS r JOIN relation AS l ON l.source = r.number "
    "JOIN dispute AS d ON d.record = l.target AND d.about IN (?, ?) "
    "JOIN relation AS b ON b.source = d.record JOIN record AS v ON v.number = b.target "
    "WHERE v.kind = r.kind AND v.number <> r.number AND r.id IN ({marks})"
)


def _rows(
    reader: Reader, sql: str, marks: str, parameters: Sequence[object]
) -> list[tuple[str, str]]:
    return reader.all(sql.format(marks=marks), parameters)


def _sets(rows: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, value in rows:
        found[name].add(value)
    return found
