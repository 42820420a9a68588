# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Runs the stages of a search in turn and stops as soon as there are enough records.

Key equal, key beginning, words, part of a name; then, if no name was found, the same without words
that many names share; then texts; and only if nothing was found at all, names with typing errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from terkha_db.entities import Hit
from terkha_db.search import distance
from terkha_db.search.asked import Asked, read_query
from terkha_db.search.highlight import Highlighter, Letters
from terkha_db.search.stages import Database, NameFound, Stages, TextFound

_KEYS_EACH = 4
_LETTERS_PER_ERROR = 4
_MOST_ERRORS = 3
_MOST_KEYS = 200


class Searcher:
    """Searches one database; remembers what every search of it needs."""

    def __init__(self, database: Database, variants: Mapping[str, str]) -> None:
        self._database = database
        self._variants = variants
        self._letters = Letters(variants)

    def search(
        self, query: str, *, kinds: Sequence[str] | None = None, limit: int = 50
    ) -> list[Hit]:
        """Return the records that a query finds, best first, each once; never raises on a query.

        ``kinds`` keeps records of those kinds; None or none of them keeps all.
        """
        asked = read_query(query, self._variants)
        if not asked.key or limit < 1:
            return []
        stages = Stages(self._database, kinds or (), limit)
        hits: dict[str, Hit] = {}
        self._add_names(hits, self._by_name(stages, asked), asked, limit)
        fewer = asked.without_generic()
        if not hits and fewer is not None:
            self._add_names(hits, self._by_name(stages, fewer), fewer, limit)
        if len(hits) < limit:
            self._add_texts(hits, stages.texts(asked, limit - len(hits)), asked, limit)
        if not hits:
            self._add_names(hits, [self._misspelt(stages, asked)], asked, limit)
        return list(hits.values())

    def nearest(self, query: str, limit: int = 8) -> list[Hit]:
        """Return the records whose names look most like the query."""
        asked = read_query(query, self._variants)
        if not asked.key or limit < 1:
            return []
        own = distance.pairs(asked.key)
        likeness = sorted(
            ((distance.likeness(own, distance.pairs(key)), key) for key, _ in self._keys),
            key=lambda pair: (-pair[0], pair[1]),
        )
        best = [key for share, key in likeness[: limit * _KEYS_EACH] if share > 0]
        found = Stages(self._database, (), limit).with_keys(best)
        rank = {key: place for place, key in enumerate(best)}
        hits: dict[str, Hit] = {}
        self._add_names(
            hits,
            [[name for _, name in sorted(found, key=lambda pair: rank[pair[0]])]],
            asked,
            limit,
        )
        return list(hits.values())

    def _by_name(self, stages: Stages, asked: Asked) -> Iterator[list[NameFound]]:
        own = [(not self._is_title(name, asked), name) for name in stages.equal(asked)]
        yield [name for _, name in sorted(own, key=lambda pair: (pair[0], -pair[1].attested))]
        yield stages.beginning(asked)
        yield stages.words(asked)
        yield stages.part(asked)

    def _is_title(self, name: NameFound, asked: Asked) -> bool:
        return read_query(name.title, self._variants).key == asked.key

    def _misspelt(self, stages: Stages, asked: Asked) -> list[NameFound]:
        most = min(len(asked.key) // _LETTERS_PER_ERROR, _MOST_ERRORS)
        if most == 0:
            return []
        apart = {key: errors for errors, key in distance.nearest(asked.key, self._keys, most)}
        found = stages.with_keys(list(apart)[:_MOST_KEYS])
        return [name for _, name in sorted(found, key=lambda pair: apart[pair[0]])]

    @cached_property
    def _keys(self) -> list[tuple[str, int]]:
        """Every key of a name with the letters it holds, for the search by likeness."""
        rows = self._database.all(
            "SELECT DISTINCT key FROM name WHERE key <> '' AND (attested = 1 OR note = 'title')"
        )
        return [(key, distance.letters(key)) for (key,) in rows]

    def _add_names(
        self, hits: dict[str, Hit], stages: Iterable[list[NameFound]], asked: Asked, limit: int
    ) -> None:
        highlighter = Highlighter(asked, self._letters)
        for names in stages:
            for name in names:
                if len(hits) == limit:
                    return
                if name.id not in hits:
                    hits[name.id] = _name_hit(name, highlighter)

    def _add_texts(
        self, hits: dict[str, Hit], texts: Iterable[list[TextFound]], asked: Asked, limit: int
    ) -> None:
        highlighter = Highlighter(asked, self._letters)
        for text in chain.from_iterable(texts):
            if len(hits) == limit:
                return
            if text.id not in hits:
                snippet, spans = highlighter.in_text(text.text)
                hits[text.id] = Hit(
                    id=text.id,
                    kind=text.kind,
                    title=text.title,
                    second=text.second or "",
                    matched=text.field,
                    field=text.field,
                    snippet=snippet,
                    spans=spans,
                )


def _name_hit(name: NameFound, highlighter: Highlighter) -> Hit:
    return Hit(
        id=name.id,
        kind=name.kind,
        title=name.title,
        second=name.second or "",
        matched=name.text,
        lang=name.lang if name.attested else "",
        used_by=name.used_by or "",
        field="name" if name.attested else name.note or "derived",
        spans=highlighter.in_name(name.text),
    )
