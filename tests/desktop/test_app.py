# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The application as a process of its own: tour, self-test, and what stops it."""

from __future__ import annotations

import csv
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from terkha.crash import Faults, report, state_report, tell_crash
from terkha_db.paths import profile_paths

TERKHA = Path(sys.executable).with_name("terkha")


def run(profile, *arguments, catalogue=None):
    common = ["--profile", profile] + (["--catalogue", catalogue] if catalogue else [])
    return subprocess.run(
        [TERKHA, *common, *arguments],
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_the_tour_does_the_main_job_and_leaves_what_it_made(profile, tmp_path):
    done = run(profile, "--tour", tmp_path / "tour")
    made = {file.name: file for file in (tmp_path / "tour").iterdir()}

    assert done.returncode == 0, done.stderr
    assert all(file.stat().st_size > 1000 for file in made.values())
    assert made["citations.bib"].read_text(encoding="utf-8").startswith("@")
    assert made["3-record.png"].read_bytes().startswith(b"\x89PNG")
    rows = list(csv.reader(made["copper-resources.csv"].read_text("utf-8").splitlines()))
    assert len(rows) > 20
    assert {str(file) for file in made.values()} <= {
        line.partition(": ")[0] for line in done.stdout.splitlines()
    }


@pytest.mark.long
def test_the_self_test_tries_everything_and_finds_nothing(profile):
    done = run(profile, "--self-test")

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith(" 0 failed")
    assert int(done.stdout.split()[1]) > 150


@pytest.mark.parametrize("option", ["--self-test", "--tour", "--screenshots"])
def test_a_missing_catalogue_is_one_sentence_and_no_dialog(profile, tmp_path, option):
    more = [tmp_path / "out"] if option != "--self-test" else []
    done = run(profile, option, *more, catalogue=tmp_path / "none.sqlite")

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "install Terkha again" in done.stderr


def test_a_library_from_a_newer_version_is_left_untouched(profile, tmp_path):
    assert run(profile, "bookmark", "add", "mine/julong").returncode == 0
    library = profile / "library.sqlite"
    content = bytearray(library.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    library.write_bytes(content)
    before = library.read_bytes()
    done = run(profile, "--tour", tmp_path / "tour")

    assert done.returncode == 1
    assert "newer Terkha" in done.stderr
    assert library.read_bytes() == before


def test_warnings_are_faults_but_not_what_no_screen_can_do():
    faults = Faults()
    logger = logging.getLogger("terkha.tests")
    logger.addHandler(faults)
    logger.propagate = False
    try:
        logger.warning("Qt: This plugin does not support propagateSizeHints()")
        logger.warning("Qt: something else")
    finally:
        logger.removeHandler(faults)

    assert faults.found == ["Qt: something else"]


def test_a_report_is_copied_from_the_dialog(monkeypatch, qapp):
    texts = []

    def press_copy(box):
        texts.append(box.text())
        next(each for each in box.buttons() if each.text() == "Copy report").click()

    monkeypatch.setattr(QMessageBox, "exec", press_copy)
    tell_crash("Terkha 0, and so on")

    assert qapp.clipboard().text() == "Terkha 0, and so on"
    assert texts[0].startswith("Terkha ended unexpectedly last time")


def test_the_report_of_about_has_versions_and_the_log(profile):
    paths = profile_paths(profile)
    assert state_report(paths).endswith("The log is empty.\n")
    paths.state.mkdir()
    paths.log.write_text("".join(f"line {number}\n" for number in range(1000)), encoding="utf-8")
    lines = state_report(paths).splitlines()

    assert lines[0].startswith("Terkha ")
    assert (lines[2], lines[-1]) == ("line 800", "line 999")


def test_a_report_names_versions_and_the_place_of_the_fault():
    try:
        raise ZeroDivisionError("made for the test")
    except ZeroDivisionError as error:
        text = report(error)

    assert text.startswith("Terkha ")
    assert "made for the test" in text
    assert Path(__file__).name in text
