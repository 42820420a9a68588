# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Decides which of the files that PyInstaller collects the frozen application ships.

PyInstaller takes every Qt plugin and what each of them links; Terkha draws widgets on a desktop and
never goes to a network, so a list says which plugins stay and the libraries follow from it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""A collected file: its place in the bundle, where it comes from, PyInstaller's type code."""
Needs = Callable[[str], frozenset[str]]
"""Gives the names of all shared libraries that loading a file loads."""

# Modules that something imports without need of it here, or only for developers.
EXCLUDED_MODULES = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "_hashlib",
    "_ssl",
    "defusedxml",
    "lxml.html.clean",
    "lxml.html.diff",
    "lxml.html.soupparser",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy.distutils",
    "numpy.f2py",
    "pip",
    "pkg_resources",
    "readline",
    "setuptools",
    "ssl",
    "tkinter",
)

# PyInstaller runs these before the program: for processes that multiprocessing starts, for listing
# the modules of packages, for source lines in tracebacks. Terkha does none of it, and they load a
# good deal of Python at each start.
UNUSED_HOOKS = frozenset(
    {
        "pyi_rth_inspect",
        "pyi_rth_multiprocessing",
        "pyi_rth_pkgutil",
        "pyi_rth_pyqtgraph_multiprocess",
    }
)
# This one loads Qt, for the command line too, to tell it where its plugins are. Where Qt for Python
# is linked to find itself, there is nothing to tell; the launcher does the rest.
QT_HOOK = "pyi_rth_pyside6"

# Folder and file of each plugin that stays.
PLUGINS = frozenset(
    {
        "iconengines/libqsvgicon.so",
        "imageformats/libqjpeg.so",
        "imageformats/libqsvg.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqwayland.so",
        "platforms/libqxcb.so",
        "platformthemes/libqxdgdesktopportal.so",
        "printsupport/libcupsprintersupport.so",
        "wayland-decoration-client/libadwaita.so",
        "wayland-decoration-client/libbradient.so",
        "wayland-shell-integration/libxdg-shell.so",
    }
)
# Loads where the machine has a print system; that system is never brought along.
WITHOUT_ITS_LIBRARIES = frozenset({"printsupport/libcupsprintersupport.so"})

_PLUGIN = re.compile(r"PySide6/Qt/plugins/(.+)\Z")
_TRANSLATION = re.compile(r"PySide6/Qt/translations/(\w+?)_(\w+)\.qm\Z")
_UNUSED_DATA = re.compile(
    r"(?:\A|/)(?:tests|examples|include|f2py|distutils)/|\.(?:pyi|pxd|c|h|lib|a)\Z|/py\.typed\Z"
)
# Of what an installer writes, only this is the same on every machine.
_METADATA = re.compile(r"[^/]+\.dist-info/(?:METADATA\Z|licenses/)")
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def linked_libraries(path: str) -> frozenset[str]:
    """Return the names of all libraries that ``ldd`` says loading ``path`` loads."""
    run = subprocess.run(["ldd", path], capture_output=True, text=True, check=False)
    return frozenset(
        PurePosixPath(line.split()[0]).name for line in run.stdout.splitlines() if line.strip()
    )


def trim_binaries(entries: Iterable[Entry], needs: Needs = linked_libraries) -> list[Entry]:
    """Return the extension modules, the plugins that stay, and the libraries these load."""
    entries = [entry for entry in entries if _stays(entry)]
    needed = frozenset[str]().union(
        *(needs(source) for place, source, kind in entries if _is_root(place, kind))
    )
    return [
        entry
        for entry in entries
        if _is_root(entry[0], entry[2])
        or _plugin(entry[0]) in PLUGINS
        or PurePosixPath(entry[0]).name in needed
    ]


def unpacked_python() -> list[tuple[str, str]]:
    """Return the Python of Qt for Python, where build.sh has unpacked it, and its place."""
    import shiboken6

    folder = Path(shiboken6.__file__).with_name("files.dir")
    return [(str(folder), "shiboken6/files.dir")] if folder.is_dir() else []


def trim_scripts(entries: Iterable[Entry], platform: str = sys.platform) -> list[Entry]:
    """Return what runs at the start: the program, and what has to run before it."""
    unused = UNUSED_HOOKS | ({QT_HOOK} if platform == "linux" else set())
    return [entry for entry in entries if entry[0] not in unused]


def trim_data(entries: Iterable[Entry], languages: Iterable[str]) -> list[Entry]:
    """Return the data files without those for developers, Qt's words only in ``languages``."""
    languages = frozenset(languages)
    return [entry for entry in entries if _is_used(entry[0], languages)]


def system_libraries(entries: Iterable[Entry]) -> list[str]:
    """Return the places of libraries that come from this machine's own packages.

    A Debian package leaves these out and depends on the packages instead.
    """
    return sorted(
        place
        for place, source, kind in entries
        if kind == "BINARY" and source.startswith(_SYSTEM_FOLDERS) and not _is_python(place)
    )


def _plugin(place: str) -> str | None:
    found = _PLUGIN.match(place)
    return found[1] if found else None


def _is_python(place: str) -> bool:
    return PurePosixPath(place).name.startswith("libpython")


def _stays(entry: Entry) -> bool:
    plugin = _plugin(entry[0])
    return plugin is None or plugin in PLUGINS


def _is_root(place: str, kind: str) -> bool:
    """Whether a file is loaded because of what it is, and not because another links it."""
    plugin = _plugin(place)
    if plugin is not None:
        return plugin not in WITHOUT_ITS_LIBRARIES
    return kind == "EXTENSION" or _is_python(place)


def _is_used(place: str, languages: frozenset[str]) -> bool:
    translation = _TRANSLATION.match(place)
    if translation:
        return translation[1] == "qtbase" and translation[2] in languages
    if ".dist-info/" in place:
        return bool(_METADATA.match(place))
    ours = place.startswith(("terkha/", "terkha_db/", "terkha_resources/"))
    return ours or not _UNUSED_DATA.search(place)
