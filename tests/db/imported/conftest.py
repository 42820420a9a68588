# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tables of a few lines, imported into a shelf of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from terkha_db.imported.collection import Collection
from terkha_db.imported.load import Loaded, load
from terkha_db.imported.preview import guess_mapping
from terkha_db.imported.shelf import Shelf
from terkha_db.imported.source import Reading

VARIANTS = {"瑪": "玛", "銅": "铜", "礦": "矿", "龍": "龙", "驅": "驱"}

Import = Callable[..., Loaded]
Write = Callable[..., Path]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "collections")


@pytest.fixture
def table(tmp_path: Path) -> Write:
    """Write a table: text as UTF-8, or bytes as they are."""

    def write(content: str | bytes, name: str = "sites.csv") -> Path:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return write


@pytest.fixture
def load_table(shelf: Shelf) -> Import:
    """Import a file under a guessed mapping, changed as ``roles`` say."""

    def run(file: Path, *, roles=(), swapped=False, reading=None, name="Sites", **given) -> Loaded:
        mapping = guess_mapping(file, reading or Reading())
        for header, role in roles:
            mapping = mapping.with_role(header, role)
        mapping = replace(mapping, swapped=swapped)
        target = shelf.target(name, replace=True)
        return load(file, mapping, target, variants=VARIANTS, reading=reading, **given)

    return run


@pytest.fixture
def imported(load_table: Import):
    """Import a file and open what became of it; closed after the test."""
    opened = []

    def run(file: Path, **given) -> tuple[Loaded, Collection]:
        loaded = load_table(file, **given)
        collection = Collection(loaded.target.file)
        opened.append(collection)
        return loaded, collection

    yield run
    for collection in opened:
        collection.close()
