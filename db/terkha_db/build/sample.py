# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Draws statements to be compared with their works again: the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from terkha_db.catalogue.connection import open_reader
from terkha_db.catalogue.statements import read_numbered
from terkha_db.codes import printed
from terkha_db.wording import format_as_of, format_property, format_value


def sample(path: Path, seed: int, count: int) -> Iterator[str]:
    """Yield lines that tell ``count`` statements of the catalogue at ``path``, with their works.

    Each statement has a place in a shuffled order that depends on seed and short code alone, so
    that records added later leave the others where they were.

    Raises:
        CatalogueError: it cannot be read.

    """
    reader = open_reader(path)
    try:
        coded = reader.all("SELECT code, number FROM statement")
        drawn = sorted(coded, key=lambda row: sha256(f"{seed} {row[0]}".encode()).digest())[:count]
        titles = dict(reader.all("SELECT id, title FROM record"))
        addresses = dict(
            reader.all("SELECT r.id, c.url FROM citation AS c JOIN record AS r ON number = record")
        )
        stated = read_numbered(reader, [number for _, number in drawn])
    finally:
        reader.close()
    for at, (code, number) in enumerate(drawn, start=1):
        said = stated[number]
        what = " ".join(filter(None, (format_property(said.property), said.commodity, said.of)))
        yield f"{at}. {printed(code)}  {titles[said.record]} ({said.record}#{said.id})"
        yield f"   {what}: {format_value(said)}; {format_as_of(said)}"
        for cite in said.cites:
            place = f", {cite.locator}" if cite.locator else ""
            address = f"  {addresses[cite.source.id] or ''}".rstrip()
            yield f"   - {cite.source.id.partition('/')[2]}{place}{address}"
