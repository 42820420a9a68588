# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records made by hand, each as small as its test needs, and pages built from them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from types import SimpleNamespace

import pytest

from terkha.pages import Document, Material, Section, build
from terkha_db.entities import Brief, Cite, Record, Source, Statement

COMPANY = Source("citation/zijin-2021", "Zijin Mining Group", "Phase 1", "2021-12-28", "company")
PRESS = Source("citation/etnet-2026", "etnet", "Phase 2", "2026-01-26", "news")
TRADE = Source("citation/ns-2020", "NS Energy", "Stake", "", "trade-press", secondary=True)
WORKS = (COMPANY, PRESS, TRADE)


def english(_context: str, text: str) -> str:
    """Stand for a language that says everything as it is written."""
    return text


def brief(record_id: str, title: str = "") -> Brief:
    kind, _, slug = record_id.partition("/")
    return Brief(record_id, kind, title or slug.capitalize())


def said(name: str, record_id: str = "mine/julong", **more: object) -> Statement:
    """A statement of one property, by the company unless told otherwise."""
    known = {"id": name, "record": record_id, "property": name, "cites": (Cite(COMPANY, "p. 3"),)}
    return Statement(**{**known, **more})  # type: ignore[arg-type]


def record(record_id: str = "mine/julong", **more: object) -> Record:
    kind, _, slug = record_id.partition("/")
    plain = Record(record_id, kind, slug.capitalize(), "", "", "", {}, works=WORKS)
    return replace(plain, **more)  # type: ignore[arg-type]


def build_page(shown: Record, opened: frozenset[str] = frozenset(), **more: object) -> Document:
    """Build the page of a record, in English; keywords fill the rest of the material."""
    return build(Material(shown, **more), english, opened)  # type: ignore[arg-type]


def text_of(page):
    """The words of a page, one line for each block or cell."""
    html = re.sub(r"</(?:p|h\d|td|tr|table)>|<br/>", "\n", page.html)
    plain = unescape(re.sub(r"<[^>]+>", "", html))
    return re.sub(r"[ \u00a0\u202f]+", " ", plain)


def section(page, anchor) -> Section:
    return next(one for one in page.sections if one.anchor == anchor)


def titles(page):
    return [one.title for one in page.sections]


def row_of(page, label):
    """The cell beside a label of key facts."""
    words = text_of(page)
    return next(
        after.strip()
        for line, after in zip(words.split("\n"), words.split("\n")[1:], strict=False)
        if line.strip().removesuffix(" ≠") == label
    )


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """What the tests make records with."""
    return SimpleNamespace(
        company=COMPANY,
        press=PRESS,
        trade=TRADE,
        english=english,
        brief=brief,
        said=said,
        record=record,
        page=build_page,
        text_of=text_of,
        section=section,
        titles=titles,
        row_of=row_of,
    )
