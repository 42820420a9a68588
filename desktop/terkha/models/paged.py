# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The model of a table of any size: rows are read in a thread, and only those that are looked at.

The model answers at once whatever it is asked. A row that is not there yet is empty and is asked
for; after a while it says that it is being read.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from terkha.models.columns import with_key
from terkha.models.paged_columns import PagedColumns, alignment
from terkha.models.paged_reader import PagedReader
from terkha.models.roles import Index, Role
from terkha_db.imported.cells import shown_text
from terkha_db.imported.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from terkha_db.errors import KnownError
    from terkha_db.imported.cells import Stored
    from terkha_db.imported.collection import SiteRow
    from terkha_db.imported.paging import Page, PagedRows
    from terkha_db.imported.where import Clause

Answer = TypeVar("Answer")
_ROOT = QModelIndex()
_PAGE = 128
_KEPT = 64
_COLLECTED = 1000
_FIRST = 100
_SLOW_MS = 300


class PagedModel(PagedColumns):
    """One collection; columns are fields of it, rows those of the view that was asked for last."""

    opened = Signal()
    """Fields and number of rows are known."""
    told = Signal()
    """The number of rows, or whether they are being sorted, is different now."""
    failed = Signal(str)
    """Why the collection cannot be read, in a sentence."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(f"collection-{file.stem}", parent)
        self.file = file
        self.total = 0
        self.view = View()
        self.busy = True
        """True until the rows of the view asked for last have their places."""
        self._count = 0
        self._rows: PagedRows | None = None
        self._generation = 0
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._wanted: list[int] = []
        self._reading = False
        self._slow = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SLOW_MS)
        self._patience.timeout.connect(self._say_reading)
        self._reader = PagedReader(file)
        self._worker = self._reader.worker
        self._worker.do(self._reader.open, self._take_rows, self._fail)
        self.destroyed.connect(self._reader.close)

    # What is asked for

    def ask(self, where: Clause) -> None:
        """Show only the rows that meet a condition."""
        self._ask(View(self.order, where))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by one column; a column that is not there gives the order of the reader's table."""
        keys: list[tuple[str, bool]] = []
        if 0 <= column < len(self.fields):
            keys = [(self.fields[column].id, order == Qt.SortOrder.DescendingOrder)]
        self.sort_by(keys)

    def sort_also(self, column: int) -> None:
        """Let a column decide among equals; one that decides already turns round."""
        self.sort_by(with_key(self.order, self.fields[column].id))

    def sort_by(self, order: Sequence[tuple[str, bool]]) -> None:
        """Sort by fields, the first before all others; true is descending."""
        self.order = tuple(order)
        self._ask(View(self.order, self.view.where))

    def entry(self, number: int, then: Callable[[SiteRow], None]) -> None:
        """Have all that the reader's table says of a row read."""
        self._worker.do(lambda: self._reader.entry(number), then, self._fail)

    def collect(
        self,
        ranges: Sequence[range],
        work: Callable[[Sequence[Page]], Answer],
        then: Callable[[Answer], None],
    ) -> None:
        """Have rows of the view read, and something made of them, in the thread."""
        rows, generation = self._rows, self._generation
        if rows is not None:
            self._worker.do(lambda: work(list(_pages(rows, generation, ranges))), then, self._fail)

    def find(self, number: int, then: Callable[[int], None]) -> None:
        """Have the row of the view looked for that shows a site; ``then`` is for one that does."""
        rows, generation = self._rows, self._generation
        if rows is not None:
            self._worker.do(
                lambda: rows.place_of(generation, number),
                lambda place: None if place is None else then(place),
                self._fail,
            )

    def number_of(self, row: int) -> int | None:
        """Return the number of a row within the collection, or None if it is not read yet."""
        page = self._pages.get(row // _PAGE)
        place = row % _PAGE
        return page.numbers[place] if page and place < len(page.numbers) else None

    def close(self) -> None:
        """Stop reading and close the file; the model stays as it is."""
        self._patience.stop()
        self._rows = None
        self._reader.close()

    # What a view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows of the view."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what one cell holds; a row that is not read yet is asked for."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        field = self.fields[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(field)
        if role == Role.FIELD:
            return field
        if role == Role.VALUE:
            cells = self._cells(index.row())
            return None if cells is None else cells[self.places[index.column()]]
        text = self.lines(index.row(), (index.column(),))[0][0]
        if not text and self._cells(index.row()) is None:
            return None
        return f"{field.header}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text

    def lines(self, row: int, columns: Sequence[int]) -> list[tuple[str, bool, bool]]:
        """Return what is painted of a row, without a question for each cell and role.

        These are the text, whether it is set to the right, and whether something is amiss.
        """
        cells = self._cells(row)
        if cells is None:
            told = self.tr("Reading …") if self._slow else ""
            return [(told if column == 0 else "", False, False) for column in columns]
        return [
            (shown_text(cells[self.places[column]]), self.fields[column].type == "number", False)
            for column in columns
        ]

    # Within

    def _cells(self, row: int) -> tuple[Stored, ...] | None:
        number = row // _PAGE
        page = self._pages.get(number)
        if page is not None and row % _PAGE < len(page.rows):
            return page.rows[row % _PAGE]
        self._want(number)
        return None

    def _want(self, page: int) -> None:
        """Ask for a page, the one looked at last before all others."""
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted = [*self._wanted[-3:], page]
        if not self._patience.isActive() and not self._slow:
            self._patience.start()
        self._read_next()

    def _read_next(self) -> None:
        rows, generation = self._rows, self._generation
        if rows is None or self.busy or self._reading or not self._wanted:
            return
        self._reading = True
        number = self._wanted.pop()
        self._worker.do(
            lambda: rows.page(generation, number * _PAGE, _PAGE),
            lambda page: self._take_page(page, number),
            self._fail,
        )

    def _ask(self, view: View) -> None:
        if view == self.view:
            return
        self.view = view
        if self._rows is not None:
            self._begin(self._rows)

    def _begin(self, rows: PagedRows) -> None:
        """Have the view worked out; the rows shown stay until the first new ones are there."""
        view = self.view
        generation = self._generation = rows.interrupt()
        self.busy = True
        self._wanted = []
        self._worker.do(
            lambda: rows.first(generation, view, _FIRST),
            lambda page: self._take_first(page, view),
            self._fail,
        )
        self._worker.do(
            lambda: rows.arrange(generation),
            lambda count: self._take_places(count, generation),
            self._fail,
        )
        self.told.emit()

    def _take_rows(self, rows: PagedRows) -> None:
        self._rows = rows
        self.beginResetModel()
        self.all_fields, self.empty = rows.fields, rows.empty
        self.take_fields([spec.id for spec in self.columns() if spec.shown])
        self.total = self._count = rows.total
        self.busy = self.view != View()
        self.endResetModel()
        self.opened.emit()
        if self.busy:
            self._begin(rows)
        self.told.emit()

    def _take_first(self, page: Page | None, view: View) -> None:
        """Show the first rows; how many there are is known only if all of them are."""
        if page is None or page.generation != self._generation:
            return
        found = len(page.rows)
        self.beginResetModel()
        self._pages = OrderedDict({0: page})
        self._count = found if view.where.sql else self.total
        self._quieten()
        self.endResetModel()
        self.told.emit()

    def _take_places(self, count: int | None, generation: int) -> None:
        """Take up the number of rows of the view; now any page can be read."""
        if count is None or generation != self._generation:
            return
        if count > self._count:
            self.beginInsertRows(_ROOT, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self.busy = False
        self.told.emit()
        self._touch()
        self._read_next()

    def _take_page(self, page: Page | None, number: int) -> None:
        self._reading = False
        if page is not None and page.generation == self._generation:
            self._pages[number] = page
            self._pages.move_to_end(number)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
            if not self._wanted:
                self._quieten()
            first = number * _PAGE
            self._touch(first, first + len(page.rows) - 1)
        self._read_next()

    def _touch(self, first: int = 0, last: int = -1) -> None:
        # A page that was read just before a narrower view may lie beyond its end.
        if first < self._count and self.fields:
            last = self._count - 1 if last < 0 else min(last, self._count - 1)
            self.dataChanged.emit(
                self.index(first, 0), self.index(max(first, last), len(self.fields) - 1)
            )

    def _say_reading(self) -> None:
        self._slow = True
        self._touch()

    def _quieten(self) -> None:
        self._patience.stop()
        self._slow = False

    def _fail(self, error: KnownError) -> None:
        self.busy = self._reading = False
        self._quieten()
        self.failed.emit(str(error))
        self.told.emit()


def _pages(rows: PagedRows, generation: int, ranges: Sequence[range]) -> Iterator[Page]:
    for part in ranges:
        for start in range(part.start, part.stop, _COLLECTED):
            page = rows.page(generation, start, min(_COLLECTED, part.stop - start))
            if page is not None:
                yield page


_ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Role.FIELD,
        Role.VALUE,
    )
)
