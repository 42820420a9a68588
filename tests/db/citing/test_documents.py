# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""DOCX and ODT keep text, italics, links and hanging indents."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import odfdo
import pytest

from terkha_db.citing import format_by_id, to_docx, to_odt
from terkha_db.citing.archive import timeless
from terkha_db.citing.runs import plain, runs


@pytest.fixture(params=["docx", "odt"])
def kind(request):
    return request.param


@pytest.fixture
def read(kind, entries, tmp_path, pandoc):
    """What another program reads of a list in a style."""

    def run(style_id, cited=False):
        path = tmp_path / f"list.{kind}"
        path.write_bytes(format_by_id(kind).write(entries(style_id, cited=cited)))
        html = pandoc("", "-f", kind, "-t", "html", "--wrap=none", str(path))
        return re.findall("<p>(.*?)</p>", html.replace("<br />", "\n"), re.DOTALL)

    return run


@pytest.mark.parametrize("style_id", ["chicago-notes", "ieee"])
def test_another_program_reads_the_list(style_id, read, entries):
    listed = entries(style_id)
    for paragraph, entry in zip(read(style_id), listed, strict=True):
        assert "".join(plain(paragraph).split()) == "".join(entry.text.split())
        italics = [run.text.strip() for run in runs(entry.html) if "italic" in run.looks]
        assert [run.text.strip() for run in runs(paragraph) if "italic" in run.looks] == italics
        assert {run.href for run in runs(paragraph)} == {run.href for run in runs(entry.html)}


def test_what_a_work_is_cited_for(read):
    (paragraph,) = [one for one in read("chicago-notes", cited=True) if "Ferenczy, Zsuzsa" in one]
    assert plain(paragraph).endswith(
        "Cited at: p. 12; n. 13 Used for: Julong: resource 10.72 Mt & more"
    )


def test_docx_hangs_and_keeps_the_number_apart(entries):
    document = docx.Document(io.BytesIO(to_docx.write(entries("ieee"))))
    style = document.styles[to_docx.ENTRY_STYLE]
    assert style.paragraph_format.first_line_indent == -style.paragraph_format.left_indent < 0
    assert {paragraph.style.name for paragraph in document.paragraphs} == {to_docx.ENTRY_STYLE}
    assert document.paragraphs[0].text.startswith("[1]\t")
    assert document.core_properties.title == "Works cited"


def test_odt_hangs_and_keeps_the_number_apart(entries):
    document = odfdo.Document(io.BytesIO(to_odt.write(entries("ieee"))))
    properties = document.get_style("paragraph", to_odt.ENTRY_STYLE).get_properties()
    assert properties["fo:text-indent"] == f"-{properties['fo:margin-left']}"
    paragraph = document.body.paragraphs[0]
    assert paragraph.style == to_odt.ENTRY_STYLE
    assert str(paragraph).startswith("[1]\t")


def test_an_archive_does_not_tell_the_time():
    def archive(year):
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as file:
            file.writestr(zipfile.ZipInfo("a", (year, 1, 1, 0, 0, 0)), "text")
        return written.getvalue()

    assert archive(2020) != archive(2021)
    assert timeless(archive(2020)) == timeless(archive(2021))
    assert zipfile.ZipFile(io.BytesIO(timeless(archive(2020)))).read("a") == b"text"
