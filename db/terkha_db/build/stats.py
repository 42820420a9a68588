# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a catalogue holds and what it lacks, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from terkha_db.catalogue.connection import Reader, open_reader
from terkha_db.catalogue.coverage import read_coverage
from terkha_db.coverage import as_lines
from terkha_db.vocabulary import KINDS
from terkha_db.wording import count

_OF_MINES: tuple[tuple[str, str], ...] = (
    ("with a point of the site itself", "precision = 'site'"),
    ("with a point near by", "precision = 'locality'"),
    ("placed at a county seat only", "precision = 'county'"),
    ("not placed", "precision IS NULL"),
    ("without a county", "county IS NULL"),
    ("without a source for the status", "status_as_of IS NULL AND status = 'unknown'"),
    ("without operator and owner", "operator IS NULL"),
    ("that sources disagree on", "disputes > 0"),
    ("that rest on one work or none", "works < 2"),
)


def stats(path: Path) -> list[str]:
    """Return the lines of a report on the catalogue at ``path``.

    Raises:
        CatalogueError: it cannot be read.

    """
    reader = open_reader(path)
    try:
        return [
            *_edition(reader),
            *_records(reader),
            *_statements(reader),
            *_gaps(reader),
            "",
            *as_lines(read_coverage(reader)),
        ]
    finally:
        reader.close()


def _edition(reader: Reader) -> Iterator[str]:
    about = dict(reader.all("SELECT key, value FROM edition"))
    yield f"Edition {about['version']} of {about['date']}, {about['checksum']}"


def _records(reader: Reader) -> Iterator[str]:
    counts = dict(reader.all("SELECT kind, count(*) FROM record GROUP BY kind"))
    yield ""
    yield f"{count(sum(counts.values()), 'record')}:"
    for kind in KINDS:
        yield f"  {counts.get(kind.id, 0):>6,}  {kind.plural.lower()}"


def _statements(reader: Reader) -> Iterator[str]:
    whole = _number(reader, "statement WHERE scope = 'record'")
    differ = _number(reader, "spread")
    yield ""
    yield f"{count(_number(reader, 'statement'), 'statement')}:"
    yield f"  {_number(reader, 'statement_citation'):>6,}  citations behind them"
    yield f"  {whole:>6,}  sourced for the record as a whole, not for each value"
    yield f"  {differ:>6,}  quantities of which published figures differ"
    attested = _number(reader, "name WHERE attested = 1")
    yield f"{count(attested, 'name')}, {count(_number(reader, 'passage'), 'passage')} of full text"


def _gaps(reader: Reader) -> Iterator[str]:
    yield ""
    yield f"Of {_number(reader, 'table_mine'):,} mines:"
    for words, condition in _OF_MINES:
        yield f"  {_number(reader, f'table_mine WHERE {condition}'):>6,}  {words}"


def _number(reader: Reader, source: str) -> int:
    return int(reader.all(f"SELECT count(*) FROM {source}")[0][0])
