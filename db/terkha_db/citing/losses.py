# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Says in one sentence what a format cannot carry of the works in hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

Lost = Sequence[tuple[str, Callable[[Mapping[str, Any]], bool]]]
"""What may get lost, in words, and the test whether a work has it."""


KEPT = "BibLaTeX and CSL-JSON keep everything"


def listed(lost: Lost, entries: Sequence[Entry]) -> str:
    """Name what is lost, and of how many works: “the day (3 works) and editors (1 work)”."""
    counts = [(words, sum(has(entry.csl) for entry in entries)) for words, has in lost]
    parts = [f"{words} ({_works(count)})" for words, count in counts if count]
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def has_day(item: Mapping[str, Any]) -> bool:
    """Tell whether a work is dated to the day."""
    return any(len(parts) == 3 for parts in item.get("issued", {}).get("date-parts", ()))


def has_month(item: Mapping[str, Any]) -> bool:
    """Tell whether a work is dated to the month or the day."""
    return any(len(parts) > 1 for parts in item.get("issued", {}).get("date-parts", ()))


def has_period(item: Mapping[str, Any]) -> bool:
    """Tell whether a work came out over a period."""
    return len(item.get("issued", {}).get("date-parts", ())) == 2


def has_doubt(item: Mapping[str, Any]) -> bool:
    """Tell whether a work is dated about, as by what its text tells."""
    return bool(item.get("issued", {}).get("circa"))


def has_body(item: Mapping[str, Any]) -> bool:
    """Tell whether an institution is among the authors or editors."""
    return any("literal" in name for key in ("author", "editor") for name in item.get(key, ()))


def _works(count: int) -> str:
    return "1 work" if count == 1 else f"{count} works"
