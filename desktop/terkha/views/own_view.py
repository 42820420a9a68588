# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a chart or the map is called where it is cited itself, and the link that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from PySide6.QtCore import QCoreApplication

from terkha.views.pages import given_away, page_of

if TYPE_CHECKING:
    from terkha.views.page import Page

translate = QCoreApplication.translate
_NARROWING = ("q", "text", "where")


def view_of(page: Page) -> tuple[str, str] | None:
    """Return link and title of the view in front; None where it is not Terkha's to be cited.

    Records have entries by their ids; a chart of a table of the reader's own is the reader's.
    """
    link = page.plain_link()
    title = _title(page, link)
    if not title:
        return None
    lens = page.context.catalogue.lens
    asked = parse_qs(link.partition("?")[2])
    parts = [title]
    if any(name in asked for name in _NARROWING):
        parts.append(translate("OwnView", "in part"))
    if lens.is_on:
        parts.append(translate("OwnView", "through a lens"))
    return given_away(link, lens)[0], ", ".join(parts)


def _title(page: Page, link: str) -> str:
    """Return what the view is called, without what narrows it; "" where it is none."""
    where = page_of(link)
    if where == "map":
        return translate("OwnView", "Map of the mines of the Tibetan Plateau")
    if where != "charts":
        return ""
    # Charts are drawn long after the first window; pages ask for this module at once.
    from terkha.charts.asked import Asked

    return "" if Asked.read(link.partition("/")[2]).own else page.accessibleName()
