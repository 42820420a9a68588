# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Records side by side as one page: rows are properties, every value has its date and marker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from terkha.pages import markup, values
from terkha.pages.document import Document
from terkha.pages.material import Material
from terkha.pages.parts import capped, works
from terkha.pages.parts.head import TOP
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import comparing, wording
from terkha_db.comparing import DIFFERENT, NAMED, ONLY, SAME, Compared
from terkha_db.entities import Brief, Record, Statement
from terkha_db.vocabulary import ROLES

_ROLES = {choice.id: choice.label for choice in ROLES}
_LABEL = 18, 14  # per cent of the width, beside one or two records and beside more
_LISTED = 12
_KINDS = ("site_kind", "org_kind", "level", "policy_kind", "rank")
_STRIP = 150, 96  # pixels of a figure on its scale: beside one or two others, beside more
_EVENTS = 8


@dataclass(frozen=True, slots=True)
class Comparison:
    """The records of a comparison and its rows; what pages and exports are made of."""

    materials: tuple[Material, ...]
    rows: tuple[Compared, ...]

    @classmethod
    def of(cls, materials: Sequence[Material]) -> Comparison:
        """Compare records with what others say of them."""
        records = [material.record for material in materials]
        mentions = [material.mentions for material in materials]
        return cls(tuple(materials), tuple(comparing.compare(records, mentions)))

    @property
    def records(self) -> tuple[Record, ...]:
        """The records side by side."""
        return tuple(material.record for material in self.materials)

    @property
    def titles(self) -> Mapping[str, str]:
        """Titles of the other records whose statements name these."""
        return {
            name: brief.title
            for material in self.materials
            for name, brief in material.briefs.items()
        }


def build_comparison(
    compared: Comparison,
    translate: Translate,
    opened: frozenset[str] = frozenset(),
    *,
    differences_only: bool = False,
) -> Document:
    """Return the page of a comparison; of all its rows, or of those that are not the same."""
    writer = Writer(_together(compared), translate, opened)
    page = _Page(writer, compared)
    rows = [
        row
        for row in compared.rows
        if not differences_only or row.state != SAME or len(compared.records) == 1
    ]
    page.head(shown=len(rows))
    for group, members in groupby(rows, key=lambda row: row.group):
        page.section(group, list(members))
    page.names()
    page.disputes()
    page.events()
    works.write(writer)
    return writer.document()


def _together(compared: Comparison) -> Material:
    """Return the records as one, so that their works are numbered through."""
    records = compared.records
    sources = {source.id: source for record in records for source in record.works}
    record = Record(
        id=f"page/compare?ids={','.join(record.id for record in records)}",
        kind="comparison",
        title=" / ".join(record.title for record in records),
        second="",
        summary="",
        note="",
        facts={},
        works=tuple(sources.values()),
    )
    briefs = {key: one for material in compared.materials for key, one in material.briefs.items()}
    first = compared.materials[0]
    return Material(record, briefs=briefs, today=first.today, lens=first.lens)


