# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What every kind of table gives: a header, and rows with the place where each one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from terkha_db.imported.faults import TableError

Cell = str | int | float
"""One value as the table holds it; an empty text where there is none."""
MOST_COLUMNS = 500


@dataclass(slots=True)
class Raw:
    """One row as it stands in a table."""

    place: int
    """The number of its line, row or feature, the first being 1."""
    cells: Sequence[Cell]
    """As many as the header has; none where the row cannot be taken."""
    fault: str = ""
    """Why the row cannot be taken."""
    notes: tuple[str, ...] = ()
    """What was mended or left out, where the row is taken."""
    text: str = ""
    """The beginning of a row that cannot be taken."""


class Source(Protocol):
    """A table of sites, read from its beginning to its end with bounded memory."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, none empty and none twice."""
        ...

    @property
    def facts(self) -> tuple[str, ...]:
        """What was found out about the file, in words: its encoding, delimiter, sheet."""
        ...

    @property
    def unit(self) -> str:
        """What places count: line, row or feature."""
        ...

    def rows(self) -> Iterator[Raw]:
        """Yield the rows below the header.

        Raises:
            TableError: the file breaks off.

        """
        ...

    def share(self) -> float:
        """Return how much has been read, from 0 to 1."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader may say about a file where the guess would be wrong."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


def unique_header(cells: Sequence[object], file: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names for all columns, and in words what had to be changed about them.

    Raises:
        TableError: there are too many columns.

    """
    if len(cells) > MOST_COLUMNS:
        raise TableError(
            f"{file} has {len(cells)} columns, more than the {MOST_COLUMNS} Terkha takes: "
            "leave some out, or check that its delimiter is right."
        )
    names: list[str] = []
    notes: list[str] = []
    taken: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        given = " ".join(str(cell).replace("\0", "").split())
        name = wanted = given or f"column {position}"
        again = 2
        while name.casefold() in taken:
            name = f"{wanted} ({again})"
            again += 1
        if name != given:
            found = f"the header “{given}” is there twice" if given else "a header is empty"
            notes.append(f"{found}: column {position} is called “{name}”")
        taken.add(name.casefold())
        names.append(name)
    return tuple(names), tuple(notes)
