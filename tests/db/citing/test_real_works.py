# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every work of the catalogue can be cited: valid, complete, and taken by the programs of LaTeX."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from terkha_db.citing import to_biblatex, to_bibtex, to_csl_json, to_ris
from terkha_resources import text

from .shapes import of_each_shape

BIBLATEX = r"""\documentclass{article}
\usepackage{fontspec}
\usepackage[style=authoryear,backend=biber]{biblatex}
\addbibresource{works.bib}
\begin{document}\nocite{*}\printbibliography\end{document}
"""
BIBTEX = r"""\documentclass{article}
\usepackage{url}
\begin{document}\nocite{*}\bibliographystyle{plain}\bibliography{works}\end{document}
"""
STRICT = ("-interaction=nonstopmode", "-halt-on-error")
# What a record may be without, as far as anyone has told: not a fault of the file.
MAY_BE_EMPTY = {"author", "year"}


@pytest.fixture
def program(tmp_path):
    """Run a program of LaTeX in a folder of its own; the test is skipped where there is none."""

    def run(name, *arguments):
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed: apt install biber texlive-xetex")
        done = subprocess.run(
            [name, *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2000:]
        return done.stdout

    return run


def test_they_are_valid(every_work, validate):
    assert len(every_work) >= 751
    validate([dict(work.csl) for work in every_work])
    validate(json.loads(to_csl_json.write(every_work)))


def test_biber_does_not_complain(every_work, tmp_path, program):
    (tmp_path / "works.bib").write_bytes(to_biblatex.write(every_work))
    printed = program("biber", "--tool", "--validate-datamodel", "works.bib")
    assert [line for line in printed.splitlines() if line.startswith(("WARN", "ERROR"))] == []


@pytest.mark.long
def test_biblatex_can_be_printed(every_work, tmp_path, program):
    (tmp_path / "works.bib").write_bytes(to_biblatex.write(every_work))
    (tmp_path / "list.tex").write_text(BIBLATEX, "utf-8")
    program("xelatex", *STRICT, "list.tex")
    printed = program("biber", "list")
    assert [line for line in printed.splitlines() if line.startswith(("WARN", "ERROR"))] == []
    program("xelatex", *STRICT, "list.tex")
    assert (tmp_path / "list.pdf").stat().st_size > 10_000
    listed = (tmp_path / "list.bbl").read_text("utf-8")
    assert len(re.findall(r"\\entry\{", listed)) == len(every_work)


@pytest.mark.long
def test_the_line_of_the_manual_prints_that_there_is_no_date(every_work, tmp_path, program):
    (line,) = re.findall(r"^`(\\DeclareSourcemap.*)`$", text("help/citing.md"), re.MULTILINE)
    works = of_each_shape(every_work, lambda work: (work.csl["type"], *sorted(work.csl)), 1)
    undated = {work.id for work in works if "issued" not in work.csl}
    assert 0 < len(undated) < len(works)
    (tmp_path / "works.bib").write_bytes(to_biblatex.write(works))
    for told, without in ((BIBLATEX, set()), (told_by(line), undated)):
        (tmp_path / "list.tex").write_text(told, "utf-8")
        program("xelatex", *STRICT, "list.tex")
        program("biber", "list")
        listed = (tmp_path / "list.bbl").read_text("utf-8").split("\\entry{")[1:]
        marked = {one.split("}")[0] for one in listed if "{labeldatesource}{nodate}" in one}
        assert marked == without


def told_by(line):
    return BIBLATEX.replace("\\addbibresource", f"{line}\n\\addbibresource")


def test_bibtex_can_be_printed(every_work, tmp_path, program):
    (tmp_path / "works.bib").write_bytes(to_bibtex.write(every_work))
    (tmp_path / "list.tex").write_text(BIBTEX, "utf-8")
    (tmp_path / "list.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{works}\n")
    program("bibtex", "list")
    told = re.findall(r"Warning--(.*)", (tmp_path / "list.blg").read_text("utf-8", "replace"))
    works = {work.id: work.csl for work in every_work}
    for warning in told:
        if "number but no volume" in warning:
            assert "volume" not in works[warning.split()[-1]]
            continue
        empty = re.fullmatch(r"empty (\w+) in (\S+)", warning)
        assert empty, warning
        assert empty[1] in MAY_BE_EMPTY
        variable = {"year": "issued", "institution": "publisher"}.get(empty[1], empty[1])
        assert variable not in works[empty[2]], warning
    program("xelatex", *STRICT, "list.tex")
    assert (tmp_path / "list.pdf").stat().st_size > 10_000
    listed = (tmp_path / "list.bbl").read_text("utf-8", "replace")
    assert listed.count("\\bibitem{") == len(every_work)


@pytest.mark.parametrize(
    ("writer", "name"),
    [(to_biblatex, "biblatex"), (to_bibtex, "bibtex"), (to_csl_json, "csljson"), (to_ris, "ris")],
)
def test_another_program_finds_them_all(writer, name, every_work, pandoc):
    written = writer.write(every_work).decode("utf-8")
    read = json.loads(pandoc(written, "-f", name, "-t", "csljson"))
    assert {one["id"] for one in read} == {work.id for work in every_work}
    years = {one["id"]: one["issued"]["date-parts"][0][0] for one in read if "issued" in one}
    assert years == {
        work.id: work.csl["issued"]["date-parts"][0][0]
        for work in every_work
        if "issued" in work.csl
    }


# What another program may read otherwise, and how the warning of RIS must then put it.
WARNED_OF = {
    "type": ("the kind of work",),
    "issued": ("day and month", "the end of a period"),
    "author": ("institutions as authors",),
    "custom": ("the first outlet of a repost",),
    "version": ("version, number in a series",),
    "collection-number": ("version, number in a series",),
    "event-title": ("version, number in a series",),
    "event-place": ("version, number in a series",),
    "archive": ("version, number in a series",),
    "genre": ("genre, number, series and ISBN",),
    "number": ("genre, number, series and ISBN",),
    "collection-title": ("genre, number, series and ISBN",),
    "ISBN": ("genre, number, series and ISBN",),
    "ISSN": ("genre, number, series and ISBN",),
}


def read_back(writer, name, works, pandoc):
    """Give each work as it went out, as another program read it, and the fields that differ."""
    written = writer.write(works).decode("utf-8")
    read = {one["id"]: one for one in json.loads(pandoc(written, "-f", name, "-t", "csljson"))}
    for work in works:
        item, back = dict(work.csl), read[work.id]
        fields = {key for key in {*item, *back} if same(item.get(key)) != same(back.get(key))}
        yield work, fields


def same(value):
    """Take away the shapes of quotation marks, which a reader may turn, and the order of keys."""
    ordered = sorted(value.items()) if isinstance(value, dict) else value
    return re.sub('[“”‘’"]', "'", str(ordered))


def test_csl_json_comes_back_whole(every_work, pandoc):
    for work, differ in read_back(to_csl_json, "csljson", every_work, pandoc):
        assert differ <= {"custom"}, work.id  # fields of our own, which CSL leaves to each program


def test_ris_comes_back_but_for_what_it_warned_of(every_work, pandoc):
    found = set()
    for work, differ in read_back(to_ris, "ris", every_work, pandoc):
        warning = to_ris.loses([work])
        for field in differ:
            assert any(words in warning for words in WARNED_OF[field]), (work.id, field)
        found |= differ
    assert {"type", "issued", "author"} <= found
