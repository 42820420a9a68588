# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Where files may lie, so that every import name is ours alone."""

from __future__ import annotations

import sys
import tomllib

import pytest

# With an __init__.py in packaging/, `import packaging` would find our folder instead of the library
# that pytest and pip rest on; the others would become packages with names that say nothing.
ROOTS = ("db", "desktop", "packaging", "resources", "tests")


@pytest.mark.parametrize("folder", ROOTS)
def test_source_roots_are_no_packages(folder, root):
    assert (root / folder).is_dir()
    assert not (root / folder / "__init__.py").exists()


def test_no_tests_are_packages(root):
    assert list((root / "tests").rglob("__init__.py")) == []
    assert list((root / "packaging").rglob("__init__.py")) == []


def test_the_wheel_holds_what_is_here(root):
    build = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    packages = build["targets"]["wheel"]["packages"]
    found = [
        path.parent.relative_to(root).as_posix()
        for folder in build["dev-mode-dirs"]
        for path in (root / folder).glob("*/__init__.py")
    ]
    assert sorted(packages) == sorted(found)


def test_no_module_hides_the_standard_library(product):
    # A script run from its own folder would import it instead.
    names = {str(source): source.path.stem for source in product}
    hiding = [path for path, name in names.items() if name in sys.stdlib_module_names]
    assert [path for path in hiding if not path.endswith(("__main__.py", "__init__.py"))] == []
