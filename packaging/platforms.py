# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What freezing needs on Windows and macOS and not on Linux; none of it has been run there."""

from __future__ import annotations

import sys
from pathlib import Path

import icons

from terkha_db import __version__
from terkha_db.given import LIBRARY_ENDING

IDENTIFIER = "org.terkha.Terkha"
LIBRARY = f"{IDENTIFIER}.library"
VERSION = __version__

# Windows parts programs with a terminal from those without: the command line needs the first, a
# click in the start menu the second. Elsewhere one is both.
EXECUTABLES = (("terkha", True), *((("terkhaw", False),) if sys.platform == "win32" else ()))

INFO_PLIST = {
    "CFBundleDisplayName": "Terkha",
    "CFBundleURLTypes": [
        {"CFBundleURLName": IDENTIFIER, "CFBundleURLSchemes": ["terkha"]},
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Terkha library",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [LIBRARY],
        },
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": LIBRARY,
            "UTTypeDescription": "Terkha library",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeTagSpecification": {"public.filename-extension": [LIBRARY_ENDING[1:]]},
        },
    ],
    "LSApplicationCategoryType": "public.app-category.reference",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "The Terkha developers; code MIT, data CC BY 4.0",
    # Both appearances: the window follows the system.
    "NSRequiresAquaSystemAppearance": False,
}

_DRAWING = Path(__file__).parents[1] / "resources" / "terkha_resources" / "icon" / "terkha.svg"
# The format of icons, and the largest picture that it holds.
_ICONS = {"win32": ("ico", 256), "darwin": ("icns", 512)}


def icon(folder: str) -> str | None:
    """Draw the icon in the system's own format into ``folder``; None where none is built in."""
    if sys.platform not in _ICONS:
        return None
    suffix, size = _ICONS[sys.platform]
    target = Path(folder, f"terkha.{suffix}")
    icons.save(icons.picture(_DRAWING, size), target)
    return str(target)
