# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records and views of Terkha are cited themselves: edition, date, link and day of access."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date
from html import unescape

import pytest

from terkha_db.catalogue import Catalogue
from terkha_db.cited import Cited, gather_records, listed, view_item
from terkha_db.citing import FORMATS, STYLES, Entry, format_by_id, to_csl_json
from terkha_db.citing.headline import headlined
from terkha_db.citing.render import csl_text
from terkha_db.citing.runs import runs
from terkha_db.citing.this_record import record_item, year_letter
from terkha_db.errors import NotFoundError

from .shapes import of_each_shape, shape_of_title

SEEN = date(2026, 12, 3)
ITEM = record_item("mine/julong", "Julong", "2026.11", "2026-11-28", SEEN)
LIST = re.compile(r'<div id="refs".*?\n</div>\n(?=<section|\Z)', re.DOTALL)
ENTRY = re.compile(r'<div\s+id="ref-([^"]+)".*?(?=\n<div\s+id="ref-|\n</div>\n\Z)', re.DOTALL)
WITHOUT_SITE = ("asa", "agu", "gb-t-7714")
"""Styles that leave out the name of a site, and with it the edition; its date is there."""
AT_ONCE = 150
"""How many entries are listed together; pandoc takes long to tell more of them apart."""


@pytest.fixture(autouse=True)
def without_pandoc(monkeypatch, tmp_path):
    """Nothing here needs a pandoc on the machine."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def catalogue(catalogue_path):
    with Catalogue.open(catalogue_path) as opened:
        yield opened


@pytest.fixture
def by_pandoc(pandoc, tmp_path):
    """Give the list that pandoc makes of items, as anybody would call it, and in what order."""

    def run(style, items):
        works, csl = tmp_path / "works.json", tmp_path / "style.csl"
        works.write_bytes(to_csl_json.write([Entry(item) for item in items]))
        csl.write_text(csl_text(style), "utf-8")
        text = "\n\n".join(f"[@{{{item['id']}}}]" for item in items)
        arguments = [f"--bibliography={works}", f"--metadata=lang:{style.locale}", "--quiet"]
        (found,) = LIST.findall(pandoc(text, "--citeproc", f"--csl={csl}", *arguments))
        # Pandoc takes the scheme of the permanent link for a host.
        found = found.replace("https://terkha:", "terkha:")
        return [(one[1], runs(one[0])) for one in ENTRY.finditer(found)]

    return run


@pytest.fixture(scope="session")
def titled(catalogue_path):
    """Every record that has an entry, by its title."""
    with closing(sqlite3.connect(f"file:{catalogue_path}?mode=ro&immutable=1", uri=True)) as opened:
        rows = opened.execute("SELECT title, id FROM record WHERE kind <> 'citation'").fetchall()
    found = defaultdict(list)
    for title, record_id in rows:
        found[title.removesuffix(".")].append(record_id)
    return found


@pytest.fixture(scope="session")
def of_every_shape(titled):
    """Records of each kind and shape of title, in lists as long as pandoc bears."""
    pairs = sorted((ids[-1], title) for title, ids in titled.items())
    chosen = of_each_shape(pairs, lambda pair: (pair[0].split("/")[0], shape_of_title(pair[1])))
    ids = [one for one, _ in chosen]
    lists = -(-len(ids) // AT_ONCE)
    return [ids[first::lists] for first in range(lists)]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_records_of_every_shape_equal_pandoc(catalogue, by_pandoc, of_every_shape, style):
    for ids in of_every_shape:
        cited = gather_records(catalogue, ids, SEEN)
        ours = [(one.id, runs(one.html)) for one in listed(catalogue, cited, style.id)]
        assert ours == by_pandoc(style, cited.records)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_records_of_one_title_stand_as_pandoc_puts_them(catalogue, by_pandoc, titled, style):
    ids = [one for ids in titled.values() if len(ids) > 1 for one in ids]
    value = catalogue.record("mine/zabuye").statements[0].id
    ids = ["mine/zabuye", f"mine/zabuye#{value}", *ids[:AT_ONCE]]
    assert len(ids) > 20
    for given in (ids, ids[::-1]):
        cited = gather_records(catalogue, given, SEEN)
        ours = [(one.id, runs(one.html)) for one in listed(catalogue, cited, style.id)]
        assert ours == by_pandoc(style, cited.records)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_one_entry_equals_pandoc(catalogue, by_pandoc, style):
    cited = gather_records(catalogue, ["mine/julong"], SEEN)
    (entry,) = listed(catalogue, cited, style.id)
    assert [(entry.id, runs(entry.html))] == by_pandoc(style, cited.records)
    for part in ("Terkha", "Julong", "terkha:mine/julong", catalogue.edition.version):
        assert part.upper() in entry.text.upper() or (
            part == catalogue.edition.version and style.id in WITHOUT_SITE
        )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_day_of_a_month_and_every_month_equals_pandoc(
    catalogue, by_pandoc, of_every_shape, style
):
    days = [date(2026 + day % 3, 1 + day % 12, day) for day in range(1, 32)]
    assert {day.month for day in days} == set(range(1, 13))
    items = tuple(
        gather_records(catalogue, [one], day).records[0]
        for one, day in zip(of_every_shape[0], days, strict=False)
    )
    ours = [
        (one.id, runs(one.html)) for one in listed(catalogue, Cited((), records=items), style.id)
    ]
    assert len(ours) == 31
    assert ours == by_pandoc(style, items)


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


def test_a_value_is_cited_by_its_own_link(catalogue):
    value = catalogue.record("mine/julong").statements[0].id
    links = [f"mine/julong#{value}", "mine/julong", "mine/julong#works"]
    cited = gather_records(catalogue, links, SEEN)
    assert [item["URL"] for item in cited.records] == [
        f"terkha:mine/julong#{value}",
        "terkha:mine/julong",
    ]
    first, second = listed(catalogue, cited, "apa")
    assert f"terkha:mine/julong#{value}" in first.text
    assert ("2026a" in first.text, "2026b" in second.text) == (True, True)


VIEWS = (
    ("terkha:chart/copper-resources", "Copper resources, all figures"),
    ("terkha:chart/copper-resources?scale=log", "Copper resources, all figures"),
    ("terkha:chart/china-share?lens=company", "China’s share of reserves, through a lens"),
    ("terkha:chart/table?kind=mine&where=status%20%3D%20%22open%22", "Mines by status, in part"),
    ("terkha:chart/owners-stakes", "Owners’ stakes over time"),
    ("terkha:page/map?at=91.5938%2C29.6251&zoom=8.0", "Map of the mines of the Tibetan Plateau"),
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_list_of_views_and_records_equals_pandoc(catalogue, by_pandoc, style):
    views = tuple(view_item(catalogue, link, title, SEEN) for link, title in VIEWS)
    records = gather_records(catalogue, ["mine/julong", "commodity/copper"], SEEN).records
    # Two views of one title are told apart by pandoc in other ways than by letters.
    for items in ((*views[1:], *records), views[:1], views[3:4]):
        cited = Cited((), records=items)
        ours = [(one.id, runs(one.html)) for one in listed(catalogue, cited, style.id)]
        assert ours == by_pandoc(style, items)


def test_each_view_has_a_key_of_its_own_that_latex_takes(catalogue):
    keys = {view_item(catalogue, link, title, SEEN)["id"] for link, title in VIEWS}
    assert len(keys) == len(VIEWS)
    assert all(re.fullmatch(r"terkha-[a-z0-9-]+", key) for key in keys)
    (entry,) = listed(
        catalogue,
        Cited((), records=(view_item(catalogue, *VIEWS[3], SEEN),)),
        "apa",
        formatted=False,
    )
    text = format_by_id("biblatex").write([entry]).decode()
    assert VIEWS[3][0] in text.replace("\\", "")


def test_titles_have_the_capitals_that_pandoc_gives_them(catalogue_path):
    """Titles are made into headlines here while Terkha runs, and by pandoc for the catalogue."""
    with closing(sqlite3.connect(f"file:{catalogue_path}?mode=ro&immutable=1", uri=True)) as opened:
        rows = opened.execute(
            "SELECT r.title, e.titles FROM entry AS e JOIN record AS r ON r.number = e.record"
        ).fetchall()
    styles = {style.id for style in STYLES if style.headline}
    for title, written in rows:
        plain = title.removesuffix(".")
        if not re.search("['\"“”‘’]", plain):
            found = [html for html, _, names in json.loads(written) if styles & set(names)]
            assert [unescape(one) for one in found] in ([headlined(plain)], [])
            assert found or headlined(plain) == plain


def test_letters_behind_the_year():
    assert [year_letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        *("a", "z", "aa", "az", "ba", "zz", "aaa")
    ]


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_every_format_takes_it(catalogue, kind):
    cited = gather_records(catalogue, ["mine/julong", "claim/isdp-059"], SEEN)
    for style in STYLES[:1] if not kind.formatted else STYLES:
        assert kind.write(listed(catalogue, cited, style.id, formatted=kind.formatted))
