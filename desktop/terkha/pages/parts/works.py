# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The works that a page rests on, numbered as its markers are."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import capped
from terkha.pages.writer import Writer, outside_lens
from terkha_db import wording
from terkha_db.entities import Source
from terkha_db.lens import in_words

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
    note = _inside(writer)
    rows = [_row(writer, number, source) for number, source in shown]
    title = writer.translate("Pages", "Works this page rests on")
    writer.section(ANCHOR, title, note + markup.table(rows) + more, len(numbered))


def _inside(writer: Writer) -> str:
    """Say how many of the works count, and that no other will be cited."""
    if not writer.material.lens.is_on:
        return ""
    works = writer.sources()
    inside = sum(not source.outside for source in works)
    words = writer.translate(
        "Pages", "{} of {} works are inside the lens ({}); only these are cited from here."
    ).format(inside, len(works), in_words(writer.material.lens))
    return markup.paragraph("small", markup.text(words, "small"), "gap")


def _row(writer: Writer, number: int, source: Source) -> str:
    role = "mark-out" if source.outside else "mark"
    mark = markup.link(f"record:{source.id}", f"[{number}]", role)
    words = [values.sentence_case(values.kind_word(writer, source.kind))]
    if source.secondary:
        words.append(writer.translate("Pages", "read as a secondary copy"))
    if source.outside:
        words.append(outside_lens(writer.translate))
    date = wording.format_date(source.date)
    reference = markup.span("body", f"{source.author.rstrip('.')}. {source.title}, {date}. ")
    if source.outside:
        reference = markup.dimmed(reference)
    return markup.row(
        [
            markup.cell("name-low", markup.anchor(f"work-{number}") + mark, width="7%"),
            markup.cell("name", reference + markup.span("small", ", ".join(words))),
        ]
    )
