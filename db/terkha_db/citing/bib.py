# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What BibLaTeX and BibTeX have in common: placing CSL variables in fields, and the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from terkha_db.citing import latex

#: How a variable that has no field of its own is put into the note, in this order.
_IN_NOTE = {
    "genre": "{}",
    "container-title": "in {}",
    "collection-title": "{}",
    "collection-number": "no. {}",
    "volume": "vol. {}",
    "issue": "no. {}",
    "number": "no. {}",
    "edition": "{} ed.",
    "version": "version {}",
    "page": "p. {}",
    "event-title": "{}",
    "event-place": "{}",
    "publisher": "{}",
    "publisher-place": "{}",
    "archive": "{}",
    "ISBN": "ISBN {}",
    "ISSN": "ISSN {}",
}
# Fields whose capitals styles and readers may lower.
_TITLES = {"title", "booktitle", "series"}
_NAMES = {"author": "by {}", "editor": "edited by {}", "translator": "translated by {}"}
# Fields that are lists, so that “and” separates their members.
_LISTS = {"publisher", "organization", "institution", "location", "school", "address"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of entry: the variables it must have, and the field each variable goes into."""

    name: str
    fields: Mapping[str, str]
    needs: tuple[str, ...] = ()


def has(item: Mapping[str, Any], kind: Kind) -> bool:
    """Tell whether a work has what an entry of this kind must have; “a|b” means either."""
    return all(any(item.get(key) for key in need.split("|")) for need in kind.needs)


def placed(item: Mapping[str, Any], kind: Kind) -> dict[str, str]:
    """Give the fields of a work by name, escaped; what has no field goes into the note."""
    language = item.get("language", "")
    fields: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    for variable, field in kind.fields.items():
        value = item.get(variable)
        if not value:
            continue
        if variable in _NAMES:
            fields[field] = latex.names(value)
        elif field in _LISTS:
            lists.setdefault(field, []).append(value)
        elif field in _TITLES:
            fields[field] = latex.title(value, language)
        elif variable == "page":
            fields[field] = re.sub("[-–]+", "--", latex.escape(value))
        else:
            fields[field] = latex.escape(value)
    fields |= {field: latex.literals(values) for field, values in lists.items()}
    if note := _note(item, kind):
        fields["note"] = latex.escape(note)
    for variable, field in (("DOI", "doi"), ("URL", "url")):
        if item.get(variable):
            fields[field] = latex.verbatim(item[variable])
    return fields


def dump(entries: Iterable[tuple[str, str, Mapping[str, str]]]) -> bytes:
    """Write (type, key, fields) as a file: UTF-8 without a mark, LF, a newline at the end.

    Values are taken as they are: what is to stand in braces must come in braces.
    """
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    look = BibtexFormat()  # type: ignore[no-untyped-call]
    look.indent = "  "
    look.trailing_comma = True
    look.block_separator = "\n"
    blocks: list[Block] = [
        Entry(kind, key, [Field(name, value) for name, value in fields.items()])
        for kind, key, fields in entries
    ]
    return str(write(Library(blocks), look)).encode("utf-8")


def braced(fields: Mapping[str, str]) -> dict[str, str]:
    """Put every value in braces."""
    return {name: f"{{{value}}}" for name, value in fields.items()}


def kind_for(item: Mapping[str, Any], kinds: Sequence[Kind]) -> Kind:
    """Give the first kind whose needs the work meets; the last one when it meets none."""
    return next((kind for kind in kinds if has(item, kind)), kinds[-1])


def _note(item: Mapping[str, Any], kind: Kind) -> str:
    """Give in words what has no field of its own."""
    left = [
        pattern.format(item[variable])
        for variable, pattern in _IN_NOTE.items()
        if variable not in kind.fields and item.get(variable)
    ]
    left += [
        pattern.format(", ".join(map(_spoken, item[variable])))
        for variable, pattern in _NAMES.items()
        if variable not in kind.fields and item.get(variable)
    ]
    note = ", ".join(left)
    return note[:1].upper() + note[1:]


def _spoken(person: Mapping[str, str]) -> str:
    parts = ("literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(person[part] for part in parts if part in person)
