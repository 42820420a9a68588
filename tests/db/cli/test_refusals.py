# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Bad input gets one clear sentence, the promised exit code, and no traceback."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest

from terkha_db.cli import main
from terkha_db.cli_commands import COMMANDS


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["show", "mine/julongg"], 1, "There is no record “mine/julongg”: the nearest are mine/ju"),
        (["cite", "mine/julongg"], 1, "There is no record “mine/julongg”"),
        (["bookmark", "add", "mine/julongg"], 1, "There is no record “mine/julongg”"),
        (["show", "https://example.org"], 2, "leads outside Terkha"),
        (["show", "chart/copper"], 2, "does not name a record"),
        (["show", "julong"], 2, "does not name a record"),
        (["show", "a\x00b/c"], 2, "is no link"),
        (["list", "mine", "--where", "status:'"], 2, "no letter or digit"),
        (["list", "mine", "--where", '((("'], 2, "character 4: the quotation mark"),
        (["list", "mine", "--where", "AND OR"], 2, "a word is missing before “AND”"),
        (["list", "mine", "--sort", "height"], 2, "no field “height” to sort by"),
        (["list", "claim", "--format", "geojson"], 2, "Claims have no coordinates"),
        (["cite", "mine/julong", "--format", "docx"], 2, "-o works.docx"),
        (["cite", "mine/julong", "-o", "x.foo"], 2, "No format ends in .foo"),
        (["bookmark", "add"], 2, "needs the id of a record"),
        (["bookmark", "remove", "mine/julong"], 1, "mine/julong is not"),
        (["bookmark", "list", "--collection", "None"], 1, "None"),
        (["library", "export"], 2, "needs the name of a file"),
        (["library", "import", "no-such.json"], 1, "no-such.json"),
        (["library", "restore", "no-such.sqlite"], 1, "no-such.sqlite"),
        (["library", "backup", "x.sqlite"], 1, "There is no library"),
        (["library", "check", "--profile", "x"], 2, "--profile stands before the command: terkha "),
        (["collection", "list", "--lens=company"], 2, "terkha --lens … collection …"),
        (["serach", "julong"], 2, "There is no command “serach”; did you mean `terkha search`?"),
        (["xqz"], 2, "commands are search, show"),
        (["mine/"], 2, "is no link"),
        (["mines/julong"], 2, "did you mean mine/julong?"),
        (["https://example.org"], 2, "leads outside Terkha"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_use_is_told_in_a_sentence(terkha, words, code, sentence):
    answer = terkha(*words)
    assert sentence in answer.sentence
    assert answer.code == code


@pytest.mark.parametrize(
    "words",
    [
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--kind", "minerals"],
        ["list", "moon"],
        ["cite", "mine/julong", "--style", "house"],
        ["show"],
        ["library", "burn", "x"],
        ["library", "check", "x", "y"],
        ["bookmark", "list", "--moon"],
        ["verify", "x"],
        ["--no-such"],
        ["mine/julong", "--no-such"],
        ["mine/julong", "place/lhasa"],
    ],
    ids=" ".join,
)
def test_wrong_words_are_explained(terkha, words):
    answer = terkha(*words)
    assert answer.code == 2
    assert "usage: terkha" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("query", ["'", '"', "a OR", "x' OR 1=1", "\x00", "\udcff", "*", "NEAR("])
def test_a_query_full_of_operators_only_finds_nothing(terkha, query):
    answer = terkha("search", query)
    assert answer.code in (0, 1)
    assert "Traceback" not in answer.err


COMMAND_LINES = [
    ["search", "gyama"],
    ["show", "mine/julong"],
    ["list", "mine"],
    ["cite", "mine/julong"],
    ["bookmark", "add", "mine/julong"],
    ["verify"],
    ["info"],
]


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
def test_without_a_catalogue(terkha, tmp_path, words):
    nowhere = tmp_path / "nowhere.sqlite"
    answer = terkha(*words, before=("--profile", tmp_path / "p", "--catalogue", nowhere))
    assert "There is no catalogue at" in answer.sentence
    assert answer.code == 1


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize("damage", ["cut", "scattered"])
def test_with_a_damaged_catalogue(terkha, tmp_path, catalogue_path, words, damage):
    content = bytearray(catalogue_path.read_bytes())
    if damage == "cut":
        del content[20_000:]
    else:
        content[4096::509] = bytes(len(content[4096::509]))
    file = tmp_path / "damaged.sqlite"
    file.write_bytes(content)
    answer = terkha(*words, before=("--profile", tmp_path / "p", "--catalogue", file))
    assert answer.code == 1
    assert "damaged" in answer.err + answer.out or "checksum" in answer.out
    assert "Traceback" not in answer.err


def test_one_byte_is_enough_for_verify(terkha, tmp_path, catalogue_path):
    content = bytearray(catalogue_path.read_bytes())
    content[len(content) // 2] ^= 1
    file = tmp_path / "changed.sqlite"
    file.write_bytes(content)
    answer = terkha("verify", before=("--catalogue", file))
    assert answer.code == 1
    assert str(file) in answer.out + answer.err


def test_the_same_sentence_with_a_traceback_for_debugging(terkha, tmp_path):
    answer = terkha("info", before=("--debug", "--catalogue", tmp_path / "nowhere.sqlite"))
    assert answer.code == 1
    assert answer.err.startswith("terkha: There is no catalogue")
    assert "Traceback" in answer.err


@pytest.mark.parametrize("command", ["list", "cite"])
def test_a_result_that_cannot_be_written_leaves_what_was_there(terkha, tmp_path, command):
    words = [command, {"list": "mine", "cite": "mine/julong"}[command], "-o"]
    assert "is a folder" in terkha(*words, tmp_path).sentence
    assert "There is no folder" in terkha(*words, tmp_path / "none" / "x").sentence
    kept = tmp_path / "kept"
    kept.write_text("before")
    if os.geteuid() != 0:
        tmp_path.chmod(0o500)
        assert "cannot be written" in terkha(*words, kept).sentence
        tmp_path.chmod(0o700)
    assert kept.read_text() == "before"
    assert terkha(*words, kept).code == 0
    assert kept.read_text("utf-8") != "before"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".partial")] == []


