# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record of Terkha is cited itself: with edition, date, permanent link and day of access."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pypandoc
import pytest

from terkha_db.catalogue import Catalogue
from terkha_db.cited import gather_records, listed
from terkha_db.citing import FORMATS, STYLES, Entry, format_by_id
from terkha_db.citing.own import DRAFT, own_entries
from terkha_db.citing.render import csl_text
from terkha_db.citing.runs import plain
from terkha_db.citing.styles import NUMBER
from terkha_db.citing.this_record import record_item
from terkha_db.errors import NotFoundError

ITEM = record_item("mine/julong", "Julong", "2026.11", "2026-11-28", date(2026, 12, 3))
_ENTRY = re.compile(r'<div id="ref-[^"]*".*?</div>\s*</div>', re.S)
WITHOUT_SITE = ("asa", "agu", "gb-t-7714")
"""Styles that leave out the name of a site, and with it the edition; its date is there."""


@pytest.fixture
def catalogue(catalogue_path):
    with Catalogue.open(catalogue_path) as opened:
        yield opened


def pandoc_alone(style, folder):
    """What pandoc makes of the item, called as anybody would call it."""
    works, csl = folder / "works.json", folder / "style.csl"
    works.write_text(json.dumps([ITEM]), "utf-8")
    csl.write_text(csl_text(style), "utf-8")
    command = [pypandoc.get_pandoc_path(), "--to=html", "--citeproc", f"--csl={csl}"]
    command += [f"--bibliography={works}", f"--metadata=lang:{style.locale}"]
    made = subprocess.run(
        command, input=f"[@{ITEM['id']}]", capture_output=True, encoding="utf-8", check=True
    )
    return plain(_ENTRY.search(made.stdout)[0])


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_style_gives_what_pandoc_gives(monkeypatch, tmp_path, style):
    folder = Path(pypandoc.get_pandoc_path()).parent
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    (entry,) = own_entries([ITEM], style, csl_text(style))
    assert entry.text.replace(NUMBER, "1") == pandoc_alone(style, tmp_path)
    for part in ("Terkha", "Julong", "2026", "terkha:mine/julong", "2026.11"):
        assert part.upper() in entry.text.upper() or (
            part == "2026.11" and style.id in WITHOUT_SITE
        )


def test_without_pandoc_it_is_complete_and_says_that_it_is_a_draft(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    style = STYLES[0]
    (entry,) = own_entries([ITEM], style, csl_text(style))
    assert entry.text == (
        "Terkha. “Julong”. Terkha: Mining on the Tibetan Plateau, edition 2026.11. 2026-11-28. "
        f"terkha:mine/julong. Accessed 2026-12-03. {DRAFT}"
    )


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_every_format_takes_it(kind):
    style = STYLES[0]
    (entry,) = own_entries([ITEM], style, csl_text(style)) if kind.formatted else [Entry(ITEM)]
    assert kind.write([entry])


def test_data_formats_hold_link_edition_and_both_dates():
    biblatex = format_by_id("biblatex").write([Entry(ITEM)]).decode()
    for part in ("terkha:mine/julong", "edition 2026.11", "2026-11-28", "2026-12-03", "Julong"):
        assert part in biblatex
    ris = format_by_id("ris").write([Entry(ITEM)]).decode()
    assert "UR  - terkha:mine/julong" in ris


def test_records_of_every_kind_are_cited_and_a_citation_stands_for_its_work(catalogue):
    ids = ["mine/julong", "mineral/zabuyelite", "citation/anon-nd-spoiling-tibet"]
    cited = gather_records(catalogue, ids, date(2026, 12, 3))
    assert cited.count == 3
    assert [item["URL"] for item in cited.records] == [f"terkha:{one}" for one in ids[:2]]
    assert cited.records[0]["issued"]["date-parts"][0] == [
        int(part) for part in catalogue.edition.date.split("-")
    ]
    texts = [entry.text for entry in listed(catalogue, cited, "apa")]
    assert any("Spoiling Tibet" in text for text in texts)
    with pytest.raises(NotFoundError, match="mine/nowhere"):
        gather_records(catalogue, ["mine/nowhere"], date(2026, 12, 3))
