# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Works are formatted as pandoc formats them, once for the whole catalogue."""

from __future__ import annotations

import json

import pytest

from terkha_db.citing.render import render
from terkha_db.citing.styles import NUMBER, STYLES, style_by_id

DACHANG, RESOLVED = "world-tibet-news-2009-dachang", "world-tibet-news-2009-resolved"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_golden(style, rendered, golden):
    lines = [
        f"{one.form:12}  {one.slug}\n{one.text}\n{one.html}\n"
        for one in rendered
        if one.style == style.id
    ]
    golden(f"citing/styles/{style.id}.txt", "\n".join(lines))


def test_every_work_has_every_form(rendered, items):
    found = {(one.style, one.form, one.slug) for one in rendered}
    wanted = {
        (style.id, form, item["id"]) for style in STYLES for form in style.forms for item in items
    }
    assert found == wanted
    assert len(rendered) == len(found)
    assert [one for one in rendered if not one.text or not one.html] == []


def test_the_order_of_the_works_does_not_matter(items):
    styles = (style_by_id("apa"), style_by_id("ieee"))
    assert render(items, styles) == render(items[::-1], styles)


@pytest.mark.parametrize("slug", ["ferenczy-2025-prc-mining-tibet", DACHANG, "ccmn-2025-chengxin"])
def test_a_work_alone_looks_as_in_the_catalogue(slug, item, rendered, pandoc_list):
    alone = pandoc_list(json.dumps([item[slug]]), style_by_id("chicago-notes"))
    (one,) = [
        one
        for one in rendered
        if (one.slug, one.style, one.form) == (slug, "chicago-notes", "bibliography")
    ]
    assert one.html in alone


def test_year_letters_are_fixed(formatted):
    for style in ("chicago-author-date", "harvard"):
        for slug, year in ((DACHANG, "2009a"), (RESOLVED, "2009b")):
            assert year in formatted[slug, style, "bibliography"]
            assert year in formatted[slug, style, "intext"]


def test_what_a_style_leaves_out_is_listed_all_the_same(formatted):
    slug = "wikipedia-nd-zabuyelite"
    assert formatted[slug, "chicago-notes", "bibliography"] == "Wikipedia. “Zabuyelite.”"
    assert formatted[slug, "chicago-notes", "note"] == "Wikipedia, under “Zabuyelite.”"
    assert formatted[slug, "chicago-author-date", "bibliography"] == "Wikipedia. n.d. “Zabuyelite.”"
    assert formatted[slug, "chicago-author-date", "intext"] == "(Wikipedia, n.d.)"


def test_no_dash_stands_for_an_author(formatted, rendered):
    assert "―" not in formatted[RESOLVED, "mla", "bibliography"]
    dashed = {one.style for one in rendered if one.form == "bibliography" and "——" in one.text}
    assert dashed == set()


def test_a_form_of_its_own_has_a_dash_for_the_authors(formatted):
    slug = "ferenczy-2025-prc-mining-tibet"
    assert formatted[slug, "mla", "repeated"].startswith("———. ")
    assert formatted[slug, "mla", "bibliography"].startswith("Ferenczy, ")


def test_han_names_are_not_turned_or_cut(formatted):
    for style in STYLES:
        assert "岳依桐" in formatted["china-news-service-2025-jinchuan", style.id, "bibliography"]


def test_harvard_is_british(formatted):
    text = formatted["shultz-2017-conservative-answer", "harvard", "bibliography"]
    assert text.endswith(
        "‘A Conservative Answer to Climate Change’, The Wall Street Journal, 7 February."
    )


def test_numbers_are_left_open(rendered):
    numeric = [one for one in rendered if style_by_id(one.style).form == "numeric"]
    assert {one.text.count(NUMBER) for one in numeric} == {1}
    assert {one.text for one in numeric if (one.style, one.form) == ("ieee", "intext")} == {"[{n}]"}


def test_order_is_that_of_the_style(rendered):
    order = {one.slug: one.order for one in rendered if (one.style, one.form) == ("apa", "intext")}
    assert sorted(order.values()) == list(range(len(order)))
    assert (
        order["ahmed-2016-bangpu"]
        < order["ferenczy-2025-prc-mining-tibet"]
        < order["yeh-2003-taming"]
    )


def test_a_fault_of_pandoc_is_not_swallowed(items):
    from dataclasses import replace

    broken = [items[0] | {"author": "not a list"}]
    with pytest.raises(RuntimeError, match="could not format the works in apa-twin"):
        render(broken, [replace(style_by_id("apa"), id="apa-twin")])
