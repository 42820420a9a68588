# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What changed between two catalogues: records and what is stated of them, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
class Changes:
    """What a later catalogue has that an earlier one has not, and the other way round."""

    new: Mapping[str, str]
    """Titles of the records that are new, by id."""
    gone: Mapping[str, str]
    """Titles of the records that are no longer there, by id."""
    renamed: Mapping[str, tuple[str, str]]
    """The earlier and the later title of records, by id."""
    values: Mapping[str, Sequence[str]]
    """What changed of what is stated of a record, a line each, by id."""
    titles: Mapping[str, str]
    """Titles of all records of the later catalogue, by id."""

    def lines(self) -> list[str]:
        """Return the lines of a report; none where nothing changed."""
        return [*self._records(), *self._values()]

    def _records(self) -> Iterator[str]:
        for sign, words, found in (("+", "New", self.new), ("-", "Gone", self.gone)):
            if found:
                yield f"{words} records: {len(found):,}"
                yield from (f"  {sign} {name}  {title}" for name, title in found.items())
        if self.renamed:
            yield f"Records with another title: {len(self.renamed):,}"
            for name, (before, after) in self.renamed.items():
                yield f"  ~ {name}  {before} → {after}"

    def _values(self) -> Iterator[str]:
        for name, lines in self.values.items():
            yield f"{name}  {self.titles[name]}"
            yield from (f"  {line}" for line in lines)


@dataclass(frozen=True, slots=True)
class _Content:
    """Titles by id and statements by record and id."""

    titles: Mapping[str, str]
    statements: Mapping[str, Mapping[str, Statement]]


def compare(old: Path, new: Path) -> Changes:
    """Return what changed from one catalogue to another.

    Raises:
        CatalogueError: one of the two cannot be read.

    """
    before, after = _read(old), _read(new)
    both = [name for name in after.titles if name in before.titles]
    lines = {
        name: list(_changes(before.statements.get(name, {}), after.statements.get(name, {})))
        for name in both
    }
    return Changes(
        new={name: title for name, title in after.titles.items() if name not in before.titles},
        gone={name: title for name, title in before.titles.items() if name not in after.titles},
        renamed={
            name: (before.titles[name], after.titles[name])
            for name in both
            if before.titles[name] != after.titles[name]
        },
        values={name: found for name, found in lines.items() if found},
        titles=after.titles,
    )


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


def _changes(old: Mapping[str, Statement], new: Mapping[str, Statement]) -> Iterator[str]:
    for name, statement in new.items():
        if statement.property in _TITLES:
            continue
        if name not in old:
            yield f"+ {_line(statement)}"
        elif _value(old[name]) != _value(statement):
            yield f"~ {_line(old[name])} → {_value(statement)}"
        elif old[name].rank != statement.rank:
            yield f"~ {_line(statement)}: {old[name].rank} → {statement.rank}"
        elif _works(old[name]) != _works(statement):
            yield f"~ {_line(statement)}: {_works(old[name])} → {_works(statement)}"
    for name, statement in old.items():
        if name not in new and statement.property not in _TITLES:
            yield f"- {_line(statement)}"


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
