# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A chart of the rows of a table of the reader's own: its words, rows and axes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Picture
from terkha.charts.base import Row as Line
from terkha.charts.own_marks import OwnMarks, keys_of, measure_word
from terkha.charts.phrases import Phrases
from terkha.charts.this_table import TABLE, rows_told, table_title
from terkha.charts.words import number, translate
from terkha_db import __version__
from terkha_db.axes import COUNT, EACH, Column, Columns
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from terkha.charts.base import Mark
    from terkha.charts.this_table import TableAsked
    from terkha_db.imported.charting import Charted
    from terkha_db.imported.points import Drawing, Point

_WIDE = 100
_NEAR = 0.5
_EDGE_YEARS = 0.7


def draw_own(charted: Charted, asked: TableAsked) -> Picture:
    """Return the picture of rows of the reader's own, which says that no work stands behind it."""
    drawing = charted.drawing
    columns = _named(charted.columns)
    made = OwnMarks(charted.info.slug, drawing, columns, asked)
    marks = made.marks()
    x, y = _axes(drawing, columns, marks)
    picture = Picture(
        id=TABLE,
        title=_title(charted.info.name, columns),
        lead=_lead(drawing, columns),
        x=x,
        y=y,
        marks=marks,
        rows=_rows(drawing, columns, marks),
        series=made.lines(),
        keys=keys_of(drawing.form, columns),
        notes=_notes(charted, asked),
        summary=_summary(drawing, len(marks)),
        edition=translate("Charts", "Drawn by Terkha %s") % __version__,
        own=_whose(charted),
        columns=columns,
    )
    if drawing.form == "squares":
        return _even(picture, drawing)
    places = [[mark.x for mark in marks]] if x.turns else []
    places += [[mark.y for mark in marks]] if y is not None and y.turns else []
    return picture.turned(log=any(max(each) > _WIDE * min(each) for each in places))


def _summary(drawing: Drawing, marks: int) -> str:
    return f"{Phrases().rows(drawing.shown)}, {Phrases().marks(marks)}"


def _even(picture: Picture, drawing: Drawing) -> Picture:
    """Return squares on the scales on which they were made even."""
    x, y = drawing.logs
    assert picture.y is not None
    low_x, low_y = min(m.x for m in picture.marks), min(m.y for m in picture.marks)
    return replace(
        picture,
        x=replace(picture.x, log=x, low=low_x * 0.8 if x else picture.x.low),
        y=replace(picture.y, log=y, low=low_y * 0.8 if y else picture.y.low),
    )


def _named(columns: Columns) -> Columns:
    """Return the choice of columns with words for those that are none of the table."""
    words = {
        COUNT: translate("Charts", "Number of rows"),
        EACH: translate("Charts", "Each row"),
    }

    def named(column: Column) -> Column:
        return replace(column, label=column.label or words[column.id])

    return replace(
        columns,
        across=tuple(map(named, columns.across)),
        upright=tuple(map(named, columns.upright)),
        x=named(columns.x),
        y=named(columns.y),
    )


def _title(name: str, columns: Columns) -> str:
    x, y = columns.x, columns.y
    if y.sort == COUNT:
        return translate("Charts", "%(rows)s by %(y)s") % {"rows": name, "y": x.name}
    if not columns.measure:
        return table_title(name, columns)
    of, by = (y, x) if x.sort == "date" else (x, y)
    words = {"rows": name, "measure": measure_word(columns.measure), "of": of.name, "by": by.name}
    return translate("Charts", "%(rows)s: %(measure)s of %(of)s by %(by)s") % words


def _lead(drawing: Drawing, columns: Columns) -> str:
    leads: Mapping[str, str] = {
        "bars": translate("Charts", "How many of the rows shown have each value."),
        "years": translate("Charts", "How many of the rows shown are of each year."),
        "discs": translate(
            "Charts", "How many of the rows shown are of each year and value; area is number."
        ),
        "periods": translate("Charts", "The numbers of the rows shown, year by year: %s."),
        "groups": translate("Charts", "The numbers of the rows shown, value by value: %s."),
        "rows": translate("Charts", "The number of each row shown, the largest first."),
        "pairs": translate("Charts", "Each row shown that has both numbers."),
        "squares": translate(
            "Charts",
            "The rows shown that have both numbers. As marks they would hide each other: those of "
            "one square are counted together; area is number.",
        ),
    }
    lead = leads[drawing.form]
    lead = lead % measure_word(columns.measure) if columns.measure else lead
    if drawing.step > 1:
        lead += " " + translate("Charts", "Each mark stands for %s years.") % drawing.step
    return lead


