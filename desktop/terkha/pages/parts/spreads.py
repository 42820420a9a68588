# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Figures of one thing that differ: all of them in order of date, on one scale, none averaged."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.parts import figures
from terkha.pages.writer import COMPARED, Writer, spread_anchor
from terkha_db import wording
from terkha_db.entities import Spread, Statement
from terkha_db.vocabulary import UNIT_BY_ID

_NEARLY = 1e-6  # floats that went through a unit's factor
_WIDTHS = ("13%", "19%", "21%", "22%", "25%")
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_MORE = ("more than", "over", "at least", "above", "exceeding")


def blocks(writer: Writer) -> list[str]:
    """Return one block for each resource or reserve of which figures differ."""
    found = [one for one in writer.record.spreads if one.property in COMPARED]
    found.sort(key=lambda one: (COMPARED.index(one.property), -one.count))
    return [block for block in (_block(writer, spread) for spread in found) if block]


def side(html: str, number: int, of: int) -> str:
    """Return one side of a dispute as a cell; a hairline parts it from the side before."""
    width = 100 // of if number else 100 - (of - 1) * (100 // of)
    return markup.cell("differ-next" if number else "differ", html, width=f"{width}%")


def _block(writer: Writer, spread: Spread) -> str:
    within = within_of(writer, spread)
    if len(within) < 2:
        return ""
    within.sort(key=lambda one: one.as_of)
    most = _round_up(max(map(_size, within)))
    wide = len(_WIDTHS)
    words = _head(writer, spread, within)
    title = markup.anchor(spread_anchor(spread)) + markup.span("disputed", words)
    rows = [markup.row([markup.cell("differ-top", title, span=wide)]), _columns(writer, within)]
    rows += [_row(writer, one, most) for one in within]
    feet = (_why(writer, within), _shown(writer, within), _told(writer, spread))
    rows += [markup.row([markup.cell("differ-foot", one, span=wide)]) for one in feet if one]
    return markup.table(rows, kind="after")


def _head(writer: Writer, spread: Spread, within: Sequence[Statement]) -> str:
    label = writer.translate("Vocabulary", wording.format_property(spread.property))
    named = values.sentence_case(f"{figures.thing(spread)} {label.lower()}".strip())
    words = writer.translate("Pages", "≠ {}: {} figures, {}")
    return words.format(named, spread.count, figures.span_of(spread)) + inside(writer, within)


def within_of(writer: Writer, spread: Spread) -> list[Statement]:
    """Return the figures of the record that a spread is made of."""
    return [one for one in writer.record.statements if _is_within(one, spread)]


def inside(writer: Writer, within: Sequence[Statement]) -> str:
    """Say how many of the figures the lens lets count."""
    if not writer.material.lens.is_on:
        return ""
    inside = sum(not one.outside for one in within)
    return writer.translate("Pages", "; {} of {} inside the lens").format(inside, len(within))


def _columns(writer: Writer, within: Sequence[Statement]) -> str:
    words = (
        (writer.translate("Pages", "As of"), ""),
        (writer.translate("Pages", "Value"), "right"),
        (writer.translate("Pages", "What it covers"), ""),
        (writer.translate("Pages", "Who says so"), ""),
        (_scale(writer, within), ""),
    )
    return markup.row(
        markup.cell("head", markup.span("head", word), width=width, align=align)
        for (word, align), width in zip(words, _WIDTHS, strict=True)
    )


def _scale(writer: Writer, within: Sequence[Statement]) -> str:
    """Return what the strips measure: from zero to a round number beyond the largest figure."""
    most = _round_up(max(map(_size, within)))
    base = UNIT_BY_ID[within[0].unit].base
    end = Statement("", "", "", value=most, unit=base)
    return writer.translate("Pages", "From 0 to {}").format(wording.format_value(end))


def _row(writer: Writer, statement: Statement, most: float) -> str:
    chosen = figures.is_shown(writer, statement)
    tint = "chosen-" if chosen else ""
    date = markup.span("small", values.dated(writer, statement) or wording.UNDATED)
    if chosen:
        date += f"<br/>{markup.span('mark', writer.translate('Pages', 'shown in tables'))}"
    size = markup.span("strong", wording.format_value(statement))
    number = [values.shaded(statement, size)]
    if statement.original:
        words = writer.translate("Pages", "published as {}").format(statement.original)
        number.append(markup.span("small", words))
    category = figures.category(statement) or writer.translate("Pages", "category not stated")
    number.append(markup.span("small", category))
    outside = "outside-" if statement.outside else ""
    strip = markup.image(f"strip:{_size(statement) / most:.4f}:{outside}{_shape(statement)}")
    return markup.row(
        [
            markup.cell(f"{tint}low", date, width=_WIDTHS[0]),
            markup.cell(f"{tint}row", "<br/>".join(number), width=_WIDTHS[1], align="right"),
            markup.cell(f"{tint}row", _covers(writer, statement), width=_WIDTHS[2]),
            markup.cell(f"{tint}row", values.who_cell(writer, statement), width=_WIDTHS[3]),
            markup.cell(f"{tint}low", strip, width=_WIDTHS[4]),
        ]
    )


