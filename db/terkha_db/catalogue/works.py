# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads cited works: what a record's page rests on, and how every style formats it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terkha_db.catalogue.briefs import chunks, record_number
from terkha_db.catalogue.connection import Reader, damaged
from terkha_db.entities import Work
from terkha_db.errors import NotFoundError
from terkha_db.vocabulary import PROPERTY_BY_ID

if TYPE_CHECKING:
    from terkha_db.citing import Entry
    from terkha_db.citing.styles import Form

_WORK = """
SELECT r.number, r.id, c.csl, c.source_kind, c.author, r.title, c.date, c.language, r.note,
       c.caution, c.secondary, c.title_supplied
FROM citation AS c JOIN record AS r ON r.number = c.record
"""


@dataclass(slots=True)
class _Use:
    """Where in a work the facts of the records asked for stand, and what they are."""

    locators: dict[str, None] = field(default_factory=dict)
    used_for: dict[str, None] = field(default_factory=dict)


def read_works(reader: Reader, ids: Iterable[str]) -> list[Work]:
    """Return the works that records rest on, each once, in order of first appearance.

    A citation's id gives the work itself; the id of a statement, ``mine/julong#…``, those that
    say it; any other id, or an anchor of no statement, every work of the page. All but the first
    only within the lens.

    Raises:
        NotFoundError: an id leads to no record.

    """
    uses: dict[int, _Use] = defaultdict(_Use)
    for one in dict.fromkeys(ids):
        record_id, _, value = one.partition("#")
        number = record_number(reader, record_id)
        if record_id.startswith("citation/"):
            uses[number]
        elif value and (said := _saying(reader, number, value)):
            for work, locator, name in said:
                if work in reader.sight.works:
                    uses[work]
                    _note(uses, work, locator, _label(name))
        else:
            for work in _under(reader, number):
                if work in reader.sight.works:
                    uses[work]
            _note_uses(reader, number, uses)
    return _read(reader, uses)


def count_left_out(reader: Reader, ids: Iterable[str]) -> int:
    """Return how many works records rest on that lie outside the lens.

    Raises:
        NotFoundError: an id leads to no record.

    """
    if not reader.sight.lens.is_on:
        return 0
    given: set[int] = set()
    found: set[int] = set()
    for one in dict.fromkeys(ids):
        record_id, _, value = one.partition("#")
        number = record_number(reader, record_id)
        if record_id.startswith("citation/"):
            given.add(number)
        elif value and (said := _saying(reader, number, value)):
            found.update(work for work, _, _ in said)
        else:
            found.update(_under(reader, number))
    return len(found - given - reader.sight.works)


def read_entries(reader: Reader, works: Sequence[Work], style_id: str, form: Form) -> list[Entry]:
    """Return works as a style formats them, in the order given.

    Raises:
        KnownError: there is no such style.
        NotFoundError: a work is not of this catalogue, or its file is damaged there.

    """
    from terkha_db.citing import Entry, sort_key, style_by_id

    style = style_by_id(style_id)
    rendered: dict[str, tuple[str, str, int, str]] = {}
    for chunk, marks in chunks([work.id for work in works]):
        for record_id, html, text, rank, repeated in reader.all(
            "SELECT r.id, f.html, f.text, f.rank, coalesce(d.html, '') FROM rendered AS f "
            "JOIN record AS r ON r.number = f.citation "
            "LEFT JOIN rendered AS d ON d.citation = f.citation AND d.style = f.style "
            "AND d.form = 'repeated' AND f.form = 'bibliography' "
            f"WHERE f.style = ? AND f.form = ? AND r.id IN ({marks})",
            (style.id, form, *chunk),
        ):
            rendered[record_id] = (html, text, rank, repeated)
    entries = []
    for work in works:
        if work.id not in rendered:
            raise NotFoundError(
                f"The catalogue has no entry of {work.id} in {style.label}: "
                "terkha verify says whether its file is whole."
            )
        html, text, rank, repeated = rendered[work.id]
        entries.append(
            Entry(
                csl=work.csl,
                html=html,
                text=text,
                sort_key=sort_key(rank),
                locators=work.locators,
                used_for=work.used_for,
                repeated=repeated,
                style=style.id,
            )
        )
    return entries


def read_csl(reader: Reader, style_id: str) -> str:
    """Return the text of the CSL file of a style.

    Raises:
        NotFoundError: the catalogue has no such style.

    """
    row = reader.one("SELECT csl FROM style WHERE id = ?", (style_id,))
    if row is None:
        raise NotFoundError(f"The catalogue has no citation style “{style_id}”.")
    return str(row[0])


