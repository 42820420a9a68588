# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How one statement reads in a line: value, date, who says so and the marker."""

from __future__ import annotations

from terkha.pages import markup
from terkha.pages.writer import Writer, record_link
from terkha_db import wording
from terkha_db.entities import Cited, Source, Statement, without_marks
from terkha_db.vocabulary import SOURCE_KINDS

# Of these a value of long ago says little about today.
_AGEING = ("status", "owner", "operator", "contractor", "production")
_YEARS = 5
_KINDS = {choice.id: choice.label for choice in SOURCE_KINDS}


def value(writer: Writer, statement: Statement, role: str = "body") -> str:
    """Return the value alone: records as links, a status with its glyph, all else as text."""
    if statement.records:
        names = " and ".join(writer.link(brief, role) for brief in statement.records)
        share = wording.format_number(statement.share)
        return f"{names} {markup.text(f'{share}{wording.SPACE}%', role)}" if share else names
    plain = markup.text(without_marks(wording.format_value(statement)), role)
    if statement.property == "status":
        return f"{markup.image(f'status:{statement.text}')} {plain}"
    return plain


def line(writer: Writer, statement: Statement) -> str:
    """Return value, date, claimant and marker: what stands in one line of key facts."""
    shown = shaded(statement, markup.wrap("body", value(writer, statement)))
    date = dated(writer, statement)
    words = ", ".join(filter(None, (date, who(writer, statement))))
    return shown + (markup.span("small", f" {words}") if words else "") + writer.mark(statement)


def shaded(said: Cited, html: str) -> str:
    """Return what is said in grey where it lies outside the lens, else as it is."""
    return markup.dimmed(html) if said.outside else html


def dated(writer: Writer, statement: Statement) -> str:
    """Return the date of a value as readers see it, empty where none is stated.

    What changes from year to year is called old where it is of more than five years ago.
    """
    if not statement.as_of and not statement.as_of_note:
        return ""
    date = wording.format_as_of(statement)
    if statement.property in _AGEING and _is_old(statement.as_of, writer.material.today):
        return writer.translate("Pages", "{} (old)").format(date)
    return date


def _is_old(as_of: str, today: str) -> bool:
    latest = as_of.rpartition("/")[2]
    if not latest or not today:
        return False
    # A year or month alone is taken to its end, so that nothing is called old too early.
    end = latest + "-99-99"[len(latest) - 4 :]
    return end < f"{int(today[:4]) - _YEARS}{today[4:]}"


def who(writer: Writer, statement: Statement) -> str:
    """Return who says so, with the kind of claimant: ``etnet, press``.

    Of works that are named for a record as a whole none is singled out.
    """
    if not statement.cites or statement.scope == "record":
        return statement.attributed_to
    source = statement.cites[0].source
    named = statement.attributed_to or authors(writer, statement)
    kind = kind_word(writer, source.kind) if same_kind(statement) else ""
    if statement.attributed_to and statement.attributed_to != source.author:
        within = writer.translate("Pages", "{}, in {}, {}")
        return within.format(named, wording.who(source), kind_word(writer, source.kind))
    return f"{named}, {kind}" if kind else named


def who_cell(writer: Writer, statement: Statement) -> str:
    """Return who says so for the last column of a table, with its marker."""
    if not statement.cites:
        return markup.span("body", statement.attributed_to)
    if statement.scope == "record":
        words = writer.translate("Pages", "works of the record as a whole")
        return markup.span("small", words) + writer.mark(statement)
    source = statement.cites[0].source
    named = markup.span("body", statement.attributed_to or authors(writer, statement))
    named = shaded(statement, named)
    kind = kind_word(writer, source.kind) if same_kind(statement) else ""
    return f"{named}{markup.span('small', f' {kind}' if kind else '')}{writer.mark(statement)}"


def authors(writer: Writer, statement: Statement) -> str:
    """Return who says the same: one, two, or one and how many more."""
    names = list(dict.fromkeys(wording.who(cite.source) for cite in statement.cites))
    if len(names) < 3:
        return f" {writer.translate('Pages', 'and')} ".join(names)
    more = writer.translate("Pages", "{} and {} more")
    return more.format(names[0], len(names) - 1)


def same_kind(statement: Statement) -> bool:
    """Tell whether all who say so are of one kind of claimant."""
    return len({cite.source.kind for cite in statement.cites}) == 1


def claimant(writer: Writer, source: Source) -> str:
    """Return author or outlet with the kind of claimant in small type."""
    kind = markup.span("small", kind_word(writer, source.kind))
    return f"{record_link(source.id, wording.who(source))} {kind}"


def kind_word(writer: Writer, kind: str) -> str:
    """Return a kind of claimant as it stands inside a line: ``state media``, ``NGO``."""
    label = writer.translate("Vocabulary", _KINDS.get(kind, kind))
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def sentence_case(plain: str) -> str:
    """Return a text with its first letter a capital, the rest as it is."""
    return plain[:1].upper() + plain[1:]
