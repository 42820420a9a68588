# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where one record is named by others: sites of a commodity, mineral or place, with the source."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.document import Section
from terkha.pages.parts import capped, figures, organisations
from terkha.pages.writer import Steps, Writer
from terkha_db import wording
from terkha_db.entities import Brief, Statement
from terkha_db.vocabulary import ROLES

_ROLES = {choice.id: choice.label for choice in ROLES}
_BETWEEN = " · "  # parts of a summary
_WIDTHS = ("30%", "38%", "32%")


def write(writer: Writer, anchor: str, title: str, properties: Sequence[str], kind: str) -> Steps:
    """Write the records of ``kind`` that name this one under one of ``properties``."""
    found = _once(writer, properties, kind)
    if not found:
        return
    shown, more = capped.cut(writer, anchor, found)
    words = (
        writer.translate("Vocabulary", wording.format_kind(kind)),
        writer.translate("Pages", "What is said of it"),
        writer.translate("Pages", "Who says so"),
    )
    head = markup.row(
        markup.cell("head", markup.span("head", word), width=width)
        for word, width in zip(words, _WIDTHS, strict=True)
    )
    rows = (_row(writer, one) for one in shown)
    yield from writer.tabled(Section(anchor, title, len(found)), head, rows, after=more)


def write_figures(writer: Writer) -> Steps:
    """Write the published figures of a commodity, site by site."""
    measured = writer.material.measured
    found = [one for one in measured if one.value is not None or one.low is not None]
    if not found:
        return
    found.sort(key=lambda one: organisations.title_of(writer, one.record).casefold())
    anchor = "published"
    shown, more = capped.cut(writer, anchor, found)
    title = writer.translate("Pages", "Published figures")
    words = writer.translate(
        "Pages",
        "Resources and reserves by site, as published. Dates, categories and licence areas"
        " differ: do not add.",
    )
    note = markup.paragraph("small", markup.text(words, "small"))
    rows = (_figure(writer, one) for one in shown)
    section = Section(anchor, title, len(found))
    yield from writer.tabled(section, _figures_head(writer), rows, before=note, after=more)


def _once(writer: Writer, properties: Sequence[str], kind: str) -> list[Statement]:
    """Return the first statement of each record, by title."""
    found: dict[str, Statement] = {}
    for one in writer.material.mentions:
        if one.property in properties and one.record.startswith(f"{kind}/"):
            found.setdefault(one.record, one)
    return sorted(
        found.values(), key=lambda one: organisations.title_of(writer, one.record).casefold()
    )


def _row(writer: Writer, statement: Statement) -> str:
    brief = writer.material.briefs.get(statement.record)
    name = markup.wrap("body", organisations.subject(writer, statement))
    if brief is not None and brief.second:
        name += f" {markup.span('body', brief.second)}"
    words = [_ROLES.get(statement.role, ""), statement.form, statement.note]
    said = _BETWEEN.join(filter(None, (", ".join(filter(None, words)), _summary(writer, brief))))
    return markup.row(
        [
            markup.cell("row", name, width=_WIDTHS[0]),
            markup.cell("low", writer.note(said), width=_WIDTHS[1]),
            markup.cell("row", values.who_cell(writer, statement), width=_WIDTHS[2]),
        ]
    )


def _summary(writer: Writer, brief: Brief | None) -> str:
    """Return a record in short, without what names the record whose page this is."""
    parts = brief.summary.split(_BETWEEN) if brief else []
    title = writer.record.title
    return _BETWEEN.join(part for part in parts if title not in (part, *part.split(", ")))


def _figures_head(writer: Writer) -> str:
    words = (
        (writer.translate("Pages", "Site"), "30%", ""),
        (writer.translate("Pages", "What"), "16%", ""),
        (writer.translate("Pages", "Value"), "18%", "right"),
        (writer.translate("Pages", "As of"), "11%", ""),
        (writer.translate("Pages", "Who says so"), "25%", ""),
    )
    return markup.row(
        markup.cell("head", markup.span("head", word), width=width, align=align)
        for word, width, align in words
    )


def _figure(writer: Writer, statement: Statement) -> str:
    what = wording.format_property(statement.property).lower()
    thing = figures.label(statement)
    note = (
        f"<br/>{writer.note(thing)}" if thing.casefold() != writer.record.title.casefold() else ""
    )
    name = markup.wrap("body", organisations.subject(writer, statement))
    return markup.row(
        [
            markup.cell("row", name + note, width="30%"),
            markup.cell("low", markup.span("small", what), width="16%"),
            markup.cell(
                "row",
                values.shaded(statement, markup.span("strong", wording.format_value(statement))),
                width="18%",
                align="right",
            ),
            markup.cell(
                "low",
                markup.span("small", values.dated(writer, statement) or wording.UNDATED),
                width="11%",
            ),
            markup.cell("row", values.who_cell(writer, statement), width="25%"),
        ]
    )
