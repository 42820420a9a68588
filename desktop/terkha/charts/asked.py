# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which chart a link asks for, and how: ``chart/copper-resources?scale=log``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

from terkha.charts import chart_by_id, chart_title
from terkha.charts.lens import through_lens
from terkha.charts.this_table import TABLE, TABLE_TITLE, TableAsked, draw_table
from terkha.charts.words import translate

if TYPE_CHECKING:
    from terkha.charts.base import Picture
    from terkha_db.catalogue import Catalogue
    from terkha_db.imported.charting import ChartAsked, Charted

_SCALE = "scale"
_LOG = "log"
_LINEAR = "linear"
_TABLE = ("kind", "text", "where", "x", "y", "measure")
_OWN = "collection/"


@dataclass(frozen=True, slots=True)
class Asked:
    """A chart by its id, and what the reader chose about it, as names and values."""

    chart: str
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, text: str) -> Asked:
        """Read what follows ``chart/`` in a link."""
        chart, _, query = text.partition("?")
        return cls(chart, tuple(parse_qsl(query)))

    @property
    def link(self) -> str:
        """The link that asks for it."""
        query = f"?{urlencode(self.options, quote_via=quote)}" if self.options else ""
        return f"chart/{self.chart}{query}"

    @property
    def table(self) -> TableAsked | None:
        """What is asked of a table; None where this is a chart of its own."""
        if self.chart != TABLE:
            return None
        options = dict(self.options)
        return TableAsked(**{name: options.get(name, "") for name in _TABLE})

    @property
    def own(self) -> str:
        """The slug of the table of the reader's own that is asked; "" where it is another chart."""
        kind = self.table.kind if self.table else ""
        return kind.removeprefix(_OWN) if kind.startswith(_OWN) else ""

    @property
    def scale(self) -> str:
        """The scale that is asked for, ``log`` or ``linear``; "" where none is."""
        return dict(self.options).get(_SCALE, "")

    def with_option(self, name: str, value: str) -> Asked:
        """Return the same with another choice; "" takes a choice back."""
        options = tuple(pair for pair in self.options if pair[0] != name)
        return replace(self, options=(*options, (name, value)) if value else options)

    def scaled(self, *, log: bool) -> Asked:
        """Return the same with a logarithmic scale, or a linear one."""
        return self.with_option(_SCALE, _LOG if log else _LINEAR)

    def draw(self, catalogue: Catalogue) -> Picture:
        """Return the picture, of what is inside the lens; one of the catalogue.

        Raises:
            KnownError: there is no such chart, or the table cannot be charted.

        """
        return self._scaled(through_lens(catalogue, self._drawn))

    def draw_own(self, charted: Charted) -> Picture:
        """Return the picture of what was read of a table of the reader's own."""
        from terkha.charts.own_table import draw_own

        table = self.table
        assert table is not None
        picture = draw_own(charted, table)
        # Squares were made for the scale asked for.
        return picture if charted.drawing.form == "squares" else self._scaled(picture)

    def _scaled(self, picture: Picture) -> Picture:
        known = self.scale in (_LOG, _LINEAR)
        return picture.turned(log=self.scale == _LOG) if known else picture

    def _drawn(self, catalogue: Catalogue) -> Picture:
        table = self.table
        return draw_table(catalogue, table) if table else chart_by_id(self.chart).draw(catalogue)


def table_chart(kind: str, *, text: str = "", where: str = "") -> Asked:
    """Return the chart of the rows of a table, narrowed to words and a query."""
    options = (("kind", kind), ("text", text), ("where", where))
    return Asked(TABLE, tuple(pair for pair in options if pair[1]))


def question_of(asked: Asked) -> ChartAsked:
    """Return what a chart of a table of the reader's own asks of the file of that table."""
    from terkha_db.imported.charting import ChartAsked

    table = asked.table
    assert table is not None
    return ChartAsked(table.text, table.where, table.x, table.y, table.measure, asked.scale)


def asked_title(text: str) -> str:
    """Return the title of what follows ``chart/`` in a link."""
    asked = Asked.read(text)
    return translate("Charts", TABLE_TITLE) if asked.table else chart_title(asked.chart)
