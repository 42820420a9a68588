# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a Linux desktop is told of Terkha agrees with Terkha."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from terkha_db.cli import main
from terkha_db.cli_commands import COMMANDS
from terkha_db.library.exchange import export_file
from terkha_db.library.library import Library
from terkha_db.library.model import Target
from terkha_db.paths import profile_paths

ID = "org.terkha.Terkha"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LIBRARY = "application/x-terkha-library+json"
KNOWN = """
import sys
from PySide6.QtCore import QMimeDatabase
known = QMimeDatabase()
print(*(known.mimeTypeForFile(name).name() for name in sys.argv[1:]))
"""
PICTURES = Path(__file__).parents[2] / "resources" / "terkha_resources" / "help" / "pictures"


@pytest.fixture
def manual_page(packaging_folder):
    return (packaging_folder / "linux" / "terkha.1").read_text("utf-8").replace("\\-", "-")


@pytest.fixture
def entry(packaging_folder):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(packaging_folder / "linux" / "terkha.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo(packaging_folder):
    return ET.parse(packaging_folder / "linux" / f"{ID}.metainfo.xml").getroot()


def test_the_manual_page_tells_of_every_command(manual_page):
    commands = manual_page.partition(".SH COMMANDS\n")[2].partition("\n.SH ")[0]
    told = re.findall(r'^\.TP\n\.\w+ "?(\w+)', commands, re.MULTILINE)
    assert list(dict.fromkeys(told)) == [command.name for command in COMMANDS]


def test_the_manual_page_tells_of_every_option(manual_page, capsys):
    main(["--help"])
    offered = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    options = manual_page.partition(".SH OPTIONS\n")[2].partition("\n.SH ")[0]
    assert offered == set(re.findall(r"--[a-z-]+", options))


def test_the_desktop_starts_the_installed_command(entry):
    command, argument = entry["Exec"].split()
    assert command in {script.name for script in entry_points(group="console_scripts")}
    assert argument == "%u"


def test_links_and_files_lead_to_terkha(entry, metainfo, packaging_folder):
    kinds = ET.parse(packaging_folder / "linux" / "terkha.xml").getroot()
    declared = [kind.get("type") for kind in kinds.iter(f"{MIME}mime-type")]
    wanted = ["x-scheme-handler/terkha", *declared]
    assert entry["MimeType"] == "".join(f"{each};" for each in wanted)
    assert [each.text for each in metainfo.findall("provides/mediatype")] == wanted
    for icon in kinds.iter(f"{MIME}icon"):
        assert (packaging_folder / "linux" / f"{icon.get('name')}.svg").is_file()


def test_a_desktop_knows_what_terkha_writes(packaging_folder, catalogue_path, tmp_path):
    """As Qt, and so KDE, reads the declaration; other desktops follow the same specification."""
    packages = tmp_path / "data" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(packaging_folder / "linux" / "terkha.xml", packages)
    files = {
        "kept.terkha": LIBRARY,
        "terkha-library.json": LIBRARY,
        "no ending": LIBRARY,
        "kept.json": "",  # its name says that it is JSON, and names come first
        "edition.sqlite": "application/x-terkha-edition",
        "other.sqlite": "",
    }
    with Library(profile_paths(tmp_path / "profile")) as library:
        library.bookmarks.add([Target("mine/julong")])
        for name in ("kept.terkha", "terkha-library.json", "no ending", "kept.json"):
            export_file(library, tmp_path / name)
    shutil.copy(tmp_path / "profile" / "library.sqlite", tmp_path / "other.sqlite")
    (tmp_path / "edition.sqlite").symlink_to(catalogue_path)
    run = subprocess.run(
        [sys.executable, "-c", KNOWN, *(str(tmp_path / name) for name in files)],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_DATA_DIRS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = [kind if "terkha" in kind else "" for kind in run.stdout.split()]
    assert dict(zip(files, found, strict=True)) == files


def test_software_centres_find_the_desktop_entry(metainfo, packaging_folder):
    assert metainfo.findtext("id") == ID
    launchable = metainfo.findtext("launchable") or ""
    assert (packaging_folder / "linux" / launchable).is_file()


def test_software_centres_are_told_what_each_release_brought(metainfo_script, packaging_folder):
    template = (packaging_folder / "linux" / f"{ID}.metainfo.xml").read_text("utf-8")
    changes = (packaging_folder.parent / "CHANGELOG.md").read_text("utf-8")
    told = ET.fromstring(metainfo_script.complete(template, changes, PICTURES).encode())
    dated = re.findall(r"^## (\S+), .*\d{4}\)$", changes, re.MULTILINE)
    assert [release.get("version") for release in told.iter("release")] == dated
    first = told.findall("releases/release")[-1]
    assert first.get("date") == "2026-11-21"
    assert first.findtext("description/p") == "The first version, end to end."
    assert told.find("screenshots") is None


def test_every_screenshot_has_its_caption_and_address(metainfo_script, packaging_folder):
    template = (packaging_folder / "linux" / f"{ID}.metainfo.xml").read_text("utf-8")
    told = ET.fromstring(
        metainfo_script.complete(
            template, "## 1.0.0 (1 May 2026)\n\nNew.\n", PICTURES, "https://example.org/shots/"
        ).encode()
    )
    for image in told.iter("image"):
        address, _, name = (image.text or "").rpartition("/")
        assert address == "https://example.org/shots"
        assert (PICTURES / name).is_file()
    assert all(shot.findtext("caption") for shot in told.iter("screenshot"))


def test_a_changelog_without_a_release_is_refused(metainfo_script, packaging_folder):
    template = (packaging_folder / "linux" / f"{ID}.metainfo.xml").read_text("utf-8")
    with pytest.raises(ValueError, match="no section with a date"):
        metainfo_script.complete(template, "# Changes\n", PICTURES)
