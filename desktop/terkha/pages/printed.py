# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page as it goes on paper: its links lead within it or outside, and none asks for a press."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import unquote

from terkha_db.links import SCHEME

WITHIN = "within:"
"""Begins the address of a place on the same paper: ``within:work-3``."""
_LINK = re.compile(r'<a( class="[^"]*")? href="([^"]*)">(.*?)</a>', re.DOTALL)
_PRESSED = ("more", "cite", "copy", "lens")


def on_paper(html: str) -> str:
    """Return the HTML of a page with the links of a printed one.

    A source marker leads to its work in the list at the end, a record to Terkha itself, an
    outside address to where it says. What copies or unfolds has no place on paper.
    """
    return _LINK.sub(_printed, html)


def _printed(link: re.Match[str]) -> str:
    role, address, words = link[1] or "", unescape(link[2]), link[3]
    scheme, _, rest = address.partition(":")
    if scheme in _PRESSED:
        return ""
    if address.startswith("#"):
        target = f"{WITHIN}{rest or address[1:]}"
    elif scheme == "source":
        target = f"{WITHIN}work-{rest.partition('.')[0]}"
    elif scheme == "outside":
        target = unquote(rest)
    elif scheme in ("http", "https"):
        target = address
    else:
        target = f"{SCHEME}:{rest}"
    return f'<a{role} href="{escape(target)}">{words}</a>'
