# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a link is called: in the title of the window, on its tab and in what was viewed lately."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from PySide6.QtCore import QCoreApplication

from terkha.marked import marked_in
from terkha.views.compare_link import compared_ids
from terkha.views.pages import PAGE_BY_ID, PAGE_BY_KIND, narrowed_to, page_of
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha_db.library.model import Target


def title_of(context: Context, link: str) -> str:
    """Return the title of what a link leads to; the link itself where it leads nowhere."""
    page_id, rest = page_of(link), link.partition("/")[2]
    try:
        if page_id == "record":
            return context.catalogue.brief(link.partition("#")[0]).title
        if page_id == "collection" and rest:
            from terkha_db.imported.shelf import Shelf

            name = Shelf(context.paths.collections).find(re.split("[/?]", rest)[0]).name
            return _narrowed(name, link)
    except KnownError:
        return link
    if page_id == "search" and rest:
        return f"“{rest}”"
    ids = compared_ids(link) if page_id == "compare" else []
    if ids:
        return " / ".join(brief.title for brief in context.catalogue.briefs(ids))
    if page_id == "manual" and "?" in link:
        return _chapter(link.partition("?")[2])
    if page_id == "charts" and link.startswith("chart/"):
        return _chart(context, rest)
    label = QCoreApplication.translate("Pages", PAGE_BY_ID[page_id].label)
    return _narrowed(label, link)


def _chart(context: Context, asked: str) -> str:
    """Return the title of a chart; that of a table of the reader's own names the table."""
    from terkha.charts.asked import Asked, asked_title

    slug = Asked.read(asked).own
    if not slug:
        return asked_title(asked)
    name = _own_name(context, slug)
    return QCoreApplication.translate("Charts", "Chart of “%s”") % name


def _own_name(context: Context, slug: str) -> str:
    """Return what the reader calls a collection; its slug where it is gone."""
    from terkha_db.imported.shelf import Shelf

    try:
        return Shelf(context.paths.collections).find(slug).name
    except KnownError:
        return slug


def _narrowed(title: str, link: str) -> str:
    """Return the title of a table with what it is narrowed to, marked records among it."""
    marked, within = marked_in(link)
    words = QCoreApplication.translate("Pages", "%(number)s marked in “%(where)s”")
    kept = words % {"number": len(marked), "where": within} if within else ""
    asked = " ".join(filter(None, (*narrowed_to(link), kept)))
    return f"{title}: {asked}" if asked else title


def _chapter(query: str) -> str:
    """Return the title of a chapter of the manual."""
    from terkha_resources.help import CHAPTERS

    wanted = dict(parse_qsl(query)).get("chapter", "")
    title = dict(CHAPTERS).get(wanted, "")
    label = QCoreApplication.translate("Pages", PAGE_BY_ID["manual"].label)
    return f"{label}: {title}" if title else label


def icon_of(link: str) -> str:
    """Return the name of the icon for what a link leads to."""
    page_id = page_of(link)
    if page_id != "record":
        return PAGE_BY_ID[page_id].icon
    page = PAGE_BY_KIND.get(link.partition("/")[0])
    return page.icon if page else "file-text"


def as_target(context: Context, link: str) -> Target | None:
    """Return what the library remembers of a visit; None where a page is only a way."""
    page_id = page_of(link)
    if page_id in PAGE_BY_ID and page_id != "charts":
        return None
    from terkha_db.library.model import Target

    kind = "chart" if page_id == "charts" else link.partition("/")[0]
    return Target(link, kind, title_of(context, link))


def as_view(context: Context, link: str) -> Target:
    """Return what the library keeps of a view: a table says what it is narrowed to."""
    from terkha_db.library.model import Target

    kept = as_target(context, link)
    kind = kept.kind if kept is not None else "view"
    return Target(link, kind, title_of(context, link), context.catalogue.edition.version)