def read_rendered(reader: Reader, citation_id: str, style_id: str, form: str) -> tuple[str, str]:
    """Return a work in a style and form as HTML and as plain text.

    Raises:
        NotFoundError: there is no such work, or the style has no such form.
        KnownError: there is no such style.

    """
    from terkha_db.citing import style_by_id

    style = style_by_id(style_id)
    number = record_number(reader, citation_id)
    row = reader.one(
        "SELECT html, text FROM rendered WHERE citation = ? AND style = ? AND form = ?",
        (number, style.id, form),
    )
    if row is None:
        raise NotFoundError(f"{citation_id} has no form “{form}” in the style {style.label}.")
    return row[0], row[1]


def read_note(reader: Reader, citation_id: str, style_id: str, locator: str) -> tuple[str, str]:
    """Return the first note of a work as HTML and as plain text, with the place cited at its end.

    Raises:
        NotFoundError: there is no such work, or the style has no notes.
        KnownError: there is no such style.

    """
    html, text = read_rendered(reader, citation_id, style_id, "note")
    if not locator:
        return html, text
    from html import escape

    from terkha_db.citing.locator import shortened

    place = shortened((locator,))
    return f"{html.removesuffix('.')}, {escape(place)}.", f"{text.removesuffix('.')}, {place}."


def _read(reader: Reader, uses: dict[int, _Use]) -> list[Work]:
    found: dict[int, Work] = {}
    for chunk, marks in chunks(list(uses)):
        for number, *columns in reader.all(f"{_WORK} WHERE c.record IN ({marks})", chunk):
            found[number] = _work(reader.path, columns, uses[number])
    return [found[number] for number in uses if number in found]


def _work(path: Path, columns: Sequence[Any], use: _Use) -> Work:
    record_id, csl, kind, author, title, date, language, note, caution, *flags = columns
    try:
        item = json.loads(csl)
    except ValueError as error:
        raise damaged(path, f"{record_id}: {error}") from error
    return Work(
        id=record_id,
        csl=item,
        kind=kind,
        author=author,
        title=title,
        date=date or "",
        language=language,
        note=note or "",
        caution=caution or "",
        secondary=bool(flags[0]),
        title_supplied=bool(flags[1]),
        locators=tuple(use.locators),
        used_for=tuple(use.used_for),
    )


def _under(reader: Reader, record: int) -> list[int]:
    """Return the works that the page of a record rests on, in order of first appearance."""
    query = "SELECT citation FROM record_citation WHERE record = ? ORDER BY position"
    return [work for (work,) in reader.all(query, (record,))]


def _saying(reader: Reader, record: int, statement: str) -> list[tuple[int, str | None, str]]:
    """Return who says a statement: the work, the place in it, and of which property it speaks."""
    return [
        (work, locator, name)
        for work, locator, name in reader.all(
            "SELECT sc.citation, sc.locator, s.property FROM statement AS s "
            "JOIN statement_citation AS sc ON sc.statement = s.number "
            "WHERE s.record = ? AND s.id = ? ORDER BY sc.position",
            (record, statement),
        )
    ]


def _label(name: str) -> str:
    return PROPERTY_BY_ID[name].label if name in PROPERTY_BY_ID else name


def _note_uses(reader: Reader, number: int, uses: dict[int, _Use]) -> None:
    """Add the locators and labels of everything that a record's page takes from its works."""
    for work, locator, name in reader.all(
        "SELECT sc.citation, sc.locator, s.property FROM statement AS s "
        "JOIN statement_citation AS sc ON sc.statement = s.number "
        "WHERE s.record = ? ORDER BY s.number, sc.position",
        (number,),
    ):
        _note(uses, work, locator, _label(name))
    for work, locator in reader.all(
        "SELECT nc.citation, nc.locator FROM name AS n "
        "JOIN name_citation AS nc ON nc.name = n.number WHERE n.record = ? ORDER BY n.number",
        (number,),
    ):
        _note(uses, work, locator, "Name")
    for work, locator in reader.all(
        "SELECT dc.citation, dc.locator FROM relation AS rel "
        "JOIN dispute_citation AS dc ON dc.dispute = rel.target "
        "WHERE rel.source = ?1 UNION ALL "
        "SELECT dc.citation, dc.locator FROM dispute_citation AS dc WHERE dc.dispute = ?1",
        (number,),
    ):
        _note(uses, work, locator, "Dispute")


def _note(uses: dict[int, _Use], work: int, locator: str | None, label: str) -> None:
    if work not in uses:
        return
    if locator:
        uses[work].locators.setdefault(locator)
    uses[work].used_for.setdefault(label)
