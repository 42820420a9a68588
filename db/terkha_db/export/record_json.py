# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A record as JSON: what ``terkha show --json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from terkha_db.codes import code_of, printed
from terkha_db.entities import Brief, Cite, Dispute, Name, Record, Source, Statement
from terkha_db.lens import OPEN, Lens, format_lens, in_words

# What a statement may say of itself beyond value, unit, date and citations.
_MORE = (
    "of",
    "commodity",
    "low",
    "high",
    "substance",
    "original",
    "qualifier",
    "statistic",
    "role",
    "form",
    "share",
    "as_of_note",
    "edition",
    "reason",
    "attributed_to",
    "note",
)


def record_as_json(record: Record, lens: Lens = OPEN) -> dict[str, Any]:
    """Return a record as objects and lists; keys that a record does not fill are empty.

    Under a lens it says so, and what lies outside has ``"outside_lens": true``.
    """
    return {
        "id": record.id,
        **({"lens": lens_as_json(lens)} if lens.is_on else {}),
        "code": printed(code_of(record.id)),
        "kind": record.kind,
        "title": record.title,
        "second": record.second,
        "summary": record.summary,
        "note": record.note,
        "facts": dict(record.facts),
        "names": [_name(name) for name in record.names],
        "statements": [statement_as_json(statement) for statement in record.statements],
        "disputes": [_dispute(dispute) for dispute in record.disputes],
        "claims": _briefs(record.claims),
        "events": _briefs(record.events),
        "related": [
            {"type": relation.type, "id": relation.record.id, "title": relation.record.title}
            for relation in record.related
        ],
        "citations": [_source(source) for source in record.works],
    }


def statement_as_json(statement: Statement) -> dict[str, Any]:
    """Return a statement; a published range has ``low`` and ``high`` beside an empty value."""
    more = {key: getattr(statement, key) for key in _MORE}
    return {
        "id": statement.id,
        "code": printed(code_of(statement.record, statement.id)),
        "property": statement.property,
        "value": _value(statement),
        "unit": statement.unit,
        "as_of": statement.as_of,
        **{key: value for key, value in more.items() if value not in ("", None)},
        "rank": statement.rank,
        "scope": statement.scope,
        **_outside(statement.outside),
        "citations": _cites(statement.cites),
    }


def lens_as_json(lens: Lens) -> dict[str, str]:
    """Return a lens as text that can be given again, and in words."""
    return {"text": format_lens(lens), "words": in_words(lens)}


def _value(statement: Statement) -> Any:  # noqa: ANN401
    if statement.lat is not None:
        return {
            "lat": statement.lat,
            "lon": statement.lon,
            "precision": statement.precision,
        }
    if len(statement.records) == 1:
        return statement.records[0].id
    if statement.records:
        return [brief.id for brief in statement.records]
    return statement.text or statement.value


def _name(name: Name) -> dict[str, Any]:
    more = {"used_by": name.used_by, "note": name.note}
    return {
        "text": name.text,
        "lang": name.lang,
        **{key: value for key, value in more.items() if value},
        "preferred": name.preferred,
        **_outside(name.outside),
        "citations": _cites(name.cites),
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "about": dispute.about,
        "title": dispute.title,
        "text": dispute.text,
        "why": dispute.why,
        "verdict": dispute.verdict,
        "verdict_note": dispute.verdict_note,
        "reading": dispute.reading,
        "basis": dispute.basis,
        "positions": [
            {
                "says": position.says,
                **_outside(position.outside),
                "citations": _cites(position.cites),
            }
            for position in dispute.positions
        ],
        "subjects": _briefs(dispute.subjects),
        "claims": _briefs(dispute.claims),
        "documents": _briefs(dispute.documents),
        "citations": _cites(dispute.cites),
    }


def _outside(outside: bool) -> dict[str, bool]:
    return {"outside_lens": True} if outside else {}


def _briefs(briefs: Iterable[Brief]) -> list[dict[str, str]]:
    return [{"id": brief.id, "title": brief.title} for brief in briefs]


def _cites(cites: Iterable[Cite]) -> list[dict[str, str]]:
    return [{"id": cite.source.id, "locator": cite.locator} for cite in cites]


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "author": source.author,
        "title": source.title,
        "date": source.date,
        "kind": source.kind,
        "secondary": source.secondary,
        **_outside(source.outside),
    }
