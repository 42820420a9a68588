# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes every spelling with its folded key and tokens, and what search makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.build.titles import names_of
from terkha_db.fold import fold_key, tokens
from terkha_db.records.load import Entry
from terkha_db.records.models import Citation, Cite, Commodity, Place

FOUND_BY_WORDS = ("claim", "event", "dispute", "citation")
"""Kinds whose titles are sentences: found by full text, not by name."""
_DERIVED = {"formula": "formula", "ima-symbol": "IMA symbol"}


@dataclass(frozen=True, slots=True)
class _Spelling:
    text: str
    lang: str
    used_by: str | None = None
    note: str | None = None
    attested: bool = True
    preferred: bool = False
    cites: Sequence[Cite] = ()


def write(draft: Draft, connection: Connection) -> None:
    """Write the tables name, name_citation and han_variant and the indexes of names."""
    names: list[tuple[object, ...]] = []
    cites = []
    by_id = {entry.id: entry for entry in draft.records}
    for head in draft.heads.values():
        for spelling in _spellings(draft, by_id[head.id]):
            number = len(names) + 1
            names.append((number, head.number, *_columns(draft, spelling)))
            cites += [
                (number, at, draft.work(cite.work), cite.locator or None)
                for at, cite in enumerate(spelling.cites)
            ]
    connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", names)
    connection.executemany("INSERT INTO name_citation VALUES (?, ?, ?, ?)", cites)
    variants = sorted(draft.variants.items())
    connection.executemany("INSERT INTO han_variant VALUES (?, ?)", variants)
    for index in ("name_tokens", "name_trigrams"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _columns(draft: Draft, spelling: _Spelling) -> tuple[object, ...]:
    return (
        spelling.text,
        spelling.lang,
        spelling.used_by,
        spelling.note,
        spelling.attested,
        spelling.preferred,
        fold_key(spelling.text, draft.variants),
        " ".join(tokens(spelling.text, draft.variants)),
    )


def _spellings(draft: Draft, entry: Entry) -> Iterator[_Spelling]:
    """Yield the title as a key, the attested names (preferred ones first), other keys."""
    title = draft.title(entry.id)
    attested = names_of(entry.model)
    known = {name.text for name in attested}
    if entry.kind not in FOUND_BY_WORDS and title not in known:
        yield _Spelling(title, "en", note="title", attested=False)
    for name in sorted(attested, key=lambda name: not name.preferred):
        yield _Spelling(
            name.text,
            name.lang,
            name.used_by,
            name.note,
            preferred=name.preferred,
            cites=name.cites,
        )
    for text, note in _keys(draft, entry):
        if text not in known and text != title:
            yield _Spelling(text, "en", note=note, attested=False)


def _keys(draft: Draft, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what else a reader may type for a record, with what it is."""
    if isinstance(entry.model, Commodity) and entry.model.symbol:
        yield entry.model.symbol, "symbol"
    if isinstance(entry.model, Place) and entry.model.official_name:
        yield entry.model.official_name, "official name"
    if isinstance(entry.model, Citation):
        return
    for stated in draft.statements.get(entry.id, ()):
        if stated.text and stated.said.property in _DERIVED:
            yield stated.text, _DERIVED[stated.said.property]
