# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Figures: every published number, grouped by what is measured, none of them added or averaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from terkha.pages import markup, values
from terkha.pages.document import Section
from terkha.pages.parts import capped
from terkha.pages.writer import COMPARED, Steps, Writer, spread_anchor
from terkha_db import wording
from terkha_db.entities import Spread, Statement

ANCHOR = "figures"
PROPERTIES = (
    "resource",
    "reserve",
    "grade",
    "production",
    "capacity",
    "investment",
    "workforce",
    "area",
)
# Words of a category or standard, as records quote them.
_CATEGORIES = re.compile(
    r"\b(?:measured|indicated|inferred|proved|proven|probable|prospective|identified|in place"
    r"|JORC|NI 43-101|GB/T [\d-]+|33[1-4]\b(?:\+33[1-4])*)",
    re.IGNORECASE,
)
_WIDTHS = ("34%", "24%", "11%", "31%")


def write(writer: Writer, properties: Sequence[str] = PROPERTIES, *, group: bool = True) -> Steps:
    """Write the section; nothing where no figure is recorded."""
    statements = writer.take(*properties)
    if not statements:
        return
    entries = ordered(statements, properties)
    shown, more = capped.cut(writer, ANCHOR, entries)
    section = Section(ANCHOR, writer.translate("Pages", "Figures"), len(entries))
    rows = _rows(writer, shown, group=group)
    yield from writer.tabled(section, _head(writer), rows, after=more)


def _rows(writer: Writer, shown: Sequence[Statement], *, group: bool) -> Iterator[str]:
    for name, members in groupby(shown, key=lambda one: one.property):
        if group:
            yield _group(writer, name)
        for one in members:
            yield _row(writer, one)


def ordered(statements: Sequence[Statement], properties: Sequence[str]) -> list[Statement]:
    """Return figures by property, then by what was measured, the latest first, undated last."""
    things = list(dict.fromkeys((one.property, _thing(one)) for one in statements))
    latest = sorted(statements, key=lambda one: one.as_of, reverse=True)
    return sorted(
        latest,
        key=lambda one: (properties.index(one.property), things.index((one.property, _thing(one)))),
    )


def badge(spread: Spread) -> str:
    """Return the mark for figures that differ: ``≠ 5.78–25.88 Mt``."""
    return f"≠ {span_of(spread)}"


def _badge(writer: Writer, spread: Spread) -> str:
    """Return the mark of figures that differ, as a link to where they stand side by side."""
    thing = f" {markup.span('small', wording.format_thing(spread.commodity))}".rstrip()
    if spread.property in COMPARED:
        mark = markup.text(badge(spread), "disputed")
        return markup.link(f"#{spread_anchor(spread)}", mark, "disputed") + thing
    return markup.span("disputed", badge(spread)) + thing


def category(statement: Statement) -> str:
    """Return the category and standard that the record names for a figure: ``inferred, JORC``."""
    words = f"{statement.of}; {statement.note}"
    found = (word[0] for word in _CATEGORIES.finditer(words))
    return ", ".join(dict.fromkeys(found))


def span_of(spread: Spread) -> str:
    """Return the lowest and the highest of figures that differ, with their unit."""
    return wording.format_value(
        Statement(
            id="",
            record="",
            property=spread.property,
            low=spread.low,
            high=spread.high,
            unit=spread.unit,
            substance=spread.substance,
        )
    )


def label(statement: Statement) -> str:
    """Return what was measured, in words."""
    thing = statement.of or wording.format_thing(statement.commodity)
    return values.sentence_case(thing or wording.format_property(statement.property))


def thing(spread: Spread) -> str:
    """Return of what figures differ: a commodity, or what was weighed (ore)."""
    return wording.format_thing(spread.commodity) or spread.substance


def is_shown(writer: Writer, statement: Statement) -> bool:
    """Tell whether tables show this figure although others of the same thing are published."""
    return statement.id in writer.material.tabled and writer.rivals(statement) > 1


def _thing(statement: Statement) -> str:
    return statement.commodity or statement.of


def _head(writer: Writer) -> str:
    words = (
        writer.translate("Pages", "What"),
        writer.translate("Pages", "Value"),
        writer.translate("Pages", "As of"),
        writer.translate("Pages", "Who says so"),
    )
    return markup.row(
        markup.cell(
            "head", markup.span("head", word), width=width, align="right" if number == 1 else ""
        )
        for number, (word, width) in enumerate(zip(words, _WIDTHS, strict=True))
    )


def _group(writer: Writer, name: str) -> str:
    title = markup.span("head", writer.translate("Vocabulary", wording.format_property(name)))
    spreads = [spread for spread in writer.record.spreads if spread.property == name]
    marks = [_badge(writer, spread) for spread in spreads]
    inside = f"{title}{markup.NBSP * 3}{(markup.NBSP * 3).join(marks)}"
    return markup.row([markup.cell("group", markup.anchor(f"figures-{name}") + inside, span=4)])


def _row(writer: Writer, statement: Statement) -> str:
    chosen = is_shown(writer, statement)
    tint = "chosen-row" if chosen else "row"
    low = "chosen-low" if chosen else "low"
    shown = values.shaded(statement, markup.span("body", label(statement)))
    what = markup.anchor(statement.id) + shown
    for words in _remarks(writer, statement):
        what += f"<br/>{writer.note(words)}"
    number = values.shaded(statement, markup.span("strong", wording.format_value(statement)))
    if chosen:
        number += f"<br/>{markup.span('mark', writer.translate('Pages', 'shown in tables'))}"
    date = markup.span("small", values.dated(writer, statement) or wording.UNDATED)
    return markup.row(
        [
            markup.cell(tint, what, width=_WIDTHS[0]),
            markup.cell(tint, number, width=_WIDTHS[1], align="right"),
            markup.cell(low, date, width=_WIDTHS[2]),
            markup.cell(tint, values.who_cell(writer, statement), width=_WIDTHS[3]),
        ]
    )


def _remarks(writer: Writer, statement: Statement) -> list[str]:
    """Return what qualifies a figure: original, edition, note, reason of the choice."""
    words = []
    if statement.original:
        words.append(writer.translate("Pages", "published as {}").format(statement.original))
    if statement.edition:
        words.append(statement.edition)
    if statement.rank == "superseded":
        words.append(writer.translate("Pages", "superseded by a later edition"))
    if statement.note:
        words.append(statement.note)
    if is_shown(writer, statement):
        words.append(writer.translate("Pages", "Reason: {}").format(statement.reason))
    return words
