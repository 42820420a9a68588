# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a mine, deposit, ore field, salt lake, coalfield or plant."""

from __future__ import annotations

from itertools import groupby

from terkha.pages import markup, values
from terkha.pages.parts import (
    claims,
    differences,
    facts,
    figures,
    head,
    names,
    organisations,
    related,
    timeline,
)
from terkha.pages.writer import Writer
from terkha_db import wording
from terkha_db.entities import Statement
from terkha_db.vocabulary import ROLES

_FACTS = (
    "status",
    "county",
    "prefecture",
    "province",
    "point",
    "elevation",
    "deposit-type",
    "discovered",
    "opened",
    "river-basin",
)
_ALWAYS = ("status", "county", "point", "elevation", "deposit-type")
# Disputes on these come before the figures: they change what the record is.
_FIRST = ("status", "ownership", "operator", "owner", "location", "identity")
_ROLES = {choice.id: choice.label for choice in ROLES}


def write(writer: Writer) -> None:
    """Write the page of a mine."""
    head.write(writer, _kicker(writer), writer.take("situation"))
    left = names.card(writer)
    rows = facts.rows_of(writer, _FACTS, always=_ALWAYS)
    rows += _commodities(writer)
    writer.add(facts.two_columns(left, facts.table(rows), card=True))
    early = any(dispute.about in _FIRST for dispute in writer.record.disputes)
    if early:
        differences.write(writer)
    figures.write(writer)
    if not early:
        differences.write(writer)
    organisations.write(writer)
    timeline.write(writer, expected=True)
    _minerals(writer)
    claims.write(writer)
    related.write(writer, without=_SHOWN)


_SHOWN = ("citation", "claim", "event", "dispute", "mineral", "commodity", "organisation")


def _kicker(writer: Writer) -> list[str]:
    kind = wording.format_word(writer.record.facts.get("site_kind", "mine"))
    places = [
        brief.title
        for name in ("county", "prefecture")
        for statement in writer.peek(name)[:1]
        for brief in statement.records[:1]
    ]
    return [writer.translate("Vocabulary", kind), *places]


def _commodities(writer: Writer) -> list[str]:
    """Return the row of commodities: symbol, name and marker, grouped by role."""
    statements = writer.take("commodity")
    label = writer.translate("Pages", "Commodities")
    if not statements:
        return [facts.row(label, facts.absent(writer))]
    order = list(_ROLES)
    statements.sort(key=lambda one: order.index(one.role) if one.role in order else len(order))
    lines = []
    for role, members in groupby(statements, key=lambda one: one.role):
        named = ", ".join(_commodity(writer, one) for one in members)
        word = writer.translate("Vocabulary", _ROLES.get(role, role)).lower()
        lines.append(f"{named} {markup.span('small', word)}")
    return [facts.row(label, "<br/>".join(lines), differs=facts.disputed(writer, "commodity"))]


def _commodity(writer: Writer, statement: Statement) -> str:
    width, height = values.SYMBOL
    parts = []
    for brief in statement.records:
        slug = brief.id.partition("/")[2]
        image = markup.image(f"symbol:{slug}:{statement.role or 'primary'}", width, height)
        parts.append(f"{image}{markup.JOIN}{writer.link(brief)}")
    note = f" {writer.note(statement.note)}" if statement.note else ""
    return markup.anchor(statement.id) + ", ".join(parts) + note + writer.mark(statement)


def _minerals(writer: Writer) -> None:
    """Write the ore minerals, those without a record of their own among them."""
    statements = writer.take("ore-mineral", "other-mineral")
    if not statements:
        return
    named = []
    for one in statements:
        note = f" {writer.note(one.note)}" if one.note else ""
        named.append(markup.anchor(one.id) + values.value(writer, one) + note + writer.mark(one))
    title = writer.translate("Pages", "Minerals")
    body = markup.paragraph("body", ", ".join(named))
    writer.section("minerals", title, body, len(statements))
