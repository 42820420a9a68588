# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Small pieces of HTML: escaped text with its scripts marked, elements, tables.

Tibetan and Chinese get spans of their own class because they are drawn larger than the Latin
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from terkha_db.quantities import held
from terkha_db.wording import SPACE

# Tibetan with the spaces inside it; Han with its punctuation and the full-width forms.
_SCRIPTS = re.compile(
    r"(?P<bo>[\u0f00-\u0fff]+(?:[ \u00a0]*[\u0f00-\u0fff]+)*)"
    r"|(?P<zh>[\u2e80-\u303f\u3040-\u30ff\u3100-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+)"
)
# Where a quantity may be: most texts are asked for nothing more.
_QUANTITY = re.compile(r"\d [a-zA-Z%°]|[A-Z] \d")
BODY = "body"
ON = "on"
"""The space around a table that goes on with the one before: none."""
ROWS = 12
"""Of a table; more are slow to lay out in one go."""
NBSP = "\u00a0"
_DIMMED = re.compile(r'<span class="(strong|value|formula|lead)"')
_DIM = r'<span class="dim-\1"'
_HEAD = '<tr><td class="head"'


def text(plain: str, role: str = "body") -> str:
    """Return ``plain`` escaped; runs of Tibetan and Han stand in spans of the size of ``role``.

    QTextDocument takes every space but the no-break space for one that may break, the narrow
    one between a number and its unit too.
    """
    if _QUANTITY.search(plain):
        plain = held(plain)
    if plain.isascii():
        return _escaped(plain)
    plain = plain.replace(SPACE, NBSP)
    parts: list[str] = []
    end = 0
    for run in _SCRIPTS.finditer(plain):
        parts.append(_escaped(plain[end : run.start()]))
        parts.append(f'<span class="{role}-{run.lastgroup}">{run[0]}</span>')
        end = run.end()
    return "".join(parts) + _escaped(plain[end:])


def _escaped(plain: str) -> str:
    """Return a text as HTML; most of ours needs nothing, and is asked thousands of times."""
    if "&" in plain or "<" in plain or ">" in plain:
        return escape(plain, quote=False)
    return plain


def _attribute(value: str) -> str:
    """Return a value as it stands between quotation marks in a tag."""
    return escape(value) if "&" in value or '"' in value or "<" in value else value


def span(role: str, plain: str) -> str:
    """Return ``plain`` in the type of ``role``."""
    return wrap(role, text(plain, role))


def wrap(role: str, html: str) -> str:
    """Return ``html`` in the type of ``role``; body type is the document's own."""
    return html if role == BODY else f'<span class="{role}">{html}</span>'


def dimmed(html: str) -> str:
    """Return inline ``html`` in grey, in the type that it has; links keep their colour."""
    return f'<span class="dim">{_DIMMED.sub(_DIM, html)}</span>'


def paragraph(role: str, html: str, gap: str = "") -> str:
    """Return a block with the even lines of ``role``; ``gap`` names the space around it."""
    classes = f"{role}-line {gap}".rstrip()
    return f'<p class="{classes}">{wrap(role, html)}</p>'


def heading(level: int, role: str, html: str, gap: str = "") -> str:
    """Return a heading in the type of ``role``; its level is what screen readers go by."""
    classes = f"{role}-line {gap}".rstrip()
    return f'<h{level} class="{classes}">{wrap(role, html)}</h{level}>'


def anchor(name: str) -> str:
    """Return a place that a link can lead to."""
    return f'<a name="{_attribute(name)}"></a>'


def link(href: str, html: str, role: str = "body") -> str:
    """Return a link in the type of ``role``; the address is escaped here."""
    kind = "" if role == BODY else f' class="{role}"'
    return f'<a{kind} href="{_attribute(href)}">{html}</a>'


def outside(address: str, html: str, role: str = "body") -> str:
    """Return a link that leads outside; whoever shows it asks before anything is opened."""
    return link(f"outside:{quote(address, safe='')}", html, role)


def image(source: str) -> str:
    """Return an image on the middle of the line; whoever shows the page gives it its size."""
    return f'<img src="{_attribute(source)}" style="vertical-align: middle" />'


def cell(kind: str, html: str, *, width: str = "", align: str = "", span: int = 1) -> str:
    """Return a table cell of the class ``kind``; ``width`` in pixels or per cent."""
    attributes = f' width="{width}"' if width else ""
    attributes += f' align="{align}"' if align else ""
    attributes += f' colspan="{span}"' if span > 1 else ""
    return f'<td class="{kind}"{attributes}>{html}</td>'


def row(cells: Iterable[str]) -> str:
    """Return a table row."""
    return f"<tr>{''.join(cells)}</tr>"


def table(rows: Sequence[str], *, kind: str = "space") -> str:
    """Return a table; ``kind`` names the space around it.

    A long one is several under one another, so that not all of it has to be laid out at once.
    """
    cut = ["".join(rows[start : start + ROWS]) for start in range(0, len(rows), ROWS)]
    if rows and rows[0].startswith(_HEAD):
        # Sheets of paper repeat it, and screen readers name the columns by it.
        cut[0] = cut[0].replace(rows[0], f"<thead>{rows[0]}</thead>", 1)
    kinds = [kind]
    if len(cut) > 1:
        kinds = [f"{kind} more", *[ON] * (len(cut) - 2), f"{ON} {kind}-end"]
    return "".join(
        f'<table class="{name}" width="100%" cellspacing="0" cellpadding="0">{part}</table>'
        for name, part in zip(kinds, cut, strict=False)
    )
