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

# Run while freezing, and not part of what is frozen, but for PyInstaller's own start-up code.
NOT_SHIPPED = {"altgraph", "packaging", "pip", "pluggy", "pyinstaller-hooks-contrib", "setuptools"}
WORDS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


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


def licence_files(distribution: Distribution) -> list[Path]:
    """Return the licence files that the wheel of a package brought."""
    named = (
        file
        for file in distribution.files or ()
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(WORDS)
    )
    return sorted(Path(str(file.locate())) for file in named)


def gather(environment: Path, folder: Path) -> None:
    """Write FOLDER/README and one folder with licence files for each shipped package."""
    packages = sysconfig.get_path("purelib", vars={"base": str(environment)})
    lines = []
    for distribution in sorted(distributions(path=[packages]), key=lambda each: each.name.lower()):
        if distribution.name.lower() in NOT_SHIPPED:
            continue
        lines.append(f"{distribution.name} {distribution.version}: {stated(distribution)}")
        for path in licence_files(distribution):
            target = folder / distribution.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.is_file():
        shutil.copyfile(python, folder / "Python.txt")
    (folder / "README").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]))
