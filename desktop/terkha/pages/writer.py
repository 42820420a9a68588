# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A page while it is written: it numbers the works, keeps the sections and lets no value escape.

Statements are taken from the writer by property. What no part of a page takes is left over and
written at the end, so that nothing a record holds can be missing from its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import islice

from terkha.pages import markup
from terkha.pages.document import Document, Facet, Marker, Markers, Section
from terkha.pages.material import Material
from terkha_db import wording
from terkha_db.entities import (
    Brief,
    Cite,
    Record,
    Source,
    Spread,
    Statement,
    all_outside,
    without_marks,
)

Translate = Callable[[str, str], str]
Steps = Iterator[None]
"""The writing of a page, with a stop wherever what is written so far may be shown."""
_NOTED = re.compile(r"\s?\[@([^\]]+)\]")
# Figures of other properties differ by year, part or product as a matter of course.
COMPARED = ("resource", "reserve")
# Which properties a dispute is about, where its topic is another word.
ABOUT = {"location": ("county", "point"), "ownership": ("owner",), "date": ("date", "opened")}
_APART, _CLOSED_UP = f"</span>{markup.NBSP}<a ", f"{markup.NBSP}</span><a "
_FIRST_ROWS = 2  # of a long table: what may still fit on the first screen
_FEW = 3  # works of a record as a whole are written as a range where they are more


