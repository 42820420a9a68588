# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is told of a hit: which name or text matched, and what the record is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.models.library import of_work
from terkha.models.noted import first_line
from terkha_db.entities import Hit
from terkha_db.wording import format_language

if TYPE_CHECKING:
    from terkha_db.catalogue import Row
    from terkha_db.entities import Brief
    from terkha_db.library.model import Bookmark, OwnWork

_DATE = re.compile(r"^[\d-]+ ")
"""What stands before the words of an event."""


def explain(hit: Hit) -> str:
    """Say which name or field of a record matched, in which language, and who uses it."""
    if not hit.field:
        return hit.snippet
    if is_in_title(hit) and not hit.spans:
        return hit.snippet  # a name that is only like what was typed
    if is_in_title(hit):
        words = QCoreApplication.translate("Hits", "%s matched") % hit.field.capitalize()
        return f"{words} · {hit.snippet}" if hit.snippet else words
    if hit.field != "name":
        return f"{hit.field.capitalize()}: {hit.snippet or hit.matched}"
    matched = f"{hit.derived} of {hit.matched}" if hit.derived else hit.matched
    parts = [matched, format_language(hit.lang)] if hit.lang else [matched]
    if hit.used_by:
        parts.append(f"used by {hit.used_by}")
    return ", ".join(part for part in parts if part)


def is_in_title(hit: Hit) -> bool:
    """Tell whether the text that matched is the title: its letters are marked there."""
    return hit.field != "name" and hit.matched == hit.title


def told(hit: Hit, brief: Brief) -> Hit:
    """Return a hit with what its record is, where its own words would only repeat the title."""
    if not hit.field:
        return replace(hit, second=brief.second, snippet=brief.summary)
    if is_in_title(hit):
        return replace(hit, snippet=brief.summary)
    own = _DATE.sub("", hit.snippet.strip("… "))
    if not own or (own not in hit.title and hit.title.rstrip("… ") not in own):
        return hit
    spans = _found_in(hit.title, {hit.snippet[first:end] for first, end in hit.spans})
    return replace(hit, matched=hit.title, snippet=brief.summary, spans=spans) if spans else hit


def _found_in(title: str, words: set[str]) -> tuple[tuple[int, int], ...]:
    """Return where words stand in a title; nowhere if one of them does not."""
    if not all(word in title for word in words):
        return ()
    every = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple((match.start(), match.end()) for match in re.finditer(every, title))


def hit_of(row: Row, kind: str) -> Hit:
    """Return a row as a hit that no name or field explains."""
    return Hit(row.id, kind, str(row.values.get("title") or row.id), field="")


def work_hit(work: OwnWork) -> Hit:
    """Return a work of the reader's own as a hit, with who wrote it, where and when."""
    return Hit(work.link, "citation", work.title, field="your own work", snippet=of_work(work))


def kept_hit(bookmark: Bookmark) -> Hit:
    """Return a bookmark as a hit, explained by the reader's first note if there is one."""
    note = first_line(bookmark.notes[0].text) if bookmark.notes else ""
    field = "your note" if note else ""
    return Hit(bookmark.link, bookmark.kind, bookmark.title, field=field, snippet=note)
