# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Measures what a reader waits for when a record is opened, and what its whole page costs.

A page is opened when its first screen is painted: head and text as far as the view reaches. List of
contents, side column and the text below come in the turns of the event loop after it, all of which
the whole page counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

from measure import Line, measured
from window import context_of, events

from terkha_db.catalogue import Catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terkha.views.record_page import RecordPage

LARGEST = (
    "mine/julong",
    "mine/jiama",
    "commodity/copper",
    "citation/ferenczy-2025-prc-mining-tibet",
)
_SIZE = (1292, 850)
_REPEATS = 15


def page_opened(catalogue: Catalogue) -> Line:
    """From asking for the largest records to their first painted screen."""
    return _pages(catalogue, "record page, largest, opened", lambda _page: None, 30)


def page_whole(catalogue: Catalogue) -> Line:
    """The same, until the last line is laid out and everything beside the text is filled."""
    return _pages(catalogue, "record page, largest, whole", _complete, 8, True)


def _complete(page: RecordPage) -> None:
    page.view.complete()


PAGE_LINES = (page_opened, page_whole)


def _pages(
    catalogue: Catalogue,
    name: str,
    after: Callable[[RecordPage], None],
    budget: float,
    by_ratio: bool = False,
) -> Line:
    """Open each of the largest records; the floor is Qt's own browser with the same plain text."""
    from terkha.views.record_page import RecordPage

    cpu: dict[str, list[float]] = {record: [] for record in LARGEST}
    walls: list[float] = []
    floor: list[float] = []
    with context_of(catalogue) as context:
        page = RecordPage(context)
        _show(page)
        # One after the other, since a record that is open already keeps its place.
        for turn in range(_REPEATS + 1):
            for record in LARGEST:
                before, began = time.process_time(), time.perf_counter()
                page.show_record(record)
                page.repaint()
                after(page)
                if turn:
                    cpu[record].append((time.process_time() - before) * 1000)
                    walls.append((time.perf_counter() - began) * 1000)
                else:
                    page.view.complete()
                    floor.append(_plain(page.view.toPlainText()))
                events()
        page.close()
        # Else its turns would ask a catalogue that is closed.
        page.deleteLater()
        events()
    ours = max(median(times) for times in cpu.values())
    return Line(name, ours, max(floor), "ms", median(walls), budget, by_ratio)


def _plain(text: str) -> float:
    """Return the milliseconds that a bare QTextBrowser needs for the same words."""
    from PySide6.QtWidgets import QTextBrowser

    view = QTextBrowser()
    _show(view)

    def opened() -> None:
        view.setPlainText(text)
        view.document().documentLayout().documentSize()
        view.repaint()

    cpu, _ = measured(opened, _REPEATS)
    view.close()
    return median(cpu)


def _show(widget: QWidget) -> None:
    widget.resize(*_SIZE)
    widget.show()
    events()
