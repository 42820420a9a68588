# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tells of each record found which name or text matched, and marks the letters that did."""

from __future__ import annotations

from terkha_db.entities import Hit
from terkha_db.search.highlight import Highlighter
from terkha_db.search.stages import NameFound, TextFound


def name_hit(name: NameFound, highlighter: Highlighter) -> Hit:
    """Return the hit of a name; behind a derived spelling stands the name it was made from."""
    if name.source is not None:
        return Hit(
            id=name.id,
            kind=name.kind,
            title=name.title,
            second=name.second or "",
            matched=name.source,
            lang=name.source_lang or "",
            used_by=name.used_by or "",
            derived=name.note or "",
            spans=highlighter.through(name.text, name.source),
        )
    return Hit(
        id=name.id,
        kind=name.kind,
        title=name.title,
        second=name.second or "",
        matched=name.text,
        lang=name.lang if name.attested else "",
        used_by=name.used_by or "",
        field="name" if name.attested else name.note or "key",
        spans=highlighter.in_name(name.text),
    )


def text_hit(text: TextFound, highlighter: Highlighter) -> Hit:
    """Return the hit of a text with the piece of it that matched."""
    snippet, spans = highlighter.in_text(text.text)
    return Hit(
        id=text.id,
        kind=text.kind,
        title=text.title,
        second=text.second or "",
        matched=text.field,
        field=text.field,
        snippet=snippet,
        spans=spans,
    )
