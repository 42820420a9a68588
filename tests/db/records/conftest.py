# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A small folder of records that a test may spoil."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from terkha_db.records.check import check
from terkha_db.records.load import Records, read

SMALL = Path(__file__).parents[2] / "data" / "records"


@dataclass(frozen=True)
class Tree:
    """A copy of the small records."""

    root: Path

    def replace(self, file: str, old: str, new: str) -> None:
        """Change a text that stands once in a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def records(self) -> Records:
        records, faults = read(self.root)
        assert faults == []
        return records

    def faults(self) -> list[str]:
        """Return all faults, with paths from the folder."""
        return [fault.removeprefix(f"{self.root}/") for fault in check(self.root)[1]]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    shutil.copytree(SMALL, tmp_path / "records")
    return Tree(tmp_path / "records")
