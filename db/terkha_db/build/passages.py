# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the full text: everything that is said in words, each passage with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from terkha_db.build.draft import Draft, Stated
from terkha_db.build.titles import author_of
from terkha_db.build.worded import statement_in_words
from terkha_db.entities import without_marks
from terkha_db.fold import tokens
from terkha_db.records.load import Entry
from terkha_db.records.models import Citation, Claim, Dispute, Event

# Statements that are found as something else: by the record's own text or its names.
_ELSEWHERE = ("claim", "occurrence", "endnote")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that search looks into."""

    field: str
    text: str
    anchor: str = ""
    """The id of a statement within the record, where there is one."""


def write(draft: Draft, connection: Connection) -> None:
    """Write the table passage and its index."""
    by_id = {entry.id: entry for entry in draft.records}
    found = [
        (head.number, passage)
        for head in draft.heads.values()
        for passage in dict.fromkeys(_passages(draft, by_id[head.id]))
    ]
    rows = [
        (
            at,
            number,
            passage.field,
            passage.anchor or None,
            passage.text,
            " ".join(tokens(passage.text, draft.variants)),
        )
        for at, (number, passage) in enumerate([*found, *_endnotes(draft)], start=1)
    ]
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO passage_tokens (passage_tokens) VALUES ('rebuild')")


def _passages(draft: Draft, entry: Entry) -> Iterator[Passage]:
    model = entry.model
    match model:
        case Citation():
            yield from _of_work(model)
        case Claim():
            yield Passage("claim", model.text)
            yield Passage("attributed to", model.attributed_to)
        case Event():
            yield Passage("event", " ".join(part for part in (model.date, model.what) if part))
        case Dispute():
            yield Passage("dispute", draft.title(entry.id))
            for text in (model.text, model.why, model.verdict_note, model.reading, model.basis):
                yield from _text("dispute", text)
            for side in model.positions:
                yield from _text("dispute", side.says)
    yield from _text("note", getattr(model, "note", None))
    for stated in draft.statements.get(entry.id, ()):
        yield from _of_statement(draft, stated)


def _text(field: str, text: str | None) -> Iterator[Passage]:
    if text:
        yield Passage(field, without_marks(text))


def _of_work(work: Citation) -> Iterator[Passage]:
    author, year = author_of(work), (work.issued or "")[:4]
    yield Passage("title", work.title)
    people = [*work.author, *work.editor]
    names = [
        one.literal or " ".join(part for part in (one.given, one.family) if part) for one in people
    ]
    yield from _text("author", "; ".join(names) or author)
    container = work.container_title or work.collection_title
    yield from _text("container", container)
    yield from _text("publisher", work.publisher)
    # Author, year and words of the title together, as one remembers a work.
    parts = (author, year, work.title, container, work.publisher)
    yield Passage("work", ". ".join(dict.fromkeys(part for part in parts if part)))
    for field, text in (("DOI", work.DOI), ("URL", work.URL), ("caution", work.caution)):
        yield from _text(field, text)
    for remark in work.remarks:
        yield from _text("note", remark)


def _of_statement(draft: Draft, stated: Stated) -> Iterator[Passage]:
    said = stated.said
    if said.property in _ELSEWHERE or stated.rank == "superseded":
        return
    if stated.records and not said.note and not said.of:
        return
    commodity = draft.title(f"commodity/{said.commodity}").lower() if said.commodity else ""
    titles = tuple(draft.title(record) for record in stated.records)
    text = without_marks(statement_in_words(stated, commodity, titles))
    yield Passage("statement", text, stated.id)


def _endnotes(draft: Draft) -> list[tuple[int, Passage]]:
    """Return what finds a work by the endnote that cites it: "ISDP endnote 13".

    In order of the endnotes, so that while one types, endnote 1 comes before endnote 10.
    """
    short = _short_names(draft)
    found = [
        (short.get(cited.document, cited.document), cited.endnote, slug, work.title)
        for slug, work in draft.records.of(Citation).items()
        for cited in work.cited_as
    ]
    return [
        (draft.work(slug), Passage("endnote", f"{name} endnote {number}: {title}"))
        for name, number, slug, title in sorted(found)
    ]


def _short_names(draft: Draft) -> dict[str, str]:
    """Return how the claims of a document call it: isdp-059 is of ISDP."""
    return {
        claim.document: slug.rpartition("-")[0].upper()
        for slug, claim in draft.records.of(Claim).items()
    }