class Writer:
    """Collects the blocks of one page; ``opened`` names the lists that the reader unfolded.

    ``narrowed`` are the choices of facets that narrow the claims of a document. A ``short`` page
    stands beside a table: its links to places on the page lead to the whole one.
    """

    def __init__(
        self,
        material: Material,
        translate: Translate,
        opened: frozenset[str] = frozenset(),
        *,
        narrowed: frozenset[str] = frozenset(),
        short: bool = False,
    ) -> None:
        self.material = material
        self.record = material.record
        self.opened = opened
        self.narrowed = narrowed
        self.facets: tuple[Facet, ...] = ()
        """What the page can be narrowed by; a part of the page sets it."""
        self.translate = translate
        self._short = short
        self._blocks: list[str] = []
        self._taken = 0
        self._sections: list[Section] = []
        self._markers = Markers()
        self._numbers: dict[str, int] = {}
        self._sources: list[Source] = []
        self._folded: set[str] = set()
        self._left = list(material.record.statements)
        self._published = Counter(map(_measured, material.record.statements))

    # What is written

    def add(self, html: str) -> None:
        """Append a block; the space before a marker takes the type of the words before it."""
        self._blocks.append(html.replace(_APART, _CLOSED_UP))

    def section(
        self,
        anchor: str,
        title: str,
        body: str,
        count: int | None = None,
        *,
        differs: bool = False,
    ) -> None:
        """Append a section with its heading; the contents list shows ``title`` and ``count``."""
        self.enter(anchor, title, count, differs=differs)
        heading = markup.anchor(anchor) + markup.text(title, "h2")
        self.add(markup.heading(2, "h2", heading, "section") + body)

    def tabled(
        self,
        section: Section,
        head: str,
        rows: Iterable[str],
        *,
        before: str = "",
        after: str = "",
    ) -> Steps:
        """Append a section that is a table, more rows with each step; they are made as they come.

        ``before`` and ``after`` are blocks around the table.
        """
        coming = iter(rows)
        table = markup.table([head, *islice(coming, _FIRST_ROWS)])
        self.section(section.anchor, section.title, before + table, section.count)
        yield
        size = _FIRST_ROWS
        while next_rows := list(islice(coming, size)):
            self.add(markup.table(next_rows, kind=markup.ON))
            size = min(size * 2, markup.ROWS)
            yield
        self.add(after)

    def enter(
        self, anchor: str, title: str, count: int | None = None, *, differs: bool = False
    ) -> None:
        """Name a part that has no heading of its own in the contents list."""
        self._sections.append(Section(anchor, title, count, differs))

    def fold(self, name: str) -> None:
        """Remember that only the beginning of a list is shown."""
        self._folded.add(name)

    def fresh(self) -> str:
        """Return what was written since this was last asked for."""
        blocks, self._taken = self._blocks[self._taken :], len(self._blocks)
        return "".join(blocks)

    def document(self) -> Document:
        """Return what was written."""
        return Document(
            self.record.id,
            self.record.title,
            "".join(self._blocks),
            tuple(self._sections),
            self._markers,
            tuple(self._sources),
            frozenset(self._folded),
            self.facets,
        )

    # Statements

    def take(self, *properties: str) -> list[Statement]:
        """Return the statements of these properties, in their order, and count them as written."""
        taken = [one for name in properties for one in self._left if one.property == name]
        self._left = [one for one in self._left if one.property not in properties]
        return taken

    def peek(self, name: str) -> list[Statement]:
        """Return the statements of one property, taken or not."""
        return [one for one in self.record.statements if one.property == name]

    def rest(self) -> list[Statement]:
        """Return the statements that no part of the page has taken."""
        return list(self._left)

    # Where sources differ

    def differs(self, statement: Statement) -> str:
        """Return the anchor of the place that sets a value beside those it differs from."""
        if statement.record != self.record.id:
            return ""
        for spread in self.record.spreads:
            if (spread.property, spread.commodity) == (statement.property, statement.commodity):
                return spread_anchor(spread)
        return self.dispute_of(statement.property)

    @cached_property
    def _disputes(self) -> Mapping[str, str]:
        return _disputes(self.record)

    @cached_property
    def _noted(self) -> Mapping[str, Source]:
        return self.material.sources

    def dispute_of(self, name: str) -> str:
        """Return the anchor of the first dispute about a property of this record; "" for none."""
        return self._disputes.get(name, "")

    def rivals(self, statement: Statement) -> int:
        """Return how many values of the same thing the record has, this one among them."""
        return self._published[_measured(statement)]

    # Source markers

    def mark(self, statement: Statement) -> str:
        """Return the marker of a statement, with a no-break space before it."""
        differs = self.differs(statement)
        return self._mark(
            statement.cites,
            lambda marker: self._told(marker, statement, differs),
            whole=statement.scope == "record",
        )

    def _told(self, marker: Marker, statement: Statement, differs: str) -> Marker:
        """Return a marker with what it says of a statement."""
        label = wording.format_property(statement.property)
        thing = statement.of or wording.format_thing(statement.commodity)
        of = f", {thing}" if thing and thing.casefold() != label.casefold() else ""
        return replace(
            marker,
            says=without_marks(f"{label}{of}: {wording.format_value(statement)}"),
            note=without_marks("; ".join(filter(None, (statement.original, statement.note)))),
            as_of=(
                wording.format_as_of(statement) if statement.as_of or statement.as_of_note else ""
            ),
            statement=statement.id,
            record="" if statement.record == self.record.id else statement.record,
            differs=differs,
        )

    def cite(self, cites: Sequence[Cite], says: str, *, beside: str = "") -> str:
        """Return the markers of something that is no statement: a name, a side of a dispute.

        Works that the text ``beside`` already marks by ``[@slug]`` are not marked again.
        """
        noted = {f"citation/{slug}" for slug in noted_slugs(beside)}
        fresh = [cite for cite in cites if cite.source.id not in noted]
        return self._mark(fresh, lambda marker: replace(marker, says=says))

    def cite_whole(self, sources: Sequence[Source], says: str) -> str:
        """Return one marker for works that are named for a record as a whole."""
        cites = [Cite(source) for source in sources]
        return self._mark(cites, lambda marker: replace(marker, says=says), whole=True)

    def number(self, source: Source) -> int:
        """Return the number of a work on this page: by first appearance."""
        if source.id not in self._numbers:
            self._sources.append(source)
            self._numbers[source.id] = len(self._sources)
        return self._numbers[source.id]

    def sources(self) -> tuple[Source, ...]:
        """Return the works numbered so far."""
        return tuple(self._sources)

    def _mark(
        self, cites: Sequence[Cite], tell: Callable[[Marker], Marker], *, whole: bool = False
    ) -> str:
        """Write markers; ``tell`` adds to one what it stands beside, when it is looked at."""
        if not cites:
            return ""
        groups = [tuple(cites)] if whole and len(cites) > _FEW else [(cite,) for cite in cites]
        marks = []
        for group in groups:
            numbers = tuple(sorted(self.number(cite.source) for cite in group))
            href = f"source:{numbers[0]}.{len(self._markers) + 1}"
            marker = Marker(href, numbers, group, whole=whole)
            self._markers.add(href, partial(tell, marker))
            role = "mark-out" if all_outside(group) else "mark"
            marks.append(markup.link(href, f"[{ranges(numbers)}]", role))
        return markup.NBSP + "".join(marks) + self._outside(cites)

    def _outside(self, cites: Sequence[Cite]) -> str:
        """Say that all works of a value lie outside the lens."""
        if not all_outside(cites):
            return ""
        return markup.span("small", f"{markup.NBSP}{outside_lens(self.translate)}")

    # Words and links

    def note(self, plain: str, role: str = "small") -> str:
        """Return a note in the type of ``role``; ``[@slug]`` in it becomes a source marker."""
        parts, end = [], 0
        for noted in _NOTED.finditer(plain):
            parts.append(markup.text(plain[end : noted.start()], role))
            parts.append(self._noted_marks(noted[1], plain))
            end = noted.end()
        return markup.wrap(role, "".join(parts) + markup.text(plain[end:], role))

    def place(self, anchor: str) -> str:
        """Return the address of a place on the page of this record."""
        return f"record:{self.record.id}#{anchor}" if self._short else f"#{anchor}"

    def link(self, brief: Brief, role: str = "body") -> str:
        """Return the title of a record as a link to its page, with the kind of a namesake."""
        link = record_link(brief.id, brief.title, role)
        if brief.title != self.record.title or brief.id == self.record.id:
            return link
        kind = self.translate("Vocabulary", wording.format_kind(brief.kind)).lower()
        return f"{link}{markup.NBSP}{markup.span('small', kind)}"

    def links(self, briefs: Iterable[Brief], role: str = "body") -> str:
        """Return several titles, separated by commas."""
        return ", ".join(self.link(brief, role) for brief in briefs)

    def _noted_marks(self, slugs: str, says: str) -> str:
        marks = []
        for slug in _slugs(slugs):
            source = self._noted.get(slug)
            if source is None:
                marks.append(" " + record_link(f"citation/{slug}", slug, "small"))
            else:
                marks.append(self.cite((Cite(source),), without_marks(says)))
        return "".join(marks)


