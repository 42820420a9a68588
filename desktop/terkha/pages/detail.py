# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record in short, for the column beside a table: ten rows and what is disputed."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages import markup, values
from terkha.pages.document import Document
from terkha.pages.kinds import citation
from terkha.pages.material import Material
from terkha.pages.parts import differences, facts, figures, head, related, spreads
from terkha.pages.writer import Translate, Writer, record_link
from terkha_db import wording
from terkha_db.entities import Statement
from terkha_db.vocabulary import PROPERTIES

_ROWS = 10
_NAMES = 2
_LONG = 30  # letters of a title that would fill the column with large type
_DISPUTES = 3
"""Disputes that are named; a link leads to the others."""
_PLACES = ("county", "prefecture", "province")
# What a reader of the table asks first; other kinds show their properties in order.
_FIRST = (
    "production",
    "capacity",
    "resource",
    "reserve",
    "investment",
    "elevation",
    "deposit-type",
    "operator",
    "owner",
    "opened",
    "discovered",
)
_WHO = ("operator", "owner")
# What other records tell of a record that says little itself.
_OTHERS = ("part of", "mine here", "owns", "operates")
_LINKS = 6
_CLAIMED = ("dispute", "person", "topic")
"""Kinds without a table, or whose claims are told already."""


def build_detail(material: Material, translate: Translate) -> Document:
    """Return the short page of a record; its markers are numbered by themselves."""
    writer = Writer(material, translate, short=True)
    record = material.record
    kind = record.facts.get("site_kind") or record.facts.get("org_kind") or record.kind
    label = translate("Vocabulary", _kind_label(kind, record.kind))
    writer.add(markup.paragraph("caps", markup.text(label, "caps"), "kicker"))
    # Qt takes the size of a heading from its level, whatever its role says.
    level, role = (1, "headline") if len(record.title) <= _LONG else (2, "h2")
    writer.add(markup.heading(level, role, markup.text(record.title, role)))
    _names(writer)
    _state(writer)
    if material.work is not None:
        writer.add(citation.lead(writer, material.work))
    if material.reference is not None:
        reference = markup.text(material.reference.text, "reference")
        writer.add(markup.paragraph("reference", reference, "gap"))
    _difference(writer)
    if material.work is not None:
        rows = citation.rows(writer, material.work)
    else:
        rows = _claim_rows(writer) or [*_rows(writer), *_here(writer)][:_ROWS]
    if rows:
        writer.add(facts.table(rows))
    _rests(writer)
    return writer.document()


def _kind_label(kind: str, record_kind: str) -> str:
    return wording.format_kind(kind) if kind == record_kind else wording.format_word(kind)


def _names(writer: Writer) -> None:
    """Write the name in other scripts, and how many names there are."""
    record = writer.record
    scripts = head.other_scripts(record.names, record.title)[:_NAMES]
    parts = [
        f"{markup.span('lead', name.text)} {markup.span('small', _language(name.lang))}"
        for name in scripts
    ]
    if len(record.names) > len(scripts):
        count = len(record.names)
        words = writer.translate("Pages", "1 name" if count == 1 else "{} names").format(count)
        parts.append(record_link(f"{record.id}#names", words, "mark"))
    if parts:
        writer.add(markup.paragraph("body", (markup.NBSP * 2).join(parts), "item"))


def _state(writer: Writer) -> None:
    """Write status and place of a mine, each with its source."""
    lines = [values.line(writer, one) for one in writer.take("status")[:1]]
    places = [one for name in _PLACES for one in writer.take(name)[:1]]
    if places:
        shown = ", ".join(values.shaded(one, values.value(writer, one)) for one in places)
        points = writer.take("point")[:1]
        known = f" {markup.span('small', f'point: {points[0].precision}')}" if points else ""
        lines.append(shown + known + writer.mark(places[0]))
    for line in lines:
        writer.add(markup.paragraph("body", line))


def _difference(writer: Writer) -> None:
    """Write the first figures that differ, or else how many disputes there are."""
    record = writer.record
    figured = [one for one in record.spreads if one.property in ("resource", "reserve")]
    figured.sort(key=lambda one: (one.property != "resource", -one.count))
    spread = figured[0] if figured else None
    rows: list[str] = []
    if spread is not None:
        named = f"{wording.format_thing(spread.commodity)} {spread.property}".strip()
        named = values.sentence_case(named)
        words = writer.translate("Pages", "≠ {}: {} figures differ").format(named, spread.count)
        words += spreads.inside(writer, spreads.within_of(writer, spread))
        lines = [markup.span("value", figures.span_of(spread)), *_shown(writer, spread.property)]
        rows += [_tinted("differ-top", markup.span("disputed", words))]
        rows += [_tinted("differ", "<br/>".join(lines))]
    elif record.kind == "dispute":
        for dispute in record.disputes:
            writer.add(differences.block(writer, dispute, own_page=True))
    elif record.disputes:
        words = writer.translate("Pages", "≠ Where sources differ: {}").format(len(record.disputes))
        rows += [_tinted("differ-top", markup.span("disputed", words))]
        for dispute in record.disputes[:_DISPUTES]:
            rows += [_tinted("differ", record_link(dispute.id, dispute.title))]
    if rows:
        link = record_link(f"{record.id}#differences", writer.translate("Pages", "Compare"), "mark")
        writer.add(markup.table([*rows, _tinted("differ", link)]))


