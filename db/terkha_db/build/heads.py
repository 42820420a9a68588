# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the records themselves and those of their fields that are no statements."""

from __future__ import annotations

from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.codes import code_of
from terkha_db.records.models import Model

FACTS = (
    "site_kind",
    "region_wide",
    "rank",
    "ore",
    "symbol",
    "org_kind",
    "level",
    "official_name",
    "part_of",
    "part_of_basis",
    "adcode",
    "policy_kind",
    "date",
    "date_note",
    "topic_kind",
    "measure",
    "area",
    "commodity",
    "unit",
    "substance",
    "rule",
    "topic",
    "section",
    "attributed_to",
    "unsigned",
    "issued_from",
    "original_publisher",
    "read_as",
    "unused",
    "remarks",
)
"""Fields of the models that become rows of the table fact; lists become lines."""


def write(draft: Draft, connection: Connection) -> None:
    """Write the tables record and fact."""
    kinds = {entry.id: entry.kind for entry in draft.records}
    connection.executemany(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                head.number,
                head.id,
                kinds[head.id],
                head.title,
                head.second or None,
                head.summary or None,
                head.note or None,
                code_of(head.id),
            )
            for head in draft.heads.values()
        ],
    )
    facts = [
        (draft.number(entry.id), key, value)
        for entry in draft.records
        for key, value in _facts(entry.model)
    ]
    connection.executemany("INSERT INTO fact VALUES (?, ?, ?)", sorted(facts))


def _facts(model: Model) -> list[tuple[str, str]]:
    found = []
    for key in FACTS:
        value = model.__dict__.get(key)
        if isinstance(value, bool):
            value = "yes" if value else None
        if isinstance(value, list):
            value = "\n".join(value)
        if value:
            found.append((key, str(value)))
    return found
