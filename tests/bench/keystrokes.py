# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures search as one types: by itself, and in the window until the answers are painted.

Names are typed letter by letter, as they are spelt and misspelt, several times over, each time with
files just opened: what is only fast because it was asked a moment ago does not count. On a shared
processor one run takes up to twice the CPU time of the next, and so does any loop of plain Python
beside it: compare the ratios of runs, not their times.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache, partial
from statistics import median
from typing import TYPE_CHECKING

from generate import collection
from measure import Line, measured, p95
from window import context_of, events

from terkha_db.catalogue import Catalogue
from terkha_db.fold import tokens
from terkha_db.imported.collection import Collection

if TYPE_CHECKING:
    from terkha.views.search_box import SearchBox

OF_RECORDS = (
    *("gyama", "qulong", "zabuye", "甲玛", "驱龙", "maizhokunggar", "norbusa", "lithium tibet"),
    *("རྒྱ་མ", "jamma copper"),
)
OF_SITES = (
    *("gyama", "qulong", "杰曲金矿", "矿区", "ཡང་ཐར་གཡུ", "yangtayou salt", "lookout mine"),
    *("valbanland", "boy deposti", "jieku gold"),
)
"""As they are called in the generated collections."""
ROUNDS = 5
_SEARCH = {"": 2.0, "10k": 10.0, "100k": 25.0, "1M": 60.0}
_PAINT = {"": 50.0, "10k": 60.0, "100k": 80.0, "1M": 120.0}
_WIDE, _HIGH = 760, 46

Times = dict[str, list[float]]


def search(catalogue: Catalogue) -> Line:
    """Search the catalogue, against a bare full-text match on the same file."""
    return _search(catalogue, "")


def search_10k(catalogue: Catalogue) -> Line:
    """Search a collection of 10,000 sites."""
    return _search(catalogue, "10k")


def search_100k(catalogue: Catalogue) -> Line:
    """Search 100,000 sites."""
    return _search(catalogue, "100k")


def search_1M(catalogue: Catalogue) -> Line:  # noqa: N802
    """Search 1,000,000 sites."""
    return _search(catalogue, "1M")


def typing(catalogue: Catalogue) -> Line:
    """From a keystroke to the painted answers, against painting as many rows of a plain list."""
    return _typing(catalogue, "")


def typing_10k(catalogue: Catalogue) -> Line:
    """The same with a collection of 10,000 sites beside the catalogue."""
    return _typing(catalogue, "10k")


def typing_100k(catalogue: Catalogue) -> Line:
    """The same with 100,000 sites."""
    return _typing(catalogue, "100k")


def typing_1M(catalogue: Catalogue) -> Line:  # noqa: N802
    """The same with 1,000,000 sites."""
    return _typing(catalogue, "1M")


KEYSTROKE_LINES = (
    *(search, search_10k, search_100k, search_1M),
    *(typing, typing_10k, typing_100k, typing_1M),
)


def _search(catalogue: Catalogue, size: str) -> Line:
    file = collection(size, catalogue.path) if size else catalogue.path
    cpu: Times = {}
    wall: Times = {}
    bare: Times = {}
    for _ in range(ROUNDS):
        re.purge()
        with ExitStack() as stack:
            opened = stack.enter_context(Collection(file) if size else Catalogue.open(file))
            raw = stack.enter_context(
                closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True))
            )
            opened.search("warm")
            for text in _typed(OF_SITES if size else OF_RECORDS):
                _time(partial(opened.search, text), text, cpu, wall)
                _time(partial(_bare, raw, _match(text)), text, bare, {})
    name = f"search {size or 'the catalogue'}, keystroke, p95"
    return Line(name, _p95(cpu), _p95(bare), "ms", _p95(wall), _SEARCH[size])


def _typing(catalogue: Catalogue, size: str) -> Line:
    cpu: Times = {}
    wall: Times = {}
    rows: dict[str, int] = {}
    with _search_box(catalogue, size) as box:
        for _ in range(ROUNDS):
            re.purge()
            box.popup.hide()
            for text in _typed((*OF_RECORDS[:4], *OF_SITES) if size else OF_RECORDS):
                _time(partial(_strike, box, text), text, cpu, wall)
                rows[text] = box.model.rowCount()
        floor = p95([_plain_list(count) for count in rows.values()])
    name = f"typing to paint, {size or 'the catalogue'}, p95"
    return Line(name, _p95(cpu), floor, "ms", _p95(wall), _PAINT[size])


def _strike(box: SearchBox, text: str) -> None:
    """Type, and let the window work until all answers are there and painted."""
    from PySide6.QtCore import QEventLoop

    box.setText(text)
    box.answer()
    events()  # what the catalogue has is painted before the rest
    if box.model.is_pending:
        loop = QEventLoop()
        box.model.told.connect(lambda: None if box.model.is_pending else loop.quit())
        loop.exec()
    events()


@contextmanager
def _search_box(catalogue: Catalogue, size: str) -> Iterator[SearchBox]:
    """Show a window in whose search box one may type, with a collection of a size."""
    from terkha.views.window import Window

    with context_of(catalogue) as context:
        if size:
            file = collection(size, catalogue.path)
            context.paths.collections.mkdir(parents=True)
            (context.paths.collections / file.name).symlink_to(file)
        window = Window(context)
        window.show()
        context.state.open("page/home")
        window.focus_search()
        events()
        yield window._bar.search
        window.close()


@cache
def _plain_list(rows: int) -> float:
    """Return the milliseconds of repainting so many rows of two lines of Qt's own list."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QListView

    view, model = QListView(), QStandardItemModel()
    for row in range(rows):
        item = QStandardItem(f"Row {row} of a plain list\nName: what matched, and who uses it")
        item.setSizeHint(QSize(_WIDE, _HIGH))
        model.appendRow(item)
    view.setModel(model)
    view.resize(_WIDE, max(_HIGH * rows, 1))
    view.show()
    events()
    cpu, _ = measured(lambda: view.viewport().repaint(), 15)
    view.close()
    return median(cpu)


def _bare(raw: sqlite3.Connection, match: str) -> None:
    raw.execute(
        "SELECT rowid FROM name_tokens WHERE name_tokens MATCH ? LIMIT 50", (match,)
    ).fetchall()


def _typed(queries: tuple[str, ...]) -> Iterator[str]:
    for query in queries:
        for end in range(1, len(query) + 1):
            yield query[:end]


def _match(text: str) -> str:
    """Return what a bare full-text search asks for: words as they are kept, the last ones begun."""
    words = [" ".join(tokens(word, {})) for word in text.split()]
    return " ".join(f'"{word}"*' for word in words)


def _time(work: Callable[[], object], text: str, cpu: Times, wall: Times) -> None:
    before, began = time.process_time(), time.perf_counter()
    work()
    cpu.setdefault(text, []).append((time.process_time() - before) * 1000)
    wall.setdefault(text, []).append((time.perf_counter() - began) * 1000)


def _p95(times: Times) -> float:
    """Return what one keystroke in twenty exceeds; of the rounds of each the middle one counts."""
    return p95([median(rounds) for rounds in times.values()])
