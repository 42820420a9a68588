# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Collects every statement of the records, names each for good, and writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from terkha_db.build.draft import Draft, Stated
from terkha_db.codes import code_of
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Cite, Claim, Event, Series, Statement
from terkha_db.vocabulary import PROPERTIES, PROPERTY_BY_ID, ROLES, UNIT_BY_ID

_ORDER = {prop.id: at for at, prop in enumerate(PROPERTIES)}
_ROLE_ORDER = {role.id: at for at, role in enumerate(ROLES)}
_LATEST_FIRST = ("figures", "organisations")
_RATES = ("t/y", "t/d", "m3/d")
_WORDS = re.compile(r"[a-z0-9]+")
_MOST_WORDS = 6


def collect(records: Records) -> dict[str, list[Stated]]:
    """Return the statements of every record by its id, in the order of the records."""
    found = {}
    for entry in records:
        stated = _named(list(_said(entry)))
        if stated:
            found[entry.id] = stated
    return found


def in_page_order(statements: Iterable[Stated]) -> list[Stated]:
    """Sort by property, then commodity as first named; figures and owners latest first."""
    ordered = list(statements)
    commodities = {one.said.commodity: at for at, one in reversed(list(enumerate(ordered)))}
    latest = sorted(ordered, key=lambda one: one.said.as_of or "", reverse=True)
    places = {one.id: at for at, one in enumerate(latest)}

    def place(item: tuple[int, Stated]) -> tuple[int, int, int, int]:
        at, one = item
        prop = PROPERTY_BY_ID[one.said.property]
        dated = prop.group in _LATEST_FIRST or prop.id == "status"
        within = places[one.id] if dated and prop.id != "observation" else at
        role = _ROLE_ORDER.get(one.said.role or "", len(_ROLE_ORDER))
        return _ORDER[prop.id], role, commodities[one.said.commodity], within

    return [one for _, one in sorted(enumerate(ordered), key=place)]


def _said(entry: Entry) -> Iterator[Stated]:
    """Yield what a record states, still without ids."""
    model = entry.model
    if isinstance(model, Event):
        occurrence = Statement.model_construct(
            property="occurrence",
            value=model.what,
            as_of=model.date,
            as_of_note=model.date_note,
            note=model.note,
        )
        yield Stated(entry.id, "", occurrence, tuple(model.cites))
    if isinstance(model, Claim):
        claim = Statement.model_construct(
            property="claim", value=model.text, attributed_to=model.attributed_to, note=model.note
        )
        place = Cite.model_construct(work=model.document, locator=model.section)
        yield Stated(entry.id, "", claim, (place,))
    for statement in getattr(model, "statements", ()):
        yield from _editions(entry, statement)


def _editions(entry: Entry, statement: Statement) -> Iterator[Stated]:
    """Yield a statement, and what earlier editions of the same work gave in its place."""
    if isinstance(entry.model, Series) and statement.property == "observation":
        series = entry.model
        statement = statement.model_copy(
            update={
                "unit": statement.unit or series.unit,
                "substance": statement.substance or series.substance,
                "commodity": statement.commodity or series.commodity,
            }
        )
    scope = "record" if statement.cites == "record" else "value"
    cites = _sources(entry) if statement.cites == "record" else tuple(statement.cites)
    yield Stated(entry.id, "", statement, cites, scope)
    for earlier in statement.earlier:
        changes = {"value": earlier.value, "edition": earlier.edition, "estimated": False}
        said = statement.model_copy(update=changes)
        yield Stated(entry.id, "", said, tuple(earlier.cites), rank="superseded")


def _sources(entry: Entry) -> tuple[Cite, ...]:
    if isinstance(entry.model, Claim):
        return (Cite.model_construct(work=entry.model.document, locator=""),)
    return tuple(getattr(entry.model, "sources", ()))


def _named(statements: list[Stated]) -> list[Stated]:
    """Give each statement an id that a person can read and that later statements do not change.

    Statements that say the same of the same thing at the same time by the same work are numbered
    in the order of the file; new ones are added below.
    """
    seen: Counter[str] = Counter()
    named = []
    for stated in statements:
        name = _name(stated)
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}-{seen[name]}"
        named.append(
            Stated(stated.record, name, stated.said, stated.cites, stated.scope, stated.rank)
        )
    return named


def _name(stated: Stated) -> str:
    said = stated.said
    commodity = said.commodity or ""
    of = [word for word in _WORDS.findall((said.of or "").lower()) if word not in commodity]
    records = [record.partition("/")[2] for record in stated.records[:2]]
    # A capacity is published by the day and by the year.
    rate = said.unit.replace("/", "-") if said.unit in _RATES else ""
    when = (said.as_of or "").replace("/", "-")
    edition = "-".join(_WORDS.findall((said.edition or "").lower()))
    work = stated.cites[0].work if stated.cites else ""
    named = stated.text if said.property == "other-mineral" else None
    of += _WORDS.findall((named or "").lower())
    parts = [said.property, commodity, *records, *of[:_MOST_WORDS], rate, when, edition, work]
    return "-".join(part for part in parts if part)


def write(draft: Draft, connection: Connection) -> None:
    """Write the tables statement, statement_record and statement_citation."""
    number = 0
    rows, records, cites = [], [], []
    for record_id in draft.heads:
        for stated in draft.statements.get(record_id, ()):
            number += 1
            rows.append(_row(draft, number, stated))
            records += [(number, at, draft.number(name)) for at, name in enumerate(stated.records)]
            cites += [
                (number, at, draft.work(cite.work), cite.locator or None)
                for at, cite in enumerate(stated.cites)
            ]
    marks = ", ".join("?" * len(rows[0])) if rows else ""
    connection.executemany(f"INSERT INTO statement VALUES ({marks})", rows)
    connection.executemany("INSERT INTO statement_record VALUES (?, ?, ?)", records)
    connection.executemany("INSERT INTO statement_citation VALUES (?, ?, ?, ?)", cites)


def numbers(draft: Draft) -> dict[tuple[str, str], int]:
    """Return the number of each statement by the ids of its record and its own."""
    ordered = (
        (stated.record, stated.id)
        for record_id in draft.heads
        for stated in draft.statements.get(record_id, ())
    )
    return {names: at for at, names in enumerate(ordered, start=1)}


def _row(draft: Draft, number: int, stated: Stated) -> tuple[object, ...]:
    said = stated.said
    measure = next((n for n in (stated.number, said.max, said.min) if n is not None), None)
    unit = UNIT_BY_ID[said.unit] if said.unit else None
    return (
        number,
        draft.number(stated.record),
        stated.id,
        said.property,
        said.of,
        draft.number(f"commodity/{said.commodity}") if said.commodity else None,
        stated.number,
        said.min,
        said.max,
        stated.text,
        said.lat,
        said.lon,
        said.precision,
        said.unit,
        said.substance,
        measure * unit.factor if unit and measure is not None else None,
        unit.base if unit else None,
        said.original,
        said.qualifier,
        said.statistic,
        said.role,
        said.form,
        said.share,
        said.as_of,
        said.as_of_note,
        said.edition,
        said.estimated,
        said.projection,
        stated.rank,
        stated.reason or None,
        stated.scope,
        said.attributed_to,
        said.note,
        code_of(stated.record, stated.id),
    )
