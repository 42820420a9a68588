# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Nothing stands without a source."""

from __future__ import annotations

from collections.abc import Iterator

from terkha_db.records.faults import Fault
from terkha_db.records.load import Entry
from terkha_db.records.models import Claim, Dispute, Earlier, Event, Position, Statement
from terkha_db.records.walk import Parts, fault


def uncited_statements(found: Parts) -> Iterator[Fault]:
    """Find statements without a work behind them."""
    for entry, path, statement in found.of(Statement):
        if statement.cites == "record":
            if not has_sources(entry):
                words = "'record' means the works of the record as a whole, but 'sources' is empty"
                yield fault(entry, (*path, "cites"), words)
        elif not statement.cites:
            words = f"this {statement.property} has no source: name a work in 'cites'"
            yield fault(entry, path, words)
    for entry, path, earlier in found.of(Earlier):
        if not earlier.cites:
            yield fault(entry, path, "this earlier value has no source: name a work in 'cites'")


def uncited_events(found: Parts) -> Iterator[Fault]:
    """Find events without a work behind them."""
    for entry, path, event in found.of(Event):
        if not event.cites:
            yield fault(entry, path, "this event has no source: name a work in 'cites'")


def uncited_disputes(found: Parts) -> Iterator[Fault]:
    """Find disputes in which nobody is named who says so, and sides without a work."""
    for entry, path, dispute in found.of(Dispute):
        named = dispute.cites or dispute.positions or dispute.documents or dispute.basis
        if not named:
            words = "this dispute names no work: give 'cites' or 'positions', or say its 'basis'"
            yield fault(entry, path, words)
    for entry, path, position in found.of(Position):
        if not position.cites:
            yield fault(entry, path, "this side has no source: name a work in 'cites'")


def has_sources(entry: Entry) -> bool:
    """Tell whether a record names works for itself as a whole; a claim has its document."""
    return isinstance(entry.model, Claim) or bool(getattr(entry.model, "sources", ()))
