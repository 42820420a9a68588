# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Organisations: in which role, with which share, when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import capped
from terkha.pages.writer import Writer, record_link
from terkha_db import wording
from terkha_db.entities import Statement

ANCHOR = "organisations"
ROLES = ("operator", "owner", "contractor")
_WIDTHS = ("32%", "12%", "10%", "12%", "34%")


def write(writer: Writer) -> None:
    """Write who owns and runs the site; nothing where nobody is named."""
    statements = [one for role in ROLES for one in latest_first(writer.take(role))]
    if not statements:
        return
    rows = [_row(writer, one, values.value(writer, _bare(one))) for one in statements]
    title = writer.translate("Pages", "Organisations")
    first = writer.translate("Pages", "Organisation")
    writer.section(ANCHOR, title, markup.table([_head(writer, first), *rows]), len(rows))


def write_holdings(writer: Writer) -> None:
    """Write what an organisation owns, runs or works at, as the records of those sites say."""
    mentions = [one for one in writer.material.mentions if one.property in ROLES]
    for anchor, title, kind in (
        ("holdings", writer.translate("Pages", "Mines and sites"), "mine"),
        ("companies", writer.translate("Pages", "Companies it owns"), "organisation"),
    ):
        found = [one for one in latest_first(mentions) if one.record.startswith(f"{kind}/")]
        found.sort(key=lambda one: title_of(writer, one.record).casefold())
        if not found:
            continue
        shown, more = capped.cut(writer, anchor, found)
        rows = [_row(writer, one, subject(writer, one)) for one in shown]
        head = _head(writer, wording.format_kind(kind))
        writer.section(anchor, title, markup.table([head, *rows]) + more, len(found))


def latest_first(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements with the latest date first and undated ones last."""
    return sorted(statements, key=lambda one: one.as_of, reverse=True)


def title_of(writer: Writer, record_id: str) -> str:
    """Return the title of a record that says something about this one."""
    brief = writer.material.briefs.get(record_id)
    return brief.title if brief else record_id


def subject(writer: Writer, statement: Statement) -> str:
    """Return the record that a statement belongs to, as a link to that very statement."""
    return record_link(f"{statement.record}#{statement.id}", title_of(writer, statement.record))


def _bare(statement: Statement) -> Statement:
    """Return a statement without its share, which has a column of its own."""
    from dataclasses import replace

    return replace(statement, share=None)


def _head(writer: Writer, first: str) -> str:
    words = (
        first,
        writer.translate("Pages", "Role"),
        writer.translate("Pages", "Share"),
        writer.translate("Pages", "As of"),
        writer.translate("Pages", "Who says so"),
    )
    return markup.row(
        markup.cell(
            "head", markup.span("head", word), width=width, align="right" if number == 2 else ""
        )
        for number, (word, width) in enumerate(zip(words, _WIDTHS, strict=True))
    )


def _row(writer: Writer, statement: Statement, first: str) -> str:
    name = markup.anchor(statement.id) + markup.wrap("body", first)
    if statement.note:
        name += f"<br/>{writer.note(statement.note)}"
    if statement.share is None:
        share, low = markup.span("small", writer.translate("Pages", "not given")), "low"
    else:
        number = wording.format_number(statement.share)
        share, low = markup.span("body", f"{number}{wording.SPACE}%"), "row"
    role = writer.translate("Vocabulary", wording.format_property(statement.property)).lower()
    date = values.dated(statement) or wording.UNDATED
    return markup.row(
        [
            markup.cell("row", name, width=_WIDTHS[0]),
            markup.cell("row", markup.span("body", role), width=_WIDTHS[1]),
            markup.cell(low, share, width=_WIDTHS[2], align="right"),
            markup.cell("low", markup.span("small", date), width=_WIDTHS[3]),
            markup.cell("row", values.who_cell(writer, statement), width=_WIDTHS[4]),
        ]
    )
