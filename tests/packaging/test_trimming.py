# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the frozen application ships follows from a short list of plugins."""

from __future__ import annotations

import sys

import pytest

PLUGINS = "PySide6/Qt/plugins"
LINKS = {
    "/w/QtGui.so": {"libQt6Gui.so.6", "libGL.so.1"},
    "/w/libqxcb.so": {"libQt6XcbQpa.so.6", "libxcb.so.1"},
    "/w/libqgtk3.so": {"libgtk-3.so.0"},
    "/w/libcups.so": {"libcups.so.2"},
}
BINARIES = [
    ("PySide6/QtGui.so", "/w/QtGui.so", "EXTENSION"),
    ("PySide6/Qt/lib/libQt6Gui.so.6", "/w/libQt6Gui.so.6", "BINARY"),
    ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "/w/libQt6XcbQpa.so.6", "BINARY"),
    ("PySide6/Qt/lib/libQt6Network.so.6", "/w/libQt6Network.so.6", "BINARY"),
    (f"{PLUGINS}/platforms/libqxcb.so", "/w/libqxcb.so", "BINARY"),
    (f"{PLUGINS}/platformthemes/libqgtk3.so", "/w/libqgtk3.so", "BINARY"),
    (f"{PLUGINS}/printsupport/libcupsprintersupport.so", "/w/libcups.so", "BINARY"),
    ("libxcb.so.1", "/usr/lib/x/libxcb.so.1", "BINARY"),
    ("libgtk-3.so.0", "/usr/lib/x/libgtk-3.so.0", "BINARY"),
    ("libcups.so.2", "/usr/lib/x/libcups.so.2", "BINARY"),
    ("libpython3.11.so.1.0", "/usr/lib/x/libpython3.11.so.1.0", "BINARY"),
]


def trimmed(trimming):
    return trimming.trim_binaries(BINARIES, lambda path: frozenset(LINKS.get(path, ())))


def test_libraries_follow_from_what_stays(trimming):
    assert [place.rpartition("/")[2] for place, _, _ in trimmed(trimming)] == [
        "QtGui.so",
        "libQt6Gui.so.6",
        "libQt6XcbQpa.so.6",
        "libqxcb.so",
        "libcupsprintersupport.so",  # without libcups, which the machine has or has not
        "libxcb.so.1",
        "libpython3.11.so.1.0",
    ]


def test_the_machines_own_libraries_are_told_apart(trimming):
    assert trimming.system_libraries(trimmed(trimming)) == ["libxcb.so.1"]


def test_data_of_developers_and_other_languages_go(trimming):
    places = [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/translations/assistant_zh_CN.qm",
        "numpy/tests/data.csv",
        "numpy/_core/include/x.h",
        "docx/templates/default.docx",
        "terkha_resources/tests/x.svg",
        "terkha-1.0.dist-info/METADATA",
        "terkha-1.0.dist-info/licenses/LICENSE",
        "terkha-1.0.dist-info/direct_url.json",
    ]
    kept = trimming.trim_data([(place, place, "DATA") for place in places], {"zh_CN"})
    assert [place for place, _, _ in kept] == [
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "docx/templates/default.docx",
        "terkha_resources/tests/x.svg",
        "terkha-1.0.dist-info/METADATA",
        "terkha-1.0.dist-info/licenses/LICENSE",
    ]


def test_linked_libraries_are_read_from_the_loader(trimming):
    assert "libc.so.6" in trimming.linked_libraries(sys.executable)


@pytest.mark.parametrize(
    ("platform", "kept"),
    [("linux", ["launcher"]), ("win32", ["pyi_rth_pyside6", "launcher"])],
)
def test_nothing_runs_before_the_program_but_what_qt_needs(trimming, platform, kept):
    scripts = [
        ("pyi_rth_multiprocessing", "/w/pyi_rth_multiprocessing.py", "PYSOURCE"),
        ("pyi_rth_pyside6", "/w/pyi_rth_pyside6.py", "PYSOURCE"),
        ("launcher", "/w/launcher.py", "PYSOURCE"),
    ]
    assert [name for name, _, _ in trimming.trim_scripts(scripts, platform)] == kept
