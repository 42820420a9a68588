# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is missing here: gaps of the catalogue in words, so that none passes for a finding."""

from __future__ import annotations

from collections.abc import Mapping

from terkha.pages import markup
from terkha.pages.writer import Writer
from terkha_db import wording

ANCHOR = "missing"
# What a reader may expect of a kind of record, by property.
_EXPECTED: Mapping[str, tuple[str, ...]] = {
    "mine": (
        "status",
        "county",
        "point",
        "elevation",
        "deposit-type",
        "opened",
        "operator",
        "owner",
        "resource",
        "reserve",
        "production",
        "river-basin",
        "ore-mineral",
    ),
    "mineral": (
        "formula",
        "ima-status",
        "crystal-system",
        "hardness",
        "density",
        "type-locality",
        "plateau-occurrence",
    ),
    "commodity": ("use", "criticality", "plateau-summary"),
    "organisation": ("ownership-kind", "owner"),
    "place": ("point",),
    "policy": ("date",),
}


def write(writer: Writer) -> None:
    """Write which expected properties are not recorded, and how the works were read."""
    record = writer.record
    known = {statement.property for statement in record.statements} | set(record.facts)
    absent = [name for name in _EXPECTED.get(record.kind, ()) if name not in known]
    lines = []
    if absent:
        labels = [
            writer.translate("Vocabulary", wording.format_property(name)).lower() for name in absent
        ]
        words = writer.translate(
            "Pages",
            "Not recorded in this edition: {}. That is a gap in the catalogue and says nothing"
            " about {}.",
        )
        lines.append(words.format(", ".join(labels), record.title))
    lines += _reading(writer)
    if lines:
        body = "".join(markup.paragraph("body", markup.text(line), "item") for line in lines)
        title = writer.translate("Pages", "What is missing here")
        writer.section(ANCHOR, title, body, len(absent) or None)


def _reading(writer: Writer) -> list[str]:
    """Return a sentence about the works of the page: how they were read and dated."""
    sources = writer.sources()
    copies = sum(source.secondary for source in sources)
    undated = sum(not source.date for source in sources)
    words = []
    if copies:
        words.append(writer.translate("Pages", "read only as secondary copies: {}").format(copies))
    if undated:
        words.append(writer.translate("Pages", "without a date: {}").format(undated))
    if not words:
        return []
    of = writer.translate("Pages", "Of the {} works of this page,").format(len(sources))
    return [f"{of} {'; '.join(words)}."]
