# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Everything that rests on one work: statements by record, then events, claims and disputes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from terkha.pages import markup
from terkha.pages.parts import capped, facts
from terkha.pages.writer import Writer, outside_lens, record_link
from terkha_db import wording
from terkha_db.entities import Brief, Statement
from terkha_db.vocabulary import KINDS

_SENTENCES = ("claim", "event")  # kinds whose titles are sentences
_WIDTHS = ("24%", "20%", "38%", "18%")


def write(writer: Writer, *, without: Collection[str] = ()) -> None:
    """Write the sections; records named in ``without`` are shown elsewhere on the page."""
    entries = writer.material.supports
    statements = [one for one in entries if isinstance(one, Statement)]
    statements = [one for one in statements if _counts(one, without)]
    briefs = [one for one in entries if isinstance(one, Brief)]
    briefs = [one for one in briefs if one.id not in without and one.kind != "dispute"]
    if not statements and not briefs and not without:
        title = writer.translate("Pages", "What rests on it")
        words = writer.translate("Pages", "Nothing in this edition rests on this work.")
        writer.section("statements", title, markup.paragraph("body", markup.text(words)), 0)
    if statements:
        _statements(writer, statements)
    if briefs:
        _briefs(writer, briefs)


def _counts(statement: Statement, without: Collection[str]) -> bool:
    """Leave out claims and events, which are listed by themselves, and their endnotes."""
    return statement.record not in without and statement.property not in ("claim", "occurrence")


def _statements(writer: Writer, statements: Sequence[Statement]) -> None:
    shown, more = capped.cut(writer, "statements", statements)
    words = (
        writer.translate("Pages", "Record"),
        writer.translate("Pages", "What"),
        writer.translate("Pages", "It says"),
        writer.translate("Pages", "Where in the work"),
    )
    head = markup.row(
        markup.cell("head", markup.span("head", word), width=width)
        for word, width in zip(words, _WIDTHS, strict=True)
    )
    last, rows = "", [head]
    for one in shown:
        rows.append(_row(writer, one, first=one.record != last))
        last = one.record
    title = writer.translate("Pages", "Statements that rest on it")
    writer.section("statements", title, markup.table(rows) + more, len(statements))


def _row(writer: Writer, statement: Statement, *, first: bool) -> str:
    brief = writer.material.briefs.get(statement.record)
    title = brief.title if brief else statement.record
    name = record_link(statement.record, title) if first else ""
    what = wording.format_property(statement.property)
    if statement.of and statement.of.casefold() != what.casefold():
        what += f", {statement.of}"
    date = wording.format_date(statement.as_of) if statement.as_of else ""
    value = record_link(f"{statement.record}#{statement.id}", wording.format_value(statement)) + (
        f" {markup.span('small', date)}" if date else ""
    )
    if statement.outside:
        value += markup.span("small", f" {outside_lens(writer.translate)}")
    places = [
        cite.locator for cite in statement.cites
        if cite.source.id == writer.record.id and cite.locator
    ]  # fmt: skip
    if statement.scope == "record":
        places.append(writer.translate("Pages", "the record as a whole"))
    where = ", ".join(places) or writer.translate("Pages", "place not recorded")
    return markup.row(
        [
            markup.cell("row", name, width=_WIDTHS[0]),
            markup.cell("low", markup.span("small", what), width=_WIDTHS[1]),
            markup.cell("row", value, width=_WIDTHS[2]),
            markup.cell("low", markup.span("small", where), width=_WIDTHS[3]),
        ]
    )


def _briefs(writer: Writer, briefs: Sequence[Brief]) -> None:
    """Write the records that rest on the work otherwise: by a name, or as a claim's endnote."""
    rows = []
    for kind in KINDS:
        found = [one for one in briefs if one.kind == kind.id]
        if found:
            anchor = f"rests-{kind.id}"
            shown, more = capped.cut(writer, anchor, found)
            between = "<br/>" if kind.id in _SENTENCES else ", "
            links = between.join(writer.link(one) for one in shown)
            label = writer.translate("Vocabulary", kind.plural)
            rows.append(facts.row(label, markup.wrap("body", links) + more))
    title = writer.translate("Pages", "Other records")
    writer.section("named", title, facts.table(rows), len(briefs))
