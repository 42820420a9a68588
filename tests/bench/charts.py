# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures what a reader waits for when the chart with the most marks is opened."""

from __future__ import annotations

import sqlite3
from statistics import median
from typing import TYPE_CHECKING

from generate import collection
from measure import Line, measured, p95
from window import context_of

from terkha_db.catalogue import Catalogue
from terkha_db.imported.charting import ChartAsked, ChartReader
from terkha_db.imported.collection import Collection

if TYPE_CHECKING:
    from terkha.charts.base import Picture

_LARGEST = "timeline"
_SIZE = (1060, 850)
_REPEATS = 15
_MOST = 150
_MOST_OWN = 6000


def chart_opened(catalogue: Catalogue) -> Line:
    """From asking for a chart to its painted marks and sources, drawn anew from the catalogue.

    The floor is a bare widget that draws as many discs and names in a plain way.
    """
    with context_of(catalogue) as context:
        from PySide6.QtTest import QTest

        from terkha.charts import chart_by_id
        from terkha.views.charts_page import ChartsPage

        page = ChartsPage(context)
        page.resize(*_SIZE)
        page.show()
        QTest.qWaitForWindowExposed(page)

        def opened() -> None:
            page.look_anew()
            page.grab()

        page.show_link(f"chart/{_LARGEST}")
        cpu, wall = measured(opened, _REPEATS)
        floor = _plain(chart_by_id(_LARGEST).draw(catalogue))
        page.close()
    return Line("chart, largest, opened", median(cpu), floor, "ms", p95(wall), _MOST)


def chart_of_own_table(catalogue: Catalogue) -> Line:
    """Reading a chart of a million rows of the reader's own: the median of a number by value.

    The floor is one question that groups them, without a median or a choice of columns.
    """
    file = collection("1M", catalogue.path)
    reader = ChartReader(file)
    with Collection(file) as opened:
        names = {field.header: field.id for field in opened.fields}
    value, number = names["Commodity"], names["Elevation"]
    grouped = f"SELECT {value}, COUNT(*), MAX({number}) FROM site GROUP BY {value} COLLATE NOCASE"
    raw = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    floor, _ = measured(lambda: raw.execute(grouped).fetchall(), 3)
    raw.close()
    asked = ChartAsked(x="elevation", y="commodity")
    cpu, wall = measured(lambda: reader.read(reader.interrupt(), asked), 3)
    return Line("chart of 1M own rows", median(cpu), median(floor), "ms", p95(wall), _MOST_OWN)


CHART_LINES = (chart_opened, chart_of_own_table)


def _plain(picture: Picture) -> float:
    """Return the milliseconds in which a widget paints marks and names without any care."""
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    class Plain(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            for mark in picture.marks:
                painter.drawEllipse(int(mark.x) % 800, int(mark.y) * 12, 10, 10)
            for number, row in enumerate(picture.rows):
                painter.drawText(10, number * 12, f"{row.title} {row.second}")

    widget = Plain()
    widget.resize(*_SIZE)
    widget.show()
    cpu, _ = measured(widget.grab, _REPEATS)
    widget.close()
    return median(cpu)
