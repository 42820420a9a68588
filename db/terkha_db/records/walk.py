# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Walks through a record part by part, each with the place in the file where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

from terkha_db.records.faults import Fault, KeyPath
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Mine, Model

P = TypeVar("P")

# Parts of a mine that are records of their own.
_OWN_RECORDS = ("events", "disputes")


class Parts:
    """All parts of all records by their type, found once for all rules."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._found: dict[type, list[tuple[Entry, KeyPath, object]]] = defaultdict(list)
        for entry in records:
            for path, part in parts(entry.model):
                self._found[type(part)].append((entry, path, part))

    def of(self, kind: type[P]) -> list[tuple[Entry, KeyPath, P]]:
        """Return every part of one type (Statement, Name, str …) with record and path."""
        return cast("list[tuple[Entry, KeyPath, P]]", self._found[kind])


def parts(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Yield ``value`` and everything inside it with its path, leaving out what is not set."""
    yield path, value
    if isinstance(value, Model):
        hidden = _OWN_RECORDS if isinstance(value, Mine) else ()
        for key, part in value.__dict__.items():
            if part is not None and key not in hidden:
                yield from parts(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from parts(part, (*path, at))


@dataclass(frozen=True, slots=True)
class Find:
    """Something that a person must look at: it may be right, and then the record says why."""

    find: str
    """A word of FINDS."""
    fault: Fault
    holders: tuple[tuple[Entry, KeyPath, str | None], ...]
    """The parts of records that it is about, and which other record stands beside each.

    ``checked`` in one of them, beside the same record, answers it.
    """

    def answers(self) -> Iterator[tuple[Entry, KeyPath]]:
        """Yield record and path of each ``checked`` that says why the find is right."""
        for entry, path, beside in self.holders:
            place, holder = _holder(entry.model, path)
            for at, checked in enumerate(getattr(holder, "checked", ())):
                if (checked.find, checked.beside) == (self.find, beside):
                    yield entry, (*place, "checked", at)


def find(
    kind: str, entry: Entry, path: KeyPath, sentence: str, also: Entry | KeyPath | None = None
) -> Find:
    """Return a find at ``path`` within a record; ``also`` is the record or part beside it."""
    holders: list[tuple[Entry, KeyPath, str | None]] = [(entry, path, None)]
    if isinstance(also, Entry):
        holders = [(entry, path, also.slug), (also, (), entry.slug)]
    elif also is not None:
        holders.append((entry, also, None))
    return Find(kind, fault(entry, path, sentence), tuple(holders))


def _holder(model: Model, path: KeyPath) -> tuple[KeyPath, object]:
    """Return the innermost part on the way to ``path`` that can hold ``checked``."""
    found: tuple[KeyPath, object] = ((), model)
    part: object = model
    for at, key in enumerate(path, start=1):
        part = getattr(part, key) if isinstance(key, str) else cast("list[object]", part)[key]
        if hasattr(part, "checked"):
            found = path[:at], part
    return found


def fault(entry: Entry, path: KeyPath, sentence: str) -> Fault:
    """Return a fault at ``path`` within a record."""
    return Fault(entry.file, (*entry.path, *path), sentence)
