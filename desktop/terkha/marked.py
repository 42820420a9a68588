# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records that were marked in a chart or on the map, as links and queries carry them.

``page/mines?sel=mine/julong,jiama&in=Copper`` is the table of mines that keeps to these two, marked
in the chart of that title. A kind is named once for all that follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, quote, urlencode

from terkha_db.links import LONGEST

_RECORDS = "sel"
_WITHIN = "in"
_NAMES_MOST = 1200
"""Letters of the names in a link; a longer list makes a link that nobody can pass on."""


def format_marked(records: Iterable[str]) -> str:
    """Return permanent ids as links name them; "" where there are too many."""
    text = ",".join(_shortened(sorted(records)))
    return text if len(text) <= _NAMES_MOST else ""


def read_marked(text: str) -> tuple[str, ...]:
    """Return the permanent ids that a link names."""
    kind, found = "", []
    for name in filter(None, text.split(",")):
        head, slash, slug = name.rpartition("/")
        kind = head if slash else kind
        if kind and slug:
            found.append(f"{kind}/{slug}")
    return tuple(found)


def with_marked(link: str, records: Iterable[str], within: str = "") -> str:
    """Return a link that marks records as well; the link itself where they are too many.

    ``within`` is the title of the picture in which they were marked, which tables keep to.
    """
    names = format_marked(records)
    if not names:
        return link
    asked = [(_RECORDS, names), *([(_WITHIN, within)] if within else [])]
    longer = f"{link}{'&' if '?' in link else '?'}{urlencode(asked, safe=',/', quote_via=quote)}"
    # The scheme and perhaps a lens come before and after it.
    return longer if len(longer) < LONGEST * 0.9 else link


def marked_in(link: str) -> tuple[tuple[str, ...], str]:
    """Return the records that a link marks, and the title of the picture; empty where none."""
    asked = dict(parse_qsl(link.partition("?")[2]))
    return read_marked(asked.get(_RECORDS, "")), asked.get(_WITHIN, "")


def without_marked(link: str) -> str:
    """Return a link without the records that it marks."""
    place, _, query = link.partition("?")
    rest = [pair for pair in parse_qsl(query) if pair[0] not in (_RECORDS, _WITHIN)]
    return f"{place}?{urlencode(rest, quote_via=quote)}" if rest else place


def kept_query(where: str, records: Iterable[str]) -> str:
    """Return a query that keeps to records of one kind as well.

    Raises:
        QueryError: there are too many of them.

    """
    from terkha_db.query import parse_query
    from terkha_db.query.edit import add

    names = " OR ".join(sorted(one.partition("/")[2] for one in records))
    return add(where, parse_query(f"id=({names})"))


def _shortened(records: Iterable[str]) -> Iterator[str]:
    before = ""
    for record in records:
        kind, _, slug = record.partition("/")
        yield slug if kind == before else record
        before = kind
