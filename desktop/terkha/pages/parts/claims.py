# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Claims: what a document says in our own words, how it says it, and on which work that rests."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.document import Section
from terkha.pages.parts import capped, narrowing
from terkha.pages.writer import Steps, Writer, record_link
from terkha_db.entities import Brief, Statement
from terkha_db.vocabulary import CLAIM_KINDS
from terkha_db.wording import who as who_speaks

ANCHOR = "claims"
_KINDS = {choice.id: choice.label for choice in CLAIM_KINDS}
_WIDTHS = ("13%", "15%", "50%", "22%")


def write(writer: Writer) -> None:
    """Write the claims that concern the record; nothing where there are none."""
    claims = writer.record.claims
    if not claims:
        return
    shown, more = capped.cut(writer, ANCHOR, claims)
    rows = [_entry(writer, brief) for brief in shown]
    heading = writer.translate("Pages", "Claims")
    writer.section(ANCHOR, heading, markup.table(rows) + more, len(claims))


def write_document(writer: Writer, claims: Sequence[str]) -> Steps:
    """Write the claims of one document as a table: number, kind, claim, what it rests on."""
    writer.facets = narrowing.facets(writer, claims)
    kept = narrowing.kept(writer, claims)
    shown, more = capped.cut(writer, ANCHOR, kept)
    title = writer.translate("Pages", "Claims it makes")
    note = ""
    if len(kept) < len(claims):
        words = writer.translate("Pages", "Narrowed to {} of {} by the choices at the right.")
        told = words.format(len(kept), len(claims))
        note = markup.paragraph("small", markup.text(told, "small"))
    rows = (_row(writer, claim) for claim in shown)
    section = Section(ANCHOR, title, len(kept))
    yield from writer.tabled(section, _head(writer), rows, before=note, after=more)


def kind_label(writer: Writer, claim: str) -> str:
    """Return how the document says it: stated as fact, projection, allegation, opinion."""
    kind = writer.material.cell(claim, "claim_kind")
    return writer.translate("Vocabulary", _KINDS.get(kind, kind))


def questioned(writer: Writer, claim: str) -> str:
    """Return the mark of a claim that a dispute concerns."""
    if not float(writer.material.cell(claim, "disputes") or 0):
        return ""
    return markup.span("disputed", f" ≠{markup.NBSP}{writer.translate('Pages', 'questioned')}")


def _said(writer: Writer, claim: str) -> Statement | None:
    return next(iter(writer.material.told.get(claim, ())), None)


def _text(writer: Writer, claim: str, title: str) -> str:
    said = _said(writer, claim)
    mark = writer.mark(said) if said else ""
    text = markup.span("body", said.text if said else title)
    shown = values.shaded(said, text) if said else text
    return shown + questioned(writer, claim) + mark


def _entry(writer: Writer, brief: Brief) -> str:
    said = _said(writer, brief.id)
    who = ""
    if said is not None:
        who = said.attributed_to or (who_speaks(said.cites[0].source) if said.cites else "")
    name = record_link(brief.id, brief.id.partition("/")[2], "mark")
    words = writer.translate("Pages", "says {}").format(who) if who else ""
    below = f"{markup.span('small', words)} {name}" if words else name
    return markup.row(
        [
            markup.cell("low", markup.span("caps", kind_label(writer, brief.id)), width="19%"),
            markup.cell("row", f"{_text(writer, brief.id, brief.title)}<br/>{below}"),
        ]
    )


def _head(writer: Writer) -> str:
    words = (
        writer.translate("Pages", "Claim"),
        writer.translate("Pages", "Said as"),
        writer.translate("Pages", "What it says, in our words"),
        writer.translate("Pages", "Resting on"),
    )
    return markup.row(
        markup.cell("head", markup.span("head", word), width=width)
        for word, width in zip(words, _WIDTHS, strict=True)
    )


def _row(writer: Writer, claim: str) -> str:
    resting = writer.material.cell(claim, "rests_on")
    resting = resting or writer.translate("Pages", "no endnote given")
    kind = markup.span("small", kind_label(writer, claim).lower())
    return markup.row(
        [
            markup.cell(
                "low", record_link(claim, claim.partition("/")[2], "mark"), width=_WIDTHS[0]
            ),
            markup.cell("low", kind, width=_WIDTHS[1]),
            markup.cell("row", _text(writer, claim, claim), width=_WIDTHS[2]),
            markup.cell("low", markup.span("small", resting), width=_WIDTHS[3]),
        ]
    )
