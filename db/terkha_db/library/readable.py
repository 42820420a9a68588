# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A library as one readable page of HTML that needs nothing else, for people and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.library.document import Document, Shelf
    from terkha_db.library.model import Bookmark, SavedSearch, TrayEntry, Visit

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Terkha library</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.2; margin: 2rem 0 0.5rem; }
ul { list-style: none; padding: 0; }
li { border-top: 1px solid #8886; padding: 0.5rem 0; break-inside: avoid; }
p { margin: 0; }
.about { font-size: 0.85rem; opacity: 0.75; }
.note { white-space: pre-wrap; margin: 0.25rem 0; padding-left: 0.75rem; border-left: 3px solid; }
</style>
</head>
<body>
<h1>Terkha library</h1>"""


def to_html(document: Document) -> str:
    """Return a document as HTML; notes stand as they were written, in Markdown."""
    return "\n".join(_page(document)) + "\n"


def _page(document: Document) -> Iterator[str]:
    known = {bookmark.link: bookmark for bookmark in document.bookmarks}
    filed = {link for shelf in document.collections for link in shelf.links}
    loose = [bookmark for bookmark in document.bookmarks if bookmark.link not in filed]
    yield HEAD
    kept = count(len(known), "bookmark")
    yield _about(f"{kept}, exported {_day(document.exported)}. Links open in Terkha.")
    for shelf in document.collections:
        yield from _shelf(shelf, [known[link] for link in shelf.links if link in known])
    yield from _section("In no collection", [_bookmark(each) for each in loose])
    yield from _section("Saved searches", [_search(each) for each in document.saved_searches])
    yield from _section("Citation tray", [_entry(each) for each in document.tray])
    yield from _section("History", [_visit(each) for each in document.history])
    yield "</body>\n</html>"


def _shelf(shelf: Shelf, bookmarks: Sequence[Bookmark]) -> Iterator[str]:
    """Give a collection a heading as deep as it is nested, even if nothing is in it."""
    level = min(2 + shelf.path.count("/"), 6)
    name = shelf.path.rpartition("/")[2]
    yield f"<h{level}>{escape(name)}</h{level}>"
    yield from _items([_bookmark(each) for each in bookmarks])


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"<h2>{title}</h2>"
        yield from _items(items)


def _items(items: Sequence[str]) -> Iterator[str]:
    if items:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"


def _bookmark(bookmark: Bookmark) -> str:
    tags = f", tagged {', '.join(bookmark.tags)}" if bookmark.tags else ""
    about = f"{bookmark.kind}, {bookmark.link}, kept {_day(bookmark.added)}{tags}"
    notes = "".join(f'<p class="note">{escape(note.text)}</p>' for note in bookmark.notes)
    return _link(bookmark.link, bookmark.title) + _about(about) + notes


def _search(search: SavedSearch) -> str:
    where = f" in {search.kind}" if search.kind else ""
    return f"<p>{escape(search.name)}</p>" + _about(f"{search.query}{where}")


def _entry(entry: TrayEntry) -> str:
    return _link(entry.link, entry.title) + _about(f"{entry.kind}, {entry.link}")


def _visit(visit: Visit) -> str:
    return _link(visit.link, visit.title) + _about(f"{visit.kind}, {_day(visit.visited)}")


def _link(link: str, title: str) -> str:
    return f'<p><a href="terkha:{escape(link)}">{escape(title)}</a></p>'


def _about(text: str) -> str:
    return f'<p class="about">{escape(text)}</p>'


def _day(time: str) -> str:
    return time[:10]
