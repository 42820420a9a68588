# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Organisations: in which role, with which share, when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import capped
from terkha.pages.writer import Writer, record_link
from terkha_db import wording
from terkha_db.entities import Brief, Statement

ANCHOR = "organisations"
ROLES = ("operator", "owner", "contractor")
_WIDTHS = ("30%", "15%", "12%", "12%", "31%")


def write(writer: Writer) -> None:
    """Write who owns and runs the site; nothing where nobody is named."""
    statements = [one for role in ROLES for one in latest_first(writer.take(role))]
    if not statements:
        return
    rows = [_row(writer, one, values.value(writer, _bare(one))) for one in statements]
    title = writer.translate("Pages", "Organisations")
    first = writer.translate("Pages", "Organisation")
    body = markup.table([_head(writer, first), *rows])
    named = [brief for one in statements for brief in one.records]
    chain = _chain(writer, named, {writer.record.id})
    if chain:
        words = writer.translate("Pages", "Who owns them, company by company")
        body += markup.heading(3, "head", markup.text(words, "head"), "sub") + _chain_table(
            writer, chain
        )
    writer.section(ANCHOR, title, body, len(rows))


def write_owners(writer: Writer) -> None:
    """Write who owns an organisation, and who owns those owners in turn."""
    own = latest_first(writer.take("owner"))
    if not own:
        return
    chain: list[tuple[int, Statement]] = []
    met = {writer.record.id}
    for one in own:
        chain.append((0, one))
        chain += _chain(writer, one.records, met, 1)
    title = writer.translate("Pages", "Who owns it")
    writer.section("owners", title, _chain_table(writer, chain), len(own))


def _chain(
    writer: Writer, companies: Sequence[Brief], met: set[str], level: int = 0
) -> list[tuple[int, Statement]]:
    """Return the owners of companies, each followed by its own owners, with their depth.

    ``met`` are the companies whose owners are told already: some own each other.
    """
    found: list[tuple[int, Statement]] = []
    for company in companies:
        if company.id in met:
            continue
        met.add(company.id)
        for one in latest_first(writer.material.owners.get(company.id, ())):
            found.append((level, one))
            found += _chain(writer, one.records, met, level + 1)
    return found


def _chain_table(writer: Writer, chain: Sequence[tuple[int, Statement]]) -> str:
    """Return owner by owner: who, of which company, share, date and who says so."""
    rows = []
    for level, one in chain:
        company = record_link(one.record, title_of(writer, one.record), "small")
        step = f"{markup.NBSP * 5 * (level - 1)}→{markup.NBSP}" if level else ""
        name = f"{step}{values.value(writer, _bare(one))}"
        rows.append(_row(writer, one, name, third=company))
    heads = (
        writer.translate("Pages", "Owner"),
        writer.translate("Pages", "Of"),
    )
    return markup.table([_head(writer, *heads), *rows])


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
    _write_through(writer)


def _write_through(writer: Writer) -> None:
    """Write the sites of the companies that the organisation owns, with the company's name."""
    told = {(one.record, one.id) for one in writer.material.mentions}
    held = [one for one in writer.material.held if (one.record, one.id) not in told]
    found = latest_first(held)
    found.sort(key=lambda one: title_of(writer, one.record).casefold())
    if not found:
        return
    shown, more = capped.cut(writer, "through", found)
    rows = [
        _row(
            writer,
            one,
            subject(writer, one),
            third=_role(writer, one) + ", " + writer.links(one.records, "small"),
        )
        for one in shown
    ]
    head = _head(writer, wording.format_kind("mine"), writer.translate("Pages", "Through"))
    title = writer.translate("Pages", "Sites of companies it owns")
    writer.section("through", title, markup.table([head, *rows]) + more, len(found))


def latest_first(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements with the latest date first and undated ones last."""
    return sorted(statements, key=lambda one: one.as_of, reverse=True)


def title_of(writer: Writer, record_id: str) -> str:
    """Return the title of a record that says something about this one."""
    if record_id == writer.record.id:
        return writer.record.title
    brief = writer.material.briefs.get(record_id)
    return brief.title if brief else record_id


def subject(writer: Writer, statement: Statement) -> str:
    """Return the record that a statement belongs to, as a link to that very statement."""
    return record_link(f"{statement.record}#{statement.id}", title_of(writer, statement.record))


def _bare(statement: Statement) -> Statement:
    """Return a statement without its share, which has a column of its own."""
    from dataclasses import replace

    return replace(statement, share=None)


def _head(writer: Writer, first: str, second: str = "") -> str:
    words = (
        first,
        second or writer.translate("Pages", "Role"),
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


def _role(writer: Writer, statement: Statement) -> str:
    role = writer.translate("Vocabulary", wording.format_property(statement.property)).lower()
    return markup.span("body", role)


def _row(writer: Writer, statement: Statement, first: str, *, third: str = "") -> str:
    """Return a row; ``third`` stands in the place of the role."""
    name = markup.anchor(statement.id) + values.shaded(statement, markup.wrap("body", first))
    if statement.note:
        name += f"<br/>{writer.note(statement.note)}"
    if statement.share is None:
        share, low = markup.span("small", writer.translate("Pages", "not given")), "low"
    else:
        number = wording.format_number(statement.share)
        size = markup.span("body", f"{number}{wording.SPACE}%")
        share, low = values.shaded(statement, size), "row"
    date = values.dated(writer, statement) or wording.UNDATED
    return markup.row(
        [
            markup.cell("row", name, width=_WIDTHS[0]),
            markup.cell("row", third or _role(writer, statement), width=_WIDTHS[1]),
            markup.cell(low, share, width=_WIDTHS[2], align="right"),
            markup.cell("low", markup.span("small", date), width=_WIDTHS[3]),
            markup.cell("row", values.who_cell(writer, statement), width=_WIDTHS[4]),
        ]
    )
