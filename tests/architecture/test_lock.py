# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The locks hold what pyproject.toml asks for, every file with its hash."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = {
    "requirements.lock": ("build", "dev"),
    "packaging/requirements.lock": ("package",),
}


@pytest.fixture(params=LOCKS)
def lock(request, root):
    return request.param, (root / request.param).read_text("utf-8")


def pins(text: str) -> dict[str, list[str]]:
    """The locked versions by package; there are several where they depend on the Python."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def test_every_dependency_is_locked(lock, root):
    name, text = lock
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in LOCKS[name]:
        wanted += project["optional-dependencies"][extra]
    locked = pins(text)
    for requirement in map(Requirement, wanted):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {name}: `make lock`"
        assert all(map(requirement.specifier.contains, versions)), f"{requirement}: `make lock`"


def test_every_pin_has_a_hash(lock):
    _, text = lock
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    unhashed = [block for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert unhashed == []


def test_what_is_frozen_is_what_was_tested(root):
    tested, frozen = (pins((root / name).read_text("utf-8")) for name in LOCKS)
    shared = tested.keys() & frozen.keys()
    assert "pyside6-essentials" in shared
    assert {name: frozen[name] for name in shared} == {name: tested[name] for name in shared}
