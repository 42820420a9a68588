# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a claim: what the document says, to whom it ascribes it, on which work it rests."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import claims, differences, facts, figures, head, related
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Steps, Writer
from terkha_db import wording
from terkha_db.vocabulary import CLAIM_KINDS

_DEFINITIONS = {choice.id: choice.definition for choice in CLAIM_KINDS}


def write(writer: Writer) -> Steps:
    """Write the page of a claim."""
    record = writer.record
    kind = claims.kind_label(writer, record.id)
    topic = wording.format_word(record.facts.get("topic", ""))
    head.write(writer, [wording.format_kind("claim"), kind, topic])
    rows = _document(writer) + _rests_on(writer) + _words(writer)
    writer.enter(head.TOP, writer.translate("Pages", "Where it stands"))
    writer.add(facts.table(rows))
    of_property(writer, "finding", writer.translate("Pages", "On checking"))
    yield from figures.write(writer, ("figure",), group=False)
    yield
    differences.write(writer)
    yield
    related.write(writer)


def _document(writer: Writer) -> list[str]:
    """Return the row of the document with the claim's own marker."""
    rows = []
    for said in writer.take("claim"):
        for cite in said.cites:
            shown = (
                markup.anchor(said.id) + values.claimant(writer, cite.source) + writer.mark(said)
            )
            rows.append(facts.row(writer.translate("Pages", "Document"), shown))
    return rows


def _rests_on(writer: Writer) -> list[str]:
    """Return the row of the works that the endnotes of the sentence name."""
    label = writer.translate("Pages", "Rests on")
    works = [one.record for one in writer.record.related if one.type == "rests on"]
    if works:
        return [facts.row(label, markup.wrap("body", "<br/>".join(map(writer.link, works))))]
    words = writer.translate("Pages", "no endnote given")
    return [facts.row(label, markup.span("small", words))]


def _words(writer: Writer) -> list[str]:
    """Return the rows of what the record says of the sentence itself."""
    record, cell = writer.record, writer.material.cell
    definition = _DEFINITIONS.get(cell(record.id, "claim_kind"), "")
    shown = (
        (writer.translate("Pages", "Attributed to"), record.facts.get("attributed_to", "")),
        (writer.translate("Pages", "Said as"), writer.translate("Vocabulary", definition)),
        (writer.translate("Pages", "Section"), record.facts.get("section", "")),
        (writer.translate("Pages", "Endnotes"), cell(record.id, "endnotes")),
    )
    return [facts.row(label, markup.span("body", words)) for label, words in shown if words]
