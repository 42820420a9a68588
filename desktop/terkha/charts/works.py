# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The works cited, by kind of source and year."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from terkha.charts.base import Axis, Chart, Key, Mark, Picture, Row, Shape
from terkha.charts.phrases import Phrases
from terkha.charts.words import SOURCES, edition_words, noop, translate
from terkha_db.entities import Cite, Source
from terkha_db.wording import count, format_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.catalogue import Row as Work

_FIRST = 2000
# Columns at the left of the first year, for what has no place among the years.
_EARLIER = _FIRST - 2
_UNDATED = _FIRST - 4
_TICKS = 5
_PAGE = "page/citations"


def draw(catalogue: Catalogue, chart: Chart) -> Picture:
    """Return discs by kind and year, with columns for older and for undated works."""
    cells: dict[tuple[str, int], list[Work]] = defaultdict(list)
    works = catalogue.rows("citation")
    for work in works:
        cells[str(work.values["source_kind"]), _column(work)].append(work)
    totals = Counter(kind for (kind, _), found in cells.items() for _ in found)
    order = [kind for kind, _ in totals.most_common()]
    marks = tuple(
        _mark(cells[kind, column], kind, column, row)
        for row, kind in enumerate(order)
        for column in sorted(column for each, column in cells if each == kind)
    )
    last = max(column for _, column in cells)
    years = ((float(year), str(year)) for year in range(_FIRST, last + 1, _TICKS))
    return Picture(
        id=chart.id,
        title=translate("Charts", "Works by kind of source and year"),
        lead=translate(
            "Charts",
            "Number of works cited in the catalogue. The area of a disc stands for their number; "
            "works that bear no date stand at the left.",
        ),
        x=Axis(
            _UNDATED - 0.7,
            last,
            whole=True,
            plain=True,
            ticks=((_UNDATED, _when(_UNDATED)), (_EARLIER, _when(_EARLIER)), *years),
        ),
        marks=marks,
        rows=tuple(Row(format_word(kind), note=Phrases().works(totals[kind])) for kind in order),
        keys=(Key(Shape.DISC, translate("Charts", "works, by area")),),
        summary=f"{count(len(order), 'kind')}, {count(len(works), 'work')}",
        edition=edition_words(catalogue.edition),
    )


def _column(work: Work) -> int:
    date = str(work.values["date"] or "")
    if not date:
        return _UNDATED
    return int(date[:4]) if int(date[:4]) >= _FIRST else _EARLIER


def _when(column: int) -> str:
    if column == _UNDATED:
        return translate("Charts", "no date")
    if column == _EARLIER:
        return translate("Charts", "to %s") % (_FIRST - 1)
    return str(column)


def _mark(found: Sequence[Work], kind: str, column: int, row: int) -> Mark:
    number = len(found)
    return Mark(
        label=f"{format_word(kind)}, {_when(column)}",
        text=Phrases().works(number),
        shown=number,
        x=float(column),
        y=float(row),
        shape=Shape.DISC,
        kind=translate("Charts", "count"),
        as_of=translate("Charts", "this edition"),
        link=found[0].id if number == 1 else _PAGE,
        counted=tuple(work.id for work in found),
        cites=tuple(Cite(_source(work)) for work in found),
    )


def _source(work: Work) -> Source:
    """Return a work in short from its row of the table."""
    values = {name: str(value or "") for name, value in work.values.items()}
    return Source(work.id, values["author"], values["title"], values["date"], values["source_kind"])


WORKS = Chart(
    "works-by-kind",
    noop("Works by kind of source and year"),
    SOURCES,
    noop("Whose works the catalogue cites, and from which years."),
    draw,
)
