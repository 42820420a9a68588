# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Columns of the table of mines that are no single statement."""

from __future__ import annotations

from dataclasses import replace

from terkha_db.build.cell import Cell, Counts, Rule, first_of, measure, rounded, titles_of
from terkha_db.build.draft import Draft, Stated
from terkha_db.candidates import Candidate
from terkha_db.fields import Field
from terkha_db.substances import ELEMENT_OF, contained
from terkha_db.vocabulary import UNIT_BY_ID


def resource(draft: Draft, record_id: str, field: Field) -> Cell:
    """Return the resource, or failing that the reserve, as contained metal."""
    places = [
        place
        for prop in ("resource", "reserve")
        for place in draft.places(record_id, prop, field.commodity)
        if _is_mass_of(place.stated, field.commodity)
    ]
    return first_of(places, lambda stated: _mass(stated, field))


def _is_mass_of(stated: Stated, commodity: str) -> bool:
    element, _ = contained(commodity, stated.said.substance or "")
    unit = stated.said.unit
    return element == ELEMENT_OF[commodity] and bool(unit) and UNIT_BY_ID[unit or ""].base == "t"


def _mass(stated: Stated, field: Field) -> float | None:
    _, share = contained(field.commodity, stated.said.substance or "")
    value = measure(stated, field.unit)
    return None if value is None else rounded(value * share)


def _of_point(field: str) -> Rule:
    return lambda draft, _counts, record_id: first_of(
        draft.places(record_id, "point"), lambda stated: getattr(stated.said, field)
    )


def _status_as_of(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    return first_of(draft.places(record_id, "status"), lambda stated: stated.said.as_of)


def _status(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    places = draft.places(record_id, "status")
    return first_of(places, lambda stated: stated.text) if places else Cell("unknown")


def _operator(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    """Return who runs a mine by the latest source, otherwise who owns it.

    A late source often names only the owner that it writes about; the largest share ever stated
    stands beside it.
    """
    candidates: list[Candidate[str]] = []
    for role in ("operator", "owner"):
        told = draft.told(record_id, role)
        shares = [one for one in told if role == "owner" and one.said.share]
        largest = [max(shares, key=lambda one: one.said.share or 0.0)] if shares else []
        rank = len(candidates)
        for date in sorted({one.said.as_of or "" for one in told}, reverse=True):
            rank += 1
            latest = [one for one in told if (one.said.as_of or "") == date]
            candidates += titles_of(draft, latest, rank=rank)
            candidates += titles_of(draft, largest, rank=rank, beside=True)
    return Cell(candidates=candidates)


def _operator_role(draft: Draft, counts: Counts, record_id: str) -> Cell:
    roles = {one.id: one.said.property for one in draft.statements.get(record_id, ())}
    named = _operator(draft, counts, record_id).candidates
    return Cell(candidates=[replace(one, value=roles[one.statement]) for one in named])


MINE_RULES: dict[str, Rule] = {
    "status": _status,
    "status_as_of": _status_as_of,
    "operator": _operator,
    "operator_role": _operator_role,
    "precision": _of_point("precision"),
    "lat": _of_point("lat"),
    "lon": _of_point("lon"),
}
"""By field."""
