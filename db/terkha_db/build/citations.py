# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the cited works as CSL-JSON, and as each style formats them."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from terkha_db.build.draft import Draft
from terkha_db.build.titles import author_of
from terkha_db.citing.csl import to_csl, year
from terkha_db.citing.pandoc import render_style
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


def write_rendered(draft: Draft, connection: Connection, cache: Path | None) -> None:
    """Write the table rendered; ``cache`` is a folder that keeps what pandoc made."""
    items = [csl_item(work) for work in draft.records.of(Citation).values()]
    rows = [
        (draft.work(slug), style, form, html, text, rank)
        for slug, style, form, html, text, rank in formatted(items, STYLES, cache)
    ]
    connection.executemany("INSERT INTO rendered VALUES (?, ?, ?, ?, ?, ?)", sorted(rows))


def write_styles(connection: Connection) -> None:
    """Write the table style, from which works of the reader's own are formatted."""
    rows = [(style.id, style.label, csl_text(style)) for style in STYLES]
    connection.executemany("INSERT INTO style VALUES (?, ?, ?)", sorted(rows))


def csl_item(work: Citation) -> dict[str, Any]:
    """Return a record's fields as a CSL-JSON 1.0.2 item."""
    return to_csl(work.model_dump(exclude_none=True))


def formatted(
    items: Sequence[Mapping[str, Any]], styles: Sequence[Style], cache: Path | None
) -> Formatted:
    """Format works in styles, taking from the cache what was formatted before."""
    rows: Formatted = []
    for style in styles:
        kept = cache / f"{style.id}-{_fingerprint(items, style)}.json" if cache else None
        if kept is not None and kept.is_file():
            rows += json.loads(kept.read_text("utf-8"))
            continue
        made: Formatted = [
            [one.slug, one.style, one.form, one.html, one.text, one.order]
            for one in render(items, [style])
        ]
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        rows += made
    return rows


def _fingerprint(items: Sequence[Mapping[str, Any]], style: Style) -> str:
    """Return a digest of all that the formatting rests on: works, style, its code and pandoc."""
    parts = (
        json.dumps(items, ensure_ascii=False, sort_keys=True),
        repr(style),
        csl_text(style),
        Path(inspect.getfile(render_style)).read_text("utf-8"),
        _pandoc_version(),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def _pandoc_version() -> str:
    from importlib.metadata import version

    return version("pypandoc_binary")
