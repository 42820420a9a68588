# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes every spelling with its folded key and tokens, and what search makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from terkha_db.build.draft import Draft
from terkha_db.build.han import han_readings
from terkha_db.build.spellings import Deriver
from terkha_db.build.titles import names_of
from terkha_db.fold import tokens
from terkha_db.records.load import Entry
from terkha_db.records.models import Citation, Cite, Commodity, Place

FOUND_BY_WORDS = ("claim", "event", "dispute", "citation")
"""Kinds whose titles are sentences: found by full text, not by name."""
_SHORTENED = ("organisation", "policy")
_DERIVED = {"formula": "formula", "ima-symbol": "IMA symbol"}


# Who uses a name, told from the kinds of the works that it was taken from.
_USERS = {
    "company": "companies",
    "government": "governments",
    "intergovernmental": "intergovernmental bodies",
    "state-media": "state media",
    "academic": "academic works",
    "think-tank": "think tanks",
    "ngo": "NGOs",
    "news": "the press",
    "trade-press": "the trade press",
    "database": "databases",
    "encyclopedia": "encyclopedias",
    "commercial": "web publishers",
}
_MOST_USERS = 3

Row = tuple[object, ...]


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
    """Write names with their works, what is known of Han characters, and the indexes of names."""
    deriver = Deriver(draft.variants)
    works = draft.records.of(Citation).items()
    users = {slug: _USERS[work.source_kind] for slug, work in works}
    names: list[Row] = []
    cites: list[Row] = []
    by_id = {entry.id: entry for entry in draft.records}
    for head in draft.heads.values():
        spellings = list(_spellings(draft, by_id[head.id]))
        first = len(names) + 1
        for number, spelling in enumerate(spellings, start=first):
            names.append((number, head.number, *_columns(draft, users, spelling)))
            cites += [
                (number, at, draft.work(cite.work), cite.locator or None)
                for at, cite in enumerate(spelling.cites)
            ]
        shortened = head.id.partition("/")[0] in _SHORTENED
        names += _derived(deriver, names[first - 1 :], len(names) + 1, shortened=shortened)
    marks = ", ".join("?" * len(names[0]))
    connection.executemany(f"INSERT INTO name VALUES ({marks})", names)
    connection.executemany("INSERT INTO name_citation VALUES (?, ?, ?, ?)", cites)
    for table, known in (("han_variant", draft.variants), ("han_reading", han_readings())):
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", sorted(known.items()))
    for index in ("name_tokens", "name_trigrams"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _columns(draft: Draft, users: Mapping[str, str], spelling: _Spelling) -> Row:
    words = tokens(spelling.text, draft.variants)
    return (
        spelling.text,
        spelling.lang,
        spelling.used_by,
        _users(users, spelling),
        spelling.note,
        spelling.attested,
        spelling.preferred,
        None,
        "".join(words),
        " ".join(words),
    )


def _users(users: Mapping[str, str], spelling: _Spelling) -> str | None:
    """Return who publishes the works of a name, most works first, where used_by says nothing."""
    if spelling.used_by or not spelling.cites:
        return None
    works = dict.fromkeys(cite.work for cite in spelling.cites)
    counted = Counter(users[work] for work in works)
    return ", ".join(user for user, _ in counted.most_common(_MOST_USERS))


def _derived(deriver: Deriver, names: Sequence[Row], number: int, *, shortened: bool) -> list[Row]:
    """Return the rows of what is derived from the names of a record and is none of them."""
    known = {name[-2] for name in names}
    rows: list[Row] = []
    for source, record, text, lang, _, _, _, attested, *_ in names:
        if not attested:
            continue
        for made in deriver.spellings(str(text), str(lang), shortened=shortened):
            if made.key and made.key not in known:
                known.add(made.key)
                told = (None, None, made.how, False, False, source)
                row = (number + len(rows), record, made.text, made.lang, *told)
                rows.append((*row, made.key, " ".join(made.tokens)))
    return rows


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
