# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Says what is wrong with a record, at which line of which file and under which key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from terkha_db.errors import RecordError

KeyPath = tuple[str | int, ...]
"""Where a value stands in a file: keys and positions from the top."""


_TYPES = {
    "string_type": "text",
    "list_type": "list",
    "int_type": "whole number",
    "dict_type": "mapping of keys",
    "model_type": "mapping of keys",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with the records."""

    file: Path
    path: KeyPath
    sentence: str
    """What is the matter and how to mend it, without a full stop."""
    line: int = 0
    """The line where it is already known; 0 to find it by ``path``."""


def describe(faults: Iterable[Fault]) -> list[str]:
    """Return each fault as ``file:line: key: sentence``, sorted by file and line."""
    nodes: dict[Path, yaml.Node | None] = {}
    lines = []
    for fault in faults:
        line = fault.line
        if not line:
            if fault.file not in nodes:
                nodes[fault.file] = _compose(fault.file)
            line = _line_of(nodes[fault.file], fault.path)
        key = ".".join(str(part) for part in fault.path)
        words = f"{fault.file}:{line}: " + (f"{key}: " if key else "") + fault.sentence
        lines.append((str(fault.file), line, words))
    return [words for _, _, words in sorted(set(lines))]


def as_error(faults: Iterable[Fault]) -> RecordError:
    """Return an error that lists all the faults, one a line."""
    return RecordError("\n".join(describe(faults)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``; nearest: …`` with the known word most like ``word``, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; nearest: {found[0]}" if found else ""


def invalid(file: Path, base: KeyPath, error: ValidationError, raw: object) -> list[Fault]:
    """Turn what pydantic found at ``base`` of a file into faults, one for each place."""
    found: dict[KeyPath, Fault] = {}
    for details in error.errors(include_url=False):
        path = _existing(raw, details)
        if path not in found:
            found[path] = Fault(file, base + path, _sentence(details, error.title))
    # What is wrong inside a value explains why the value as a whole is wrong.
    return [
        fault
        for path, fault in found.items()
        if not any(other != path and other[: len(path)] == path for other in found if path)
    ]


def _existing(raw: object, details: ErrorDetails) -> KeyPath:
    """Return the part of an error's place that stands in the file.

    Pydantic adds steps of its own for the members of a union; a missing key is named all the same.
    """
    path: list[str | int] = []
    for part in details["loc"]:
        if isinstance(raw, dict) and (part in raw or details["type"] == "missing"):
            raw = raw.get(part)
        elif isinstance(raw, list) and isinstance(part, int) and part < len(raw):
            raw = raw[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _sentence(details: ErrorDetails, model: str) -> str:
    match details["type"]:
        case "missing":
            return "this key is missing"
        case "extra_forbidden":
            key = str(details["loc"][-1])
            return f"unknown key '{key}'{nearest(key, _keys_of(model))}"
        case "value_error":
            return details["msg"].removeprefix("Value error, ")
        case "string_too_short":
            return "an empty value says nothing: leave the key out"
        case "string_type" | "list_type" | "dict_type" | "model_type" | "int_type":
            wanted = _TYPES[details["type"]]
            return f"{_shown(details['input'])} is no {wanted}"
        case _:
            message = details["msg"][:1].lower() + details["msg"][1:]
            return f"{_shown(details['input'])}: {message}"


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _keys_of(model: str) -> list[str]:
    """Return the keys of a model and of the parts it is made of: a misspelling may sit deep."""
    from terkha_db.records import models

    parts = [getattr(models, model), models.Name, models.Statement, models.Event, models.Dispute]
    return sorted({key for part in parts for key in part.model_fields})


def _compose(file: Path) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return node


def _line_of(node: yaml.Node | None, path: KeyPath) -> int:
    """Return the line of a value, or of what is nearest above it."""
    line = 1
    for part in path:
        found: list[tuple[yaml.Node, yaml.Node]] = []
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == str(part)]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            found = [(item, item) for item in node.value[part : part + 1]]
        if not found:
            break
        mark, node = found[0]
        line = mark.start_mark.line + 1
    return line
