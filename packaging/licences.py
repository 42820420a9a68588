# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Gathers the licences of what the frozen application brings along.

``python licences.py ENVIRONMENT FOLDER`` copies, for each package in the environment, the licence
files that its wheel carries to FOLDER/NAME/, and writes which licence each one names.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

# Run while the packages are made and are not frozen; of PyInstaller, the start-up code is.
NOT_SHIPPED = frozenset(
    {
        "altgraph",
        "boolean-py",
        "cyclonedx-python-lib",
        "defusedxml",
        "license-expression",
        "packageurl-python",
        "packaging",
        "pip",
        "pluggy",
        "py-serializable",
        "pyinstaller-hooks-contrib",
        "setuptools",
        "shtab",
        "sortedcontainers",
    }
)
# The licences that Qt's wheels name but do not hold, and that of Python itself, which lies beside
# the library or, on Windows, beside the interpreter.
TEXTS = Path(__file__).with_name("texts")
PYTHON = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
WORDS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def shipped(environment: Path) -> list[Distribution]:
    """Return the packages of an environment that are shipped, by name."""
    packages = sysconfig.get_path("purelib", vars={"base": str(environment)})
    return sorted(
        (each for each in distributions(path=[packages]) if _plain(each.name) not in NOT_SHIPPED),
        key=lambda each: each.name.lower(),
    )


def stated(distribution: Distribution) -> str:
    """Return what a package says of its licence, in one line."""
    metadata = distribution.metadata
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier", [])
        if line.startswith("License :: ")
    ]
    for field in ("License-Expression", "License"):
        if field in metadata and not classifiers:
            return metadata[field].splitlines()[0]
    return "; ".join(classifiers) or "see its files"


def licence_files(distribution: Distribution) -> dict[Path, Path]:
    """Return the licence files that the wheel of a package brought, by a path to put them at."""
    found = {}
    for file in distribution.files or ():
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(WORDS):
            parts = file.parts[2:] if file.parts[1].startswith("licen") else file.parts[1:]
            found[Path(*parts)] = Path(str(file.locate()))
    return found


def gather(environment: Path, folder: Path) -> None:
    """Write FOLDER/README, texts of licences, and one folder of them for each shipped package.

    Raises:
        StopIteration: this Python has come without its licence.

    """
    lines = []
    for distribution in shipped(environment):
        lines.append(f"{distribution.name} {distribution.version}: {stated(distribution)}")
        for place, path in licence_files(distribution).items():
            target = folder / distribution.name / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copytree(TEXTS, folder, dirs_exist_ok=True)
    shutil.copyfile(next(path for path in PYTHON if path.is_file()), folder / "Python.txt")
    (folder / "README").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]))
