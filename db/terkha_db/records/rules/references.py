# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every record that another one names must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terkha_db.records.faults import Fault, KeyPath, nearest
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Citation, Claim
from terkha_db.records.walk import Parts, fault

# Keys whose text names a record, and the kind where the text is the slug alone.
REFERENCES = {
    "record": "",
    "records": "",
    "subjects": "",
    "related": "",
    "part_of": "",
    "claims": "claim",
    "document": "citation",
    "documents": "citation",
    "rests_on": "citation",
    "work": "citation",
    "commodity": "commodity",
}
MARK = re.compile(r"\[@([^\]]*)\]")


def unknown_records(found: Parts) -> Iterator[Fault]:
    """Find names of records that do not exist."""
    for entry, path, text in found.of(str):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        kind = REFERENCES.get(key)
        if kind is None:
            continue
        record_id = f"{kind}/{text}" if kind else text
        yield from _missing(found.records, entry, path, record_id)
        if record_id == entry.id and key in ("subjects", "related", "part_of"):
            yield fault(entry, path, "a record cannot name itself here")


def unknown_marks(found: Parts) -> Iterator[Fault]:
    """Find marks ``[@work]`` or ``[@work; @work]`` in texts that lead to no citation."""
    for entry, path, text in found.of(str):
        for mark in MARK.finditer(text):
            for work in ("@" + mark[1]).split(";"):
                slug = work.strip().removeprefix("@")
                yield from _missing(found.records, entry, path, f"citation/{slug}")


def unknown_endnotes(found: Parts) -> Iterator[Fault]:
    """Find endnotes of claims that no cited work says to be an endnote of the document."""
    known = {
        (cited.document, cited.endnote)
        for _, _, citation in found.of(Citation)
        for cited in citation.cited_as
    }
    for entry, _, claim in found.of(Claim):
        for at, number in enumerate(claim.endnotes):
            if (claim.document, number) not in known:
                words = f"no citation is cited as endnote {number} of {claim.document}"
                yield fault(entry, ("endnotes", at), words)


def _missing(records: Records, entry: Entry, path: KeyPath, record_id: str) -> Iterator[Fault]:
    if record_id in records:
        return
    kind, _, slug = record_id.partition("/")
    near = nearest(slug, records.entries.get(kind, {}))
    yield fault(entry, path, f"there is no {kind} '{slug}'{near}")
