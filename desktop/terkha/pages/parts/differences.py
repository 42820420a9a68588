# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where sources differ: each side with its claimant, why they may differ, and what tables show."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import figures, spreads
from terkha.pages.writer import COMPARED, Writer, record_link, spread_anchor
from terkha_db import wording
from terkha_db.entities import Brief, Dispute, Position
from terkha_db.vocabulary import DISPUTE_TOPICS, VERDICTS

ANCHOR = "differences"
_TOPICS = {choice.id: choice.label for choice in DISPUTE_TOPICS}
_VERDICTS = {choice.id: choice for choice in VERDICTS}
_CELLS = 3
_WORDS = 3
# On what a dispute rests that no work tells.
_REMARK = "editorial remark"
_SHORT = 48  # letters that fit a cell in large type


def write(writer: Writer) -> None:
    """Write the section: figures that differ, disputes with sides, then those that are one text."""
    blocks = spreads.blocks(writer)
    disputes = sorted(writer.record.disputes, key=lambda dispute: dispute.is_plain)
    count = len(blocks) + len(disputes)
    if disputes:
        rows = [_entry(writer, dispute, first=not n) for n, dispute in enumerate(disputes)]
        blocks.append(markup.table(rows, kind="after"))
    if blocks:
        title = writer.translate("Pages", "Where sources differ")
        writer.section(ANCHOR, title, "".join(blocks), count, differs=True)


def strip(writer: Writer) -> None:
    """Write at the top of a page on what sources differ, each a link to where the sides stand."""
    links = []
    for spread in writer.record.spreads:
        if spread.property in COMPARED:
            label = writer.translate("Vocabulary", wording.format_property(spread.property))
            name = f"{wording.format_thing(spread.commodity)} {label.lower()}".strip()
            links.append((spread_anchor(spread), f"{name} {figures.span_of(spread)}"))
    topics: dict[str, list[str]] = {}
    for dispute in writer.record.disputes:
        topics.setdefault(dispute.about, []).append(dispute.id)
    for about, ids in topics.items():
        topic = writer.translate("Vocabulary", _TOPICS.get(about, about)).lower()
        links.append((ids[0], topic if len(ids) == 1 else f"{topic} ({len(ids)})"))
    if not links:
        return
    words = writer.translate("Pages", "≠ Sources differ on")
    shown = ", ".join(markup.link(f"#{anchor}", markup.text(words)) for anchor, words in links)
    html = f"{markup.span('disputed', words)}{markup.NBSP * 2}{markup.wrap('body', shown)}"
    writer.add(markup.table([markup.row([markup.cell("differ-strip", html)])]))


def write_list(writer: Writer, title: str, briefs: Sequence[Brief]) -> None:
    """Write disputes of a work as a table: what each is about, its title, the outcome."""
    known = {dispute.id: dispute for dispute in writer.record.disputes}
    ids = dict.fromkeys([*known, *(brief.id for brief in briefs)])
    if not ids:
        return
    titles = {brief.id: brief.title for brief in briefs}
    rows = []
    for dispute_id in ids:
        dispute = known.get(dispute_id)
        topic = _topic(writer, dispute) if dispute else markup.span("disputed", "≠")
        name = dispute.title if dispute else titles[dispute_id]
        verdict = _VERDICTS[dispute.verdict].label if dispute and dispute.verdict else ""
        # After an empty cell at its end Qt leaves less room under a table.
        words = writer.translate("Vocabulary", verdict) if verdict else markup.NBSP
        outcome = markup.span("small", words)
        rows.append(
            markup.row(
                [
                    markup.cell("low", topic, width="15%"),
                    markup.cell("row", record_link(dispute_id, name), width="67%"),
                    markup.cell("low", outcome, width="18%"),
                ]
            )
        )
    writer.section(ANCHOR, title, markup.table(rows), len(rows), differs=True)


def block(writer: Writer, dispute: Dispute, *, own_page: bool = False) -> str:
    """Return a dispute: what it is about, each side, why they may differ, the outcome."""
    sides, width = _sides(writer, dispute.positions)
    rows = [_top(markup.anchor(dispute.id) + _topic(writer, dispute), width)]
    if not own_page:
        title = record_link(dispute.id, dispute.title, "strong")
        rows.append(_wide(title, width))
    rows.append(_wide(_text(writer, dispute), width))
    rows += sides
    rows += [_foot(line, width) for line in _feet(writer, dispute)]
    return markup.table(rows, kind="after")


def _topic(writer: Writer, dispute: Dispute) -> str:
    topic = writer.translate("Vocabulary", _TOPICS.get(dispute.about, dispute.about))
    return markup.span("disputed", f"≠{markup.NBSP}{topic}")


