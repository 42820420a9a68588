# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the order that the written rule puts statements in, so that any lens can follow it."""

from __future__ import annotations

from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.build.statements import numbers


def write(draft: Draft, connection: Connection) -> None:
    """Write the table preference."""
    stated = numbers(draft)
    contests = [found for name in draft.heads for found in draft.contests.get(name, ())]
    rows = [
        (
            number,
            at,
            stated[place.stated.record, place.stated.id],
            draft.work(place.cite.work),
            place.stands,
        )
        for number, contest in enumerate(contests, start=1)
        for at, place in enumerate(contest)
    ]
    connection.executemany("INSERT INTO preference VALUES (?, ?, ?, ?, ?)", rows)
