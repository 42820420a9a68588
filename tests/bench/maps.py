# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures a frame of the map while it is dragged: all sites, and 100,000 points besides."""

from __future__ import annotations

import random
from statistics import median
from typing import TYPE_CHECKING

from measure import Line, measured, p95
from window import context_of

from terkha_db.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terkha.views.map_canvas import MapCanvas

_SIZE = (940, 735)
_FRAMES = 40
_POINTS = 100_000
_MUST, _MUST_MANY = 16, 33


def map_pan(catalogue: Catalogue) -> Line:
    """Dragging the map with all sites, against repainting an empty widget of its size."""
    return _line(catalogue, "map, pan, all sites", (), _MUST)


def map_pan_many(catalogue: Catalogue) -> Line:
    """Dragging the map with 100,000 points of a reader's table besides, against the same."""
    chance = random.Random(1)
    points = [(chance.uniform(74, 104), chance.uniform(26, 40)) for _ in range(_POINTS)]
    return _line(catalogue, "map, pan, 100,000 points", points, _MUST_MANY)


MAP_LINES = (map_pan, map_pan_many)


def _line(
    catalogue: Catalogue, name: str, points: Iterable[tuple[float, float]], most: float
) -> Line:
    with context_of(catalogue) as context:
        from dataclasses import replace

        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget

        from terkha.atlas.cloud import Cloud
        from terkha.models.sites import read_sites
        from terkha.views.map_canvas import MapCanvas

        empty, canvas = QWidget(), MapCanvas(context)
        for widget in (empty, canvas):
            widget.resize(*_SIZE)
            widget.show()
            QTest.qWaitForWindowExposed(widget)
        canvas.show_scene(replace(canvas.scene, sites=read_sites(catalogue)))
        canvas.show_clouds([Cloud("points", points, context.look.theme.accent)])
        canvas.grab()
        cpu, wall = _dragged(canvas)
        floor, _ = measured(empty.repaint, _FRAMES)
        for widget in (empty, canvas):
            widget.close()
    return Line(name, p95(cpu), median(floor), "ms", p95(wall), most)


def _dragged(canvas: MapCanvas) -> tuple[list[float], list[float]]:
    """Return CPU and wall milliseconds of each frame of one long drag."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    at = QPoint(300, 300)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)

    def frame() -> None:
        nonlocal at
        at += QPoint(5, 3)
        QTest.mouseMove(canvas, at)
        canvas.repaint()

    times = measured(frame, _FRAMES)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
    return times
