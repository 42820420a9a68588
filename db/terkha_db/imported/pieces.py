# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Cuts years and numbers into even pieces, with the queries that keep the rows of one of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from terkha_db.query.writer import comparison, format_query
from terkha_db.wording import format_number

_LONGER = 10
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def years_together(years: Sequence[int], most: int) -> int:
    """Return how many years one mark is of, so that there are at most about ``most`` marks."""
    step = 1
    while years and (max(years) - min(years)) / step > most:
        step *= _LONGER
    return step


def begin_of(year: int, step: int) -> int:
    """Return the first of the years that a year comes together with."""
    return year // step * step


def years_text(start: int, step: int) -> str:
    """Return ``1990``, or ``1990-1999`` with a dash of figures."""
    return str(start) if step == 1 else f"{start}–{start + step - 1}"


def in_years(field: str, start: int, step: int) -> str:
    """Return the query for what is of these years."""
    return f"{field}:{start}" if step == 1 else f"{field}:{start}..{start + step - 1}"


def with_value(field: str, value: str) -> str:
    """Return the query for what has a value."""
    return format_query(comparison(field, "=", value))


def edges_of(low: float, high: float, most: int, *, log: bool) -> list[float]:
    """Return where even pieces of round length begin and end, from ``low`` to ``high``.

    There are two edges at least; with ``log`` each piece is so many times the one before.
    """
    if low == high:
        return [low, high]
    if log:
        share = math.log10(high / low) / most
        found = [float(f"{low * 10 ** (share * at):.3g}") for at in range(1, most)]
    else:
        step = _round_step((high - low) / most)
        first = math.floor(low / step) + 1
        found = [float(f"{at * step:.12g}") for at in range(first, math.ceil(high / step))]
    return [low, *sorted({edge for edge in found if low < edge < high}), high]


def place_sql(column: str, edges: Sequence[float]) -> str:
    """Return SQL for the number of the piece, from 0, that a number is in.

    Halves are compared in turn: SQLite need not know logarithms, which not every build of it does.
    """
    return _halved(column, edges[1:-1], 0)


def between(edges: Sequence[float], at: int) -> str:
    """Return a piece in words: ``10-20`` with a dash of figures, ``-20 to -10`` below zero."""
    joint = "–" if edges[at] >= 0 else " to "
    return f"{_short(edges[at])}{joint}{_short(edges[at + 1])}"


def middle_of(edges: Sequence[float], at: int, *, log: bool) -> float:
    """Return where the mark of a piece stands."""
    low, high = edges[at], edges[at + 1]
    return math.sqrt(low * high) if log else (low + high) / 2


def within(field: str, edges: Sequence[float], at: int) -> str:
    """Return the query for what is in a piece; the outer ones have no outer end."""
    parts = [f"{field}>={edges[at]:.15g}"] if at else []
    parts += [f"{field}<{edges[at + 1]:.15g}"] if at + 2 < len(edges) else []
    return " ".join(parts)


def _halved(column: str, edges: Sequence[float], first: int) -> str:
    if not edges:
        return str(first)
    half = len(edges) // 2
    below = _halved(column, edges[:half], first)
    above = _halved(column, edges[half + 1 :], first + half + 1)
    return f"CASE WHEN {column} < {edges[half]!r} THEN {below} ELSE {above} END"


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))


def _short(number: float) -> str:
    return format_number(float(f"{number:.4g}"))