def _text(writer: Writer, dispute: Dispute) -> str:
    said = writer.cite(dispute.cites, dispute.title, beside=dispute.text)
    return writer.note(dispute.text, "body") + said


def _entry(writer: Writer, dispute: Dispute, *, first: bool) -> str:
    """Return one row: what the dispute is about, as a link to its page, then all that is told."""
    topic = writer.translate("Vocabulary", _TOPICS.get(dispute.about, dispute.about))
    page = markup.span("disputed", f"≠{markup.NBSP}") + record_link(dispute.id, topic, "disputed")
    page = markup.paragraph("body", markup.anchor(dispute.id) + page, "line")
    parts = [] if dispute.is_brief else [markup.span("strong", dispute.title)]
    parts += [
        _text(writer, dispute),
        *(_side_line(writer, position) for position in dispute.positions),
        *_feet(writer, dispute),
    ]
    text = "".join(markup.paragraph("body", part, "line") for part in parts)
    kind = "differ-top" if first else "differ-foot"
    return markup.row(
        [
            markup.cell(kind, page, width="17%"),
            markup.cell(kind, text, width="83%"),
        ]
    )


def _sides(writer: Writer, positions: Sequence[Position]) -> tuple[list[str], int]:
    """Return the rows of the sides and how many columns they have."""
    if 2 <= len(positions) <= _CELLS and all(_is_value(one.says) for one in positions):
        cells = [_side_cell(writer, one, n, len(positions)) for n, one in enumerate(positions)]
        return [markup.row(cells)], len(positions)
    return [_side_row(writer, one, first=not n) for n, one in enumerate(positions)], 2


def _is_value(says: str) -> bool:
    """Tell a value, which may stand large in a cell, from a sentence."""
    return len(says) <= _SHORT and not says.endswith(".")


def _side_cell(writer: Writer, position: Position, number: int, of: int) -> str:
    lines = [values.shaded(position, markup.span("value", position.says))]
    if position.cites:
        source = position.cites[0].source
        lines.insert(0, markup.span("caps", values.kind_word(writer, source.kind)))
        words = f"{wording.who(source)}, {wording.format_date(source.date)}"
        lines.append(markup.span("body", words) + writer.cite(position.cites, position.says))
    return spreads.side("<br/>".join(lines), number, of)


def _side_line(writer: Writer, position: Position) -> str:
    """Return one side in a line: who, of which kind and when, says what."""
    text = values.shaded(position, writer.note(position.says, "body"))
    said = text + writer.cite(position.cites, position.says)
    if not position.cites:
        return said
    source = position.cites[0].source
    date = markup.span("small", f", {wording.format_date(source.date)}:")
    return f"{values.claimant(writer, source)}{date} {said}"


def _side_row(writer: Writer, position: Position, *, first: bool) -> str:
    who = values.claimant(writer, position.cites[0].source) if position.cites else ""
    text = values.shaded(position, writer.note(position.says, "body"))
    said = text + writer.cite(position.cites, position.says)
    kind = "differ" if first else "differ-line"
    return markup.row([markup.cell(kind, who, width="30%"), markup.cell(kind, said, width="70%")])


def _feet(writer: Writer, dispute: Dispute) -> list[str]:
    """Return the lines under the sides, each with its heading in bold."""
    lines = []
    if dispute.why:
        lines.append((writer.translate("Pages", "Why they may differ:"), dispute.why))
    if dispute.reading:
        lines.append((writer.translate("Pages", "Our reading:"), dispute.reading))
    if dispute.verdict:
        verdict = _VERDICTS[dispute.verdict]
        label = writer.translate("Vocabulary", verdict.label).lower()
        definition = writer.translate("Vocabulary", verdict.definition)
        note = dispute.verdict_note
        # A word or two only judge once more; what explains is longer.
        note = f" {values.sentence_case(note)}." if len(note.split()) > _WORDS else ""
        title = writer.translate("Pages", "On further works:")
        lines.append((title, f"{label}: {definition}.{note}"))
    if dispute.basis == _REMARK:
        lines.append(("", _basis(writer, dispute)))
    return [
        f"{markup.span('strong', head)} {writer.note(text, 'body')}" if head else writer.note(text)
        for head, text in lines
    ]


def _basis(writer: Writer, dispute: Dispute) -> str:
    return writer.translate("Pages", "Works: {}").format(dispute.basis)


def _top(html: str, width: int) -> str:
    return markup.row([markup.cell("differ-top", html, span=width)])


def _wide(html: str, width: int) -> str:
    return markup.row([markup.cell("differ", html, span=width)])


def _foot(html: str, width: int) -> str:
    return markup.row([markup.cell("differ-foot", html, span=width)])
