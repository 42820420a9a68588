# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What README and CONTRIBUTING point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "CONTRIBUTING.md")
TOP = ("db/", "desktop/", "packaging/", "resources/", "tests/")
# Names in capitals stand for the reader's own; these are made and not committed.
PLACEHOLDER = re.compile(r"[A-Z]{3,}|\*")
MADE = ("dist/", "build/")


@pytest.fixture(params=PAGES)
def page(request):
    text = (ROOT / request.param).read_text("utf-8")
    assert text.startswith("# ")
    return text


def test_paths_exist(page):
    quoted = re.findall(r"`([^`\s]+)`", page)
    paths = [path for path in quoted if path.startswith(TOP) and not PLACEHOLDER.search(path)]
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert not missing, missing


def test_links_and_pictures_exist(page):
    targets = re.findall(r"\]\(([^)#\s]+)", page)
    missing = [
        target
        for target in targets
        if "://" not in target and not target.startswith(MADE) and not (ROOT / target).exists()
    ]
    assert not missing, missing


def test_make_targets_exist(page):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", page, re.MULTILINE))
    assert named
    assert named <= targets, named - targets