def _covers(writer: Writer, statement: Statement) -> str:
    lines = [values.shaded(statement, markup.span("body", figures.label(statement)))]
    if statement.note:
        lines.append(writer.note(statement.note))
    return "<br/>".join(lines)


def _why(writer: Writer, within: Sequence[Statement]) -> str:
    """Say in which ways the figures are not alike; the catalogue decides nothing by it."""
    reasons = [*_by_date(writer, within), *_by_words(writer, within)]
    head = markup.span("strong", writer.translate("Pages", "Why they may differ:"))
    if not reasons:
        words = writer.translate("Pages", "nothing that is recorded of them tells them apart.")
        return f"{head} {markup.span('body', words)}"
    return f"{head} {markup.span('body', '; '.join(reasons))}."


def _by_date(writer: Writer, within: Sequence[Statement]) -> list[str]:
    dates = [one.as_of for one in within if one.as_of]
    undated = len(within) - len(dates)
    found = []
    if dates and min(dates) != max(dates):
        words = writer.translate("Pages", "they are of different dates, from {} to {}")
        found.append(words.format(wording.format_date(min(dates)), wording.format_date(max(dates))))
    if undated and dates:
        found.append(writer.translate("Pages", "of them without a date: {}").format(undated))
    return found


def _by_words(writer: Writer, within: Sequence[Statement]) -> list[str]:
    found = []
    if len({figures.label(one).casefold() for one in within}) > 1:
        found.append(writer.translate("Pages", "they do not all cover the same"))
    categories = {figures.category(one).casefold() for one in within}
    if len(categories) > 1:
        found.append(writer.translate("Pages", "their categories are not the same, or not stated"))
    if any(one.original for one in within):
        found.append(writer.translate("Pages", "some were published in another unit"))
    if any(one.estimated for one in within) and not all(one.estimated for one in within):
        found.append(writer.translate("Pages", "some are called estimates by the work itself"))
    kinds = {cite.source.kind for one in within for cite in one.cites}
    if len(kinds) > 1:
        found.append(writer.translate("Pages", "claimants are of {} kinds").format(len(kinds)))
    return found


def _shown(writer: Writer, within: Sequence[Statement]) -> str:
    """Say which figure tables show and by which reason."""
    shown = next((one for one in within if one.rank == "preferred" and one.reason), None)
    if shown is None:
        words = (
            writer.translate("Pages", "Tables show none of them: all lie outside the lens.")
            if all(one.outside for one in within)
            else writer.translate("Pages", "No figure is preferred.")
        )
        return markup.span("strong", words)
    head = writer.translate("Pages", "Tables show {}.").format(wording.format_value(shown))
    reason = writer.translate("Pages", "Reason: {}.").format(shown.reason.rstrip("."))
    return f"{markup.span('strong', head)} {markup.span('body', reason)}"


def _told(writer: Writer, spread: Spread) -> str:
    """Return links to the disputes that speak of the same property in words."""
    record, thing = writer.record, figures.thing(spread)
    told = [
        one
        for one in record.disputes
        if one.about == spread.property and one.may_concern(record.id, thing)
    ]
    if not told:
        return ""
    head = markup.span("strong", writer.translate("Pages", "In words:"))
    links = (markup.link(f"#{one.id}", markup.text(one.title)) for one in told)
    return f"{head} {markup.wrap('body', '; '.join(links))}"


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
    size = _size(statement)
    return spread.low * (1 - _NEARLY) <= size <= spread.high * (1 + _NEARLY)


def _size(statement: Statement) -> float:
    """Return a figure in the unit that figures are compared in; of a range its upper end."""
    given = (statement.value, statement.high, statement.low, 0.0)
    number = next(number for number in given if number is not None)
    return number * UNIT_BY_ID[statement.unit].factor


def _shape(statement: Statement) -> str:
    if statement.qualifier in _MORE or (statement.value is None and statement.high is None):
        return "potential"
    return statement.property


def _round_up(size: float) -> float:
    """Return the next round number at which a scale may end."""
    power = 10.0 ** len(str(int(size))) / 10
    return next(step * power for step in _STEPS if step * power >= size * (1 - _NEARLY))