def test_a_link_to_a_file_stays_a_link(terkha, tmp_path):
    (tmp_path / "link.bib").symlink_to(tmp_path / "real.bib")
    assert terkha("cite", "mine/julong", "-o", tmp_path / "link.bib").code == 0
    assert (tmp_path / "link.bib").is_symlink()
    assert (tmp_path / "real.bib").stat().st_size > 0


def test_help_lists_every_command(terkha):
    answer = terkha("--help")
    assert answer.code == 0
    assert all(f"\n  {command.name} " in answer.out for command in COMMANDS)
    for command in COMMANDS:
        assert "usage: terkha" in terkha(command.name, "--help").out


def test_the_version(terkha):
    assert terkha("--version").out.startswith("Terkha ")


def test_a_missing_library_of_the_window_is_told(monkeypatch, capsys, profile):
    monkeypatch.setitem(sys.modules, "terkha.app", None)
    with pytest.raises(ImportError, match="terkha"):
        main(["--profile", str(profile), "mine/julong"])
    monkeypatch.delitem(sys.modules, "terkha.app")

    class Finder:
        def find_spec(self, name, _path=None, _target=None):
            if name == "terkha.app":
                raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    assert main(["--profile", str(profile), "mine/julong"]) == 2
    assert "libEGL.so.1" in capsys.readouterr().err


def test_the_window_is_given_what_was_asked_for(monkeypatch, profile, tmp_path, catalogue_path):
    given = []

    class App:
        @staticmethod
        def run(options):
            given.append(options)
            return 7

    monkeypatch.setitem(sys.modules, "terkha.app", App)
    common = ["--profile", str(profile), "--catalogue", str(catalogue_path)]
    assert main([*common, "mine/julong", "--screenshots", str(tmp_path)]) == 7
    assert main([*common, "--self-test"]) == 7
    first, second = given
    assert (first.request.link, first.screenshots, first.self_test) == (
        "mine/julong",
        tmp_path,
        False,
    )
    assert first.paths.profile == profile
    assert first.catalogue == catalogue_path
    assert (second.request.link, second.self_test) == ("", True)


@pytest.mark.parametrize("reads_terminal", [True, False])
def test_a_bad_link_of_another_program_is_told_in_the_window(monkeypatch, profile, reads_terminal):
    given = []
    application = SimpleNamespace(run=lambda options: given.append(options.request.link) or 0)
    monkeypatch.setitem(sys.modules, "terkha.app", application)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: reads_terminal)
    code = main(["--profile", str(profile), "terkha:mines/julong"])
    assert (code, given) == ((2, []) if reads_terminal else (0, ["terkha:mines/julong"]))
