# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds what a short code stands for."""

from __future__ import annotations

from terkha_db.catalogue.briefs import read_briefs
from terkha_db.catalogue.connection import Reader
from terkha_db.codes import printed, read_code
from terkha_db.entities import Hit
from terkha_db.errors import NotFoundError
from terkha_db.links import Link

_FIND = """
SELECT id, '' FROM record WHERE code = ?1
UNION ALL
SELECT r.id, s.id FROM statement AS s JOIN record AS r ON r.number = s.record WHERE s.code = ?1
"""


def follow(reader: Reader, link: Link) -> Link:
    """Return a link to what a short code stands for.

    Raises:
        NotFoundError: nothing in this edition has that code.

    """
    found = reader.one(_FIND, (link.id,))
    if found is None:
        raise NotFoundError(
            f"Nothing in this edition has the short code {printed(link.id)}: compare it with what "
            "is printed; 0 and 1 are digits there."
        )
    return Link("record", *found)


def find_code(reader: Reader, text: str) -> Hit | None:
    """Return the record or statement whose short code was typed, if it was one."""
    code = read_code(text)
    found = reader.one(_FIND, (code,)) if code else None
    if found is None:
        return None
    record_id, statement_id = found
    brief = read_briefs(reader, [record_id])[0]
    snippet = brief.summary
    link = record_id
    if statement_id:
        from terkha_db import wording
        from terkha_db.catalogue.statements import read_statements

        said = read_statements(reader, "r.id = ? AND s.id = ?", (record_id, statement_id))[0]
        link = f"{record_id}#{statement_id}"
        of = f", {said.of}" if said.of else ""
        snippet = f"{wording.format_property(said.property)}{of}: {wording.format_value(said)}"
    return Hit(
        link,
        brief.kind,
        brief.title,
        brief.second,
        printed(code),
        field="short code",
        snippet=snippet,
    )
