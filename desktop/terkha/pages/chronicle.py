# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Events by year, oldest first: the date as published, what is reported, by whom, of what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from terkha.pages import markup, values
from terkha.pages.document import Document
from terkha.pages.parts import works
from terkha.pages.parts.timeline import IMPACT
from terkha.pages.telling import Telling
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import wording

if TYPE_CHECKING:
    from terkha_db.catalogue import Row
    from terkha_db.entities import Statement

_YEAR = 4


def build_chronicle(
    telling: Telling, translate: Translate, opened: frozenset[str] = frozenset()
) -> Document:
    """Return the page of events; undated ones stand apart, at the end."""
    writer = telling.writer(translate, opened)
    dated = sorted(
        (row for row in telling.rows if _date(row)), key=lambda row: (_date(row), row.id)
    )
    undated = [row for row in telling.rows if not _date(row)]
    if dated:
        _lead(writer, dated, undated)
    for year, members in groupby(dated, key=lambda row: _date(row)[:_YEAR]):
        _section(writer, telling, f"year-{year}", year, list(members))
    if undated:
        title = translate("Pages", "Undated: the works give no date")
        _section(writer, telling, "undated", title, undated)
    works.write(writer)
    return writer.document()


def _lead(writer: Writer, dated: Sequence[Row], undated: Sequence[Row]) -> None:
    years = [_date(row)[:_YEAR] for row in (dated[0], dated[-1])]
    words = writer.translate("Pages", "{} events from {} to {}").format(len(dated), *years)
    if undated:
        more = writer.translate("Pages", "; {} undated ones at the end").format(len(undated))
        words += more
    writer.add(markup.paragraph("small", markup.text(words, "small"), "gap"))


def _section(
    writer: Writer, telling: Telling, anchor: str, title: str, rows: Sequence[Row]
) -> None:
    lines = [_row(writer, telling, row) for row in rows]
    writer.section(anchor, title, markup.table(lines), len(rows))


def _row(writer: Writer, telling: Telling, row: Row) -> str:
    said = telling.told.get(row.id, ())
    date = values.dated(writer, said[0]) if said else ""
    when = record_link(row.id, date or wording.format_date(_date(row)), "mark")
    if row.values.get("event_kind") == IMPACT:
        words = writer.translate("Pages", "impact or protest")
        when += f"<br/>{markup.span('small', words)}"
    lines = [_said(writer, one) for one in said] or [markup.span("body", str(row.values["title"]))]
    about = telling.concerned.get(row.id, ())
    if about:
        of = markup.span("small", writer.translate("Pages", "concerns") + " ")
        lines.append(of + writer.links(about, "small"))
    return markup.row(
        [
            markup.cell("date", when, width="13%"),
            markup.cell("what", "<br/>".join(lines), width="87%"),
        ]
    )


def _said(writer: Writer, one: Statement) -> str:
    who = markup.span("small", f" {values.who(writer, one)}")
    line = values.shaded(one, markup.span("body", wording.format_value(one)))
    line += who + writer.mark(one)
    return line + (f"<br/>{writer.note(one.note)}" if one.note else "")


def _date(row: Row) -> str:
    return str(row.values.get("date") or "")