def _rows(drawing: Drawing, columns: Columns, marks: tuple[Mark, ...]) -> tuple[Line, ...]:
    """Return the lines of the left axis: a value each, or a row of the table each."""
    points = drawing.points
    if drawing.form == "bars":
        return tuple(Line(point.label, note=f"{point.rows:,}") for point in points)
    if drawing.form == "discs":
        totals: dict[str, int] = {}
        for point in points:
            totals[point.label] = totals.get(point.label, 0) + point.rows
        order = sorted(totals, key=lambda value: (-totals[value], value))
        return tuple(Line(value, note=f"{totals[value]:,}") for value in order)
    if drawing.form == "rows":
        return tuple(Line(mark.label, note=mark.text) for mark in marks)
    if drawing.form == "groups":
        return tuple(_group(point, columns.measure) for point in points)
    return ()


def _group(point: Point, measure: str) -> Line:
    """Return the line of a value; a median has the least and the greatest number around it."""
    said = number(point.x)
    if measure != "median" or point.low is None or point.high is None:
        return Line(point.label, note=said)
    span = (point.low, point.high)
    return Line(point.label, note=f"{measure_word(measure)} {said}", span=span)


def _axes(drawing: Drawing, columns: Columns, marks: tuple[Mark, ...]) -> tuple[Axis, Axis | None]:
    rows = translate("Charts", "rows")
    if drawing.form == "bars":
        return Axis(0, max(mark.x for mark in marks), rows, whole=True), None
    if drawing.form in ("years", "discs", "periods"):
        places = [mark.x for mark in marks]
        before = _EDGE_YEARS * drawing.step if drawing.form == "discs" else 0
        x = Axis(min(places) - before, max(places), whole=True, plain=True, dates=True)
        if drawing.form == "discs":
            return x, None
        if drawing.form == "years":
            return x, Axis(0, max(mark.y for mark in marks), rows, whole=True)
        return x, _value_axis(
            columns.y, [mark.y for mark in marks], summed=columns.measure == "sum"
        )
    summed = columns.measure == "sum"
    x = _value_axis(columns.x, [mark.x for mark in marks], summed=summed)
    if drawing.form in ("rows", "groups"):
        return x, None
    y = _value_axis(columns.y, [mark.y for mark in marks])
    if drawing.form == "squares":
        # Squares are even on one scale alone: another one is asked for anew.
        positive = min(mark.x for mark in marks) > 0 or min(mark.y for mark in marks) > 0
        return replace(x, turns=positive and x.turns), replace(y, turns=positive and y.turns)
    return x, y


def _value_axis(column: Column, places: list[float], *, summed: bool = False) -> Axis:
    """Return the axis of a number: from zero, but for numbers that all lie far from it."""
    low, high = min(places), max(places)
    is_far = not summed and (low < 0 or low > _NEAR * high)
    start = low if is_far else min(low, 0.0)
    top = high if high > start else start + 1
    title = column.label if column.unit in column.label else f"{column.label}, {column.unit}"
    return Axis(start, top, title, turns=low > 0 and not summed)


def _notes(charted: Charted, asked: TableAsked) -> tuple[str, ...]:
    drawing = charted.drawing
    with_values = drawing.shown + (drawing.hidden_rows if drawing.form == "rows" else 0)
    notes = [rows_told(asked, charted.total, with_values)]
    if drawing.form == "rows" and drawing.hidden_rows:
        words = translate("Charts", "Drawn are the %(most)s largest of %(all)s.")
        notes.append(words % {"most": len(drawing.points), "all": f"{with_values:,}"})
    elif drawing.hidden_values:
        words = translate("Charts", "%(values)s more values, of %(rows)s rows, have no room.")
        notes.append(
            words % {"values": f"{drawing.hidden_values:,}", "rows": f"{drawing.hidden_rows:,}"}
        )
    if drawing.several:
        notes.append(translate("Charts", "A row with several values counts under each of them."))
    return (" ".join(notes),)


def _whose(charted: Charted) -> str:
    info = charted.info
    words = translate(
        "Charts",
        "The numbers are from your own table “%(name)s”, imported from %(file)s on %(date)s; they "
        "rest on no work of the catalogue.",
    )
    return words % {
        "name": info.name,
        "file": info.source,
        "date": format_date(info.imported[:10]),
    }
