# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small pictures of how a figure went over the years, from zero, with its last value in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from terkha.charted import chart_of
from terkha.pages import markup, values
from terkha.pages.parts import facts
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import wording
from terkha_db.catalogue.figures import SeriesInfo
from terkha_db.entities import Statement

_FEWEST = 3
_SUPERSEDED = "superseded"
_APART = markup.span("small", " · ")


@dataclass(frozen=True, slots=True)
class Trend:
    """One figure a year in one unit, none of them replaced by a later edition, in their order."""

    figures: tuple[Statement, ...]

    @property
    def last(self) -> Statement:
        """The figure of the last year."""
        return self.figures[-1]

    @property
    def image(self) -> str:
        """What the picture is asked for by: places between 0 and 1, runs of years apart by ``|``.

        Zero is at the bottom and the largest figure at the top; years without a figure are gaps.
        """
        years = [int(one.as_of[:4]) for one in self.figures]
        sizes = [one.value or 0.0 for one in self.figures]
        most = max(sizes)
        whole = years[-1] - years[0]
        places = [
            f"{(year - years[0]) / whole:.4f},{size / most:.4f}"
            for year, size in zip(years, sizes, strict=True)
        ]
        steps = ("" if after - before == 1 else "|" for before, after in pairwise(years))
        joined = places[0] + "".join(
            f"{step or ';'}{place}" for step, place in zip(steps, places[1:], strict=True)
        )
        return f"spark:{'open' if self.last.estimated else 'full'}:{joined}"

    def words(self, translate: Translate) -> str:
        """Say what the picture shows: the years, and the first and the last figure."""
        text = translate("Pages", "{} to {}: {} years with a figure, the first {}")
        first, last = self.figures[0], self.last
        size = wording.format_value(replace(first, substance="", estimated=False))
        years = wording.format_as_of(first), wording.format_as_of(last)
        return text.format(*years, len(self.figures), size)


def trend_of(statements: Sequence[Statement], *, with_outside: bool = False) -> Trend | None:
    """Return how a figure went; None where fewer than three years have one, or two in a year.

    Figures outside the lens count only ``with_outside``.
    """
    found = [
        one
        for one in statements
        if one.rank != _SUPERSEDED and one.value is not None and one.value >= 0
        and len(one.as_of) == 4 and not one.of and (with_outside or not one.outside)
    ]  # fmt: skip
    found.sort(key=lambda one: one.as_of)
    years = {one.as_of for one in found}
    alike = len({(one.unit, one.substance) for one in found}) == 1
    if len(found) < _FEWEST or len(years) < len(found) or not alike or not any(
        one.value for one in found
    ):  # fmt: skip
        return None
    return Trend(tuple(found))


def write(writer: Writer) -> None:
    """Write how production and reserves of the commodity went, where series tell it."""
    rows = []
    for series, statements in writer.material.over_time:
        trend = trend_of(statements)
        whole = trend_of(statements, with_outside=True)
        if trend is not None:
            rows.append(_row(writer, series, shown(writer, trend, _chart(series))))
        elif whole is not None:
            # Too little of it is inside the lens to draw; nothing goes from a page for that.
            rows.append(_row(writer, series, values.line(writer, whole.last)))
    if rows:
        title = writer.translate("Pages", "Production and reserves over time")
        writer.section("over-time", title, facts.table(rows), len(rows))


def shown(writer: Writer, trend: Trend, chart: str) -> str:
    """Return picture, last value with its source, what it shows in words, and where it leads."""
    html = f"{markup.image(trend.image)} {values.line(writer, trend.last)}"
    html += f"<br/>{markup.span('small', trend.words(writer.translate))}"
    if chart:
        words = writer.translate("Pages", "Show in the chart")
        html += _APART + record_link(chart, words, "small")
    return html


def _row(writer: Writer, series: SeriesInfo, html: str) -> str:
    label = f"{series.area}, {wording.format_word(series.measure).lower()}"
    whole = record_link(series.id, writer.translate("Pages", "All values"), "small")
    return facts.row(label, html + _APART + whole)


def _chart(series: SeriesInfo) -> str:
    return chart_of(series.measure, series.area, series.commodity)
