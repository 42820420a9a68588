# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which mark an arrow key leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terkha.charts.base import Mark, Picture


def step(picture: Picture, number: int, way: str) -> int:
    """Return the mark reached from ``number`` (-1 for none): another number of the picture.

    ``next`` and ``previous`` go along a row and on to its neighbour; ``below`` and ``above`` to
    the nearest mark of the next row; ``first`` and ``last`` to the ends. At an end one stays.
    Where marks are neither in rows nor in lines, all four go to the next mark that way.
    """
    scattered = _is_scattered(picture)
    order = sorted(
        range(len(picture.marks)),
        key=lambda each: (picture.marks[each].x if scattered else 0, *_key(picture, each)),
    )
    if not order:
        return -1
    if way == "first" or number < 0:
        return order[0]
    if way == "last":
        return order[-1]
    if scattered:
        return _by_place(picture, number, way)
    if way in ("next", "previous"):
        place = order.index(number) + (1 if way == "next" else -1)
        return order[min(max(place, 0), len(order) - 1)]
    return _neighbour(picture, number, down=way == "below")


def _is_scattered(picture: Picture) -> bool:
    return picture.y is not None and not any(series.title for series in picture.series)


def _by_place(picture: Picture, number: int, way: str) -> int:
    """Return the mark after ``number`` from left to right, or from bottom to top."""
    marks, is_level = picture.marks, way in ("next", "previous")
    order = sorted(
        range(len(marks)),
        key=lambda each: (
            (marks[each].x, marks[each].y, each)
            if is_level
            else (marks[each].y, marks[each].x, each)
        ),
    )
    place = order.index(number) + (1 if way in ("next", "above") else -1)
    return order[min(max(place, 0), len(order) - 1)]


def _key(picture: Picture, number: int) -> tuple[float, float, float, int]:
    mark = picture.marks[number]
    return (_row(picture, mark), mark.x, mark.shown, number)


def _row(picture: Picture, mark: Mark) -> float:
    """Return the row of a mark, or the line that it belongs to where there are no rows."""
    return mark.y if picture.y is None else float(mark.series)


def _neighbour(picture: Picture, number: int, *, down: bool) -> int:
    """Return the mark of the next row that has any, the nearest one to the mark left behind."""
    here = picture.marks[number]
    row = _row(picture, here)
    rows = {_row(picture, mark) for mark in picture.marks}
    beyond = [each for each in rows if (each > row if down else each < row)]
    if not beyond:
        return number
    target = min(beyond) if down else max(beyond)
    candidates = [each for each, mark in enumerate(picture.marks) if _row(picture, mark) == target]
    return min(candidates, key=lambda each: (abs(picture.marks[each].x - here.x), each))
