# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lists name each work once, in the order of the style."""

from __future__ import annotations

from dataclasses import replace

from terkha_db.citing import Entry, arranged, sort_key, style_by_id
from terkha_db.citing.listing import lines_under, merged

A, B, C = (Entry({"id": slug, "type": "book"}, html="[{n}] x", text="[{n}] x") for slug in "abc")


def test_the_same_work_cited_twice():
    first = replace(A, locators=("p. 2", "p. 1"), used_for=("x",))
    again = replace(A, locators=("p. 1", "p. 3"), used_for=("y",))
    (work,) = merged([first, again])
    assert work.locators == ("p. 2", "p. 1", "p. 3")
    assert work.used_for == ("x", "y")


def test_a_style_that_sorts():
    works = [
        replace(A, sort_key=sort_key(10)),
        replace(C, sort_key=sort_key(9)),
        replace(B, sort_key=sort_key(10)),
    ]
    assert [work.id for work in arranged(works, style_by_id("apa"))] == ["c", "a", "b"]


def test_a_style_that_numbers():
    works = arranged([C, A, C, B], style_by_id("ieee"))
    assert [(work.id, work.text, work.html) for work in works] == [
        ("c", "[1] x", "[1] x"),
        ("a", "[2] x", "[2] x"),
        ("b", "[3] x", "[3] x"),
    ]


def test_no_style():
    assert [work.id for work in arranged([C, A, B])] == ["a", "b", "c"]


def test_lines_under_an_entry():
    work = replace(A, locators=("page 12", "abstract"), used_for=("grade", "owner"))
    assert lines_under(work) == ["Cited at: p. 12; abstract", "Used for: grade; owner"]
    assert lines_under(A) == []


def signed(slug, author, title, rank):
    text = f"{author}. {title}."
    csl = {"id": slug, "type": "book", "title": title, "author": [{"literal": author}]}
    return Entry(csl, text, text, sort_key(rank), repeated=f"———. {title}.")


def test_a_dash_stands_for_the_authors_of_the_entry_before():
    works = [
        signed("a", "Ann", "One", 0),
        signed("b", "Ann", "Two", 1),
        signed("c", "Bob", "Six", 2),
    ]
    mla = style_by_id("mla")
    assert [one.text for one in arranged(works, mla)] == ["Ann. One.", "———. Two.", "Bob. Six."]
    assert [one.text for one in arranged(works[1:], mla)] == ["Ann. Two.", "Bob. Six."]


def test_a_dash_never_stands_for_a_title():
    works = [
        Entry(
            {"id": slug, "type": "webpage", "title": "Chaka"},
            f"“Chaka.” {slug}.",
            f"“Chaka.” {slug}.",
            sort_key(rank),
            repeated=f"———. {slug}.",
        )
        for rank, slug in enumerate("ab")
    ]
    assert [one.text for one in arranged(works, style_by_id("mla"))] == [
        "“Chaka.” a.",
        "“Chaka.” b.",
    ]
