# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a data series: what it measures, by which rule, every value with its source."""

from __future__ import annotations

from dataclasses import replace

from terkha.charted import chart_of
from terkha.pages import markup, values
from terkha.pages.parts import capped, facts, head, related, sparks
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Steps, Writer, record_link
from terkha_db import wording
from terkha_db.entities import Statement

FIELDS = (
    ("measure", "Measure"),
    ("area", "Area"),
    ("commodity", "Commodity"),
    ("unit", "Unit"),
    ("substance", "Substance"),
    ("rule", "Rule"),
)
_WIDTHS = ("16%", "22%", "27%", "35%")


def write(writer: Writer) -> Steps:
    """Write the page of a series."""
    record = writer.record
    head.write(writer, [wording.format_kind("series"), record.facts.get("area", "")])
    rows = [
        facts.row(writer.translate("Series", label), _fact(writer, name))
        for name, label in FIELDS
        if record.facts.get(name)
    ]
    trend = sparks.trend_of([one for one in record.statements if one.property == "observation"])
    if trend is not None:
        known = (record.facts.get(name, "") for name in ("measure", "area", "commodity"))
        shown = sparks.shown(writer, trend, chart_of(*known))
        rows.append(facts.row(writer.translate("Series", "Over time"), shown))
    writer.enter(head.TOP, writer.translate("Pages", "Key facts"))
    writer.add(facts.table(rows))
    yield
    _values(writer)
    yield
    of_property(writer, "finding", writer.translate("Pages", "On checking"))
    related.write(writer)


def _fact(writer: Writer, name: str) -> str:
    """Return one field of the series; its commodity as a link."""
    value = writer.record.facts[name]
    if name == "commodity":
        return record_link(f"commodity/{value}", value)
    shown = {"unit": wording.format_unit, "substance": wording.format_substance}.get(name, str)
    return writer.note(shown(value), "body")


def _values(writer: Writer) -> None:
    statements = writer.take("observation")
    if not statements:
        return
    shown, more = capped.cut(writer, "values", statements)
    words = (
        writer.translate("Pages", "Year or category"),
        writer.translate("Pages", "Value"),
        writer.translate("Pages", "Edition and notes"),
        writer.translate("Pages", "Who says so"),
    )
    head_row = markup.row(
        markup.cell(
            "head", markup.span("head", word), width=width, align="right" if number == 1 else ""
        )
        for number, (word, width) in enumerate(zip(words, _WIDTHS, strict=True))
    )
    rows = [head_row, *(_row(writer, one) for one in shown)]
    title = writer.translate("Pages", "Values")
    writer.section("values", title, markup.table(rows) + more, len(statements))


def _row(writer: Writer, statement: Statement) -> str:
    when = statement.of or values.dated(writer, statement) or wording.UNDATED
    remarks = [statement.edition, statement.note]
    if statement.rank == "superseded":
        remarks.append(writer.translate("Pages", "superseded by a later edition"))
    # What all values of the series measure stands once, among its key facts.
    common = statement.substance == writer.record.facts.get("substance")
    shown = replace(statement, substance="") if common else statement
    number = markup.span("strong", wording.format_value(shown))
    return markup.row(
        [
            markup.cell(
                "row",
                markup.anchor(statement.id) + markup.span("body", when),
                width=_WIDTHS[0],
            ),
            markup.cell("row", number, width=_WIDTHS[1], align="right"),
            markup.cell("low", writer.note("; ".join(filter(None, remarks))), width=_WIDTHS[2]),
            markup.cell("row", values.who_cell(writer, statement), width=_WIDTHS[3]),
        ]
    )
