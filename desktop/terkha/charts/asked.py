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

_SCALE = "scale"
_LOG = "log"
_LINEAR = "linear"
_TABLE = ("kind", "text", "where", "x", "y")


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

    def with_option(self, name: str, value: str) -> Asked:
        """Return the same with another choice; "" takes a choice back."""
        options = tuple(pair for pair in self.options if pair[0] != name)
        return replace(self, options=(*options, (name, value)) if value else options)

    def scaled(self, *, log: bool) -> Asked:
        """Return the same with a logarithmic scale, or a linear one."""
        return self.with_option(_SCALE, _LOG if log else _LINEAR)

    def draw(self, catalogue: Catalogue) -> Picture:
        """Return the picture, of what is inside the lens.

        Raises:
            KnownError: there is no such chart, or the table cannot be charted.

        """
        picture = through_lens(catalogue, self._drawn)
        scale = dict(self.options).get(_SCALE, "")
        return picture.turned(log=scale == _LOG) if scale in (_LOG, _LINEAR) else picture

    def _drawn(self, catalogue: Catalogue) -> Picture:
        table = self.table
        return draw_table(catalogue, table) if table else chart_by_id(self.chart).draw(catalogue)


def table_chart(kind: str, *, text: str = "", where: str = "") -> Asked:
    """Return the chart of the rows of a table, narrowed to words and a query."""
    options = (("kind", kind), ("text", text), ("where", where))
    return Asked(TABLE, tuple(pair for pair in options if pair[1]))


def asked_title(text: str) -> str:
    """Return the title of what follows ``chart/`` in a link."""
    asked = Asked.read(text)
    return translate("Charts", TABLE_TITLE) if asked.table else chart_title(asked.chart)