class _Page:
    """A comparison while it is written."""

    def __init__(self, writer: Writer, compared: Comparison) -> None:
        self._writer = writer
        self._compared = compared
        self._records = compared.records
        many = len(self._records) > 2
        self._label_width = f"{_LABEL[many]}%"
        self._width = f"{(100 - _LABEL[many]) // len(self._records)}%"
        self._strip = _STRIP[len(self._records) > 3]

    def head(self, *, shown: int) -> None:
        """Write what is compared, and what the words beside the rows mean."""
        writer = self._writer
        kicker = markup.anchor(TOP) + markup.text(
            self._writer.translate("Pages", "Side by side"), "caps"
        )
        writer.add(markup.paragraph("caps", kicker, "kicker"))
        title = markup.text(writer.record.title, "headline")
        writer.add(markup.heading(1, "headline", title))
        alike = sum(row.state == SAME for row in self._compared.rows)
        words = self._writer.translate(
            "Pages",
            "{} of {} rows are shown; {} say the same of all. Every published value is here; none"
            " is averaged or added. ≠ stands where sources differ on one record.",
        ).format(shown, len(self._compared.rows), alike)
        if len(self._records) > 1:
            writer.add(markup.paragraph("body", markup.text(words), "gap"))
        cells = [markup.cell("bare", "", width=self._label_width)]
        cells += [self._who(record) for record in self._records]
        writer.add(markup.table([markup.row(cells)]))

    def _who(self, record: Record) -> str:
        """Return what stands over a column: title, name in a second script, kind."""
        html = markup.paragraph("second", record_link(record.id, record.title, "second"))
        if record.second:
            html += markup.paragraph("body", markup.text(record.second))
        kind = next((record.facts[key] for key in _KINDS if key in record.facts), "")
        if kind:
            word = self._writer.translate("Vocabulary", wording.format_word(kind))
            html += markup.paragraph("caps", markup.text(word, "caps"))
        return markup.cell("bare", html, width=self._width)

    def section(self, group: str, rows: Sequence[Compared]) -> None:
        """Write one part: its title, the records' names over the columns, a row for each."""
        lines = [self._top(_group_title(self._writer, group))]
        lines += [self._row(row) for row in rows]
        anchor = f"compare-{group}"
        self._writer.enter(anchor, _group_title(self._writer, group), len(rows))
        self._writer.add(markup.paragraph("small", markup.anchor(anchor)))
        self._writer.add(markup.table(lines))

    def names(self) -> None:
        """Write the names of each record, with who uses them."""
        cells = [
            [
                markup.span("body", name.text)
                + markup.span("small", f" {wording.format_language(name.lang)}")
                + self._writer.cite(name.cites, name.text)
                for name in record.names
            ]
            for record in self._records
        ]
        self._lists("names", self._writer.translate("Pages", "Names"), cells)

    def disputes(self) -> None:
        """Write where sources differ on each record."""
        cells = [
            [record_link(dispute.id, dispute.title) for dispute in record.disputes]
            for record in self._records
        ]
        self._lists("disputes", self._writer.translate("Pages", "Where sources differ"), cells)

    def events(self) -> None:
        """Write what happened, by date."""
        cells = [
            [_event(self._writer, material, brief.id, brief.title) for brief in _dated(material)]
            for material in self._compared.materials
        ]
        self._lists("events", self._writer.translate("Pages", "Timeline"), cells, most=_EVENTS)

    def _lists(
        self, name: str, title: str, cells: Sequence[Sequence[str]], most: int = _LISTED
    ) -> None:
        if not any(cells):
            return
        anchor = f"compare-{name}"
        self._writer.enter(anchor, title)
        self._writer.add(markup.paragraph("small", markup.anchor(anchor)))
        counted = " / ".join(str(len(cell)) for cell in cells)
        recorded = markup.span("small", self._writer.translate("Pages", "recorded"))
        line = [self._label(counted, recorded)]
        for record, cell in zip(self._records, cells, strict=True):
            inside = self._listed(f"{name}-{record.id}", cell, most)
            line.append(markup.cell("row", inside or self._absent(), width=self._width))
        self._writer.add(markup.table([self._top(title), markup.row(line)]))

    def _listed(self, name: str, lines: Sequence[str], most: int) -> str:
        shown, more = capped.cut(self._writer, name, lines, most)
        return "".join(markup.paragraph("body", line, "item") for line in shown) + more

    # Rows

    def _top(self, title: str) -> str:
        """Return the head of a part: its title, and the records as links."""
        cells = [markup.cell("head", markup.span("head", title), width=self._label_width)]
        cells += [
            markup.cell("head", record_link(record.id, record.title, "head"), width=self._width)
            for record in self._records
        ]
        return markup.row(cells)

    def _label(self, words: str, mark: str) -> str:
        html = markup.paragraph("body", markup.span("strong", words), "item")
        html += markup.paragraph("small", mark) if mark else ""
        return markup.cell("row", html, width=self._label_width)

    def _row(self, row: Compared) -> str:
        label = self._writer.translate("Vocabulary", wording.format_property(row.name))
        if row.group == NAMED:
            label = self._writer.translate("Pages", row.thing)
        elif row.thing:
            label = f"{label}, {row.thing.replace('-', ' ')}"
        cells = [self._label(label, self._state(row))]
        for record, told in zip(self._records, row.told, strict=True):
            lines = [self._line(row, one, told) for one in told]
            name = f"{row.name}-{row.thing}-{record.id}".replace(" ", "-")
            inside = self._listed(name, lines, _LISTED) + self._differing(record, row)
            cells.append(markup.cell("row", inside or self._absent(), width=self._width))
        return markup.row(cells)

    def _state(self, row: Compared) -> str:
        """Return in words whether the records are alike; "" where there is but one."""
        if len(self._records) == 1:
            return ""
        words = {
            SAME: self._writer.translate("Pages", "the same"),
            DIFFERENT: self._writer.translate("Pages", "different"),
        }.get(row.state)
        if row.state == ONLY:
            having = [
                record.title
                for record, told in zip(self._records, row.told, strict=True)
                if any(not one.outside for one in told)
            ]
            words = self._writer.translate("Pages", "only {}").format(", ".join(having))
            if not having:
                words = self._writer.translate("Pages", "outside lens")
        return markup.span("small", words or "")

    def _absent(self) -> str:
        words = self._writer.translate("Pages", wording.NOT_RECORDED)
        return markup.paragraph("body", markup.span("small", words), "item")

    def _line(self, row: Compared, one: Statement, told: Sequence[Statement]) -> str:
        writer: Writer = self._writer
        if row.group == "figures":
            return self._figure(row, one, told)
        if row.group == NAMED:
            brief = writer.material.briefs.get(one.record)
            name = record_link(f"{one.record}#{one.id}", brief.title if brief else one.record)
            share = f" {wording.format_number(one.share)}{wording.SPACE}%" if one.share else ""
            date = values.dated(writer, one)
            who = values.who(writer, one)
            words = ", ".join(filter(None, (share.strip(), date, who)))
            html = name + (markup.span("small", f" {words}") if words else "") + writer.mark(one)
            return html + (f"<br/>{writer.note(one.note)}" if one.note else "")
        html = _symbols(one) + values.line(writer, one)
        role = _ROLES.get(one.role, "") if one.property == "commodity" else ""
        if role:
            html += markup.span("small", f" ({writer.translate('Vocabulary', role).lower()})")
        if one.note and one.scope != "record":
            html += f"<br/>{writer.note(one.note)}"
        return html

    def _figure(self, row: Compared, one: Statement, told: Sequence[Statement]) -> str:
        writer = self._writer
        of = comparing.part_of(one)
        html = markup.span("small", f"{of} ") if of else ""
        html += values.shaded(one, markup.span("strong", wording.format_value(one)))
        date = values.dated(writer, one) or wording.UNDATED
        html += markup.span("small", f" {date}, {values.who(writer, one)}".rstrip(", "))
        html += writer.mark(one)
        if one.rank == "preferred" and len(told) > 1:
            html += "<br/>" + markup.span(
                "small", self._writer.translate("Pages", "shown in tables")
            )
        share = comparing.share(one, row)
        if share is not None:
            shape = "potential" if comparing.is_open(one) else one.property
            address = f"strip:{share:.4f}:{shape}:{self._strip}"
            html += f"<br/>{markup.image(address)}"
        if one.note:
            html += f"<br/>{writer.note(one.note)}"
        return html

    def _differing(self, record: Record, row: Compared) -> str:
        """Return the mark of figures that differ within one record, as a link to them."""
        commodity = row.thing
        for spread in record.spreads:
            slug = spread.commodity.rpartition("/")[2]
            if (spread.property, slug) == (row.name, commodity):
                words = f"≠ {spread.count}"
                mark = record_link(f"{record.id}#figures-{row.name}", words, "disputed")
                return markup.paragraph("small", mark)
        return ""


