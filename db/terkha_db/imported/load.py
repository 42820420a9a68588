# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes a collection of a table: read, fitted and written in one pass, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from terkha_db import __version__
from terkha_db.imported.faults import CancelledError, TableError, explain, unwritable
from terkha_db.imported.fitting import Fitter, Misfit
from terkha_db.imported.info import Target
from terkha_db.imported.mapping import Mapping as ColumnMapping
from terkha_db.imported.opening import open_source
from terkha_db.imported.report import write_report
from terkha_db.imported.source import Reading, Source
from terkha_db.imported.writer import Writer
from terkha_db.library.files import discard, sync
from terkha_db.paths import ensure_folder

_STOPPED = "The import of {file} was stopped; nothing was changed."
_ROWS_BETWEEN = 1000
_READING = 0.7
"""The share of the time that reading takes; the rest goes into the indexes."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come."""

    share: float
    """From 0 to 1."""
    sites: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an import has made."""

    target: Target
    facts: tuple[str, ...]
    """What was found out about the file."""
    unit: str
    """What the places in the report count: line, row or feature."""
    sites: int
    names: int
    placed: int
    """Sites with coordinates."""
    rejected: int
    noted: int
    """Sites of which something was not taken as it stood."""
    swapped: int
    """Sites whose coordinates would be good if latitude and longitude were exchanged."""
    reasons: tuple[tuple[str, int], ...]
    """Why rows were left out, the commonest first."""
    report: Path | None
    """The report of what was left out or noted; None where there was nothing to report."""


def load(
    file: Path,
    mapping: ColumnMapping,
    target: Target,
    *,
    variants: Mapping[str, str],
    reading: Reading | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = bool,
) -> Loaded:
    """Import a table; the collection is there at the end, all of it, or nothing has changed.

    ``variants`` leads from traditional to simplified characters. ``progress`` and ``cancelled``
    are called in this thread, many times a second.

    Raises:
        TableError: the file or the mapping cannot be used, or no row fits.
        CollectionError: the collection cannot be written.
        CancelledError: ``cancelled`` returned True.

    """
    mapping.check()
    source = open_source(file, reading, cancelled)
    try:
        # Of a table that was not read to its end, not even the header is known.
        if cancelled():
            raise CancelledError(_STOPPED.format(file=file))
        if tuple(column.header for column in mapping.columns) != source.header:
            raise TableError(
                f"{file} has other columns than when you chose what they mean: choose again."
            )
        ensure_folder(target.file.parent)
        return _Import(file, mapping, target, source, progress, cancelled).run(variants)
    finally:
        source.close()


class _Import:
    """One import; it leaves either a whole collection or what was there before."""

    def __init__(
        self,
        file: Path,
        mapping: ColumnMapping,
        target: Target,
        source: Source,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._file = file
        self._mapping = mapping
        self._target = target
        self._source = source
        self._progress = progress
        self._cancelled = cancelled
        self._fitter = Fitter(mapping)

    def run(self, variants: Mapping[str, str]) -> Loaded:
        partial = self._target.partial()
        try:
            columns = [self._mapping.columns[at] for at in self._fitter.kept]
            writer = Writer(partial, columns, variants, self._cancelled)
            try:
                self._read(writer)
                writer.index(lambda share: self._tell(_READING + (1 - _READING) * share, writer))
                writer.finish(self._about(writer), self._fitter.misfits)
            finally:
                writer.close()
            self._stop_if_asked()
            self._put_in_place(partial)
        except sqlite3.Error as error:
            self._stop_if_asked()
            known = explain(self._target.file, error)
            if known is None:
                raise
            raise known from error
        except OSError as error:
            raise unwritable(self._target.file, error) from error
        finally:
            discard(partial)
        return self._loaded(writer)

    def _read(self, writer: Writer) -> None:
        for count, raw in enumerate(self._source.rows()):
            if count % _ROWS_BETWEEN == 0:
                self._tell(_READING * self._source.share(), writer)
            fitted = self._fitter.fit(raw)
            if isinstance(fitted, Misfit):
                writer.reject(fitted)
            else:
                writer.add(fitted)
        if not writer.sites:
            raise TableError(self._nothing(writer))

    def _nothing(self, writer: Writer) -> str:
        if not writer.rejected:
            return f"{self._file} has a header and nothing below it."
        reason, count = writer.reasons.most_common(1)[0]
        return (
            f"None of the {writer.rejected:,} {self._source.unit}s of {self._file} can be taken "
            f"({count:,} times: {reason}): say with --map COLUMN=ROLE what its columns are."
        )

    def _tell(self, share: float, writer: Writer) -> None:
        self._stop_if_asked()
        if self._progress is not None:
            self._progress(Progress(share, writer.sites, writer.rejected))

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise CancelledError(_STOPPED.format(file=self._file))

    def _put_in_place(self, partial: Path) -> None:
        sync(partial)
        os.replace(partial, self._target.file)  # noqa: PTH105
        sync(self._target.file.parent)

    def _about(self, writer: Writer) -> dict[str, str]:
        import json

        return {
            "name": self._target.name,
            "slug": self._target.slug,
            "file": self._file.name,
            "read": "; ".join(self._source.facts),
            "unit": self._source.unit,
            "sites": str(writer.sites),
            "placed": str(writer.placed),
            "rejected": str(writer.rejected),
            "noted": str(writer.noted),
            "imported": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": __version__,
            "mapping": json.dumps(self._mapping.as_json(), ensure_ascii=False),
        }

    def _loaded(self, writer: Writer) -> Loaded:
        report = write_report(self._target) if writer.rejected or writer.noted else None
        if report is None:
            discard(self._target.report)
        return Loaded(
            self._target,
            self._source.facts,
            self._source.unit,
            writer.sites,
            writer.names,
            writer.placed,
            writer.rejected,
            writer.noted,
            writer.swapped,
            tuple(writer.reasons.most_common(5)),
            report,
        )
