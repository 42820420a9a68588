# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the bill of materials of the frozen application, as CycloneDX JSON.

``python sbom.py ENVIRONMENT SYSTEM_LIBRARIES FILE`` lists Terkha, Python, the packages of the
environment, the packages that fonts, icons and the map come from, and Debian's packages whose
libraries the portable archive carries along (the ``.deb`` depends on them instead).
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from licences import shipped, stated
from packageurl import PackageURL

from terkha_resources.assets import PACKAGES, Index

LICENCES = LicenseFactory()
OURS = "terkha"


def bill(environment: Path, libraries: Iterable[str]) -> Bom:
    """Return the bill of what is frozen from ``environment`` with these system libraries."""
    found = shipped(environment)
    whole = Bom()
    whole.metadata.timestamp = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    whole.metadata.component = next(map(_package, filter(_is_ours, found)))
    parts = [
        Component(
            name="python",
            version=platform.python_version(),
            type=ComponentType.PLATFORM,
            licenses=[LICENCES.make_from_string("PSF-2.0")],
            bom_ref="python",
        ),
        *(_package(each) for each in found if not _is_ours(each)),
        *(_asset(each.index, each.name, each.version) for each in PACKAGES),
        *(_library(name, version) for name, version in sorted(debian_packages(libraries))),
    ]
    # An asset and a package may come from one archive.
    whole.components.update({str(part.bom_ref): part for part in parts}.values())
    whole.register_dependency(whole.metadata.component, whole.components)
    contents = "\n".join(sorted(str(part.bom_ref) for part in parts))
    whole.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, contents)
    return whole


def debian_packages(libraries: Iterable[str]) -> set[tuple[str, str]]:
    """Return name and version of the installed Debian packages that own these libraries."""
    names = sorted({Path(library).name for library in libraries})
    if not names:
        return set()
    owners = subprocess.run(
        ["dpkg-query", "--search", *(f"*/{name}" for name in names)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    packages = sorted({line.partition(": ")[0] for line in owners.splitlines()})
    told = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package}\t${Version}\n", *packages],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = (line.partition("\t") for line in told.splitlines())
    return {(name, version) for name, _, version in rows}


def _is_ours(distribution: Distribution) -> bool:
    return distribution.name.lower() == OURS


def _package(distribution: Distribution) -> Component:
    name = distribution.name.lower().replace("_", "-")
    url = None if name == OURS else PackageURL("pypi", name=name, version=distribution.version)
    licence = stated(distribution)
    return Component(
        name=distribution.name,
        version=distribution.version,
        type=ComponentType.APPLICATION if name == OURS else ComponentType.LIBRARY,
        licenses=[LICENCES.make_from_string(licence)] if licence else [],
        purl=url,
        bom_ref=str(url or name),
    )


def _asset(index: Index, name: str, version: str) -> Component:
    scope, _, plain = name.rpartition("/")
    kind = "npm" if index is Index.NPM else "pypi"
    url = PackageURL(kind, namespace=scope or None, name=plain, version=version)
    return Component(
        name=name, version=version, type=ComponentType.DATA, purl=url, bom_ref=str(url)
    )


def _library(name: str, version: str) -> Component:
    url = PackageURL("deb", namespace="debian", name=name, version=version)
    return Component(
        name=name, version=version, type=ComponentType.LIBRARY, purl=url, bom_ref=str(url)
    )


if __name__ == "__main__":
    environment, listed, target = map(Path, sys.argv[1:])
    made = JsonV1Dot6(bill(environment, listed.read_text().splitlines()))
    target.write_text(made.output_as_string(indent=2) + "\n", encoding="utf-8")