def _group_title(writer: Writer, group: str) -> str:
    titles = {
        "facts": writer.translate("Pages", "Key facts"),
        "species": writer.translate("Pages", "Properties"),
        "use": writer.translate("Pages", "Use"),
        "commodities": writer.translate("Pages", "Commodities"),
        "organisations": writer.translate("Pages", "Organisations"),
        "figures": writer.translate("Pages", "Figures"),
        "minerals": writer.translate("Pages", "Minerals"),
        NAMED: writer.translate("Pages", "In other records"),
    }
    return titles[group]


def _symbols(statement: Statement) -> str:
    """Return the marks of the commodities that a statement names, filled or outlined by role."""
    if statement.property != "commodity":
        return ""
    slugs = (brief.id.partition("/")[2] for brief in statement.records)
    role = statement.role or "primary"
    return "".join(f"{markup.image(f'symbol:{slug}:{role}')} " for slug in slugs)


def _dated(material: Material) -> list[Brief]:
    """Return the events of a record by date, undated ones last."""
    dates = {one.id: material.cell(one.id, "date") for one in material.record.events}
    return sorted(material.record.events, key=lambda one: (not dates[one.id], dates[one.id]))


def _event(writer: Writer, material: Material, record_id: str, title: str) -> str:
    date = wording.format_date(material.cell(record_id, "date"))
    told = material.told.get(record_id, ())
    marks = "".join(writer.mark(one) for one in told)
    what = told[0].text if told else title
    return record_link(record_id, date, "mark") + " " + writer.note(what, "body") + marks
