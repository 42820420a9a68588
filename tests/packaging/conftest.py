# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The scripts in packaging/, which are no package."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from terkha_db.catalogue import Catalogue

PACKAGING = Path(__file__).parents[2] / "packaging"


# They import one another by name, as Python lets scripts of one folder do.
sys.path.insert(0, str(PACKAGING))


def load(name: str) -> ModuleType:
    path = PACKAGING / f"{name}.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def packaging_folder() -> Path:
    return PACKAGING


@pytest.fixture(scope="session")
def launcher() -> ModuleType:
    return load("launcher")


@pytest.fixture(scope="session")
def trimming() -> ModuleType:
    return load("trimming")


@pytest.fixture(scope="session")
def licences() -> ModuleType:
    return load("licences")


@pytest.fixture(scope="session")
def metainfo_script() -> ModuleType:
    return load("linux/metainfo")


@pytest.fixture(scope="session")
def platforms() -> ModuleType:
    return load("platforms")


@pytest.fixture(scope="session")
def manual() -> ModuleType:
    return load("manual")


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(catalogue_path) as opened:
        yield opened