def _tinted(kind: str, html: str) -> str:
    return markup.row([markup.cell(kind, html)])


def _shown(writer: Writer, name: str) -> list[str]:
    """Return the figure that tables show, with its reason."""
    chosen = [one for one in writer.peek(name) if figures.is_shown(writer, one)]
    if not chosen:
        return []
    first = chosen[0]
    words = writer.translate("Pages", "Shown in the table:")
    value = markup.span("strong", wording.format_value(first))
    who = markup.span("body", f", {values.who(writer, first)}")
    reason = writer.translate("Pages", "Reason: {}.").format(first.reason.rstrip("."))
    shown = f"{markup.span('body', words)} {value}{who}{writer.mark(first)}"
    return [shown, markup.span("small", reason)]


def _rows(writer: Writer) -> list[str]:
    order = _FIRST if writer.record.kind == "mine" else [item.id for item in PROPERTIES]
    rows: list[str] = []
    for name in order:
        statements = writer.take(name)
        if statements and len(rows) < _ROWS:
            label = _label(writer, statements[0])
            lines = [_line(writer, one) for one in _chosen(statements, name)]
            mark = facts.differs_mark(writer, name)
            rows.append(facts.row(label, "<br/>".join(lines), mark=mark))
    return rows


def _chosen(statements: Sequence[Statement], name: str) -> Sequence[Statement]:
    """Return the preferred statement; of owners and operators all of the latest date."""
    if name in _WHO:
        counting = [one for one in statements if not one.outside] or statements
        latest = max(one.as_of for one in counting)
        return [one for one in counting if one.as_of == latest][:3]
    preferred = [one for one in statements if one.rank == "preferred"]
    inside = [one for one in statements if not one.outside]
    return (preferred or inside or list(statements))[:1]


def _label(writer: Writer, statement: Statement) -> str:
    return writer.translate("Vocabulary", wording.format_property(statement.property))


def _line(writer: Writer, statement: Statement) -> str:
    shown = values.shaded(statement, markup.wrap("body", values.value(writer, statement)))
    words = [statement.of if statement.property in figures.PROPERTIES else ""]
    words.append(values.dated(writer, statement))
    note = markup.span("small", " " + ", ".join(filter(None, words))) if any(words) else ""
    return shown + note + writer.mark(statement)


def _claim_rows(writer: Writer) -> list[str]:
    """Return the rows of a claim or an event, which are one statement each."""
    said = writer.take("claim", "occurrence")
    if not said:
        return []
    one = said[0]
    label = writer.translate("Pages", "Who says so")
    rows = [facts.row(label, values.who_cell(writer, one))]
    date = values.dated(writer, one)
    if date:
        rows.append(facts.row(writer.translate("Pages", "Date"), markup.span("body", date)))
    about = [relation.record for relation in writer.record.related if relation.type == "about"]
    if about:
        label = writer.translate("Pages", "Concerns")
        rows.append(facts.row(label, markup.wrap("body", writer.links(about[:_ROWS]))))
    return rows


def _here(writer: Writer) -> list[str]:
    """Return the rows of what other records say of this one: mines in it, claims about it."""
    record, rows = writer.record, []
    for kind in _OTHERS:
        found = [one.record for one in record.related if one.type == kind]
        if found:
            shown = writer.links(found[:_LINKS])
            left = len(found) - _LINKS
            if left > 0:
                more = writer.translate("Pages", "and {} more").format(left)
                shown += f" {markup.span('small', more)}"
            rows.append(facts.row(related.label(writer, kind), shown))
    if record.claims and record.kind not in _CLAIMED:
        number = writer.translate("Pages", "{} about it").format(len(record.claims))
        link = record_link(f"{record.id}#claims", number)
        rows.append(facts.row(writer.translate("Pages", "Claims"), link))
    return rows


def _language(tag: str) -> str:
    """Return the language of a name in a word: ``Chinese``, without its script."""
    return wording.format_language(tag).partition(",")[0]


def _rests(writer: Writer) -> None:
    number = len(writer.record.works)
    if writer.material.work is not None:
        number = len(writer.material.supports)
        words = writer.translate("Pages", "{} statements and records rest on this work.")
    elif number == 1:
        words = writer.translate("Pages", "This page rests on 1 work.")
    elif writer.document().markers:
        words = writer.translate(
            "Pages", "This page rests on {} works. [n] names the work and the place in it."
        )
    else:
        words = writer.translate("Pages", "This page rests on {} works.")
    words = words.format(number)
    if writer.material.lens.is_on and writer.material.work is None:
        counting = sum(not source.outside for source in writer.record.works)
        words += writer.translate("Pages", " Inside the lens: {}.").format(counting)
    writer.add(markup.paragraph("small", markup.text(words, "small"), "gap"))
