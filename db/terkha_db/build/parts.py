# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes what only claims, events and disputes have."""

from __future__ import annotations

from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.records.models import Claim, Dispute, Event


def write(draft: Draft, connection: Connection) -> None:
    """Write the tables claim, event and dispute with what belongs to them."""
    _write_claims(draft, connection)
    _write_events(draft, connection)
    _write_disputes(draft, connection)


def _write_claims(draft: Draft, connection: Connection) -> None:
    rows, works = [], []
    for slug, claim in draft.records.of(Claim).items():
        number = draft.number(f"claim/{slug}")
        document, endnotes = draft.work(claim.document), ", ".join(map(str, claim.endnotes))
        rows.append(
            (
                number,
                claim.kind,
                claim.topic,
                claim.section,
                claim.text,
                document,
                claim.attributed_to,
                endnotes or None,
            )
        )
        works += [(number, at, draft.work(work)) for at, work in enumerate(claim.rests_on)]
    connection.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sorted(rows))
    connection.executemany("INSERT INTO claim_rests_on VALUES (?, ?, ?)", sorted(works))


def _write_events(draft: Draft, connection: Connection) -> None:
    rows = [
        (draft.number(f"event/{slug}"), event.kind, event.date, event.date_note, event.what)
        for slug, event in draft.records.of(Event).items()
    ]
    connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?)", sorted(rows))


def _write_disputes(draft: Draft, connection: Connection) -> None:
    rows, positions, cites = [], [], []
    for slug, dispute in draft.records.of(Dispute).items():
        number = draft.number(f"dispute/{slug}")
        rows.append(
            (
                number,
                dispute.about,
                dispute.text,
                dispute.why,
                dispute.verdict,
                dispute.verdict_note,
                dispute.reading,
                dispute.basis,
            )
        )
        sides = [("", dispute.cites), *((side.says, side.cites) for side in dispute.positions)]
        for position, (says, works) in enumerate(sides):
            positions.append((number, position, says))
            cites += [
                (number, position, at, draft.work(cite.work), cite.locator or None)
                for at, cite in enumerate(works)
            ]
    connection.executemany("INSERT INTO dispute VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sorted(rows))
    connection.executemany("INSERT INTO dispute_position VALUES (?, ?, ?)", sorted(positions))
    connection.executemany("INSERT INTO dispute_citation VALUES (?, ?, ?, ?, ?)", sorted(cites))
