# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Warns of dates that lie after the work that tells of them, or after this edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from terkha_db.perimeter import is_hoped_for
from terkha_db.records.load import Entry
from terkha_db.records.models import Citation, Cite, Event, Statement
from terkha_db.records.walk import Find, Parts, find

_GOAL = re.compile(r"\b(aims?|targets?|goals?|benchmarks?|ceiling|by 20\d\d)\b", re.IGNORECASE)
_DATES = ("opened", "discovered", "date", "described")


def dates_after_the_work(found: Parts) -> Iterator[Find]:
    """Find values and events of a date at which none of their works had come out yet."""
    works = found.records.of(Citation)
    for entry, path, said in found.of(Statement):
        cites = _sources(entry) if said.cites == "record" else said.cites
        model = entry.model
        about = getattr(model, "measure", None) or getattr(model, "text", None)
        if said.projection or _is_planned(said.of, said.note, about):
            continue
        for key, date in _dates(said):
            if words := _too_late(date, cites, works):
                yield find("later-than-work", entry, (*path, key), words)
    for entry, path, event in found.of(Event):
        planned = not event.date or _is_planned(event.what, event.note)
        if not planned and (words := _too_late(event.date or "", event.cites, works)):
            yield find("later-than-work", entry, (*path, "date"), words)


def _dates(said: Statement) -> Iterator[tuple[str, str]]:
    if said.as_of:
        yield "as_of", said.as_of
    if said.property in _DATES and isinstance(said.value, str):
        yield "value", said.value


def _is_planned(*words: str | None) -> bool:
    """Tell whether words speak of what is to come, of which any work may tell."""
    told = " ".join(filter(None, words))
    return is_hoped_for(told) or _GOAL.search(told) is not None


def _too_late(date: str, cites: Sequence[Cite], works: Mapping[str, Citation]) -> str:
    """Say that a date is after every dated work that tells of it; "" where it is not."""
    issued = [works[cite.work].issued if cite.work in works else None for cite in cites]
    if not issued or None in issued:
        return ""
    latest = max(_end(day) for day in issued if day)
    begins = date.partition("/")[0]
    length = min(len(begins), len(latest))
    if begins[:length] <= latest[:length]:
        return ""
    return f"{date} is after {latest}, when the last work that tells of it came out"


def _end(date: str) -> str:
    return date.rpartition("/")[2]


def _sources(entry: Entry) -> Sequence[Cite]:
    return getattr(entry.model, "sources", ())
