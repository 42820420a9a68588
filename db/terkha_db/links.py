# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links that lead to the same view in any installation: ``terkha:mine/julong#resource-…``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote, urlencode

from terkha_db.codes import looks_like_code, printed, read_code
from terkha_db.errors import KnownError
from terkha_db.lens import Lens, format_lens, parse_lens
from terkha_db.vocabulary import KIND_BY_ID

SCHEME = "terkha"
COLLECTION = "collection"
"""The first part of links to the reader's own tables."""

_WORD = r"[a-z][a-z0-9-]*"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ROW = r"[1-9][0-9]{0,8}"
_EXAMPLE = "terkha:mine/julong"
LONGEST = 2000
_LENS = "lens"


class LinkError(KnownError):
    """A link that does not follow the form of links."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: a record, a chart, a reader's own table, or a page of the window.

    A short code leads to a record or statement that only a catalogue can name.
    """

    target: Literal["record", "chart", "collection", "page", "code"]
    id: str
    """``mine/julong`` for a record; the chart's, collection's or page's own id otherwise.

    One row of a collection is ``slug/12``; a code stands without its hyphen.
    """
    anchor: str = ""
    """A statement's id on a record's page."""
    query: tuple[tuple[str, str], ...] = ()
    """Names and values after the question mark, in their order."""

    @property
    def kind(self) -> str:
        """The kind of the record, or "" where the link leads elsewhere."""
        return self.id.partition("/")[0] if self.target == "record" else ""


def parse_link(text: str) -> Link:
    """Read a link, with or without ``terkha:`` before it.

    Raises:
        LinkError: the text has no form of a link, or names an unknown kind of record.

    """
    shown = text if len(text) <= 60 else text[:60] + "…"
    stripped = text.strip()
    if len(stripped) > LONGEST or not stripped.isprintable():
        raise LinkError(f"“{_printable(shown)}” is no link: links look like {_EXAMPLE}.")
    scheme, colon, rest = stripped.partition(":")
    if colon and re.fullmatch(_WORD, scheme.lower()) and "/" not in scheme:
        if scheme.lower() != SCHEME:
            raise LinkError(f"“{shown}” leads outside Terkha: its own links look like {_EXAMPLE}.")
        stripped = rest
    path, _, anchor = stripped.partition("#")
    path, _, query = path.partition("?")
    path = unquote(path).lstrip("/")
    if path.count("/") > 1:
        path = path.rstrip("/")
    pairs = tuple(parse_qsl(query, keep_blank_values=True))
    return _read_path(path, unquote(anchor), pairs, shown)


def format_link(link: Link) -> str:
    """Return the link as text; ``parse_link`` reads it back."""
    if link.target == "code":
        return f"{SCHEME}:{printed(link.id)}"
    path = f"{link.target}/{link.id}" if link.target in ("chart", "collection") else link.id
    query = f"?{urlencode(link.query, quote_via=quote)}" if link.query else ""
    anchor = f"#{quote(link.anchor)}" if link.anchor else ""
    return f"{SCHEME}:{quote(path)}{query}{anchor}"


def fitted(link: Link) -> tuple[Link, tuple[str, ...]]:
    """Return a link that is short enough to be followed, and the names of what it leaves out.

    What is longest goes first: a link that asks for less leads somewhere, one that is too long
    nowhere.
    """
    left_out: list[str] = []
    while link.query and len(format_link(link)) > LONGEST:
        longest = max(link.query, key=lambda pair: len(quote(pair[1])))
        left_out.append(longest[0])
        link = replace(link, query=tuple(pair for pair in link.query if pair != longest))
    return link, tuple(left_out)


def lens_of(link: Link) -> Lens:
    """Return whose works count where a link leads; all of them where it says nothing.

    Raises:
        LensError: the link carries a lens that cannot be read.

    """
    return parse_lens(dict(link.query).get(_LENS, ""))


def with_lens(link: Link, lens: Lens) -> Link:
    """Return a link that leads to the same place through a lens."""
    if link.target == "code":
        return link
    query = tuple(pair for pair in link.query if pair[0] != _LENS)
    if lens.is_on:
        query += ((_LENS, format_lens(lens)),)
    return replace(link, query=query)


def _read_path(path: str, anchor: str, query: tuple[tuple[str, str], ...], shown: str) -> Link:
    first, slash, slug = path.partition("/")
    if not slash and looks_like_code(first):
        return Link("code", read_code(first))
    if not slash and re.fullmatch(_WORD, first):
        return Link("page", first, anchor, query)
    if first == COLLECTION:
        name, slash, row = slug.partition("/")
        if re.fullmatch(_SLUG, name) and (re.fullmatch(_ROW, row) or not slash):
            return Link("collection", slug, anchor, query)
        raise LinkError(
            f"“{shown}” is no link: a collection is {COLLECTION}/name, "
            f"its row {COLLECTION}/name/12."
        )
    if not re.fullmatch(_SLUG, slug):
        raise LinkError(f"“{shown}” is no link: a record is kind/name, as in {_EXAMPLE}.")
    if first == "chart":
        return Link("chart", slug, anchor, query)
    if first not in KIND_BY_ID:
        from difflib import get_close_matches

        near = get_close_matches(first, [*KIND_BY_ID, "chart", COLLECTION], n=1)
        hint = f"did you mean {near[0]}/{slug}?" if near else f"kinds are {', '.join(KIND_BY_ID)}."
        raise LinkError(f"There is no kind of record called “{_printable(first)}”: {hint}")
    return Link("record", path, anchor, query)


def _printable(text: str) -> str:
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