def outside_lens(translate: Translate) -> str:
    """Return the words for what lies outside the lens, which stay on one line."""
    return translate("Pages", wording.OUTSIDE_LENS).replace(" ", markup.NBSP)


def _measured(statement: Statement) -> tuple[str, str]:
    return statement.property, statement.commodity


def _disputes(record: Record) -> dict[str, str]:
    """Return the first dispute about each property; on its own page a dispute needs no link."""
    first: dict[str, str] = {}
    for dispute in record.disputes if record.kind != "dispute" else ():
        for name in ABOUT.get(dispute.about, (dispute.about,)):
            first.setdefault(name, dispute.id)
    return first


def spread_anchor(spread: Spread) -> str:
    """Return the anchor of the figures of one thing that differ, where they are compared."""
    if spread.property not in COMPARED:
        return f"figures-{spread.property}"
    parts = ("differs", spread.property, spread.commodity.rpartition("/")[2], spread.substance)
    return re.sub(r"[^\w-]", "-", "-".join(filter(None, parts))).lower()


def record_link(record_id: str, title: str, role: str = "body") -> str:
    """Return a link to the page of a record."""
    return markup.link(f"record:{record_id}", markup.text(title, role), role)


def noted_slugs(text: str) -> list[str]:
    """Return the slugs of the works that a text marks by ``[@slug]``."""
    return [slug for noted in _NOTED.findall(text) for slug in _slugs(noted)]


def _slugs(noted: str) -> list[str]:
    return [slug.strip() for slug in re.split(r"[;,]\s*@?", noted)]


def ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers with runs closed up: ``1, 3–5``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
