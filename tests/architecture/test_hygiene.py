# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Nothing in the project speaks of the machine or the registry it was made on."""

from __future__ import annotations

import re
from pathlib import Path

BINARY = {".png", ".svg", ".ico", ".icns", ".sqlite", ".qm", ".ttf", ".gz", ".xz", ".db", ".pyc"}
# A letter before the path means that it is part of an address of the web.
PLACES = re.compile(
    r"(?<![\w./:~-])/(?:work|home|root|Users)/\w"
    r"|[A-Z]:\\+Users\\"
    r"|file:///\w"
)
REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|npmjs)\.(?:org|com)|(?:deb|snapshot)\.debian\.org|/opt/(?:pypi|wheels)"
    r"|\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b"
)


def matches(pattern, paths, root):
    found = []
    for path in paths:
        if path.suffix not in BINARY:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
                if pattern.search(line):
                    found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    return found


def test_no_paths_of_one_machine(project_files, root):
    found = matches(PLACES, project_files, root)
    assert not found, found


def test_no_registry_is_named(project_files, root):
    # Cited works may lie anywhere, and this file has to say what it looks for.
    ours = [
        path
        for path in project_files
        if root / "db" / "records" not in path.parents and path != Path(__file__)
    ]
    found = matches(REGISTRIES, ours, root)
    assert not found, found


def test_the_patterns_see(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("see /" + "home/ann/x\nhttps://example.org/home/x\nfrom " + "pypi.org\n")
    assert matches(PLACES, [path], tmp_path) == ["x.txt:1: see /" + "home/ann/x"]
    assert matches(REGISTRIES, [path], tmp_path) == ["x.txt:3: from " + "pypi.org"]


def test_one_module_gives_links_to_a_browser(product):
    opening = re.compile(r"QDesktopServices|setOpenExternalLinks\(True\)|webbrowser")
    found = {str(source) for source in product if opening.search(source.text)}
    assert found == {"desktop/terkha/views/outside.py"}
