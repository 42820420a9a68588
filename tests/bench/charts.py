# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures what a reader waits for when the chart with the most marks is opened."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from measure import Line, measured, p95
from window import context_of

from terkha_db.catalogue import Catalogue

if TYPE_CHECKING:
    from terkha.charts.base import Picture

_LARGEST = "timeline"
_SIZE = (1060, 850)
_REPEATS = 15
_MOST = 150


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


CHART_LINES = (chart_opened,)


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
