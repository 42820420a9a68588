# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Two blocks side by side: cells of a table on paper and in exports, frames on the screen.

Qt lays out the cells of a table twice, the first time for the widths of its columns, and what
stands in tables inside them four times. A frame is laid out once. On paper a frame beside another
cannot go on on the next sheet, which a table can.
"""

from __future__ import annotations

from terkha.pages import markup

_LEFT, _GAP, _RIGHT = "48%", "3%", "49%"
_KINDS = ("bare", "card")
_TURN = f'</td>{markup.cell("bare", "", width=_GAP)}<td class="bare" width="{_RIGHT}">'
_CLOSED = "</td></tr></table>"
_MARK = "<!-- beside -->"
"""Stands behind the table, whose end looks like that of others."""

# Qt keeps a line before and behind a frame, which is to take no room. The one behind it takes no
# format but that of its letters.
_BEFORE = '<p class="nil"></p>'
_BEHIND = f'<span class="nil">{markup.NBSP}</span>'


def tabled(left: str, right: str, kind: str) -> str:
    """Return two blocks as cells of a table, the left one in a cell of the class ``kind``."""
    return f"{_begun(kind)}{left}{_TURN}{right}{_CLOSED}{_MARK}"


def floating(html: str) -> str:
    """Return the HTML of a page with its blocks side by side as frames."""
    if _MARK not in html:
        return html
    for kind in _KINDS:
        outer, inner = _frame(f"left-{kind}", _LEFT), _frame(f"inside-{kind}")
        html = html.replace(_begun(kind), f"{_BEGUN}{outer}{_BEFORE}{inner}")
    closed = _CLOSED + _BEHIND
    html = html.replace(_TURN, f"{closed}{closed}{_frame('right', _RIGHT)}")
    return html.replace(_CLOSED + _MARK, f"{closed}{closed}")


def is_beside(html: str) -> bool:
    """Tell whether blocks stand side by side in what :func:`floating` returned."""
    return _BEGUN in html


def _begun(kind: str) -> str:
    return (
        '<table class="space" width="100%" cellspacing="0" cellpadding="0">'
        f'<tr><td class="{kind}" width="{_LEFT}">'
    )


def _frame(kind: str, width: str = "100%") -> str:
    return f'<table class="{kind}" width="{width}"><tr><td>'


_BEGUN = f'{_frame("columns")}<p class="columns-space"></p>'
