# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a query may ask of each kind of record: columns, and what is linked to a record."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from terkha_db.errors import QueryError
from terkha_db.fields import FIELDS
from terkha_db.query.coarse import BASINS, HAPPENINGS, ORIGINS
from terkha_db.query.groups import BOTH_STAND, DEPOSITS, HAS, IS, LISTS, NOT_PLACED, Flag
from terkha_db.vocabulary import (
    CLAIM_KINDS,
    DISPUTE_TOPICS,
    KIND_BY_ID,
    KINDS,
    PLACE_LEVELS,
    PRECISIONS,
    SITE_KINDS,
    SOURCE_KINDS,
    STATUSES,
    VERDICTS,
    Choice,
)

Type = Literal["text", "number", "date", "words", "records"]
Origin = Literal["column", "cell", "stated", "linked", "work", "rule"]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a query may ask of the records of a kind; an empty kind stands for all.

    ``words`` are compared as wholes (of a closed list where ``choices`` has any), ``records`` by
    any name of the records, which are of the kinds in ``targets``. ``origin`` says where the
    values lie: a column, the statements behind a cell, statements of property ``of``, linked
    records of kind ``of``, the works behind a record, or a rule.
    """

    kind: str
    id: str
    type: Type
    aliases: tuple[str, ...] = ()
    label: str = ""
    help: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    targets: tuple[str, ...] = ()
    origin: Origin = "column"
    of: str = ""
    absent: str = ""
    """The word that stands for a column without a value."""


_LINKED = ("mine", "mineral", "commodity", "organisation", "place", "policy", "person", "topic")
_TOLD = 12
"""How many fields a sentence names."""
_EVERY = tuple(kind.id for kind in KINDS)


def _cell(kind: str, name: str, target: str, *aliases: str) -> Term:
    return Term(kind, name, "records", aliases, targets=(target,), origin="cell", of=name)


def _about(kind: str, name: str, *aliases: str) -> Term:
    return Term(kind, name, "records", aliases, targets=_EVERY, origin="linked")


COLUMNS: tuple[Term, ...] = (
    # Mines
    Term("mine", "status", "words", choices=STATUSES),
    Term("mine", "status_as_of", "date", ("as_of",)),
    Term("mine", "site_kind", "words", ("kind",), choices=SITE_KINDS),
    _cell("mine", "commodities", "commodity", "commodity"),
    _cell("mine", "county", "place"),
    _cell("mine", "prefecture", "place"),
    _cell("mine", "province", "place"),
    _cell("mine", "operator", "organisation"),
    Term("mine", "operator_role", "words"),
    Term("mine", "elevation", "number", ("altitude",)),
    Term("mine", "discovered", "date", ("discovery",)),
    Term("mine", "opened", "date", ("opening",)),
    Term("mine", "river_basin", "text", ("river", "basin")),
    Term("mine", "precision", "words", ("located", "located_to"), absent="none",
         choices=(*PRECISIONS, NOT_PLACED)),
    Term("mine", "lat", "number", ("latitude",)),
    Term("mine", "lon", "number", ("longitude",)),
    # Minerals
    Term("mineral", "mineral_class", "words", ("class",)),
    Term("mineral", "mineral_group", "words", ("group",)),
    Term("mineral", "crystal_system", "words", ("system", "crystal")),
    Term("mineral", "hardness", "number", ("mohs",)),
    _cell("mineral", "ore_of", "commodity"),
    Term("mineral", "ima_status", "words", ("ima", "status")),
    # Commodities
    Term("commodity", "critical_eu", "words"),
    Term("commodity", "critical_us", "words"),
    Term("commodity", "critical_cn", "words"),
    # Organisations, places, policies
    Term("organisation", "org_kind", "words", ("kind",)),
    _cell("organisation", "owners", "organisation", "owner"),
    Term("place", "level", "words", ("kind",), choices=PLACE_LEVELS),
    Term("place", "part_of", "records", ("within",), targets=("place",), origin="rule"),
    Term("policy", "policy_kind", "words", ("kind",)),
    # Claims, events, citations, disputes
    Term("claim", "claim_kind", "words", ("kind", "stated_as"), choices=CLAIM_KINDS),
    Term("claim", "topic", "words"),
    Term("claim", "document", "records", targets=("citation",), origin="rule"),
    Term("claim", "endnotes", "text", ("endnote",)),
    Term("event", "event_kind", "words", ("kind",)),
    _about("event", "about", "concerns"),
    Term("citation", "source_kind", "words", ("kind",), choices=SOURCE_KINDS),
    Term("citation", "container", "text", ("journal",)),
    Term("citation", "language", "words", ("lang",)),
    Term("citation", "read_as", "words"),
    Term("dispute", "about", "words", ("kind",), choices=DISPUTE_TOPICS),
    _about("dispute", "subjects", "subject", "concerns"),
    Term("dispute", "verdict", "words", ("outcome",), absent="none",
         choices=(*VERDICTS, BOTH_STAND)),
)  # fmt: skip
"""Columns of FIELDS that are more than the text, number or date they show, or have other names."""

BESIDE: tuple[Term, ...] = (
    # Of one kind
    Term("mine", "owner", "records", (), "Owner", "Who owns it or a share, by any source.",
         targets=("organisation",), origin="stated", of="owner"),
    Term("mine", "contractor", "records", (), "Contractor", "Who works at it by contract.",
         targets=("organisation",), origin="stated", of="contractor"),
    Term("mine", "organisation", "records", ("org", "company"), "Organisation",
         "Who owns it, runs it or works at it.", targets=("organisation",), origin="linked",
         of="organisation"),
    Term("mine", "deposit", "words", (), "Deposit type",
         "The type of the deposit in one of a few coarse words; deposit_type holds the source's.",
         choices=DEPOSITS, origin="rule"),
    Term("mine", "decade", "words", (), "Decade opened", "As in 2010s.", origin="rule"),
    Term("mine", "drains_to", "words", (), "Drains to",
         "The river that its water joins, or a closed basin; river_basin holds the source's words.",
         choices=BASINS, origin="rule"),
    Term("mineral", "described_from", "words", (), "First described from",
         "Where its type locality lies, as the record notes it.", choices=ORIGINS, origin="rule"),
    Term("event", "what", "words", (), "What about",
         "What it is about in one of a few coarse words; several, or none.",
         choices=HAPPENINGS, origin="rule"),
    Term("event", "province", "records", (), "Province",
         "Provinces that it concerns, those of its places and mines among them.",
         targets=("place",), origin="rule"),
    Term("event", "commodity", "records", (), "Commodity",
         "Commodities that it concerns, those of its mines among them.",
         targets=("commodity",), origin="rule"),
    Term("commodity", "listed", "words", ("list",), "Lists", "Lists that name it.",
         choices=LISTS, origin="rule"),
    Term("event", "decade", "words", (), "Decade", "As in 2010s.", origin="rule"),
    Term("citation", "decade", "words", (), "Decade", "Of the work's date, as in 2010s.",
         origin="rule"),
    Term("place", "province", "records", (), "Province", "The province that it is in.",
         targets=("place",), origin="rule"),
    # Of all kinds
    Term("", "name", "text", (), "Any name", "Every recorded name, in any spelling.",
         origin="rule"),
    Term("", "id", "text", (), "Id", "The permanent id, as in mine/julong.", origin="rule"),
    Term("", "note", "text", (), "Note", "The editor's note.", origin="rule"),
    Term("", "has", "words", (), "Has", "What is recorded.", origin="rule"),
    Term("", "is", "words", (), "Is", "What it is.", origin="rule"),
    Term("", "source_kind", "words", ("rests_on_kind",), "Kind of source",
         "Kinds of the works that it rests on; of a claim, those that its endnotes name.",
         choices=SOURCE_KINDS, origin="work", of="kind"),
    Term("", "source", "records", ("work", "cites"), "Source",
         "A work that it rests on, by id, author or title.", targets=("citation",),
         origin="work"),
    Term("", "dispute", "words", (), "Dispute about", "What the disputes about it are about.",
         choices=DISPUTE_TOPICS, origin="rule"),
    Term("", "about", "records", ("linked",), "About", "Any record linked to it.",
         targets=_EVERY, origin="linked"),
    *(
        Term("", kind, "records", (), KIND_BY_ID[kind].label, f"{KIND_BY_ID[kind].plural} linked "
             "to it.", targets=(kind,), origin="linked", of=kind)
        for kind in _LINKED
    ),
)  # fmt: skip
"""What queries know beside the columns; a column or an earlier line of the same name hides one."""


@cache
def terms_of(kind: str) -> tuple[Term, ...]:
    """Return all that a query may ask of a kind, the columns first."""
    special = {term.id: term for term in COLUMNS if term.kind == kind}
    found: dict[str, Term] = {}
    for field in FIELDS:
        if field.kind == kind:
            term = special.get(field.id, Term(kind, field.id, field.type))
            found[field.id] = dataclasses.replace(
                term, label=field.label, help=field.help, unit=field.unit
            )
    if not found:
        found["title"] = Term(kind, "title", "text", label="Name", help="Name.")
        found["summary"] = Term(kind, "summary", "text", label="Summary", help="The one line.")
    for term in BESIDE:
        if term.kind in ("", kind) and term.id not in found and term.id not in _names(found):
            found[term.id] = _flagged(term, kind, tuple(found)) if term.id in _FLAGS else term
    return tuple(found.values())


@cache
def _by_name(kind: str) -> dict[str, Term]:
    return by_name(terms_of(kind))


def find_term(kind: str, name: str, at: int = 0) -> Term:
    """Return what a field's name means for a kind; hyphens and full stops are underscores.

    Raises:
        QueryError: nothing is called so; the sentence names the nearest.

    """
    return find_among(_by_name(kind), name, at)


def find_among(known: Mapping[str, Term], name: str, at: int = 0) -> Term:
    """Return what a field's name means where ``known`` holds all names in their normal form.

    Raises:
        QueryError: nothing is called so; the sentence names the nearest.

    """
    wanted = name.lower().replace("-", "_").replace(".", "_")
    if wanted in known:
        return known[wanted]
    near = get_close_matches(wanted, known, n=1)
    if near:
        hint = f"did you mean {near[0]}?"
    else:
        first = ", ".join(list(dict.fromkeys(term.id for term in known.values()))[:_TOLD])
        hint = f"fields are {first} and more, as the manual tells."
    raise QueryError(f"there is no field “{name}”; {hint}", at)


def by_name(terms: Sequence[Term]) -> dict[str, Term]:
    """Return terms by their names; no alias hides a term's own name."""
    by_id = {term.id: term for term in terms}
    aliased = {alias: term for term in terms for alias in term.aliases}
    return by_id | {alias: term for alias, term in aliased.items() if alias not in by_id}


def label_of(term: Term, word: str) -> str:
    """Return how a word of a term reads."""
    for choice in term.choices:
        if choice.id == word:
            return choice.label
    return word[:1].upper() + word[1:]


_FLAGS = {"has": HAS, "is": IS}


def _names(found: dict[str, Term]) -> set[str]:
    return {alias for term in found.values() for alias in term.aliases}


def _flagged(term: Term, kind: str, columns: tuple[str, ...]) -> Term:
    """Return ``has`` or ``is`` with the words that make sense for a kind."""
    flags: tuple[Flag, ...] = _FLAGS[term.id]
    words = [
        Choice(flag.id, flag.label, flag.help)
        for flag in flags
        if not flag.kinds or kind in flag.kinds
    ]
    if term.id == "has":
        known = {word.id for word in words}
        labels = {field.id: field.label for field in FIELDS if field.kind == kind}
        words += [
            Choice(name, labels[name]) for name in columns if name in labels and name not in known
        ]
    return dataclasses.replace(term, choices=tuple(words))
