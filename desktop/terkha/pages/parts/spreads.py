# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Figures of one thing that differ: lowest, shown in tables and highest, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import figures
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.entities import Spread, Statement
from terkha_db.vocabulary import UNIT_BY_ID

# Figures of other properties differ by year, part or product as a matter of course.
_COMPARED = ("resource", "reserve")
_NEARLY = 1e-6  # floats that went through a unit's factor


def blocks(writer: Writer) -> list[str]:
    """Return one block for each resource or reserve of which figures differ."""
    found = [one for one in writer.record.spreads if one.property in _COMPARED]
    return [block for block in (_block(writer, spread) for spread in found) if block]


def side(html: str, number: int, of: int) -> str:
    """Return one side of a dispute as a cell; a hairline parts it from the side before."""
    width = 100 // of if number else 100 - (of - 1) * (100 // of)
    return markup.cell("differ-next" if number else "differ", html, width=f"{width}%")


def _block(writer: Writer, spread: Spread) -> str:
    within = [one for one in writer.record.statements if _is_within(one, spread)]
    chosen = _outstanding(within)
    if len(chosen) < 2:
        return ""
    width = len(chosen)
    cells = [_cell(writer, one, number, width) for number, one in enumerate(chosen)]
    foot = markup.cell("differ-foot", _foot(writer, spread, within), span=width)
    head = markup.cell("differ-top", markup.span("disputed", _head(writer, spread)), span=width)
    return markup.table([markup.row([head]), markup.row(cells), markup.row([foot])], kind="after")


def _head(writer: Writer, spread: Spread) -> str:
    label = writer.translate("Vocabulary", wording.format_property(spread.property))
    named = values.sentence_case(f"{figures.slug(spread.commodity)} {label.lower()}".strip())
    words = writer.translate("Pages", "≠ {}: {} figures, {}")
    return words.format(named, spread.count, figures.span_of(spread))


def _foot(writer: Writer, spread: Spread, within: Sequence[Statement]) -> str:
    shown = next((one for one in within if one.rank == "preferred" and one.reason), None)
    if shown is None:
        head, reason = writer.translate("Pages", "No figure is preferred."), ""
    else:
        value = wording.format_value(shown)
        head = writer.translate("Pages", "Tables show {}.").format(value)
        reason = writer.translate("Pages", "Reason: {}.").format(shown.reason.rstrip("."))
    words = writer.translate("Pages", "All figures")
    every = markup.link(f"#figures-{spread.property}", markup.text(words), "mark")
    return f"{markup.span('strong', head)} {markup.span('body', reason)} {every}"


def _is_within(statement: Statement, spread: Spread) -> bool:
    if (statement.property, statement.commodity, statement.substance) != (
        spread.property,
        spread.commodity,
        spread.substance,
    ):
        return False
    unit = UNIT_BY_ID.get(statement.unit)
    if unit is None or unit.base != spread.unit or statement.rank == "superseded":
        return False
    size = _size(statement) * unit.factor
    return spread.low * (1 - _NEARLY) <= size <= spread.high * (1 + _NEARLY)


def _outstanding(statements: Sequence[Statement]) -> list[Statement]:
    """Return lowest, shown and highest, each once, lowest first."""
    if not statements:
        return []
    order = sorted(statements, key=_size)
    shown = [one for one in order if one.rank == "preferred"][:1]
    return list(dict.fromkeys(sorted([order[0], *shown, order[-1]], key=_size)))


def _size(statement: Statement) -> float:
    given = (statement.value, statement.high, statement.low, 0.0)
    return next(number for number in given if number is not None)


def _cell(writer: Writer, statement: Statement, number: int, of: int) -> str:
    date = values.dated(statement) or wording.UNDATED
    lines = [markup.span("value", wording.format_value(statement))]
    if statement.cites:
        source = statement.cites[0].source
        lines.insert(0, markup.span("caps", values.kind_word(writer, source.kind)))
        date = f"{source.author}, {date}"
    lines.append(markup.span("body", date) + writer.mark(statement))
    covers = statement.note or (statement.of if statement.of != statement.commodity else "")
    if covers:
        lines.append(writer.note(covers))
    return side("<br/>".join(lines), number, of)
