# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The manual as files: whole, with its pictures inside, and the same bytes each time."""

from __future__ import annotations

import re

import pytest

from terkha_resources.help import CHAPTERS, PICTURES


@pytest.fixture(scope="module")
def html(qapp, manual, catalogue, tmp_path_factory):
    file = tmp_path_factory.mktemp("manual") / "manual.html"
    manual.to_html(catalogue, file)
    return file.read_text("utf-8")


@pytest.fixture(scope="module")
def pdf(manual, tmp_path_factory):
    file = tmp_path_factory.mktemp("manual") / "manual.pdf"
    assert manual.to_pdf(file) > len(CHAPTERS)
    return file.read_bytes()


def test_every_chapter_is_there_and_every_link_within_leads_to_a_place(html):
    places = set(re.findall(r' id="([^"]+)"', html))
    assert {name for name, _ in CHAPTERS} <= places
    assert set(re.findall(r'href="#([^"]+)"', html)) <= places
    assert ".md)" not in html
    assert '.md"' not in html


def test_the_page_needs_no_other_file(html):
    sources = re.findall(r'<img[^>]*? src="([^"]+)"', html)
    assert len(sources) == len(PICTURES)
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert not re.search(r"<(?:link|script)\b[^>]*(?:href|src)=", html)


def test_what_is_counted_is_put_in(html):
    assert "{coverage}" not in html
    assert "edition" in html


def test_the_sheets_lead_to_each_other_and_hold_the_pictures(pdf):
    assert pdf.startswith(b"%PDF-1.")
    assert pdf.count(b"/Subtype /Image") >= len(PICTURES)
    assert b"within:" not in pdf


def test_a_file_says_when_its_version_was_made_and_not_when_it_was_written(
    manual, pdf, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    made = manual.dateless(pdf)
    assert len(made) == len(pdf)
    assert b"D:20260921141320Z" in made
    assert manual.dateless(made) == made
    assert re.search(rb"uuid:([\da-f-]{36})", made)[1] != re.search(rb"uuid:([\da-f-]{36})", pdf)[1]
