# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Keeping things: links, titles, order, selections, and what is refused."""

from __future__ import annotations

import pytest

from terkha_db.errors import NotFoundError
from terkha_db.library.model import Target
from terkha_db.library.selection import Selection
from terkha_db.library.words import BadWordError


def links(bookmarks):
    return [bookmark.link for bookmark in bookmarks]


def test_nothing_is_written_before_something_is_kept(library, paths, julong):
    assert library.bookmarks.select() == ()
    assert library.next_undo() is None
    assert not paths.library.exists()
    library.bookmarks.add([julong])
    assert paths.library.exists()


def test_a_bookmark_keeps_what_explains_it(library, open_library, julong):
    (kept,) = library.bookmarks.add(
        [julong], collections=["Copper/Julong"], tags=["to check"], note="Ask *Zijin*."
    )
    assert open_library().bookmarks.get("mine/julong") == kept
    assert kept.as_json() == {
        "id": "mine/julong",
        "kind": "mine",
        "title": "Julong 巨龙铜矿",
        "added": "2026-11-12T14:05:00Z",
        "collections": ["Copper/Julong"],
        "tags": ["to check"],
        "notes": ["Ask *Zijin*."],
    }
    assert kept.explain_missing("2027.01") == (
        "Julong 巨龙铜矿 (mine, mine/julong), kept from edition 2026.11, is not in edition "
        "2027.01; the bookmark stays with its notes, tags and collections."
    )


@pytest.mark.parametrize(
    ("link", "kept", "kind"),
    [
        ("mine/julong", "mine/julong", "mine"),
        (" terkha:mine/julong ", "mine/julong", "mine"),
        ("TERKHA://mine/julong", "mine/julong", "mine"),
        ("mine/julong#resource-copper", "mine/julong#resource-copper", "statement"),
        ("terkha:chart/copper-resources", "chart/copper-resources", "chart"),
        ("terkha:search?q=kind:mine copper", "search?q=kind:mine copper", "search"),
        ("map?at=29.6,91.6&zoom=4", "map?at=29.6,91.6&zoom=4", "map"),
    ],
)
def test_any_link_of_terkha_can_be_kept_in_one_form(library, link, kept, kind):
    (bookmark,) = library.bookmarks.add([Target(link)])
    assert (bookmark.link, bookmark.kind, bookmark.title) == (kept, kind, kept)
    assert bookmark.url == f"terkha:{kept}"
    assert library.bookmarks.get(link) == bookmark


@pytest.mark.parametrize(
    "link",
    [
        "",
        "  ",
        "terkha:",
        "https://example.org/",
        "javascript:alert(1)",
        "a\nb",
        "a\ud800",
        "x" * 5000,
    ],
)
def test_what_does_not_lead_into_terkha_is_refused(library, paths, link):
    with pytest.raises(BadWordError, match="does not lead into Terkha") as caught:
        library.bookmarks.add([Target("mine/julong"), Target(link)])
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)
    assert not paths.library.exists()


def test_keeping_twice_keeps_the_first_and_adds_what_is_new(library, julong):
    (first,) = library.bookmarks.add([julong], tags=["copper"])
    (again,) = library.bookmarks.add([Target("mine/julong", title="Other")], tags=["Lhasa"])
    assert again.title == first.title
    assert again.tags == ("Lhasa", "copper")
    assert library.bookmarks.count() == 1


def test_titles_and_notes_lose_what_cannot_be_stored(library):
    (kept,) = library.bookmarks.add(
        [Target("mine/x", title="two\nlines\x00 \ud800")], note="a\r\nb\x00  \n\tcode\n\n"
    )
    assert kept.title == "two lines"
    assert kept.notes[0].text == "a\nb  \n\tcode"


def test_pinned_first_then_newest(library, clock):
    for name in "abcd":
        library.bookmarks.add([Target(f"mine/{name}")])
        clock.pass_time(minutes=1)
    library.bookmarks.pin(["mine/b", "mine/a"])
    assert links(library.bookmarks.select()) == ["mine/b", "mine/a", "mine/d", "mine/c"]
    library.bookmarks.pin(["mine/d"], index=1)
    assert links(library.bookmarks.select()) == ["mine/b", "mine/d", "mine/a", "mine/c"]
    library.bookmarks.unpin(["mine/b"])
    assert [each.pinned for each in library.bookmarks.select()] == [True, True, False, False]


def test_selections(library, julong, zabuye):
    library.bookmarks.add([julong], collections=["Copper"], tags=["to check"], note="Größe?")
    library.bookmarks.add([zabuye], collections=["Copper/Not really"])
    library.bookmarks.add([Target("claim/isdp-063", "claim", "Over 100 million tons")])

    def chosen(**wanted):
        return set(links(library.bookmarks.select(Selection(**wanted))))

    assert chosen(collection="Copper") == {"mine/julong"}
    assert chosen(collection="Copper", nested=True) == {"mine/julong", "mine/zabuye"}
    assert chosen(tag="to check") == {"mine/julong"}
    assert chosen(kind="claim") == {"claim/isdp-063"}
    assert chosen(text="巨龙 gold") == set()
    assert chosen(text="巨龙 GRÖSSE") == {"mine/julong"}
    assert chosen(text="million") == {"claim/isdp-063"}
    assert chosen(text="100% _") == set()
    assert library.bookmarks.links() == {"mine/julong", "mine/zabuye", "claim/isdp-063"}
    with pytest.raises(NotFoundError, match="no collection “Gold”"):
        chosen(collection="Gold")


def test_removing_is_all_or_nothing(library, julong, zabuye):
    library.bookmarks.add([julong, zabuye], tags=["salt"], note="x")
    with pytest.raises(NotFoundError, match="mine/yulong is not bookmarked"):
        library.bookmarks.remove(["mine/julong", "mine/yulong"])
    assert library.bookmarks.count() == 2
    assert library.bookmarks.remove(["mine/julong", "terkha:mine/zabuye"]) == 2
    assert library.bookmarks.select() == ()
    assert library.tags.all() == ()


def test_renaming(library, julong):
    library.bookmarks.add([julong])
    library.bookmarks.rename("mine/julong", "  Julong  (copper) ")
    kept = library.bookmarks.get("mine/julong")
    assert kept is not None
    assert kept.title == "Julong (copper)"
    with pytest.raises(BadWordError, match="it is empty"):
        library.bookmarks.rename("mine/julong", " \n")


def test_a_thousand_bookmarks_are_listed_at_once(library):
    library.bookmarks.add([Target(f"mine/{number}") for number in range(1000)], tags=["many"])
    assert len(library.bookmarks.select(Selection(tag="many", text="mine 99"))) == 19
