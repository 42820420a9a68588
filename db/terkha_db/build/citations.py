# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the cited works as CSL-JSON, and as each style formats them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from terkha_db.build import entries
from terkha_db.build.cache import kept
from terkha_db.build.draft import Draft
from terkha_db.build.edition import EditionFile
from terkha_db.build.titles import author_of
from terkha_db.citing.csl import to_csl, year
from terkha_db.citing.render import csl_text, render
from terkha_db.citing.styles import STYLES, Style
from terkha_db.records.models import Citation

Formatted = list[list[Any]]
"""Rows of slug, style, form, HTML, text and rank."""


def write(draft: Draft, connection: Connection) -> None:
    """Write the table citation."""
    rows = []
    for slug, work in draft.records.of(Citation).items():
        item = csl_item(work)
        rows.append(
            (
                draft.work(slug),
                json.dumps(item, ensure_ascii=False, separators=(",", ":")),
                work.source_kind,
                author_of(work),
                work.issued,
                year(item),
                work.type,
                work.language,
                work.container_title,
                work.DOI,
                work.URL,
                work.caution,
                work.read_as is not None,
                work.title_supplied,
            )
        )
    marks = ", ".join("?" * len(rows[0])) if rows else ""
    connection.executemany(f"INSERT INTO citation VALUES ({marks})", sorted(rows))


def write_rendered(
    draft: Draft, edition: EditionFile, connection: Connection, cache: Path | None
) -> None:
    """Write what pandoc formats: works, and how styles write entries of Terkha.

    ``cache`` is a folder that keeps what pandoc made.
    """
    model = entries.model()
    items = [csl_item(work) for work in draft.records.of(Citation).values()]
    made = formatted([*items, model], STYLES, cache)
    rows = [
        (draft.work(slug), style, form, html, text, rank)
        for slug, style, form, html, text, rank in made
        if slug != model["id"]
    ]
    connection.executemany("INSERT INTO rendered VALUES (?, ?, ?, ?, ?, ?)", sorted(rows))
    ranks = {style: rank for slug, style, *_, rank in made if slug == model["id"]}
    patterns, titles = entries.found(draft, edition, ranks, cache)
    styles = [(one.id, one.label, csl_text(one), patterns[one.id]) for one in STYLES]
    connection.executemany("INSERT INTO style VALUES (?, ?, ?, ?)", sorted(styles))
    connection.executemany("INSERT INTO entry VALUES (?, ?, ?)", titles)


def csl_item(work: Citation) -> dict[str, Any]:
    """Return a record's fields as a CSL-JSON 1.0.2 item."""
    return to_csl(work.model_dump(exclude_none=True))


def formatted(
    items: Sequence[Mapping[str, Any]], styles: Sequence[Style], cache: Path | None
) -> Formatted:
    """Format works in styles, taking from the cache what was formatted before."""
    rows: Formatted = []
    for style in styles:
        rows += kept(cache, style.id, style, items, partial(_rows, items, style))
    return rows


def _rows(items: Sequence[Mapping[str, Any]], style: Style) -> Formatted:
    return [
        [one.slug, one.style, one.form, one.html, one.text, one.order]
        for one in render(items, [style])
    ]
