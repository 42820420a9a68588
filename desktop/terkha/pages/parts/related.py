# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Related records: the links both ways, in the words of the relation."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import capped, facts
from terkha.pages.writer import Writer
from terkha_db.entities import Brief

ANCHOR = "related"
_WORDS = {
    "about": "concerns",
    "document": "documents",
    "mine here": "mines here",
    "names": "named in it",
}
# Relations that the page already tells by its statements, with who says so.
_STATED = (
    "in",
    "part of",
    "mine here",
    "commodity",
    "mined or explored at",
    "ore mineral",
    "reported from",
    "ore of",
    "related mineral",
    "related commodity",
    "owned by",
    "owns",
    "operated by",
    "operates",
    "contractor",
    "contractor at",
    "rests on",
    "supports",
    "stated in",
    "states",
    "cites",
)


def write(writer: Writer) -> None:
    """Write the relations that no statement of the page tells."""
    groups: dict[str, list[Brief]] = {}
    for relation in writer.record.related:
        if relation.type not in _STATED:
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
    return values.sentence_case(writer.translate("Relations", _WORDS.get(name, name)))


def _briefs(writer: Writer, name: str, found: list[Brief]) -> str:
    shown, more = capped.cut(writer, f"{ANCHOR}-{name}", found)
    return markup.wrap("body", writer.links(shown)) + more
