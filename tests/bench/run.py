# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures Terkha against its budgets: each line a ratio to a floor measured in the same run.

    make bench ARGS="[--only WORD] [--catalogue FILE]"

prints ``name ours floor ratio budget ok|over``. Times are CPU time, with wall time beside it,
because a busy machine stretches the one and not the other. To add a line, write a function that
returns a Line and name it in LINES. The collections of generated sites are made once, which takes
minutes, and kept in build/bench/.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from charts import CHART_LINES
from keystrokes import KEYSTROKE_LINES
from maps import MAP_LINES
from measure import Line, measured
from pages import PAGE_LINES
from sizes import SIZED_LINES
from starts import START_LINES
from window import WINDOW_LINES

from terkha_db.catalogue import Catalogue, default_catalogue

LARGEST = ("mine/julong", "mine/zabuye", "mine/jiama", "citation/ferenczy-2025-prc-mining-tibet")


def largest_record(catalogue: Catalogue) -> Line:
    """Reading the largest records whole, against reading their statements' rows."""
    raw = sqlite3.connect(f"file:{catalogue.path}?mode=ro&immutable=1", uri=True)
    rows = "SELECT s.* FROM statement AS s JOIN record AS r ON r.number = s.record WHERE r.id = ?"
    ours, walls, floor = [], [], []
    for record in LARGEST:
        cpu, wall = measured(lambda record=record: catalogue.record(record), 9)
        ours.append(median(cpu))
        walls.append(median(wall))
        cpu, _ = measured(lambda record=record: raw.execute(rows, (record,)).fetchall(), 9)
        floor.append(median(cpu))
    raw.close()
    return Line("record, largest, read", max(ours), max(floor), "ms", max(walls), 15)


def all_rows(catalogue: Catalogue) -> Line:
    """All mines, filtered and sorted, against reading the typed table."""
    raw = sqlite3.connect(f"file:{catalogue.path}?mode=ro&immutable=1", uri=True)
    order = (("resource_copper", True),)
    cpu, wall = measured(lambda: catalogue.rows("mine", text="tibet", sort=order), 15)
    floor, _ = measured(lambda: raw.execute("SELECT * FROM table_mine").fetchall(), 15)
    raw.close()
    return Line("mines, filter and sort", median(cpu), median(floor), "ms", median(wall), 20)


def all_facets(catalogue: Catalogue) -> Line:
    """Every facet of the mines with counts, against one count of the mines by a column."""
    raw = sqlite3.connect(f"file:{catalogue.path}?mode=ro", uri=True)
    counted = "SELECT status, count(*) FROM table_mine GROUP BY status"
    catalogue.facets("mine", where="is:disputed", text="a")
    cpu, wall = measured(
        lambda: catalogue.facets("mine", where="is:disputed OR title:a", text="a"), 15
    )
    floor, _ = measured(lambda: raw.execute(counted).fetchall(), 15)
    raw.close()
    return Line("mines, facets", median(cpu), median(floor), "ms", median(wall), 15)


LINES = (
    *KEYSTROKE_LINES,
    largest_record,
    all_rows,
    all_facets,
    *SIZED_LINES,
    *WINDOW_LINES,
    *PAGE_LINES,
    *MAP_LINES,
    *CHART_LINES,
    *START_LINES,
)


def main() -> int:
    """Measure and print; 1 if a line is over its budget."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="run the lines whose names hold this word")
    parser.add_argument("--catalogue", type=Path, default=default_catalogue())
    arguments = parser.parse_args()
    chosen = [work for work in LINES if arguments.only in work.__name__]
    if not chosen:
        parser.error(f"lines are {', '.join(work.__name__ for work in LINES)}")
    print(f"{'name':34} {'ours':>9} {'floor':>9} {'ratio':>7} {'budget':>9} {'':5} {'wall':>9}")
    over = False
    with Catalogue.open(arguments.catalogue) as catalogue:
        for work in chosen:
            line = work(catalogue)
            over = over or not line.ok
            print(line, flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
