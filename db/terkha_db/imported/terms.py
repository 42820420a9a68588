# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a query may ask of a collection: its columns, by their headers, and a few things beside."""

from __future__ import annotations

import re
from collections.abc import Collection as Group
from collections.abc import Iterator, Sequence

from terkha_db.imported.collection import OWN_FIELDS, Field
from terkha_db.query.terms import Term, Type
from terkha_db.vocabulary import Choice

ROW, NAME, HAS = "row", "name", "has"
COORDINATES = "coordinates"
_ALIASES = {"lat": ("latitude",), "lon": ("longitude", "long"), "second": ("second_name",)}
_TYPES: dict[str, Type] = {"number": "number", "date": "date"}
_ALSO = ("commodity", "status", "country", "province", "county", "url")
"""Roles by which a column can be asked for, whatever its header is."""
_LONGEST = 40
_BREAK = re.compile(r"[^\w\u0f00-\u0fff]+")


def terms_of_fields(fields: Sequence[Field], few: Group[str]) -> tuple[Term, ...]:
    """Return all that a query may ask; ``few`` holds the ids of the columns with few values.

    A column is called by its header in small letters with underscores, by its place (``c3``),
    and by its role where it is the first that has it.
    """
    found = [_own(field) for field in fields[: len(OWN_FIELDS)]]
    found += [
        Term("", ROW, "number", (), "Row", "The number of the row.", of="number"),
        Term("", NAME, "text", ("names",), "Any name", "Every name, in any spelling.",
             origin="rule"),
    ]  # fmt: skip
    taken = {name for term in found for name in (term.id, *term.aliases)} | {HAS}
    for field in fields[len(OWN_FIELDS) :]:
        term = _column(field, taken, is_few=field.id in few)
        taken.update((term.id, *term.aliases))
        found.append(term)
    words = [Choice(COORDINATES, "Coordinates"), *_choices(found, fields)]
    found.append(
        Term("", HAS, "words", (), "Has", "What is filled in.", choices=tuple(words), origin="rule")
    )
    return tuple(found)


def _own(field: Field) -> Term:
    kind = _TYPES.get(field.type, "text")
    words = {"title": "The name that it is listed by.", "second": "A name in another script."}
    help_text = words.get(field.id, f"{field.header} in degrees.")
    aliases = _ALIASES.get(field.id, ())
    return Term("", field.id, kind, aliases, field.header, help_text, of=field.id)


def _column(field: Field, taken: set[str], *, is_few: bool) -> Term:
    name = _BREAK.sub("_", field.header.lower()).strip("_")[:_LONGEST]
    names = [name] if name[:1].isalpha() else []
    names += [field.role] if field.role in _ALSO else []
    free = [one for one in dict.fromkeys(names) if one not in taken]
    called, *aliases = [*free, field.id]
    kind: Type = "words" if is_few else _TYPES.get(field.type, "text")
    told = f"The column “{field.header}”."
    return Term("", called, kind, tuple(aliases), field.header, told, of=field.id)


def _choices(terms: Sequence[Term], fields: Sequence[Field]) -> Iterator[Choice]:
    by_column = {term.of: term for term in terms}
    for field in fields:
        yield Choice(by_column[field.id].id, field.header)
