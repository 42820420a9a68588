# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One table as queries and facets see it: which rows have which word, which names mean which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from terkha_db.catalogue import facts, through
from terkha_db.catalogue.connection import Reader
from terkha_db.catalogue.edition import read_edition
from terkha_db.cells import cell_text
from terkha_db.fields import fields_of
from terkha_db.fold import tokens
from terkha_db.query.coarse import basin_words, happening_words, origin_words
from terkha_db.query.groups import decade_of, deposit_words, list_words
from terkha_db.query.names import Spelling
from terkha_db.query.terms import Term, label_of
from terkha_db.query.values import ends

if TYPE_CHECKING:
    from terkha_db.catalogue.tables import Table, Value

_OLD_YEARS = 5
_EMPTY = (None, "", 0, "unknown")
_DECADE_OF = {"mine": "opened", "event": "date", "citation": "date"}
_LISTS = ("critical_eu", "critical_us", "critical_cn")
_LISTED = re.compile(r"(?<!not )\b(critical|strategic)\b")
_DATED = ("event", "citation", "policy")


class Names:
    """What records are called, by kind: read once for all tables of a catalogue."""

    def __init__(self, reader: Reader, variants: Mapping[str, str]) -> None:
        self._reader = reader
        self._variants = variants
        self._read: dict[str, Sequence[Spelling]] = {}
        self._titles: dict[str, Mapping[str, tuple[str, str]]] = {}

    def of(self, kind: str) -> Sequence[Spelling]:
        """Return every spelling of every record of a kind."""
        if kind not in self._read:
            self._read[kind] = tuple(self._spellings(kind))
        return self._read[kind]

    def title(self, record_id: str) -> str:
        """Return the title of a record."""
        return self._titles_of(record_id.partition("/")[0])[record_id][0]

    def _titles_of(self, kind: str) -> Mapping[str, tuple[str, str]]:
        """Return title and second title of every record of a kind."""
        if kind not in self._titles:
            self._titles[kind] = {
                record_id: (title, other)
                for record_id, title, other in facts.read_titles(self._reader, kind)
            }
        return self._titles[kind]

    def _spellings(self, kind: str) -> Iterable[Spelling]:
        titles = self._titles_of(kind)
        for record_id, (title, other) in titles.items():
            for text in (record_id.partition("/")[2].replace("-", " "), title, other):
                if text:
                    yield Spelling.of(record_id, tokens(text, self._variants), title)
        for record_id, folded in facts.read_spellings(self._reader, kind):
            yield Spelling.of(record_id, folded.split(), titles[record_id][0])


