# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Claims by topic and document, each with the works behind its endnote and what it concerns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from terkha.pages import markup, values
from terkha.pages.document import Document
from terkha.pages.parts import claims, works
from terkha.pages.telling import Telling
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import wording
from terkha_db.entities import Cite
from terkha_db.vocabulary import SOURCE_KINDS

if TYPE_CHECKING:
    from terkha_db.catalogue import Row

Narrow = Callable[[str], str]
"""Gives the link of the claims that a query keeps."""
_WIDTHS = ("13%", "52%", "35%")
_TOPIC = 18  # letters: columns are as wide as the longest piece of their titles
_LEAST = 6
_PADDING = 2
_BREAKS = re.compile("[ \u00ad]")
# Where a long title may break: columns are narrow.
_HYPHENS = {
    "Government": "Govern\u00adment",
    "Intergovernmental": "Inter\u00adgovern\u00admental",
    "Academic": "Aca\u00addemic",
    "Encyclopedia": "Ency\u00adclo\u00adpedia",
}
_NO_WORK = ""
"""Stands for claims whose sentence has no endnote."""


def build_claims(
    telling: Telling,
    translate: Translate,
    narrow: Narrow,
    opened: frozenset[str] = frozenset(),
) -> Document:
    """Return the page of claims: how many rest on what, then topic by topic, by document."""
    writer = telling.writer(translate, opened)
    topics: dict[str, list[Row]] = defaultdict(list)
    for row in telling.rows:
        topics[str(row.values.get("topic") or "")].append(row)
    order = sorted(topics, key=lambda topic: (-len(topics[topic]), topic))
    if telling.rows:
        title = translate("Pages", "On what the claims rest")
        body = _counts(writer, telling, [(topic, topics[topic]) for topic in order], narrow)
        writer.section("counts", title, body)
    for topic in order:
        title = translate("Vocabulary", wording.format_word(topic))
        body = _by_document(writer, telling, topics[topic])
        writer.section(f"topic-{topic}", title, body, len(topics[topic]))
    works.write(writer)
    return writer.document()


def kinds_behind(telling: Telling, claim: str) -> frozenset[str]:
    """Return the kinds of the works behind a claim; the empty one where no work is named."""
    named = telling.resting.get(claim, ())
    return frozenset(work.kind for work in named if not work.outside) or frozenset((_NO_WORK,))


def _counts(
    writer: Writer,
    telling: Telling,
    topics: Sequence[tuple[str, Sequence[Row]]],
    narrow: Narrow,
) -> str:
    """Return the table of counts: a row for each topic, a column for each kind of source."""
    counted = {
        topic: Counter(kind for row in rows for kind in kinds_behind(telling, row.id))
        for topic, rows in topics
    }
    known = [choice.id for choice in SOURCE_KINDS]
    kinds = [kind for kind in (*known, _NO_WORK) if any(kind in one for one in counted.values())]
    titles = [writer.translate("Pages", "All"), *(_kind_title(writer, kind) for kind in kinds)]
    titles = [_HYPHENS.get(title, title) for title in titles]
    pieces = (max(map(len, _BREAKS.split(title))) for title in titles)
    letters = [_TOPIC, *(max(_LEAST, longest) + _PADDING for longest in pieces)]
    widths = [f"{100 * each // sum(letters)}%" for each in letters]
    words = [writer.translate("Pages", "Topic"), *titles]
    rows = [_line("head", [markup.span("head", word) for word in words], widths)]
    for topic, members in topics:
        cells = _count_row(writer, topic, len(members), counted[topic], kinds, narrow)
        rows.append(_line("row", cells, widths))
    note = writer.translate(
        "Pages",
        "Kinds of the works that the endnotes name. A claim that rests on works of two kinds is"
        " counted with both, so that the columns do not add up to the first.",
    )
    return markup.table(rows) + markup.paragraph("small", markup.text(note, "small"), "gap")


def _kind_title(writer: Writer, kind: str) -> str:
    if kind == _NO_WORK:
        return writer.translate("Pages", "No endnote")
    return values.sentence_case(values.kind_word(writer, kind))


def _count_row(
    writer: Writer,
    topic: str,
    total: int,
    counts: Mapping[str, int],
    kinds: Sequence[str],
    narrow: Narrow,
) -> list[str]:
    label = writer.translate("Vocabulary", wording.format_word(topic))
    cells = [markup.link(f"#topic-{topic}", markup.text(label)), str(total)]
    for kind in kinds:
        count = counts.get(kind, 0)
        rest = f"source.kind={kind}" if kind else "-has:rests_on"
        link = markup.link(f"record:{narrow(f'topic={topic} {rest}')}", str(count))
        cells.append(link if count else markup.span("small", "0"))
    return cells


def _line(kind: str, cells: Sequence[str], widths: Sequence[str]) -> str:
    return markup.row(
        markup.cell(kind, cell, width=width, align="right" if number else "")
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )


def _by_document(writer: Writer, telling: Telling, rows: Sequence[Row]) -> str:
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        brief = telling.documents.get(row.id)
        documents[brief.id if brief else ""].append(row)
    parts = []
    for members in documents.values():
        brief = telling.documents.get(members[0].id)
        lines = [_row(writer, telling, row) for row in members]
        if brief is not None:
            title = record_link(brief.id, brief.title, "head")
            count = markup.span("small", f" {len(members)}")
            lines.insert(0, markup.row([markup.cell("group", title + count, span=3)]))
        parts.append(markup.table(lines))
    return "".join(parts)


def _row(writer: Writer, telling: Telling, row: Row) -> str:
    kind = markup.span("caps", claims.kind_label(writer, row.id))
    name = record_link(row.id, row.id.partition("/")[2], "mark")
    said = telling.told.get(row.id, ())
    text = markup.span("body", said[0].text if said else str(row.values["title"]))
    text += claims.questioned(writer, row.id) + "".join(writer.mark(one) for one in said)
    about = telling.concerned.get(row.id, ())
    if about:
        of = markup.span("small", writer.translate("Pages", "concerns") + " ")
        text += f"<br/>{of}{writer.links(about, 'small')}"
    return markup.row(
        [
            markup.cell("low", f"{kind}<br/>{name}", width=_WIDTHS[0]),
            markup.cell("row", text, width=_WIDTHS[1]),
            markup.cell("low", _rests_on(writer, telling, row), width=_WIDTHS[2]),
        ]
    )


def _rests_on(writer: Writer, telling: Telling, row: Row) -> str:
    behind = telling.resting.get(row.id, ())
    if not behind:
        return markup.span("small", writer.translate("Pages", "no endnote given"))
    endnote = str(row.values.get("endnotes") or "")
    head = writer.translate("Pages", "endnote {}: ").format(endnote) if endnote else ""
    named = []
    for work in behind:
        # The name says who; the marker is the one way to the work.
        words = f"{wording.who(work)} {values.kind_word(writer, work.kind)}"
        who = markup.span("small", words)
        shown = markup.dimmed(who) if work.outside else who
        named.append(shown + writer.cite((Cite(work),), work.title))
    return markup.span("small", head) + "; ".join(named)
