# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What only a process of its own can show: closed pipes, other encodings, raw bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
CODE = "import sys; from terkha_db.cli import main; sys.exit(main())"


@pytest.fixture
def run(profile, catalogue_path):
    def start(*words, **settings):
        common = ["--profile", str(profile), "--catalogue", str(catalogue_path)]
        return subprocess.Popen(
            [sys.executable, "-c", CODE, *common, *words],
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **settings},
        )

    return start


@pytest.mark.parametrize("command", ["list", "show"])
def test_a_closed_pipe_is_no_fault(run, command):
    words = {"list": ["list", "claim", "--format", "json"], "show": ["show", "mine/julong"]}
    process = run(*words[command])
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(run):
    with FULL.open("wb") as full:
        process = run("list", "claim", "--format", "json", stdout=full)
        _, err = process.communicate()
    assert process.returncode == 2
    assert err.decode().startswith("terkha: the output cannot be written (")
    assert err.count(b"\n") == 1


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
def test_a_device_is_written_to_and_not_replaced(run):
    _, err = run("cite", "mine/julong", "-o", str(FULL)).communicate()
    assert b"/dev/full cannot be written" in err
    assert FULL.is_char_device()


def test_no_output_at_all(run):
    process = run("info", "--json", preexec_fn=lambda: os.close(1))
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_is_utf_8_whatever_the_terminal_says(run, encoding):
    process = run("search", "驱龙", env={**os.environ, "PYTHONIOENCODING": encoding})
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "驱龙" in out.decode()


def test_a_document_is_printed_byte_for_byte(run, tmp_path):
    words = ["cite", "mine/julong", "--format", "html"]
    printed, _ = run(*words).communicate()
    run(*words, "-o", str(tmp_path / "x.html")).communicate()
    assert printed == (tmp_path / "x.html").read_bytes()
