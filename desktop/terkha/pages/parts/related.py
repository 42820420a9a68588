# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Related records: the links both ways, in the words of the relation."""

from __future__ import annotations

from collections.abc import Collection

from terkha.pages import markup
from terkha.pages.parts import capped, facts
from terkha.pages.writer import Writer
from terkha_db.entities import Brief

ANCHOR = "related"


def write(writer: Writer, *, without: Collection[str] = ()) -> None:
    """Write the relations by type; ``without`` names kinds that the page shows elsewhere."""
    groups: dict[str, list[Brief]] = {}
    for relation in writer.record.related:
        if relation.record.kind not in without:
            groups.setdefault(relation.type, []).append(relation.record)
    if not groups:
        return
    rows = [facts.row(label(writer, name), _briefs(writer, name, found))
            for name, found in groups.items()]  # fmt: skip
    title = writer.translate("Pages", "Related")
    count = len({brief.id for found in groups.values() for brief in found})
    writer.section(ANCHOR, title, facts.table(rows), count)


def label(writer: Writer, name: str) -> str:
    """Return a type of relation as the label of a row."""
    words = writer.translate("Relations", name).replace("-", " ")
    return words[:1].upper() + words[1:]


def _briefs(writer: Writer, name: str, found: list[Brief]) -> str:
    shown, more = capped.cut(writer, f"{ANCHOR}-{name}", found)
    return markup.wrap("body", writer.links(shown)) + more