class Index:
    """The rows of a table by what queries ask of them; sets of rows have bit n for row n."""

    def __init__(
        self, reader: Reader, table: Table, names: Names, variants: Mapping[str, str]
    ) -> None:
        self.kind = table.kind
        self.size = len(table.all)
        self.variants = variants
        self._reader = reader
        self._table = table
        self._names = names
        self._masks: dict[str, Mapping[str, int]] = {}
        self._texts: dict[str, Sequence[Sequence[str]]] = {}
        self._spellings: dict[str, Sequence[Spelling]] = {}

    @property
    def haystacks(self) -> Sequence[str]:
        """The folded tokens of names and texts of every row, each after a blank."""
        return list(self._table.haystacks.values())

    def column(self, name: str) -> Sequence[Value]:
        """Return the values of a column."""
        return [row.values[name] for row in self._table.all]

    def texts(self, term: Term) -> Sequence[Sequence[str]]:
        """Return the folded texts of every row, tokens with a blank before each."""
        if term.id not in self._texts:
            self._texts[term.id] = [
                [f" {' '.join(tokens(text, self.variants))}" for text in texts]
                for texts in self._read_texts(term)
            ]
        return self._texts[term.id]

    def masks(self, term: Term) -> Mapping[str, int]:
        """Return the rows of every word or record, those that some row has."""
        if term.id not in self._masks:
            rows: dict[str, bytearray] = defaultdict(lambda: bytearray(self.size // 8 + 1))
            for position, words in enumerate(self._words(term)):
                for word in words:
                    rows[word][position // 8] |= 1 << position % 8
            self._masks[term.id] = {
                word: int.from_bytes(bits, "little") for word, bits in rows.items()
            }
        return self._masks[term.id]

    def spellings(self, term: Term) -> Sequence[Spelling]:
        """Return all that the words or records of a term are called."""
        if term.id not in self._spellings:
            self._spellings[term.id] = tuple(self._read_spellings(term))
        return self._spellings[term.id]

    def label(self, term: Term, word: str) -> str:
        """Return how a word, or the title of a record, reads."""
        if term.type == "records":
            return self._names.title(word)
        if not term.choices and term.origin == "column":
            shown = {field.id: field for field in fields_of(self.kind)}
            return cell_text(shown[term.id], word)
        return label_of(term, word)

    def _read_spellings(self, term: Term) -> Iterable[Spelling]:
        if term.type == "records":
            for kind in term.targets:
                yield from self._names.of(kind)
            return
        for word in [choice.id for choice in term.choices] or self.masks(term):
            for text in (word.replace("-", " ").replace("_", " "), self.label(term, word)):
                yield Spelling.of(word, tokens(text, self.variants), word)

    def _read_texts(self, term: Term) -> Iterable[Sequence[str]]:
        if term.id == "name":
            names: dict[str, list[str]] = defaultdict(list)
            for one in self._names.of(self.kind):
                names[one.word].append(one.spaced)
            return [names[row.id] for row in self._table.all]
        if term.id == "id":
            return [(row.id, row.id.partition("/")[2]) for row in self._table.all]
        if term.id == "note":
            return self._by_row(facts.read_notes(self._reader, self.kind))
        column = self.column(term.id)
        return [(value,) if isinstance(value, str) else () for value in column]

    def _words(self, term: Term) -> Iterable[Sequence[str]]:
        """Return the words of every row."""
        match term.origin:
            case "column":
                return [self._cell_words(term, value) for value in self.column(term.id)]
            case "cell":
                return self._by_row(self._cell_links.get(term.of, {}))
            case "stated":
                return self._by_row(self._stated.get(term.of, {}))
            case "linked":
                return self._by_row(self._linked.get(term.of, {}))
            case "work":
                return self._by_row(self._works[term.of])
            case "rule":
                return self._rules[term.id]()

    def _cell_words(self, term: Term, value: Value) -> Sequence[str]:
        if isinstance(value, str) and value:
            return (value,)
        return (term.absent,) if term.absent else ()

    def _by_row(self, links: facts.Links) -> Sequence[Sequence[str]]:
        return [links.get(row.id, ()) for row in self._table.all]

    def _of_columns(
        self, read: Callable[..., Sequence[str]], *names: str
    ) -> Sequence[Sequence[str]]:
        return [read(*(row.values[name] for name in names)) for row in self._table.all]

    @cached_property
    def _rules(self) -> Mapping[str, Callable[[], Sequence[Sequence[str]]]]:
        return {
            "deposit": lambda: self._of_columns(deposit_words, "deposit_type"),
            "decade": lambda: self._of_columns(decade_of, _DECADE_OF[self.kind]),
            "listed": lambda: self._of_columns(list_words, *_LISTS),
            "part_of": lambda: self._by_row(self._parts),
            "province": self._provinces,
            "commodity": lambda: self._by_row(through.read_event_commodities(self._reader)),
            "what": lambda: self._of_columns(happening_words, "title"),
            "drains_to": lambda: self._of_columns(basin_words, "river_basin"),
            "described_from": self._origins,
            "document": lambda: self._by_row(facts.read_documents(self._reader)),
            "dispute": lambda: self._by_row(facts.read_dispute_topics(self._reader, self.kind)),
            "has": self._has,
            "is": self._is,
        }

    def _origins(self) -> Sequence[Sequence[str]]:
        notes = through.read_statement_notes(self._reader, self.kind, "type-locality")
        return [
            [word for note in notes.get(row.id, ()) for word in origin_words(note)]
            for row in self._table.all
        ]

    def _provinces(self) -> Sequence[Sequence[str]]:
        if self.kind == "event":
            return self._by_row(through.read_event_provinces(self._reader))
        provinces = {row.id for row in self._table.all if row.values["level"] == "province"}
        return [
            [above for above in self._parts.get(row.id, ()) if above in provinces]
            for row in self._table.all
        ]

    def _has(self) -> Sequence[Sequence[str]]:
        recorded = facts.read_recorded(self._reader, self.kind)
        return [
            sorted(
                recorded.get(row.id, set())
                | {name for name, value in row.values.items() if value not in _EMPTY}
            )
            for row in self._table.all
        ]

    def _is(self) -> Sequence[Sequence[str]]:
        disputed = facts.read_dispute_topics(self._reader, self.kind)
        cautioned = facts.read_cautioned(self._reader)
        oldest = _years_before(read_edition(self._reader).date, _OLD_YEARS)
        words = []
        for row in self._table.all:
            values = row.values
            as_of = values.get("status_as_of")
            told = {
                "disputed": row.id in disputed,
                "placed": values.get("precision") in ("site", "locality"),
                "old": isinstance(as_of, str) and ends(as_of)[1] < oldest,
                "listed": any(_LISTED.search(str(values.get(name))) for name in _LISTS),
                "undated": self.kind in _DATED and not values.get("date"),
                "secondary": values.get("read_as") == "secondary copy",
                "cautioned": row.id in cautioned,
                "outside": not self._reader.sight.counts(self.kind, row),
            }
            words.append([word for word, is_so in told.items() if is_so])
        return words

    @cached_property
    def _cell_links(self) -> Mapping[str, facts.Links]:
        return facts.read_cell_links(self._reader, self.kind)

    @cached_property
    def _stated(self) -> Mapping[str, facts.Links]:
        return facts.read_stated(self._reader, self.kind)

    @cached_property
    def _linked(self) -> Mapping[str, facts.Links]:
        return facts.read_linked(self._reader, self.kind)

    @cached_property
    def _works(self) -> Mapping[str, facts.Links]:
        return facts.read_works(self._reader, self.kind)

    @cached_property
    def _parts(self) -> facts.Links:
        return facts.read_parts(self._reader)


def _years_before(date: str, years: int) -> str:
    return f"{int(date[:4]) - years}{date[4:]}"
