# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the catalogue covers and what it does not, as lines for a terminal and as a chapter.

The counts come from ``catalogue.coverage``; nothing here is written by hand but the words around
them, so that the statement cannot differ from the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terkha_db.vocabulary import KIND_BY_ID, LANGUAGES, SOURCE_KINDS
from terkha_db.wording import SPACE, format_date

_SOURCES = {kind.id: kind.label for kind in SOURCE_KINDS}
_TONGUES = {
    language.tag.partition("-")[0]: language.label.partition(",")[0] for language in LANGUAGES
}
_NAMED = 2
"""How many kinds of sources, and how many languages, a line names."""

Counts = tuple[tuple[str, int], ...]
"""Words with how often each occurs, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How many things of one kind have something, beside what the editors aim at."""

    words: str
    have: int
    of: int
    aim: int = 0
    """Per cent aimed at; 0 where nothing is aimed at."""

    @property
    def share(self) -> int:
        """Per cent, rounded down: 100 means all."""
        return 100 * self.have // self.of if self.of else 0

    @property
    def is_reached(self) -> bool:
        """Tell whether the aim, if there is one, is reached."""
        return 100 * self.have >= self.aim * self.of


@dataclass(frozen=True, slots=True)
class PropertyCoverage:
    """What is known of one property of one kind of record."""

    label: str
    records: int
    statements: int
    year: int | None
    """Median of the years for which the values hold or, failing that, in which works gave them."""
    undated: int
    """Statements without either year."""
    sources: Counts
    """Words of SOURCE_KINDS with the number of statements by works of that kind."""
    languages: Counts
    """First parts of tags of LANGUAGES with the number of statements by works in them."""


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """What is known of the records of one kind."""

    kind: str
    total: int
    properties: tuple[PropertyCoverage, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one edition knows."""

    version: str
    date: str
    measures: tuple[Measure, ...]
    kinds: tuple[KindCoverage, ...]
    works: Counts
    """Words of SOURCE_KINDS with the number of works."""
    languages: Counts
    """First parts of tags of LANGUAGES with the number of works."""


def as_lines(coverage: Coverage) -> Iterator[str]:
    """Yield the lines that ``terkha-db stats`` prints."""
    yield "Measures, with what is aimed at:"
    for measure in coverage.measures:
        aim = f"{measure.aim:>3} % " + ("reached" if measure.is_reached else "not yet")
        yield (
            f"  {measure.have:>6,} of {measure.of:>6,}  {measure.share:>3} %  "
            f"{aim if measure.aim else '':<14}{measure.words}"
        )
    for kind in coverage.kinds:
        yield ""
        yield f"{KIND_BY_ID[kind.kind].plural} ({kind.total:,}):"
        yield f"  {'':<26}records        statements  median year  undated  by, in"
        for known in kind.properties:
            share = 100 * known.records // kind.total
            names = f"{_sources(known.sources)}; {_languages(known.languages)}"
            yield (
                f"  {known.label:<26}{known.records:>7,} {share:>3} %  {known.statements:>10,}  "
                f"{known.year or '':>11}  {known.undated:>7,}  {names}"
            ).rstrip("; ")
    yield ""
    yield f"Works by kind: {_all(coverage.works, _SOURCES)}"
    yield f"Works by language: {_all(coverage.languages, _TONGUES)}"


def as_markdown(coverage: Coverage) -> str:
    """Return the generated part of the manual's chapter on coverage."""
    parts = [
        f"This is edition {coverage.version} of {format_date(coverage.date)}.",
        "## Against what is aimed at",
        _table(
            ("", "have", "of", "share", "aim"),
            [
                (one.words, f"{one.have:,}", f"{one.of:,}", f"{one.share}{SPACE}%", _aim(one))
                for one in coverage.measures
            ],
        ),
    ]
    for kind in coverage.kinds:
        parts += [
            f"## {KIND_BY_ID[kind.kind].plural}: {kind.total:,}",
            _table(
                ("", "known for", "median year", "undated", "by", "in"),
                [_row(kind, known) for known in kind.properties],
            ),
        ]
    parts += [
        f"## Works: {sum(count for _, count in coverage.works):,}",
        f"By kind: {_all(coverage.works, _SOURCES)}.",
        f"By language: {_all(coverage.languages, _TONGUES)}.",
    ]
    return "\n\n".join(parts)


def _aim(measure: Measure) -> str:
    if not measure.aim:
        return ""
    return f"{measure.aim}{SPACE}%, " + ("reached" if measure.is_reached else "not yet")


def _row(kind: KindCoverage, known: PropertyCoverage) -> Sequence[str]:
    return (
        known.label,
        f"{known.records:,} ({100 * known.records // kind.total}{SPACE}%)",
        str(known.year or ""),
        f"{known.undated:,} of {known.statements:,}",
        _sources(known.sources),
        _languages(known.languages),
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _sources(counts: Counts) -> str:
    return _shares(counts, _SOURCES)


def _languages(counts: Counts) -> str:
    return _shares(counts, _TONGUES)


def _shares(counts: Counts, labels: dict[str, str]) -> str:
    """Return the most frequent words, each with its share of all of them."""
    total = sum(count for _, count in counts)
    named = [f"{labels[word]} {100 * count // total}{SPACE}%" for word, count in counts[:_NAMED]]
    return ", ".join(named)


def _all(counts: Counts, labels: dict[str, str]) -> str:
    return ", ".join(f"{labels[word]} {count:,}" for word, count in counts)
