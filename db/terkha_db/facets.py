# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The facets beside the tables: FACETS, and the counts of their values under a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from terkha_db.query import Evaluator, Node
from terkha_db.query.edit import Condition, State, condition_of, conjuncts, written
from terkha_db.query.terms import Term, find_term

if TYPE_CHECKING:
    from terkha_db.catalogue.index import Index


@dataclass(frozen=True, slots=True)
class Group:
    """A facet of the table of ``kind``: a field as queries write it, and maybe only some words."""

    kind: str
    field: str
    words: tuple[str, ...] = ()
    label: str = ""
    """Where the field's own would not do."""


FACETS: tuple[Group, ...] = (
    Group("mine", "commodity"),
    Group("mine", "status"),
    Group("mine", "kind"),
    Group("mine", "province"),
    Group("mine", "drains_to"),
    Group("mine", "organisation"),
    Group("mine", "deposit"),
    Group("mine", "decade"),
    Group("mine", "located"),
    Group("mine", "is", ("disputed",), "Disputed"),
    Group("mine", "source.kind"),
    Group("mineral", "described_from"),
    Group("mineral", "class"),
    Group("mineral", "system"),
    Group("mineral", "ore_of"),
    Group("mineral", "ima_status"),
    Group("mineral", "has", ("mines",), "Reported from mines"),
    Group("commodity", "list"),
    Group("commodity", "has", ("mines",), "Named by mines"),
    Group("organisation", "kind"),
    Group("organisation", "owner"),
    Group("organisation", "has", ("mines",), "With mines"),
    Group("place", "kind"),
    Group("place", "province"),
    Group("place", "has", ("mines", "tibetan", "chinese")),
    Group("policy", "kind"),
    Group("policy", "has", ("claims",), "With claims"),
    Group("claim", "topic"),
    Group("claim", "stated_as"),
    Group("claim", "document"),
    Group("claim", "source.kind"),
    Group("claim", "is", ("disputed",), "Disputed"),
    Group("event", "kind"),
    Group("event", "what"),
    Group("event", "decade"),
    Group("event", "province"),
    Group("event", "commodity"),
    Group("event", "mine"),
    Group("event", "organisation"),
    Group("event", "source.kind"),
    Group("citation", "kind"),
    Group("citation", "language"),
    Group("citation", "decade"),
    Group("citation", "read_as"),
    Group("dispute", "about"),
    Group("dispute", "outcome"),
    Group("dispute", "source.kind"),
)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``value`` is what a query writes, ``count`` the rows it would keep."""

    value: str
    label: str
    count: int
    state: State


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with the values that rows of the table have, those of no row under the query too."""

    field: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A conjunct of the query with the rows it keeps."""

    mask: int
    condition: Condition | None


def read_facets(index: Index, where: Node, having: int) -> tuple[Facet, ...]:
    """Return the facets of a table; counts follow all of the query but the facet's own part.

    Args:
        index: the table.
        where: the query.
        having: the rows that the text beside the query keeps, a bit for each.

    Raises:
        QueryError: the query names an unknown field or value.

    """
    evaluator = Evaluator(index)
    parts = [
        _Part(evaluator.rows(part), condition_of(part, evaluator)) for part in conjuncts(where)
    ]
    return tuple(
        _facet(index, group, parts, having) for group in FACETS if group.kind == index.kind
    )


def _facet(index: Index, group: Group, parts: Sequence[_Part], having: int) -> Facet:
    term = find_term(index.kind, group.field)
    masks = index.masks(term)
    words = group.words or _ordered(index, term)
    own = [part for part in parts if _is_own(part.condition, term, group)]
    under = reduce(and_, (part.mask for part in parts if part not in own), having)
    states: dict[str, State] = {
        word: "excluded" if part.condition.excluded else "kept"
        for part in own
        if part.condition is not None
        for word in part.condition.words
    }
    return Facet(
        group.field,
        group.label or term.label,
        tuple(
            FacetValue(
                written(term, word),
                index.label(term, word),
                (masks.get(word, 0) & under).bit_count(),
                states.get(word, ""),
            )
            for word in words
        ),
    )


def _is_own(condition: Condition | None, term: Term, group: Group) -> bool:
    if condition is None or condition.term.id != term.id:
        return False
    return not group.words or condition.words <= set(group.words)


def _ordered(index: Index, term: Term) -> Sequence[str]:
    """Return the words of a facet: in the order of their list, of time, or the frequent first."""
    masks = index.masks(term)
    if term.choices:
        known = [choice.id for choice in term.choices]
        return [word for word in known if word in masks]
    if term.id == "decade":
        return sorted(masks)
    return sorted(masks, key=lambda word: (-masks[word].bit_count(), index.label(term, word)))
