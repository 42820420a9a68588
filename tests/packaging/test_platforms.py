# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What Windows and macOS are told of Terkha agrees with what Linux is told."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QImage

from terkha_db import __version__
from terkha_db.given import LIBRARY_ENDING


@pytest.mark.parametrize(
    ("system", "suffix", "size"), [("win32", "ico", 256), ("darwin", "icns", 512)]
)
def test_the_icon_is_drawn_in_the_formats_of_the_systems(
    platforms, monkeypatch, tmp_path, system, suffix, size
):
    monkeypatch.setattr(platforms.sys, "platform", system)
    drawn = platforms.icon(str(tmp_path / "work"))
    assert drawn == str(tmp_path / "work" / f"terkha.{suffix}")
    image = QImage(drawn)
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(size // 2, size // 2).alpha() == 255


def test_linux_needs_no_icon_inside(platforms, monkeypatch, tmp_path):
    monkeypatch.setattr(platforms.sys, "platform", "linux")
    assert platforms.icon(str(tmp_path)) is None


def test_links_and_version_are_those_of_linux(platforms, packaging_folder):
    assert __version__ == platforms.VERSION
    (scheme,) = platforms.INFO_PLIST["CFBundleURLTypes"]
    assert scheme["CFBundleURLSchemes"] == ["terkha"]
    assert (packaging_folder / "linux" / f"{platforms.IDENTIFIER}.metainfo.xml").is_file()


def test_exported_libraries_are_known_by_their_ending(platforms, packaging_folder):
    (kind,) = platforms.INFO_PLIST["UTExportedTypeDeclarations"]
    (document,) = platforms.INFO_PLIST["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    (ending,) = kind["UTTypeTagSpecification"]["public.filename-extension"]
    assert f".{ending}" == LIBRARY_ENDING
    script = (packaging_folder / "windows" / "terkha.nsi").read_text("utf-8")
    assert f'"${{CLASSES}}\\{LIBRARY_ENDING}"' in script


def test_the_windows_uninstaller_takes_away_what_was_written(packaging_folder):
    script = (packaging_folder / "windows" / "terkha.nsi").read_text("utf-8")
    installed, _, removed = script.partition('Section "Uninstall"')
    written = set(re.findall(r'WriteReg\w+ HKCU "(\$\{\w+\}(?:\\[\w.]+)?)', installed))
    assert written == set(re.findall(r'DeleteRegKey HKCU "(\$\{\w+\}(?:\\[\w.]+)?)"', removed))
    made = set(re.findall(r'(?:CreateShortcut|WriteUninstaller) "([^"]+)"', installed))
    assert made <= set(re.findall(r'Delete "([^"]+)"', removed))
