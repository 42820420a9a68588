# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The project's own files, as the architecture tests look at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("db/terkha_db", "desktop/terkha", "resources/terkha_resources")
# Made here or by somebody else, and not in version control.
NOT_OURS = {".git", ".venv", "build", "dist", "vendor", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: where it lies, what it says and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        """The dotted name; for a file of a package, as it is imported."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts[1:]
        return ".".join(part for part in parts if part != "__init__")


def files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            # Caches of tools are hidden folders; `build` is also the name of a package of ours.
            ours = path.name not in NOT_OURS or (path.name == "build" and folder != ROOT)
            if ours and not path.name.endswith("_cache") and path.name != ".hypothesis":
                yield from files_below(path)
        elif path.name != ".git":  # a file where the checkout is a second one of its repository
            yield path


def read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """Every file that is or could be in version control."""
    found = tuple(files_below(ROOT))
    assert ROOT / "pyproject.toml" in found
    return found


@pytest.fixture(scope="session")
def sources(project_files: tuple[Path, ...]) -> tuple[Source, ...]:
    """Every Python file, tests included."""
    return tuple(read(path) for path in project_files if path.suffix == ".py")


@pytest.fixture(scope="session")
def product(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The Python files of the three packages; each has some."""
    for package in PACKAGES:
        assert any(str(source).startswith(f"{package}/") for source in sources), package
    return tuple(source for source in sources if str(source).startswith(PACKAGES))
