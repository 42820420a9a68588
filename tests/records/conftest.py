# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The records of this edition, read once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from terkha_db.records.load import Records, load

ROOT = Path(__file__).parents[2] / "db" / "records"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def records() -> Records:
    return load(ROOT)


@pytest.fixture(scope="session")
def files() -> dict[str, list[dict]]:
    """Return what stands in each file, as plain mappings in the order of their keys."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {}
    for path in sorted(ROOT.rglob("*.yaml")):
        if path.parent == ROOT:
            continue
        data = yaml.load(path.read_text("utf-8"), loader)
        found[str(path.relative_to(ROOT))] = data if isinstance(data, list) else [data]
    return found
