# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Counts what the catalogue knows: per kind and property how much, how old, by whom it is said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median_low

from terkha_db.catalogue.connection import Reader
from terkha_db.coverage import Counts, Coverage, KindCoverage, Measure, PropertyCoverage
from terkha_db.vocabulary import KINDS, PROPERTIES

# Bodies that answer for what they publish; of a newspaper, the author does.
_SPEAK_FOR_THEMSELVES = (
    "company",
    "government",
    "intergovernmental",
    "ngo",
    "think-tank",
    "database",
    "encyclopedia",
)
_SITES = "SELECT m.record FROM table_mine AS m"
_SINGLE = f"{_SITES} WHERE m.record NOT IN (SELECT record FROM fact WHERE key = 'region_wide')"
_LEVEL = "SELECT record FROM fact WHERE key = 'level' AND value"
_WORKS = "SELECT record FROM citation"
_SPELT = "SELECT number FROM name WHERE attested = 1"
_SAID = "SELECT number FROM statement"
_NAMED = "json_extract(csl, '$.author') IS NOT NULL OR json_extract(csl, '$.editor') IS NOT NULL"
_BODY = (
    f"source_kind IN {_SPEAK_FOR_THEMSELVES!r} AND (json_extract(csl, '$.publisher') IS NOT NULL "
    "OR container IS NOT NULL "
    "OR record IN (SELECT record FROM fact WHERE key = 'original_publisher'))"
)
# An unsigned report has no other author than its outlet, which citation styles put in that place.
_UNSIGNED = "record IN (SELECT record FROM fact WHERE key = 'unsigned')"
_SITES_WANTED = 240

_MEASURES: tuple[tuple[str, str, str, int], ...] = (
    (
        "single sites with a point, of whatever precision",
        _SINGLE,
        "SELECT record FROM statement WHERE lat IS NOT NULL",
        75,
    ),
    (
        "single sites with a point better than the county seat",
        _SINGLE,
        "SELECT record FROM statement WHERE precision IN ('site', 'locality')",
        0,
    ),
    (
        "sites with a name in Chinese characters",
        _SITES,
        "SELECT record FROM name WHERE attested = 1 AND lang IN ('zh-Hans', 'zh-Hant')",
        70,
    ),
    (
        "sites with a name in Tibetan script",
        _SITES,
        "SELECT record FROM name WHERE attested = 1 AND lang = 'bo'",
        0,
    ),
    (
        "counties with a name in Tibetan script",
        f"{_LEVEL} = 'county'",
        "SELECT record FROM name WHERE attested = 1 AND lang = 'bo'",
        100,
    ),
    (
        "prefectures with a name in Tibetan script",
        f"{_LEVEL} = 'prefecture'",
        "SELECT record FROM name WHERE attested = 1 AND lang = 'bo'",
        100,
    ),
    (
        "works that name a person or body as author or editor",
        _WORKS,
        f"SELECT record FROM citation WHERE {_NAMED}",
        0,
    ),
    (
        "works with an author, an editor, or a body that answers for them (of unsigned reports the "
        "outlet)",
        _WORKS,
        f"SELECT record FROM citation WHERE {_NAMED} OR {_BODY} OR {_UNSIGNED}",
        80,
    ),
    ("works with a date", _WORKS, "SELECT record FROM citation WHERE date IS NOT NULL", 85),
    ("works with a DOI", _WORKS, "SELECT record FROM citation WHERE doi IS NOT NULL", 0),
    (
        "works with a title of their own, not one supplied by an editor",
        _WORKS,
        "SELECT record FROM citation WHERE title_supplied = 0",
        0,
    ),
    (
        "works read at their own place, not in a secondary copy",
        _WORKS,
        "SELECT record FROM citation WHERE secondary = 0",
        0,
    ),
    (
        "statements with a place in the work (page, table, section, paragraph)",
        _SAID,
        "SELECT statement FROM statement_citation WHERE locator IS NOT NULL",
        60,
    ),
    (
        "statements that name the work which gives the value, not those of the whole record",
        _SAID,
        "SELECT number FROM statement WHERE scope = 'value'",
        100,
    ),
    (
        "names that name the work which spells them so",
        _SPELT,
        "SELECT name FROM name_citation",
        100,
    ),
)
"""What is measured, of what, what those have, and the per cent aimed at (0: none)."""

