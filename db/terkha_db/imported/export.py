# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes rows of a collection to files and for the clipboard, as many as there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import IO

from terkha_db.export import Column, Line, Table, TableFormat
from terkha_db.imported.collection import Field
from terkha_db.imported.faults import CancelledError, CollectionError
from terkha_db.imported.info import Info
from terkha_db.imported.paging import Page, PagedRows
from terkha_db.imported.view import View
from terkha_db.imported.vocabulary import Vocabulary
from terkha_db.library.files import discard
from terkha_db.wording import format_date

_PAGE = 1000
_STOPPED = "The export to {target} was stopped; nothing was written."


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    rows: int
    left_out: int
    """Rows without coordinates, where only those with them can be written."""


class RowExport:
    """One export; it leaves either a whole file or what was there before."""

    def __init__(
        self,
        info: Info,
        table: Table,
        fields: Sequence[Field],
        view: View,
        *,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """``table`` has the columns of ``fields``; ``progress`` is told the rows that are read."""
        self._info = info
        self.table = table
        self._fields = fields
        self._view = view
        self._progress = progress
        self._stopped = Event()
        self._rows: PagedRows | None = None
        self._read = self._left_out = 0

    def cancel(self) -> None:
        """Stop the export; may be called from any thread."""
        self._stopped.set()
        if self._rows is not None:
            self._rows.interrupt()

    def write(self, kind: TableFormat, target: Path) -> Exported:
        """Write the rows to a file.

        Raises:
            CancelledError: ``cancel`` was called.
            CollectionError: the file cannot be written, or the collection is damaged.
            KnownError: there are more rows, or longer texts, than this kind of file holds.

        """
        partial = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with partial.open("wb") as opened:
                done = self.write_to(kind, opened)
            partial.replace(target)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise CollectionError(
                f"{target} could not be written ({reason}): choose another place."
            ) from error
        except CancelledError as error:
            raise CancelledError(_STOPPED.format(target=target)) from error
        finally:
            discard(partial)
        return done

    def write_to(self, kind: TableFormat, opened: IO[bytes]) -> Exported:
        """Write the rows to an open file.

        Raises:
            CancelledError: ``cancel`` was called.
            CollectionError: the collection is damaged.
            KnownError: there are more rows, or longer texts, than this kind of file holds.

        """
        with PagedRows(self._info.target.file) as rows:
            self._rows = rows
            try:
                kind.write_to(opened, self.table, self._lines(rows, kind))
            finally:
                self._rows = None
        return Exported(self._read - self._left_out, self._left_out)

    def lines(self, most: int) -> Iterator[Line]:
        """Yield rows until there are more than ``most``.

        Raises:
            CollectionError: the collection is damaged.

        """
        with PagedRows(self._info.target.file) as rows:
            for page in self._pages(rows):
                yield from lines_of(page, self._info, rows.fields, self._fields)
                self._read += len(page.rows)
                if self._read > most:
                    return

    def _lines(self, rows: PagedRows, kind: TableFormat) -> Iterator[Line]:
        for page in self._pages(rows):
            for line in lines_of(page, self._info, rows.fields, self._fields):
                self._left_out += kind.placed_only and not line.is_placed
                yield line
            self._read += len(page.rows)
            if self._progress is not None:
                self._progress(self._read)

    def _pages(self, rows: PagedRows) -> Iterator[Page]:
        generation = rows.interrupt()
        count = None
        if not self._stopped.is_set():
            rows.first(generation, self._view, 0)
            count = rows.arrange(generation)
        for start in range(0, count or 0, _PAGE):
            page = None if self._stopped.is_set() else rows.page(generation, start, _PAGE)
            if page is None:
                break
            yield page
        if self._stopped.is_set() or count is None:
            raise CancelledError(_STOPPED.format(target=self._info.name))


def table_of_rows(info: Info, vocabulary: Vocabulary, fields: Sequence[Field]) -> Table:
    """Return a table without lines yet: title, columns under the keys of queries, whose it is."""
    words = f"Your collection “{info.name}” in Terkha, imported from {info.source}"
    return Table(
        info.name,
        tuple(Column(vocabulary.columns[field.id].id, field.header) for field in fields),
        (),
        f"{words} on {format_date(info.imported[:10])}",
        has_places=True,
        is_cited=False,
    )


def lines_of(
    page: Page, info: Info, all_fields: Sequence[Field], fields: Iterable[Field]
) -> Iterator[Line]:
    """Yield the rows of a page with the cells of some fields."""
    at = {field.id: place for place, field in enumerate(all_fields)}
    places = [at[field.id] for field in fields]
    for number, cells in zip(page.numbers, page.rows, strict=True):
        lat, lon = cells[at["lat"]], cells[at["lon"]]
        yield Line(
            f"collection/{info.slug}/{number}",
            tuple(cells[place] for place in places),
            lat=lat if isinstance(lat, float) else None,
            lon=lon if isinstance(lon, float) else None,
        )
