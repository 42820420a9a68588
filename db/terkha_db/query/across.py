# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Asks one query of all kinds of record at once, as the search box does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from terkha_db.errors import QueryError
from terkha_db.query.edit import conjuncts, joined
from terkha_db.query.evaluate import Evaluator
from terkha_db.query.nodes import And, Comparison, Node, Not, Or, Range
from terkha_db.vocabulary import KINDS

_EVERY = tuple(kind.id for kind in KINDS)
_NAMED = {
    word.lower(): kind.id
    for kind in KINDS
    for word in (kind.id, kind.folder, kind.label, kind.plural)
}


def asks_fields(node: Node) -> bool:
    """Tell whether a query compares any field, and so is more than words to search for."""
    match node:
        case Comparison() | Range():
            return True
        case Not(part):
            return asks_fields(part)
        case And(parts) | Or(parts):
            return any(asks_fields(part) for part in parts)
    return False


def named_kinds(node: Node) -> tuple[Node, Sequence[str]]:
    """Return a query without the conditions that name kinds of record, and the kinds left."""
    kinds: Sequence[str] = _EVERY
    rest = []
    for part in conjuncts(node):
        negated, inner = (True, part.part) if isinstance(part, Not) else (False, part)
        named = _kinds(inner)
        if named is None:
            rest.append(part)
        else:
            kinds = [kind for kind in kinds if (kind in named) is not negated]
    return joined(rest), kinds


def answer(
    node: Node, kinds: Sequence[str], evaluator: Callable[[str], Evaluator]
) -> dict[str, int]:
    """Return the rows that a query keeps, by kind, passing over the kinds that lack a field.

    Raises:
        QueryError: it makes sense of none of the kinds.

    """
    found: dict[str, int] = {}
    faults: list[QueryError] = []
    for kind in kinds:
        try:
            found[kind] = evaluator(kind).rows(node)
        except QueryError as error:
            faults.append(error)
    if faults and not found:
        raise max(faults, key=lambda fault: fault.at)
    return found


def _kinds(node: Node) -> frozenset[str] | None:
    """Return the kinds that a condition names; None if it is about something else."""
    if isinstance(node, Or):
        named = [_kinds(part) for part in node.parts]
        known = [one for one in named if one is not None]
        return frozenset[str]().union(*known) if len(known) == len(named) else None
    if not isinstance(node, Comparison) or node.field.lower() != "kind":
        return None
    kind = _NAMED.get(node.value.lower())
    return frozenset((kind,)) if kind and node.operator in (":", "=") else None
