# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a measurement is and how it is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured: ours and the floor in ``unit``, and how far ours may be above."""

    name: str
    ours: float
    floor: float
    unit: str
    wall: float
    """Ours in wall time, in milliseconds; 0 where time was not measured."""
    most: float
    """The most that ours may be, in ``unit``; or the largest ratio, if ``by_ratio``; or inf."""
    by_ratio: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def ok(self) -> bool:
        return (self.ratio if self.by_ratio else self.ours) <= self.most

    def __str__(self) -> str:
        budget = f"{self.most:g}x" if self.by_ratio else f"{self.most:g} {self.unit}"
        budget = "none" if self.most == inf else budget
        return (
            f"{self.name:34} {self.ours:9.2f} {self.floor:9.2f} {self.ratio:7.1f} "
            f"{budget:>9} {'ok' if self.ok else 'over':5} {self.wall:9.2f}"
        )


def measured(work: Callable[[], object], repeats: int) -> tuple[list[float], list[float]]:
    """Return CPU and wall milliseconds of each of ``repeats`` runs, after one to warm up."""
    work()
    cpu, wall = [], []
    for _ in range(repeats):
        before, began = time.process_time(), time.perf_counter()
        work()
        cpu.append((time.process_time() - before) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    return cpu, wall


class Delay:
    """How long this thread was ready to run while others had the processors."""

    def __init__(self) -> None:
        file = Path("/proc/thread-self/schedstat")
        self._file = file if file.is_file() else None

    def now(self) -> float:
        """Return the milliseconds so far; 0 where the system does not tell."""
        return int(self._file.read_text().split()[1]) / 1e6 if self._file else 0.0


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]
