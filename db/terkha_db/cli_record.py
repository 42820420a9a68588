# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes a record for a terminal: every value with its date and the numbers of its works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from terkha_db import wording
from terkha_db.cli_layout import columns, wrap
from terkha_db.entities import Brief, Cite, Dispute, Name, Record, Statement
from terkha_db.lens import OPEN, Lens, in_words

_INDENT = "  "
_CITED = re.compile(r"\[(@[^\]]+)\]")
_PREFERRED = "shown in tables"


def record_as_lines(record: Record, lens: Lens = OPEN) -> list[str]:
    """Return a record as lines of text; works are numbered as they appear on its page."""
    return list(_Writer(record, lens).lines())


class _Writer:
    def __init__(self, record: Record, lens: Lens) -> None:
        self._record = record
        self._lens = lens
        self._numbers = {source.id: at for at, source in enumerate(record.works, start=1)}

    def lines(self) -> Iterator[str]:
        record = self._record
        yield from self._head()
        yield from _section("Names", columns([self._name(name) for name in record.names]))
        yield from self._statements()
        yield from _section("Where sources differ", self._disputes())
        yield from _section("Claims", _briefs(record.claims))
        yield from _section("Events", _briefs(record.events))
        related = [(r.type, r.record.title, r.record.id) for r in record.related]
        yield from _section("Related", columns(related))
        yield from _section("This page rests on", self._works())

    def _head(self) -> Iterator[str]:
        record = self._record
        yield record.title + (f" · {record.second}" if record.second else "")
        yield f"{record.id} · {wording.format_kind(record.kind)}"
        for text in (record.summary, record.note):
            if text:
                yield from wrap(self._cited(text))
        if self._lens.is_on:
            inside = sum(not one.outside for one in record.statements)
            words = f"Lens on: {in_words(self._lens)}; {inside} of {len(record.statements)} values"
            yield from wrap(f"{words} inside it, the others marked “{wording.OUTSIDE_LENS}”.")
        facts = [(wording.format_word(key), value) for key, value in record.facts.items()]
        lines = [
            line for key, value in facts for line in wrap(f"{key}: {value}", _INDENT, _INDENT * 2)
        ]
        yield from _section("Facts", lines)

    def _name(self, name: Name) -> tuple[str, str, str]:
        about = [wording.format_language(name.lang)]
        about += [f"used by {name.used_by}"] if name.used_by else []
        about += [name.note] if name.note else []
        return (name.text, ", ".join(about), self._marks(name.cites))

    def _statements(self) -> Iterator[str]:
        for name, group in groupby(self._record.statements, key=lambda one: one.property):
            several = list(group)
            lines = [line for one in several for line in self._statement(one, len(several) > 1)]
            yield from _section(wording.format_property(name), lines)

    def _statement(self, statement: Statement, is_one_of_several: bool) -> list[str]:
        is_figure = statement.unit and statement.property != "observation"
        measured = statement.commodity if is_figure else ""
        what = statement.of or wording.format_thing(measured)
        of = f"{what}: " if what else ""
        parts = [f"{of}{wording.format_value(statement).removesuffix('.')}"]
        if statement.role:
            parts.append(wording.format_word(statement.role).lower())
        if statement.as_of or statement.as_of_note:
            parts.append(wording.format_as_of(statement))
        parts += [f"says {statement.attributed_to}"] if statement.attributed_to else []
        parts += [statement.edition] if statement.edition else []
        if is_one_of_several and statement.rank == "preferred":
            parts.append(_PREFERRED)
        if statement.outside:
            parts.append(wording.OUTSIDE_LENS)
        marks = self._marks(statement.cites)
        about = " (of the record as a whole)" if statement.scope == "record" else ""
        note = f"; {statement.note}" if statement.note else ""
        text = self._cited(f"{', '.join(parts)}{note}")
        return wrap(f"{text} {marks}{about}", _INDENT, _INDENT * 2)

    def _disputes(self) -> list[str]:
        return [line for dispute in self._record.disputes for line in self._dispute(dispute)]

    def _dispute(self, dispute: Dispute) -> list[str]:
        text = self._cited(dispute.text)
        noted = [mark for found in _CITED.findall(dispute.text) for mark in found.split(";")]
        ids = {f"citation/{mark.strip().removeprefix('@')}" for mark in noted}
        fresh = [cite for cite in dispute.cites if cite.locator or cite.source.id not in ids]
        head = f"{text if dispute.is_brief else dispute.title} {self._marks(fresh)}".rstrip()
        lines = wrap(head, _INDENT, _INDENT * 2)
        if not dispute.is_brief and dispute.text != dispute.title:
            lines += wrap(text, _INDENT * 2)
        for position in dispute.positions:
            says = f"– {self._cited(position.says)} {self._marks(position.cites)}"
            lines += wrap(says, _INDENT * 2, _INDENT * 3)
        verdict = wording.format_word(dispute.verdict) if dispute.verdict else ""
        for label, text in (
            ("May differ because", dispute.why),
            ("Outcome", ". ".join(filter(None, (verdict, dispute.verdict_note)))),
            ("Our reading", dispute.reading),
        ):
            words = f"{label}: {self._cited(text)}"
            lines += wrap(words, _INDENT * 2, _INDENT * 3) if text else []
        return lines

    def _works(self) -> list[str]:
        lines: list[str] = []
        for source in self._record.works:
            about = [wording.format_date(source.date), wording.format_word(source.kind)]
            about += ["read as a secondary copy"] if source.secondary else []
            about += [wording.OUTSIDE_LENS] if source.outside else []
            text = f"[{self._numbers[source.id]}] {source.author}: {source.title}"
            lines += wrap(f"{text} ({', '.join(about)}) {source.id}", _INDENT, _INDENT * 3)
        return lines

    def _cited(self, text: str) -> str:
        """Return a text whose citations ``[@slug; @slug]`` are the numbers of the works."""
        return _CITED.sub(self._numbers_of, text)

    def _numbers_of(self, found: re.Match[str]) -> str:
        slugs = [part.strip().removeprefix("@") for part in found[1].split(";")]
        return "".join(f"[{self._numbers.get(f'citation/{slug}', slug)}]" for slug in slugs)

    def _marks(self, cites: Iterable[Cite]) -> str:
        """Return the numbers of works, each with the place in it: ``[4, p. 3][7]``."""
        marks = []
        for cite in cites:
            number = self._numbers.get(cite.source.id, cite.source.id)
            marks.append(f"[{number}, {cite.locator}]" if cite.locator else f"[{number}]")
        return "".join(marks)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield a heading and its lines, indented if they are not yet; nothing without lines."""
    if lines:
        yield ""
        yield title
        for line in lines:
            yield line if line.startswith(_INDENT) else _INDENT + line


def _briefs(briefs: Iterable[Brief]) -> list[str]:
    return [line for one in briefs for line in wrap(f"{one.title} ({one.id})", _INDENT, "    ")]
