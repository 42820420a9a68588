# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What is installed with Terkha is what Terkha needs: no less, no more."""

from __future__ import annotations

import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pytest_archon import archrule
from pytest_archon.collect import collect_imports, walk_runtime

OURS = ("terkha", "terkha_db", "terkha_resources")
# What makes the catalogue and the assets; it runs in a checkout and is not shipped to readers.
MAKERS = (
    "terkha_db.build*",
    "terkha_db.citing.render",
    "terkha_db.cli_editor",
    "terkha_db.records*",
    "terkha_resources.vendor_build",
)


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def imported(*, by_makers: bool) -> set[str]:
    """The distributions that the modules of makers, or all others, import."""
    providers = packages_distributions()
    found = set()
    for package in OURS:
        for module, imports in collect_imports(package, walk_runtime).items():
            if any(fnmatchcase(module, pattern) for pattern in MAKERS) == by_makers:
                found |= {name.partition(".")[0] for name in imports}
    found -= {*sys.stdlib_module_names, *OURS}
    return {canonicalize_name(providers[name][0]) for name in found}


def test_readers_get_what_is_imported_and_no_more(project):
    needed, named = imported(by_makers=False), names(project["dependencies"])
    assert needed == named, needed ^ named


def test_makers_find_what_they_import(project):
    offered = names(project["dependencies"]) | names(project["optional-dependencies"]["build"])
    missing = imported(by_makers=True) - offered - {"pydantic-core"}
    assert not missing, missing


@pytest.mark.parametrize("package", OURS)
def test_readers_need_nothing_of_the_makers(package):
    (
        archrule("what is shipped does not rest on what is not")
        .match(package, f"{package}.*")
        .exclude(*MAKERS)
        .should_not_import(*MAKERS)
        .check(package, only_direct_imports=True)
    )
