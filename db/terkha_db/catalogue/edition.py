# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads which edition a catalogue is, and how much it holds."""

from __future__ import annotations

from terkha_db.catalogue.connection import Reader
from terkha_db.glimpses import Edition
from terkha_db.vocabulary import KINDS

COUNTED_PROPERTIES = ("endnote", "figure", "observation")
"""Statements that are counted by themselves: of the two documents, and of the data series."""


def read_edition(reader: Reader) -> Edition:
    """Return the edition; counts of every kind of record, of statements, names and some more."""
    about = dict(reader.all("SELECT key, value FROM edition"))
    of_kind = dict(reader.all("SELECT kind, count(*) FROM record GROUP BY kind"))
    counts = {kind.id: of_kind.get(kind.id, 0) for kind in KINDS}
    counts["statement"] = _count(reader, "statement")
    counts["name"] = _count(reader, "name WHERE attested = 1")
    of_property = dict(reader.all("SELECT property, count(*) FROM statement GROUP BY property"))
    counts |= {name: of_property.get(name, 0) for name in COUNTED_PROPERTIES}
    return Edition(
        about.get("version", ""), about.get("date", ""), about.get("checksum", ""), counts
    )


def _count(reader: Reader, table: str) -> int:
    return int(reader.all(f"SELECT count(*) FROM {table}")[0][0])
