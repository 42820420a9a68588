# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A chart of the rows that a table shows, with the columns that the reader chose for both axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.charts.base import Picture
from terkha.charts.table_marks import TableMarks
from terkha.charts.words import capital, edition_words, noop, translate
from terkha_db.axes import COUNT, EACH, Column, Columns
from terkha_db.errors import KnownError
from terkha_db.fields import fields_of
from terkha_db.vocabulary import KIND_BY_ID
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.catalogue import Catalogue, Row
    from terkha_db.fields import Field

TABLE = "table"
"""The id of the chart of a table: it is no entry of CHARTS."""
TABLE_TITLE = noop("Chart of a table")
FROM_TABLE = noop("Tables")
"""The group under which lists name it."""
# A category has no more values than one can tell apart, and some that recur.
_VALUES_MOST = 40
_FEWEST = 2
_RECURS = 0.75


@dataclass(frozen=True, slots=True)
class TableAsked:
    """Which rows are charted, and which columns stand across and upright; "" where not chosen."""

    kind: str
    text: str = ""
    where: str = ""
    x: str = ""
    y: str = ""
    measure: str = ""
    """What is made of the numbers of several rows, where that may be chosen."""


def columns_for(catalogue: Catalogue, asked: TableAsked, rows: list[Row]) -> Columns:
    """Return the choice of columns for these rows, which only offers what makes sense.

    Raises:
        KnownError: no row is shown, or none of the columns can be charted.

    """
    found = _columns(catalogue, asked.kind, rows)
    numbers = [one for one in found if one.sort == "number"]
    dates = [one for one in found if one.sort == "date"]
    categories = [one for one in found if one.sort == "category"]
    counted = Column(COUNT, translate("Charts", "Number of rows"), COUNT)
    each = Column(EACH, translate("Charts", "Each row"), EACH)
    across = (*([counted] if categories else []), *numbers, *dates)
    if not across:
        raise KnownError("Nothing in these rows can be charted: show other rows or columns.")
    x = next((one for one in across if one.id == asked.x), across[0])
    if x.sort == COUNT:
        upright = tuple(categories)
    else:
        both = [one for one in (*categories, *numbers) if one != x and _meet(rows, x, one)]
        categories = [one for one in both if one.sort == "category"]
        numbers = [one for one in both if one.sort == "number"]
        alone = (*categories, each) if x.sort == "date" else (each, *categories)
        upright = (*alone, *numbers)
    y = next((one for one in upright if one.id == asked.y), upright[0])
    return Columns(across, upright, x, y)


def draw_table(catalogue: Catalogue, asked: TableAsked) -> Picture:
    """Return the picture of a table; what narrows the table is named below it.

    Raises:
        KnownError: no such kind, a query that cannot be read, or nothing that can be charted.

    """
    rows = catalogue.rows(asked.kind, text=asked.text, where=asked.where)
    columns = columns_for(catalogue, asked, rows)
    marks = TableMarks(catalogue, asked.kind, rows, page=_page(asked))
    drawn = marks.drawn(columns.x, columns.y)
    kind = KIND_BY_ID[asked.kind]
    plural = QCoreApplication.translate("Vocabulary", kind.plural)
    picture = Picture(
        id=TABLE,
        title=table_title(capital(plural), columns),
        lead=_lead(columns),
        x=drawn.x,
        y=drawn.y,
        marks=drawn.marks,
        rows=drawn.rows,
        keys=drawn.keys,
        notes=(rows_told(asked, len(rows), drawn.shown),),
        summary=f"{count(len(rows), 'row')}, {count(len(drawn.marks), 'mark')}",
        edition=edition_words(catalogue.edition),
        columns=columns,
    )
    if not picture.marks:
        raise KnownError("Nothing in these rows can be charted: show other rows or columns.")
    places = [mark.x for mark in picture.marks if picture.x.turns]
    return picture.turned(log=bool(places) and max(places) > 100 * min(places))


def _columns(catalogue: Catalogue, kind: str, rows: list[Row]) -> list[Column]:
    """Return the columns of which enough is shown, and whose values have sources."""
    stated = catalogue.cell_works(kind)
    found = []
    for field in fields_of(kind):
        values = [row.values[field.id] for row in rows if row.values[field.id] is not None]
        sort = _sort(field, len(values), len(set(values)))
        is_stated = any(field.id in stated.get(row.id, {}) for row in rows)
        if sort and (is_stated or sort != "number"):
            label = QCoreApplication.translate("Fields", field.label)
            found.append(Column(field.id, label, sort, field.unit))
    return found


def _sort(field: Field, values: int, different: int) -> str:
    """Return what a column is good for; "" for names and sentences."""
    if values < _FEWEST or field.id in ("title", "second"):
        return ""
    if field.type in ("number", "date"):
        return field.type
    recurs = different <= _VALUES_MOST and different <= values * _RECURS
    return "category" if recurs else ""


def _meet(rows: list[Row], first: Column, second: Column) -> bool:
    """Tell whether enough rows have a value in both columns."""
    pairs = ((row.values[first.id], row.values[second.id]) for row in rows)
    return sum(one is not None and other is not None for one, other in pairs) >= _FEWEST


def _page(asked: TableAsked) -> str:
    return f"page/{KIND_BY_ID[asked.kind].plural.lower()}"


def table_title(rows: str, columns: Columns) -> str:
    """Return the title of a chart of these rows and columns."""
    words = {"rows": rows, "x": columns.x.name, "y": columns.y.name}
    if columns.x.sort == COUNT:
        return translate("Charts", "%(rows)s by %(y)s") % words
    if columns.y.sort == EACH:
        return translate("Charts", "%(rows)s: %(x)s") % words
    if columns.y.sort == "category":
        return translate("Charts", "%(rows)s: %(x)s by %(y)s") % words
    return translate("Charts", "%(rows)s: %(y)s against %(x)s") % words


def _lead(columns: Columns) -> str:
    if columns.x.sort == COUNT:
        return translate("Charts", "How many of the rows shown have each value.")
    if columns.x.sort == "date" and columns.y.sort != "number":
        return translate(
            "Charts", "How many of the rows shown bear a date of each year; area is number."
        )
    return translate(
        "Charts", "The rows shown that have a value, each where its preferred figure puts it."
    )


def rows_told(asked: TableAsked, rows: int, shown: int) -> str:
    """Say how many rows are asked for, by what, and how many of them have no such value."""
    narrowed = [text for text in (asked.where, asked.text and f"“{asked.text}”") if text]
    if narrowed:
        told = translate("Charts", "Rows: %(rows)s, narrowed to %(query)s.")
        told %= {"rows": f"{rows:,}", "query": ", ".join(narrowed)}
    else:
        told = translate("Charts", "Rows: %s, all of the table.") % f"{rows:,}"
    left = rows - shown
    if not left:
        return told
    return f"{told} {translate('Charts', '%s of them have no such value.') % f'{left:,}'}"
