# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Columns of the table of mines that are no single statement."""

from __future__ import annotations

from terkha_db.build.cell import Cell, Counts, Rule, measure, rounded, titles_of
from terkha_db.build.draft import Draft, Stated
from terkha_db.fields import Field
from terkha_db.substances import ELEMENT_OF, contained
from terkha_db.vocabulary import UNIT_BY_ID


def resource(draft: Draft, record_id: str, field: Field) -> Cell:
    """Return the resource, or failing that the reserve, as contained metal."""
    for prop in ("resource", "reserve"):
        for stated in draft.told(record_id, prop, field.commodity):
            element, share = contained(field.commodity, stated.said.substance or "")
            mass = stated.said.unit and UNIT_BY_ID[stated.said.unit].base == "t"
            if stated.rank != "preferred" or element != ELEMENT_OF[field.commodity] or not mass:
                continue
            value = measure(stated, field.unit)
            return Cell(None if value is None else rounded(value * share), (stated,))
    return Cell()


def _point(field: str) -> Rule:
    def rule(draft: Draft, _counts: Counts, record_id: str) -> Cell:
        stated = draft.preferred(record_id, "point")
        return Cell(getattr(stated.said, field), (stated,)) if stated else Cell()

    return rule


def _status_as_of(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    stated = draft.preferred(record_id, "status")
    return Cell(stated.said.as_of, (stated,)) if stated else Cell()


def _status(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    stated = draft.preferred(record_id, "status")
    return Cell(stated.text, (stated,)) if stated else Cell("unknown")


def _operators(draft: Draft, record_id: str) -> tuple[str, list[Stated]]:
    """Return who runs a mine by the latest source, otherwise who owns it.

    A late source often names only the owner that it writes about; the largest share ever stated
    stands beside it.
    """
    for role in ("operator", "owner"):
        told = draft.told(record_id, role)
        if told:
            latest = max(one.said.as_of or "" for one in told)
            chosen = [one for one in told if (one.said.as_of or "") == latest]
            largest = max(told, key=lambda one: one.said.share or 0.0)
            if role == "owner" and largest.said.share and largest not in chosen:
                chosen.append(largest)
            return role, chosen
    return "", []


def _operator(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    _, told = _operators(draft, record_id)
    return Cell(titles_of(draft, told), told) if told else Cell()


def _operator_role(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    role, told = _operators(draft, record_id)
    return Cell(role or None, told)


MINE_RULES: dict[str, Rule] = {
    "status": _status,
    "status_as_of": _status_as_of,
    "operator": _operator,
    "operator_role": _operator_role,
    "precision": _point("precision"),
    "lat": _point("lat"),
    "lon": _point("lon"),
}
"""By field."""
