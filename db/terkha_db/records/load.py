# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads the folder of plain-text records into models and finds all faults of form at once.

A file holds one record (a mapping) or several (a list); the folder says of which kind. Events and
disputes that stand inside a mine become records of their own, with the mine as a subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

import yaml
from pydantic import ValidationError

from terkha_db.errors import RecordError
from terkha_db.records.faults import Fault, KeyPath, as_error, invalid, nearest
from terkha_db.records.models import MODELS, Dispute, Event, Mine, Model
from terkha_db.records.text import DuplicateKeyError, read_yaml
from terkha_db.vocabulary import KINDS

EDITION_FILE = "EDITION.yaml"
KIND_OF_FOLDER = {kind.folder: kind.id for kind in KINDS}
KIND_OF_MODEL = {model: kind for kind, model in MODELS.items()}

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as read, and where it stands."""

    kind: str
    slug: str
    model: Model
    file: Path
    path: KeyPath = ()

    @property
    def id(self) -> str:
        """The permanent id, ``kind/slug``."""
        return f"{self.kind}/{self.slug}"


@dataclass(slots=True)
class Records:
    """All records of a folder by kind and slug."""

    root: Path
    entries: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {kind: {} for kind in MODELS}
    )

    def of(self, model: type[M]) -> Mapping[str, M]:
        """Return the records of one model by slug, sorted."""
        found = self.entries[KIND_OF_MODEL[model]]
        return {slug: cast("M", entry.model) for slug, entry in sorted(found.items())}

    def __iter__(self) -> Iterator[Entry]:
        for kind in MODELS:
            for _, entry in sorted(self.entries[kind].items()):
                yield entry

    def __contains__(self, record_id: object) -> bool:
        kind, _, slug = str(record_id).partition("/")
        return slug in self.entries.get(kind, {})


def load(root: Path) -> Records:
    """Return the records under ``root``.

    Raises:
        RecordError: the folder is missing or records do not follow the format; all faults of
            form are listed, one a line.

    """
    records, faults = read(root)
    if faults:
        raise as_error(faults)
    return records


def read(root: Path) -> tuple[Records, list[Fault]]:
    """Return the records that can be read and the faults of those that cannot.

    Raises:
        RecordError: there is no folder ``root``.

    """
    if not root.is_dir():
        raise RecordError(f"{root} is no folder of records; give the folder with mines/, places/ …")
    records, faults = Records(root), list[Fault]()
    for file in sorted(root.rglob("*.yaml")):
        if file == root / EDITION_FILE:
            continue
        folder = file.relative_to(root).parts[0]
        if folder not in KIND_OF_FOLDER:
            words = f"'{folder}' is no folder of records{nearest(folder, KIND_OF_FOLDER)}"
            faults.append(Fault(file, (), words, line=1))
            continue
        faults += _read_file(records, file, KIND_OF_FOLDER[folder])
    return records, faults


def _read_file(records: Records, file: Path, kind: str) -> list[Fault]:
    try:
        raw = read_yaml(file.read_text("utf-8"))
    except UnicodeDecodeError as error:
        return [Fault(file, (), f"not UTF-8 at byte {error.start}", line=1)]
    except DuplicateKeyError as error:
        return [Fault(file, (), f"the key '{error.problem}' stands twice", _line(error))]
    except yaml.MarkedYAMLError as error:
        return [Fault(file, (), f"this is no YAML: {error.problem}", _line(error))]
    faults = []
    parts = [((), raw)] if isinstance(raw, dict) else [((at,), part) for at, part in _items(raw)]
    if not parts:
        faults.append(Fault(file, (), "the file holds no record", line=1))
    for path, part in parts:
        faults += _read_record(records, kind, part, file, path)
    return faults


def _items(raw: object) -> list[tuple[int, object]]:
    return list(enumerate(raw)) if isinstance(raw, list) else []


def _line(error: yaml.MarkedYAMLError) -> int:
    return error.problem_mark.line + 1 if error.problem_mark else 1


def _read_record(
    records: Records, kind: str, raw: object, file: Path, path: KeyPath
) -> Iterator[Fault]:
    try:
        model = MODELS[kind].model_validate(raw)
    except ValidationError as error:
        yield from invalid(file, path, error, raw)
        return
    yield from _add(records, Entry(kind, _slug(model), model, file, path))
    if isinstance(model, Mine):
        yield from _add_parts(records, model, file, path)


def _add_parts(records: Records, mine: Mine, file: Path, path: KeyPath) -> Iterator[Fault]:
    """Make the events and disputes of a mine records of their own."""
    subject = f"mine/{mine.id}"
    parts: list[tuple[str, int, Event | Dispute]] = [
        *(("events", at, event) for at, event in enumerate(mine.events)),
        *(("disputes", at, dispute) for at, dispute in enumerate(mine.disputes)),
    ]
    for key, at, part in parts:
        subjects = [subject, *(other for other in part.subjects if other != subject)]
        model = part.model_copy(update={"subjects": subjects})
        yield from _add(
            records, Entry(KIND_OF_MODEL[type(model)], part.id, model, file, (*path, key, at))
        )


def _add(records: Records, entry: Entry) -> Iterator[Fault]:
    known = records.entries[entry.kind]
    if entry.slug in known:
        other = known[entry.slug].file
        words = f"the id '{entry.slug}' is taken by another {entry.kind} in {other}"
        yield Fault(entry.file, (*entry.path, "id"), words)
    known.setdefault(entry.slug, entry)


def _slug(model: Model) -> str:
    return str(model.id)  # type: ignore[attr-defined]
