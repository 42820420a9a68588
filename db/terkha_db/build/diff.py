# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What changed between two catalogues: records and what is stated of them, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from terkha_db.catalogue.connection import open_reader
from terkha_db.catalogue.statements import read_statements
from terkha_db.entities import Statement
from terkha_db.vocabulary import PROPERTY_BY_ID
from terkha_db.wording import format_as_of, format_value

_SPACE = "\u202f"
# Statements that repeat the title of their record.
_TITLES = ("claim", "occurrence")


@dataclass(frozen=True, slots=True)
class _Content:
    """Titles by id and statements by record and id."""

    titles: Mapping[str, str]
    statements: Mapping[str, Mapping[str, Statement]]


def diff(old: Path, new: Path) -> list[str]:
    """Return the lines of a report on what changed; none where nothing did.

    Raises:
        CatalogueError: one of the two cannot be read.

    """
    before, after = _read(old), _read(new)
    return [*_records(before, after), *_statements(before, after)]


def _read(path: Path) -> _Content:
    reader = open_reader(path)
    try:
        titles = dict(reader.all("SELECT id, title FROM record ORDER BY number"))
        statements: dict[str, dict[str, Statement]] = defaultdict(dict)
        for statement in read_statements(reader, "1", ()):
            statements[statement.record][statement.id] = statement
        return _Content(titles, statements)
    finally:
        reader.close()


def _records(before: _Content, after: _Content) -> Iterator[str]:
    for sign, words, one, other in (
        ("+", "New", after.titles, before.titles),
        ("-", "Gone", before.titles, after.titles),
    ):
        found = [name for name in one if name not in other]
        if found:
            yield f"{words} records: {len(found):,}"
            yield from (f"  {sign} {name}  {one[name]}" for name in found)
    changed = [name for name in after.titles if before.titles.get(name, "") != after.titles[name]]
    renamed = [name for name in changed if name in before.titles]
    if renamed:
        yield f"Records with another title: {len(renamed):,}"
        for name in renamed:
            yield f"  ~ {name}  {before.titles[name]} → {after.titles[name]}"


def _statements(before: _Content, after: _Content) -> Iterator[str]:
    for name in after.titles:
        if name not in before.titles:
            continue
        lines = list(_changes(before.statements.get(name, {}), after.statements.get(name, {})))
        if lines:
            yield f"{name}  {after.titles[name]}"
            yield from lines


def _changes(old: Mapping[str, Statement], new: Mapping[str, Statement]) -> Iterator[str]:
    for name, statement in new.items():
        if statement.property in _TITLES:
            continue
        if name not in old:
            yield f"  + {_line(statement)}"
        elif _value(old[name]) != _value(statement):
            yield f"  ~ {_line(old[name])} → {_value(statement)}"
        elif old[name].rank != statement.rank:
            yield f"  ~ {_line(statement)}: {old[name].rank} → {statement.rank}"
        elif _works(old[name]) != _works(statement):
            yield f"  ~ {_line(statement)}: {_works(old[name])} → {_works(statement)}"
    for name, statement in old.items():
        if name not in new and statement.property not in _TITLES:
            yield f"  - {_line(statement)}"


def _line(statement: Statement) -> str:
    about = statement.of or statement.commodity
    label = PROPERTY_BY_ID[statement.property].label + (f", {about}" if about else "")
    return f"{label} ({format_as_of(statement)}): {_value(statement)}"


def _value(statement: Statement) -> str:
    return format_value(statement).replace(_SPACE, " ")


def _works(statement: Statement) -> str:
    return ", ".join(
        " ".join(part for part in (cite.source.id.partition("/")[2], cite.locator) if part)
        for cite in statement.cites
    )
