# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha search``: records by any spelling, best first, then rows of the reader's own tables."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terkha_db.cli_layout import columns, cut, wrap
from terkha_db.cli_session import DONE, NOTHING, Command, Session, print_json, tell
from terkha_db.entities import Hit
from terkha_db.vocabulary import KIND_BY_ID
from terkha_db.wording import format_language, format_word

if TYPE_CHECKING:
    from terkha_db.imported.shelf import Found

_LIMIT = 20
_WIDEST_TITLE = 56


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="+", help="a name in any script, or words")
    parser.add_argument(
        "--kind", metavar="K", action="append", choices=list(KIND_BY_ID), help="only this kind"
    )
    parser.add_argument(
        "--limit", metavar="N", type=_positive, default=_LIMIT, help=f"at most N of each ({_LIMIT})"
    )
    parser.add_argument("--json", action="store_true", help="for scripts")


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100_000:
        raise ValueError(text)
    return number


def _run(session: Session, arguments: argparse.Namespace) -> int:
    query = " ".join(arguments.query)
    with session.catalogue() as catalogue:
        hits = catalogue.search(query, kinds=arguments.kind, limit=arguments.limit)
        own = [] if arguments.kind else _in_collections(session, query, arguments.limit)
        nearest = [] if hits or own else catalogue.nearest(query)
    if arguments.json:
        rows = [_as_json(hit) for hit in hits]
        labelled = [
            _as_json(hit) | {"collection": one.info.name} for one in own for hit in one.hits
        ]
        print_json(rows + labelled)
    else:
        _print(hits)
        for one in own:
            print(f"In your collection “{one.info.name}”:")
            _print(one.hits)
    if hits or own:
        return DONE
    names = ", ".join(f"{hit.title if hit.snippet else hit.matched} ({hit.id})" for hit in nearest)
    shown = query if query.isprintable() else repr(query)
    tell(f"nothing is found for “{shown}”" + (f"; these come nearest: {names}." if names else "."))
    return NOTHING


def _in_collections(session: Session, query: str, limit: int) -> list[Found]:
    """Return what the reader's own tables have, which is never mixed into the catalogue's."""
    if not session.paths.collections.is_dir():
        return []
    from terkha_db.imported.shelf import Found, Shelf

    found = []
    for one in Shelf(session.paths.collections).search(query, limit=limit):
        if isinstance(one, Found):
            found.append(one)
        else:
            tell(str(one))
    return found


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": hit.title,
        "second": hit.second,
        "matched": hit.matched,
        "field": hit.field,
        "lang": hit.lang,
        "used_by": hit.used_by,
        "derived": hit.derived,
        "snippet": hit.snippet,
    }


def _print(hits: list[Hit]) -> None:
    lines = columns([(hit.id, _titles(hit), "" if hit.snippet else _matched(hit)) for hit in hits])
    for hit, line in zip(hits, lines, strict=True):
        print(line)
        if hit.snippet:
            print("\n".join(wrap(f"{format_word(hit.field)}: {hit.snippet}", "    ")))


def _titles(hit: Hit) -> str:
    return cut(f"{hit.title} · {hit.second}" if hit.second else hit.title, _WIDEST_TITLE)


def _matched(hit: Hit) -> str:
    about = [format_language(hit.lang)] if hit.lang else []
    about += [f"used by {hit.used_by}"] if hit.used_by else []
    about += [hit.field] if hit.field not in ("name", "title") else []
    if hit.matched in (hit.title, hit.second) and not (hit.used_by or hit.derived):
        return ""
    matched = f"{hit.derived} of {hit.matched}" if hit.derived else hit.matched
    return f"{matched} ({', '.join(about)})" if about else matched


SEARCH = Command("search", "find records by any spelling", _configure, _run)