_NAMES = (
    ("Chinese characters", ("zh-Hans", "zh-Hant")),
    ("Tibetan script", ("bo",)),
    ("Wylie", ("bo-Latn-wylie",)),
    ("Tibetan, romanised", ("bo-Latn",)),
    ("pinyin", ("zh-Latn",)),
)
# Simplified and traditional characters are one language.
_LANGUAGE = "substr({0}, 1, instr({0} || '-', '-') - 1)"
_STATEMENTS = f"""
SELECT r.kind, s.property, s.record, s.number, s.as_of, c.date, c.source_kind,
  {_LANGUAGE.format("c.language")}
FROM statement AS s
JOIN record AS r ON r.number = s.record
JOIN statement_citation AS sc ON sc.statement = s.number
JOIN citation AS c ON c.record = sc.citation
"""
_SPELLINGS = f"""
SELECT r.kind, n.lang, n.record, n.number, NULL, c.date, c.source_kind,
  {_LANGUAGE.format("c.language")}
FROM name AS n
JOIN record AS r ON r.number = n.record
LEFT JOIN name_citation AS nc ON nc.name = n.number
LEFT JOIN citation AS c ON c.record = nc.citation
WHERE n.attested = 1
"""


@dataclass(slots=True)
class _Known:
    """What was counted of one property of one kind."""

    records: set[int] = field(default_factory=set)
    years: dict[int, int] = field(default_factory=dict)
    """Year by statement or name; 0 where none is known."""
    sources: set[tuple[int, str]] = field(default_factory=set)
    languages: set[tuple[int, str]] = field(default_factory=set)


def read_coverage(reader: Reader) -> Coverage:
    """Return what the edition knows; counts are of all works, whatever the lens."""
    about = dict(reader.all("SELECT key, value FROM edition"))
    totals = dict(reader.all("SELECT kind, count(*) FROM record GROUP BY kind"))
    known = _counted(reader, _STATEMENTS)
    named = _counted(reader, _SPELLINGS)
    kinds = [
        KindCoverage(kind.id, totals[kind.id], tuple(_properties(kind.id, named, known)))
        for kind in KINDS
        if kind.id in totals
    ]
    sites = totals.get("mine", 0)
    return Coverage(
        about["version"],
        about["date"],
        (
            Measure("mines, deposits and lakes", sites, _SITES_WANTED, 100),
            *(_measured(reader, *row) for row in _MEASURES),
        ),
        tuple(kind for kind in kinds if kind.properties),
        _by(reader, "source_kind"),
        _by(reader, _LANGUAGE.format("language")),
    )


def _measured(reader: Reader, words: str, all_of: str, with_it: str, aim: int) -> Measure:
    ((total, have),) = reader.all(
        f"WITH every (one) AS ({all_of}) "
        f"SELECT count(*), count(*) FILTER (WHERE one IN ({with_it})) FROM every"
    )
    return Measure(words, have, total, aim)


def _by(reader: Reader, column: str) -> Counts:
    rows = reader.all(f"SELECT {column}, count(*) FROM citation GROUP BY 1 ORDER BY 2 DESC, 1")
    return tuple((str(word), int(count)) for word, count in rows)


def _counted(reader: Reader, sql: str) -> dict[tuple[str, str], _Known]:
    found: dict[tuple[str, str], _Known] = defaultdict(_Known)
    for kind, what, record, number, as_of, published, source_kind, language in reader.all(sql):
        known = found[kind, what]
        known.records.add(record)
        year = _year(as_of) or _year(published)
        known.years[number] = max(year, known.years.get(number, 0))
        if source_kind:
            known.sources.add((number, source_kind))
            known.languages.add((number, language))
    return found


def _year(date: str | None) -> int:
    """Return the year in which a date or a span ends; 0 for none."""
    return int(date.rpartition("/")[2][:4]) if date else 0


def _properties(
    kind: str,
    named: dict[tuple[str, str], _Known],
    known: dict[tuple[str, str], _Known],
) -> Iterator[PropertyCoverage]:
    for words, languages in _NAMES:
        found = [named[kind, lang] for lang in languages if (kind, lang) in named]
        if found:
            yield _told(f"Name: {words}", found)
    for prop in PROPERTIES:
        if (kind, prop.id) in known:
            yield _told(prop.label, [known[kind, prop.id]])


def _told(label: str, found: list[_Known]) -> PropertyCoverage:
    years = [year for known in found for year in known.years.values()]
    dated = sorted(filter(None, years))
    return PropertyCoverage(
        label,
        len(set[int]().union(*(known.records for known in found))),
        len(years),
        median_low(dated) if dated else None,
        len(years) - len(dated),
        _frequent(word for known in found for _, word in known.sources),
        _frequent(word for known in found for _, word in known.languages),
    )


def _frequent(words: Iterator[str]) -> Counts:
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
