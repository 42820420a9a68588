# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what queries and facets know of the records of a kind beside the columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from terkha_db.catalogue.connection import Reader

Links = Mapping[str, Sequence[str]]
"""Words or ids of records, by the id of the record that they belong to."""

_NAME_WORDS = {
    "bo": "tibetan",
    "bo-Latn-wylie": "wylie",
    "zh-Hans": "chinese",
    "zh-Hant": "chinese",
    "zh-Latn": "pinyin",
}
_LINKED_WORDS = ("dispute", "claim", "event")
_WORKS = {"claim": "SELECT claim AS record, citation, position FROM claim_rests_on"}
_PAGE_WORKS = "SELECT record, citation, position FROM record_citation"
"""Of a claim, the works behind it; the document that makes it is another matter."""


def read_cell_links(reader: Reader, kind: str) -> dict[str, Links]:
    """Return the records that the statements behind the cells of a table name, by field."""
    named: dict[int, list[str]] = defaultdict(list)
    for statement, other in reader.all(
        "SELECT sr.statement, v.id FROM statement_record AS sr "
        "JOIN statement AS s ON s.number = sr.statement JOIN record AS r ON r.number = s.record "
        "JOIN record AS v ON v.number = sr.record WHERE r.kind = ? "
        "ORDER BY sr.statement, sr.position",
        (kind,),
    ):
        named[statement].append(other)
    return _by_name(
        (record_id, field, other)
        for record_id, field, statement in reader.sight.behind(kind)
        for other in named.get(statement, ())
    )


def read_stated(reader: Reader, kind: str) -> dict[str, Links]:
    """Return the records that statements name which nothing superseded, by property."""
    rows = reader.all(
        "SELECT s.number, r.id, s.property, v.id FROM record AS r JOIN statement AS s "
        "ON s.record = r.number JOIN statement_record AS sr ON sr.statement = s.number "
        "JOIN record AS v ON v.number = sr.record "
        "WHERE r.kind = ? AND s.rank <> 'superseded' ORDER BY s.number, sr.position",
        (kind,),
    )
    return _by_name(row[1:] for row in rows if row[0] in reader.sight.statements)


def read_linked(reader: Reader, kind: str) -> dict[str, Links]:
    """Return the linked records by their kind; under "" all of them, works left out."""
    linked: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record_id, other_kind, other in reader.all(
        "SELECT r.id, v.kind, v.id FROM record AS r JOIN relation AS l ON l.source = r.number "
        "JOIN record AS v ON v.number = l.target WHERE r.kind = ? "
        "GROUP BY r.number, v.number ORDER BY r.number, v.number",
        (kind,),
    ):
        linked[other_kind][record_id].append(other)
        if other_kind != "citation":
            linked[""][record_id].append(other)
    return dict(linked)


def read_works(reader: Reader, kind: str) -> dict[str, Links]:
    """Return under "" the works inside the lens that records rest on, under "kind" their kinds."""
    works: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for number, record_id, work, source_kind in reader.all(
        f"SELECT w.number, r.id, w.id, c.source_kind FROM ({_WORKS.get(kind, _PAGE_WORKS)}) AS rc "
        "JOIN record AS r ON r.number = rc.record JOIN record AS w ON w.number = rc.citation "
        "JOIN citation AS c ON c.record = w.number WHERE r.kind = ? "
        "ORDER BY r.number, rc.position",
        (kind,),
    ):
        if number in reader.sight.works:
            works[record_id].append(work)
            kinds[record_id][source_kind] = None
    return {"": works, "kind": {name: tuple(found) for name, found in kinds.items()}}


def read_documents(reader: Reader) -> Links:
    """Return the document that makes each claim."""
    rows = reader.all(
        "SELECT r.id, d.id FROM claim AS c JOIN record AS r ON r.number = c.record "
        "JOIN record AS d ON d.number = c.document"
    )
    return {record_id: (document,) for record_id, document in rows}


def read_parts(reader: Reader) -> Links:
    """Return every place that a place is part of, the nearest first."""
    above = dict(
        reader.all(
            "SELECT r.id, f.value FROM fact AS f JOIN record AS r ON r.number = f.record "
            "WHERE f.key = 'part_of'"
        )
    )
    found: dict[str, list[str]] = {}
    for place in above:
        chain: list[str] = []
        step = place
        while step in above and above[step] not in chain:
            step = above[step]
            chain.append(step)
        found[place] = chain
    return found


