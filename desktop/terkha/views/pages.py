# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The pages of the window: PAGES, from which navigation, links and the self-test are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode

from PySide6.QtCore import QCoreApplication

from terkha_db.errors import KnownError
from terkha_db.lens import OPEN, Lens
from terkha_db.links import Link, fitted, format_link, parse_link, with_lens

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.views.page import Page
    from terkha_db.catalogue import Catalogue


class PageSpec(NamedTuple):
    """One page: its id in links (``page/mines``), label, icon, group and how it is made.

    ``kind`` is the kind of record that a table page lists. Group 0 is left out of the navigation:
    such pages are reached by links.
    """

    id: str
    label: str
    icon: str
    group: int
    make: Callable[[Context, PageSpec], Page]
    kind: str = ""


def _home(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.home_page import HomePage

    return HomePage(context)


def _table(context: Context, spec: PageSpec) -> Page:
    from terkha.views.table_page import TablePage

    return TablePage(context, spec)


def _told(context: Context, spec: PageSpec) -> Page:
    from terkha.views.told_page import ToldPage

    return ToldPage(context, spec)


def _charts(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.charts_page import ChartsPage

    return ChartsPage(context)


def _library(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.library_page import LibraryPage

    return LibraryPage(context)


def _compare(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.compare_page import ComparePage

    return ComparePage(context)


def _manual(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.manual_page import ManualPage

    return ManualPage(context)


def _search(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.search_page import SearchPage

    return SearchPage(context)


def _collection(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.collection_page import CollectionPage

    return CollectionPage(context)


def _map(context: Context, _spec: PageSpec) -> Page:
    from terkha.views.map_page import MapPage

    return MapPage(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", "Home", "house", 1, _home),
    PageSpec("mines", "Mines", "pickaxe", 1, _table, "mine"),
    PageSpec("minerals", "Minerals", "gem", 1, _table, "mineral"),
    PageSpec(
        "commodities",
        "Commodities",
        "flask-conical",
        1,
        _table,
        "commodity",
    ),
    PageSpec(
        "organisations",
        "Organisations",
        "building-2",
        1,
        _table,
        "organisation",
    ),
    PageSpec("places", "Places", "map-pin", 1, _table, "place"),
    PageSpec("policies", "Policies", "landmark", 1, _table, "policy"),
    PageSpec("claims", "Claims", "quote", 1, _told, "claim"),
    PageSpec("events", "Events", "calendar", 1, _told, "event"),
    PageSpec(
        "citations",
        "Citations",
        "book-open-text",
        1,
        _table,
        "citation",
    ),
    PageSpec("map", "Map", "map", 2, _map),
    PageSpec("charts", "Charts", "chart-column", 2, _charts),
    PageSpec("compare", "Compare", "columns-2", 2, _compare),
    PageSpec("library", "Library", "library", 2, _library),
    PageSpec(
        "disputes",
        "Where sources differ",
        "scale",
        0,
        _table,
        "dispute",
    ),
    PageSpec("search", "Search", "search", 0, _search),
    PageSpec("collection", "Your collection", "table", 0, _collection),
    PageSpec("manual", "Manual", "circle-question-mark", 3, _manual),
)
PAGE_BY_ID = {page.id: page for page in PAGES}
PAGE_BY_KIND = {page.kind: page for page in PAGES if page.kind}


def page_of(link: str) -> str:
    """Return the id of the page that shows ``link``: ``record`` for the page of one record."""
    head, _, rest = link.partition("/")
    if head == "page":
        page = rest.partition("?")[0]
        return page if page in PAGE_BY_ID else "home"
    return {"chart": "charts"}.get(head, head if head in ("search", "collection") else "record")


def navigation_of(link: str) -> str:
    """Return the id of the page whose entry in the navigation is marked for ``link``."""
    page = page_of(link)
    if page == "collection":
        return "library"
    if page != "record":
        return page
    spec = PAGE_BY_KIND.get(link.partition("/")[0])
    return spec.id if spec else ""


def inside(link: Link) -> str:
    """Return a link from outside (``terkha:mines``) as the state knows it (``page/mines``).

    Its lens is left out: that is no matter of one page.
    """
    link = with_lens(link, OPEN)
    if link.target == "record":
        return f"{link.id}#{link.anchor}" if link.anchor else link.id
    if link.target == "chart":
        return _asking(f"chart/{link.id}", link.query)
    if link.target == "collection":
        return _asking(f"collection/{link.id}", link.query)
    if link.id == "search":
        return f"search/{dict(link.query).get('q', '')}"
    return _asking(f"page/{link.id}", link.query)


def _asking(link: str, query: tuple[tuple[str, str], ...]) -> str:
    return link + (f"?{urlencode(query, quote_via=quote)}" if query else "")


def narrowed_link(link: str, *, words: str = "", where: str = "") -> str:
    """Return the link of a table narrowed to words and a query: ``page/mines?where=…``."""
    asked = (("text", words), ("where", where))
    return _asking(link, tuple((key, text) for key, text in asked if text))


def table_link(page: str, *, words: str = "", where: str = "") -> str:
    """Return the link of a table page narrowed to words and a query."""
    return narrowed_link(f"page/{page}", words=words, where=where)


def query_link(kind: str, query: str) -> str:
    """Return the link that asks a query of the table of ``kind``, or of all where it has none.

    The kind of a table of the reader's own is its link.
    """
    if kind.startswith("collection/"):
        return narrowed_link(kind, where=query)
    page = PAGE_BY_KIND.get(kind)
    return table_link(page.id, where=query) if page else f"search/{query}"


def narrowed_to(link: str) -> tuple[str, str]:
    """Return words and query that the link of a table asks for; empty where it asks for all."""
    asked = dict(parse_qsl(link.partition("?")[2]))
    return asked.get("text", ""), asked.get("where", "")


def outside(link: str, lens: Lens = OPEN) -> str:
    """Return a link of the state as it is given away: ``terkha:mine/julong?lens=company``."""
    return format_link(with_lens(_as_link(link), lens))


def given_away(link: str, lens: Lens = OPEN) -> tuple[str, str]:
    """Return a link of the state as one that can be followed, and what had to be left out of it."""
    short, left_out = fitted(with_lens(_as_link(link), lens))
    words = ", ".join(dict.fromkeys(_named(name) for name in left_out))
    note = QCoreApplication.translate("Pages", "Too long for a link, and left out of it: %s")
    return format_link(short), note % words if words else ""


def _named(name: str) -> str:
    """Return a part of a link in words."""
    if name == "lens":
        return QCoreApplication.translate("Pages", "the lens")
    if name == "sel":
        return QCoreApplication.translate("Pages", "the records marked")
    return QCoreApplication.translate("Pages", "the query")


def _as_link(link: str) -> Link:
    head, _, rest = link.partition("/")
    if head == "page":
        page, _, query = rest.partition("?")
        return Link("page", page, query=tuple(parse_qsl(query)))
    if head == "search":
        return Link("page", "search", query=(("q", rest),))
    if head == "chart":
        chart, _, query = rest.partition("?")
        return Link("chart", chart, query=tuple(parse_qsl(query)))
    if head == "collection":
        slug, _, query = rest.partition("?")
        return Link("collection", slug, query=tuple(parse_qsl(query)))
    record, _, anchor = link.partition("#")
    return Link("record", record, anchor)


def is_known(catalogue: Catalogue, link: str) -> bool:
    """Tell whether there is something to show for a link that was kept, perhaps long ago."""
    try:
        read = parse_link(outside(link))
    except KnownError:
        return False
    # What is written in one link as it is may be escaped in another.
    if outside(inside(read)) != outside(link):
        return False
    if read.target == "record":
        return catalogue.exists(read.id)
    return read.target != "page" or read.id in PAGE_BY_ID
