# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Sums as a page: each total with what it covers, or why there is none, and the figures behind."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.document import Document
from terkha.pages.material import Material
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import wording
from terkha_db.adding import Refusal
from terkha_db.entities import Record, Statement
from terkha_db.sums import Added

_WIDTHS = ("30%", "25%", "15%", "30%")


def build_added(
    added: Sequence[Added], title: str, link: str, today: str, translate: Translate
) -> Document:
    """Return the page; ``title`` says of what, ``link`` leads to where it was asked."""
    record = Record(link, "page", title, "", "", "", {})
    writer = Writer(Material(record, today=today), translate)
    for number, one in enumerate(added):
        body = _answer(writer, one) + _figures(writer, one)
        writer.section(f"sum-{number}", one.label, body)
    if not added:
        words = translate("Pages", "There is no column of numbers to add up.")
        writer.add(markup.paragraph("body", markup.text(words), "gap"))
    return writer.document()


def _answer(writer: Writer, added: Added) -> str:
    counted = markup.span("small", added.counted())
    if isinstance(added.answer, Refusal):
        head = markup.span("strong", writer.translate("Pages", "Not added."))
        words = f"{head} {markup.text(added.answer.reason)}"
    else:
        value = wording.format_value(added.answer.sum)
        rest = added.answer.in_words().removeprefix(value).removeprefix(": ")
        words = f"{markup.span('value', value)} {markup.text(values.sentence_case(rest))}"
    return markup.paragraph("body", words, "item") + markup.paragraph("small", counted)


def _figures(writer: Writer, added: Added) -> str:
    """Return the figures behind a sum, or those that stand in its way."""
    refused = isinstance(added.answer, Refusal)
    shown = added.answer.statements if refused else added.statements
    titles = dict(zip((one.record for one in added.statements), added.titles, strict=True))
    lines = [_line(writer, one, titles.get(one.record, one.record)) for one in shown]
    return markup.table(lines) if lines else ""


def _line(writer: Writer, one: Statement, title: str) -> str:
    what = markup.span("body", wording.format_value(one))
    if one.of or one.note:
        what += f"<br/>{writer.note('; '.join(filter(None, (one.of, one.note))))}"
    date = values.dated(writer, one) or wording.UNDATED
    link = record_link(f"{one.record}#{one.id}", title)
    return markup.row(
        [
            markup.cell("row", link, width=_WIDTHS[0]),
            markup.cell("row", what, width=_WIDTHS[1]),
            markup.cell("low", markup.span("small", date), width=_WIDTHS[2]),
            markup.cell("row", values.who_cell(writer, one), width=_WIDTHS[3]),
        ]
    )
