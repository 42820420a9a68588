# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What stands in each column of the table pages, and by which statements.

A column with a property shows its preferred statement, or all of them where none is preferred;
every other column has a rule here. A rule takes the draft, the counts and the id of the record.
"""

from __future__ import annotations

from terkha_db.build.cell import (
    Cell,
    Counts,
    Rule,
    all_of,
    first_of,
    measure,
    model_of,
    titles_of,
)
from terkha_db.build.draft import Draft, Stated
from terkha_db.build.mine_rules import MINE_RULES, resource
from terkha_db.build.titles import author_of, names_of
from terkha_db.build.worded import value_in_words
from terkha_db.candidates import Candidate
from terkha_db.fields import Field
from terkha_db.records import models
from terkha_db.records.models import Model
from terkha_db.wording import UNDATED, format_language

# How the statements of criticality name the list of each column.
_LISTS = {
    "critical_eu": "EU Regulation",
    "critical_us": "US critical minerals 2025",
    "critical_cn": "China strategic minerals",
}


def rule_of(field: Field) -> Rule:
    """Return the rule of a column.

    Raises:
        KeyError: the field has neither a rule nor a property.

    """
    rule = RULES.get((field.kind, field.id)) or RULES.get(("", field.id))
    if rule is not None:
        return rule
    if field.id.startswith("resource_"):
        return lambda draft, _counts, record_id: resource(draft, record_id, field)
    if not field.property:
        raise KeyError(f"{field.kind}.{field.id}")
    return lambda draft, _counts, record_id: _by_property(draft, record_id, field)


def _by_property(draft: Draft, record_id: str, field: Field) -> Cell:
    """Return the preferred statement, or all that tables show where none is preferred."""
    places = draft.places(record_id, field.property, field.commodity)
    told = draft.told(record_id, field.property, field.commodity)
    if not told:
        return Cell()
    if field.type == "number":
        return first_of(places, lambda stated: measure(stated, field.unit))
    if places:
        return first_of(places, lambda stated: _in_words(draft, stated))
    if told[0].records:
        return Cell(candidates=titles_of(draft, told))
    return all_of(told, lambda stated: _in_words(draft, stated))


def _in_words(draft: Draft, stated: Stated) -> str:
    names = [draft.title(name) for name in stated.records]
    return ", ".join(names) or stated.text or value_in_words(stated)


def _highest(prop: str) -> Rule:
    return lambda draft, _counts, record_id: first_of(
        draft.places(record_id, prop), lambda stated: stated.said.max
    )


def _all_records(prop: str) -> Rule:
    return lambda draft, _counts, record_id: Cell(
        candidates=titles_of(draft, draft.told(record_id, prop))
    )


def _fact(key: str) -> Rule:
    def rule(draft: Draft, _counts: Counts, record_id: str) -> Cell:
        kind, _, slug = record_id.partition("/")
        return Cell(getattr(draft.records.entries[kind][slug].model, key))

    return rule


def _linked(kind: str) -> Rule:
    return lambda _draft, counts, record_id: Cell(len(counts.linked(record_id, kind)))


def _critical(field: str) -> Rule:
    def rule(draft: Draft, _counts: Counts, record_id: str) -> Cell:
        told = [
            one
            for one in draft.told(record_id, "criticality")
            if (one.said.of or "").startswith(_LISTS[field])
        ]
        return all_of(told, lambda stated: stated.text)

    return rule


def _mine_names(draft: Draft, counts: Counts, record_id: str) -> Cell:
    mines = sorted(counts.linked(record_id, "mine"), key=draft.number)
    return Cell(", ".join(draft.title(mine) for mine in mines) or None)


def _name_in(*langs: str) -> Rule:
    def rule(draft: Draft, _counts: Counts, record_id: str) -> Cell:
        names = names_of(model_of(draft, record_id, Model))
        for lang in langs:
            for name in sorted(names, key=lambda name: not name.preferred):
                if name.lang == lang:
                    return Cell(name.text)
        return Cell()

    return rule


def _part_of(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    above = model_of(draft, record_id, models.Place).part_of
    return Cell(draft.title(above) if above else None)


def _document(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    claim = model_of(draft, record_id, models.Claim)
    title = draft.title(f"citation/{claim.document}")
    return all_of(draft.told(record_id, "claim"), lambda _stated: title)


def _endnotes(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    notes = model_of(draft, record_id, models.Claim).endnotes
    return Cell(", ".join(map(str, notes)) or None)


def _rests_on(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    works = model_of(draft, record_id, models.Claim).rests_on
    return Cell(", ".join(_short(draft, work) for work in works) or None)


def _short(draft: Draft, slug: str) -> str:
    """Return author and year of a work."""
    work = model_of(draft, f"citation/{slug}", models.Citation)
    year = work.issued[:4] if work.issued else UNDATED
    return f"{author_of(work)} {year}"


def _says(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    return Cell(
        candidates=[
            Candidate(0, stated.id, _short(draft, cite.work), cite.work)
            for stated in draft.told(record_id, "occurrence")
            for cite in stated.cites
        ]
    )


def _subjects(draft: Draft, _counts: Counts, record_id: str) -> Cell:
    subjects: list[str] = getattr(model_of(draft, record_id, Model), "subjects", [])
    return Cell(", ".join(draft.title(name) for name in subjects) or None)


def _work(draft: Draft, record_id: str) -> models.Citation:
    return model_of(draft, record_id, models.Citation)


RULES: dict[tuple[str, str], Rule] = {
    ("", "title"): lambda draft, _counts, record_id: Cell(draft.title(record_id)),
    ("", "second"): lambda draft, _, record_id: Cell(draft.heads[record_id].second or None),
    ("", "mines"): _linked("mine"),
    ("", "claims"): _linked("claim"),
    ("", "disputes"): _linked("dispute"),
    ("", "series"): _linked("series"),
    ("", "works"): lambda _draft, counts, record_id: Cell(counts.works[record_id]),
    ("", "subjects"): _subjects,
    **{("mine", field): rule for field, rule in MINE_RULES.items()},
    ("mine", "site_kind"): _fact("site_kind"),
    ("mine", "commodities"): _all_records("commodity"),
    ("mine", "elevation_max"): _highest("elevation"),
    ("mineral", "hardness_max"): _highest("hardness"),
    ("commodity", "symbol"): _fact("symbol"),
    ("commodity", "critical_eu"): _critical("critical_eu"),
    ("commodity", "critical_us"): _critical("critical_us"),
    ("commodity", "critical_cn"): _critical("critical_cn"),
    ("organisation", "org_kind"): _fact("org_kind"),
    ("organisation", "mine_names"): _mine_names,
    ("place", "level"): _fact("level"),
    ("place", "part_of"): _part_of,
    ("place", "tibetan"): _name_in("bo"),
    ("place", "chinese"): _name_in("zh-Hans", "zh-Hant"),
    ("policy", "policy_kind"): _fact("policy_kind"),
    ("policy", "date"): _fact("date"),
    ("claim", "claim_kind"): _fact("kind"),
    ("claim", "topic"): _fact("topic"),
    ("claim", "document"): _document,
    ("claim", "attributed_to"): _fact("attributed_to"),
    ("claim", "endnotes"): _endnotes,
    ("claim", "rests_on"): _rests_on,
    ("event", "date"): _fact("date"),
    ("event", "event_kind"): _fact("kind"),
    ("event", "about"): _subjects,
    ("event", "says"): _says,
    ("citation", "author"): lambda draft, _, name: Cell(author_of(_work(draft, name))),
    ("citation", "date"): _fact("issued"),
    ("citation", "source_kind"): _fact("source_kind"),
    ("citation", "container"): _fact("container_title"),
    ("citation", "language"): lambda draft, _, name: Cell(
        format_language(_work(draft, name).language)
    ),
    ("citation", "supports"): lambda _draft, counts, name: Cell(counts.supported[name]),
    ("citation", "read_as"): lambda draft, _, name: Cell(
        _work(draft, name).read_as or "the work itself"
    ),
    ("dispute", "about"): _fact("about"),
    ("dispute", "verdict"): _fact("verdict"),
}
"""By kind and field; an empty kind stands for all."""
