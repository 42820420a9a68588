# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The works that a page rests on, numbered as its markers are."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import capped
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.entities import Source

ANCHOR = "works"


def write(writer: Writer) -> None:
    """Write the list; works that stand behind the record but no value of it come last."""
    for source in writer.record.works:
        if source.id != writer.record.id:
            writer.number(source)
    numbered = list(enumerate(writer.sources(), start=1))
    if not numbered:
        return
    shown, more = capped.cut(writer, ANCHOR, numbered)
    rows = [_row(writer, number, source) for number, source in shown]
    title = writer.translate("Pages", "Works this page rests on")
    writer.section(ANCHOR, title, markup.table(rows) + more, len(numbered))


def _row(writer: Writer, number: int, source: Source) -> str:
    mark = markup.link(f"record:{source.id}", f"[{number}]", "mark")
    words = [values.sentence_case(values.kind_word(writer, source.kind))]
    if source.secondary:
        words.append(writer.translate("Pages", "read as a secondary copy"))
    date = wording.format_date(source.date)
    reference = markup.span("body", f"{source.author.rstrip('.')}. {source.title}, {date}. ")
    return markup.row(
        [
            markup.cell("name-low", markup.anchor(f"work-{number}") + mark, width="5%"),
            markup.cell("name", reference + markup.span("small", ", ".join(words))),
        ]
    )