def read_dispute_topics(reader: Reader, kind: str) -> Links:
    """Return what the disputes are about that concern a record and stand inside the lens."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for number, record_id, about in reader.all(
        "SELECT d.record, r.id, d.about FROM record AS r JOIN relation AS l ON l.source = r.number "
        "JOIN dispute AS d ON d.record = l.target WHERE r.kind = ? ORDER BY d.record",
        (kind,),
    ):
        if number in reader.sight.disputes:
            found[record_id][about] = None
    return {name: tuple(topics) for name, topics in found.items()}


def read_notes(reader: Reader, kind: str) -> Links:
    """Return the editor's notes."""
    rows = reader.all("SELECT id, note FROM record WHERE kind = ? AND note IS NOT NULL", (kind,))
    return {record_id: (note,) for record_id, note in rows}


def read_cautioned(reader: Reader) -> frozenset[str]:
    """Return the works of which an editor warns."""
    rows = reader.all(
        "SELECT r.id FROM citation AS c JOIN record AS r ON r.number = c.record "
        "WHERE c.caution IS NOT NULL"
    )
    return frozenset(record_id for (record_id,) in rows)


def read_recorded(reader: Reader, kind: str) -> Mapping[str, set[str]]:
    """Return the words of ``has:`` that no column tells: names, properties, links, addresses."""
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, word in (*_stated_words(reader, kind), *_addresses(reader, kind)):
        found[record_id].add(word)
    linked = read_linked(reader, kind)
    parts: dict[str, Iterable[str]] = {word: linked.get(word, ()) for word in _LINKED_WORDS}
    parts |= {"note": read_notes(reader, kind), "source": read_works(reader, kind)[""]}
    for word, ids in parts.items():
        for record_id in ids:
            found[record_id].add(word)
    return found


def _stated_words(reader: Reader, kind: str) -> Iterator[tuple[str, str]]:
    for record_id, lang in reader.all(
        "SELECT DISTINCT r.id, n.lang FROM name AS n JOIN record AS r ON r.number = n.record "
        "WHERE r.kind = ? AND n.attested = 1",
        (kind,),
    ):
        if lang in _NAME_WORDS:
            yield record_id, _NAME_WORDS[lang]
    for number, record_id, name in reader.all(
        "SELECT s.number, r.id, s.property FROM statement AS s "
        "JOIN record AS r ON r.number = s.record WHERE r.kind = ?",
        (kind,),
    ):
        if number in reader.sight.statements:
            yield record_id, "coordinates" if name == "point" else name.replace("-", "_")


def _addresses(reader: Reader, kind: str) -> Iterator[tuple[str, str]]:
    for record_id, doi, url in reader.all(
        "SELECT r.id, c.doi, c.url FROM record AS r JOIN citation AS c ON c.record = r.number "
        "WHERE r.kind = ?",
        (kind,),
    ):
        if doi:
            yield record_id, "doi"
        if url:
            yield record_id, "link"


def read_spellings(reader: Reader, kind: str) -> list[tuple[str, str]]:
    """Return the folded tokens of all names of the records of a kind, and of no other text."""
    return reader.all(
        "SELECT r.id, n.tokens FROM record AS r JOIN name AS n ON n.record = r.number "
        "WHERE r.kind = ? ORDER BY n.number",
        (kind,),
    )


def read_commodities(reader: Reader, kind: str) -> dict[str, list[tuple[str, str]]]:
    """Return commodity and role of the statements inside the lens, by the ids of their records."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    lens = reader.sight.lens
    for statement, record_id, commodity, role in reader.all(
        "SELECT s.number, r.id, c.id, coalesce(s.role, '') FROM statement AS s "
        "JOIN record AS r ON r.number = s.record "
        "JOIN statement_record AS sr ON sr.statement = s.number "
        "JOIN record AS c ON c.number = sr.record "
        "WHERE s.property = 'commodity' AND r.kind = ? ORDER BY s.number, sr.position",
        (kind,),
    ):
        if not lens.is_on or statement in reader.sight.statements:
            found[record_id].append((commodity, role))
    return found


def read_titles(reader: Reader, kind: str) -> list[tuple[str, str, str]]:
    """Return id, title and second title of the records of a kind; of a work, its author."""
    return reader.all(
        "SELECT r.id, r.title, coalesce(c.author, r.second, '') FROM record AS r "
        "LEFT JOIN citation AS c ON c.record = r.number WHERE r.kind = ? ORDER BY r.number",
        (kind,),
    )


def _by_name(rows: Iterable[Sequence[str]]) -> dict[str, Links]:
    """Return links by name and record, from rows of record, name and link."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for record_id, name, other in rows:
        found[name][record_id][other] = None
    return {
        name: {record_id: tuple(others) for record_id, others in links.items()}
        for name, links in found.items()
    }
