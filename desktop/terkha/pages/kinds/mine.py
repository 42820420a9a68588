# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a mine, deposit, ore field, salt lake, coalfield or plant."""

from __future__ import annotations

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
from terkha.pages.writer import Steps, Writer
from terkha_db import wording
from terkha_db.entities import Statement
from terkha_db.vocabulary import ROLES

_FACTS = (
    "status",
    "county",
    "prefecture",
    "province",
    "situation",
    "point",
    "elevation",
    "deposit-type",
    "discovered",
    "opened",
    "river-basin",
)
_ALWAYS = ("status", "county", "point", "elevation", "deposit-type")
_ROLES = {choice.id: choice.label for choice in ROLES}


def write(writer: Writer) -> Steps:
    """Write the page of a mine."""
    head.write(writer, _kicker(writer))
    differences.strip(writer)
    left = names.card(writer) + _commodities(writer)
    rows = facts.rows_of(writer, _FACTS, always=_ALWAYS)
    writer.add(facts.two_columns(left, facts.table(rows), kind="card"))
    yield
    yield from figures.write(writer)
    yield
    differences.write(writer)
    yield
    organisations.write(writer)
    yield
    timeline.write(writer, expected=True)
    _minerals(writer)
    yield
    claims.write(writer)
    related.write(writer)


def _kicker(writer: Writer) -> list[str]:
    kind = wording.format_word(writer.record.facts.get("site_kind", "mine"))
    places = [
        brief.title
        for name in ("county", "prefecture")
        for statement in writer.peek(name)[:1]
        for brief in statement.records[:1]
    ]
    return [writer.translate("Vocabulary", kind), *places]


def _commodities(writer: Writer) -> str:
    """Return the table of commodities: symbol, name, role and who says so, by role."""
    statements = writer.take("commodity")
    mark = facts.differs_mark(writer, "commodity")
    words = markup.text(writer.translate("Pages", "Commodities"), "caps")
    title = markup.paragraph("caps", words + mark, "card-next")
    rows = []
    order = list(_ROLES)
    statements.sort(key=lambda one: order.index(one.role) if one.role in order else len(order))
    rows += [_commodity(writer, one) for one in statements]
    if not statements:
        rows.append(markup.row([markup.cell("name", facts.absent(writer), span=2)]))
    return title + markup.table(rows, kind="after")


def _commodity(writer: Writer, statement: Statement) -> str:
    shown = []
    for brief in statement.records:
        address = f"symbol:{brief.id.partition('/')[2]}:{statement.role or 'primary'}"
        shown.append(f"{markup.image(address)} {writer.link(brief)}")
    role = writer.translate("Vocabulary", _ROLES.get(statement.role, "")).lower()
    words = ", ".join(filter(None, (role, statement.form, statement.note)))
    who = markup.span("small", values.who(writer, statement)) + writer.mark(statement)
    name = f"{markup.anchor(statement.id)}{', '.join(shown)} {writer.note(words)}"
    return markup.row(
        [markup.cell("name", name, width="56%"), markup.cell("name-low", who, width="44%")]
    )


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
