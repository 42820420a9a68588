# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a commodity: uses, lists it stands on, where on the plateau, its minerals."""

from __future__ import annotations

from terkha.pages import markup, values
from terkha.pages.parts import (
    claims,
    differences,
    facts,
    head,
    names,
    related,
    sites,
    sparks,
    timeline,
)
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of a commodity."""
    symbol = writer.record.facts.get("symbol", "")
    head.write(writer, [wording.format_kind("commodity"), symbol])
    rows = facts.rows_of(writer, ("use",), always=("use",))
    writer.enter(head.TOP, writer.translate("Pages", "Key facts"))
    writer.add(facts.table(rows))
    sparks.write(writer)
    yield
    _criticality(writer)
    of_property(writer, "plateau-summary", writer.translate("Pages", "On the plateau"))
    yield
    differences.write(writer)
    yield
    yield from sites.write(
        writer,
        "sites",
        writer.translate("Pages", "Mines and deposits"),
        ("commodity",),
        "mine",
    )
    yield
    yield from sites.write_figures(writer)
    yield from sites.write(
        writer,
        "ores",
        writer.translate("Pages", "Minerals it is won from"),
        ("ore-of",),
        "mineral",
    )
    yield
    of_property(writer, "ore-mineral", writer.translate("Pages", "Ore minerals"))
    of_property(writer, "related-mineral", writer.translate("Pages", "Related minerals"))
    if writer.record.names:
        names.write(writer)
    timeline.write(writer)
    yield
    claims.write(writer)
    related.write(writer)


def _criticality(writer: Writer) -> None:
    """Write on which lists of critical raw materials the commodity stands."""
    statements = writer.take("criticality")
    if not statements:
        return
    words = (
        (writer.translate("Pages", "List"), "48%"),
        (writer.translate("Pages", "Stands there as"), "18%"),
        (writer.translate("Pages", "Who says so"), "34%"),
    )
    rows = [
        markup.row(
            markup.cell("head", markup.span("head", word), width=width) for word, width in words
        )
    ]
    for one in statements:
        note = f"<br/>{writer.note(one.note)}" if one.note else ""
        name = markup.anchor(one.id) + markup.span("body", one.of)
        status = markup.span("strong", wording.format_value(one)) + note
        rows.append(
            markup.row(
                [
                    markup.cell("row", name, width="48%"),
                    markup.cell("row", status, width="18%"),
                    markup.cell("row", values.who_cell(writer, one), width="34%"),
                ]
            )
        )
    title = writer.translate("Pages", "Critical raw material lists")
    writer.section("criticality", title, markup.table(rows), len(statements))
