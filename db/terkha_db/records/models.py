# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The format of the plain-text records, one pydantic model per kind.

``db/records/README.md`` explains the format to those who write records. Every model forbids
unknown keys; ``load`` turns a fault into a sentence with file, line and key.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from terkha_db import vocabulary as words
from terkha_db.records.prose import quoted
from terkha_db.records.values import (
    AnyText,
    Date,
    Lang,
    Property,
    Prose,
    RecordId,
    Slug,
    Text,
    Unit,
    as_text,
    check_date,
    choice,
)


class Model(BaseModel):
    """What all parts of a record share: no unknown keys, no changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cite(Model):
    """A work by its citation id and, after the first comma, the place in it."""

    work: Slug
    locator: str = ""

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            work, _, locator = value.partition(",")
            return {"work": work.strip(), "locator": quoted(locator.strip())}
        return value


Cites = list[Cite]


class Checked(Model):
    """A find of the checker that a person looked into, and why the record stays as it is."""

    find: Annotated[str, choice(words.FINDS)]
    beside: Slug | None = None
    """Of two works or sites that seem to be one: the other."""
    why: Prose


class Name(Model):
    """One spelling of a record, in the language and script it is written in."""

    text: Text
    lang: Lang
    used_by: Prose | None = None
    note: Prose | None = None
    preferred: bool = False
    cites: Cites = []
    checked: list[Checked] = []


class Statement(Model):
    """One value of one property; ``cites: record`` means the works of the record as a whole."""

    property: Property
    of: Prose | None = None
    commodity: Slug | None = None
    value: float | Annotated[str, AfterValidator(quoted)] | None = None
    min: float | None = None
    max: float | None = None
    record: RecordId | None = None
    records: list[RecordId] | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: Annotated[str, choice(words.PRECISIONS)] | None = None
    unit: Unit | None = None
    substance: Text | None = None
    original: AnyText | None = None
    qualifier: Text | None = None
    statistic: Text | None = None
    role: Annotated[str, choice(words.ROLES)] | None = None
    form: Text | None = None
    share: Annotated[float, Field(ge=0, le=100)] | None = None
    as_of: Date | None = None
    as_of_note: Prose | None = None
    edition: Text | None = None
    estimated: bool = False
    projection: bool = False
    attributed_to: Prose | None = None
    earlier: list[Earlier] = []
    note: Prose | None = None
    cites: Cites | Literal["record"] = []
    checked: list[Checked] = []

    @model_validator(mode="before")
    @classmethod
    def _text_value(cls, value: object) -> object:
        """YAML reads the year 1913 as a number; for words and dates it is text."""
        if isinstance(value, dict):
            kind = words.PROPERTY_BY_ID.get(str(value.get("property")))
            if kind is not None and kind.type != "number" and "value" in value:
                return {**value, "value": as_text(value["value"])}
        return value

    @model_validator(mode="after")
    def _has_one_value(self) -> Statement:
        carriers = [
            self.value is not None or self.min is not None or self.max is not None,
            self.record is not None or self.records is not None,
            self.lat is not None,
        ]
        if sum(carriers) != 1:
            message = (
                "a statement has exactly one of: value (or min and max), record(s), lat and lon"
            )
            raise ValueError(message)
        if (self.lat is None) != (self.lon is None) or (self.lat is None) != (
            self.precision is None
        ):
            message = "a point has lat, lon and precision"
            raise ValueError(message)
        kind = words.PROPERTY_BY_ID[self.property]
        if kind.choices and self.value not in [choice.id for choice in kind.choices]:
            known = ", ".join(choice.id for choice in kind.choices)
            message = f"'{self.value}' is no {kind.label.lower()}; known are: {known}"
            raise ValueError(message)
        unitless = ("hardness", "figure", "observation")
        if kind.type == "number" and self.unit is None and self.property not in unitless:
            message = "a number has a unit"
            raise ValueError(message)
        if kind.type == "number" and isinstance(self.value, str) and self.property != "figure":
            message = f"the value of {self.property} is a number"
            raise ValueError(message)
        if kind.type == "date" and isinstance(self.value, str):
            check_date(self.value)
        return self


class Earlier(Model):
    """What an earlier edition of the same series gave for the same year."""

    edition: Text
    value: float
    cites: Cites = []


Statement.model_rebuild()


class Event(Model):
    """Something that happened, as somebody reports it."""

    id: Slug
    date: Date | None = None
    date_note: Prose | None = None
    kind: Literal["event", "impact"] = "event"
    what: Prose
    subjects: list[RecordId] = []
    claims: list[Slug] = []
    note: Prose | None = None
    cites: Cites
    checked: list[Checked] = []


class Position(Model):
    """What one side of a dispute says."""

    says: Prose
    cites: Cites


class Dispute(Model):
    """Where sources differ, and why they may."""

    id: Slug
    about: Annotated[str, choice(words.DISPUTE_TOPICS)]
    title: Prose | None = None
    text: Prose
    why: Prose | None = None
    verdict: Annotated[str, choice(words.VERDICTS)] | None = None
    verdict_note: Prose | None = None
    reading: Prose | None = None
    basis: Prose | None = None
    subjects: list[RecordId] = []
    claims: list[Slug] = []
    documents: list[Slug] = []
    positions: list[Position] = []
    note: Prose | None = None
    cites: Cites = []


class _Base(Model):
    """What every record with a page has."""

    id: Slug
    title: Text
    names: list[Name] = []
    sources: Cites = []
    statements: list[Statement] = []
    related: list[RecordId] = []
    note: Prose | None = None
    checked: list[Checked] = []


class Mine(_Base):
    """A mine, deposit, ore field, salt lake, coalfield or plant."""

    site_kind: Annotated[str, choice(words.SITE_KINDS)]
    region_wide: bool = False
    events: list[Event] = []
    disputes: list[Dispute] = []


class Mineral(_Base):
    """A mineral species, series or rock name."""

    rank: Text | None = None
    ore: bool


class Commodity(_Base):
    """A metal, mineral or salt that is traded."""

    symbol: Text | None = None


class Organisation(_Base):
    """A company, agency, association, parliament or medium."""

    org_kind: Text


class Place(_Base):
    """A country, province, prefecture, county, town, region or water."""

    level: Annotated[str, choice(words.PLACE_LEVELS)]
    official_name: Text | None = None
    part_of: RecordId | None = None
    part_of_basis: Prose | None = None
    adcode: AnyText | None = None


class Policy(_Base):
    """A law, plan, standard, doctrine or initiative."""

    policy_kind: Text
    date: Date | None = None


class Person(_Base):
    """A person whom a document or a work names."""


class Topic(_Base):
    """A term, technology or group that the two documents speak of."""

    topic_kind: Text


class Claim(Model):
    """A checkable sentence in our own words, attributed to a document."""

    id: Slug
    text: Prose
    kind: Annotated[str, choice(words.CLAIM_KINDS)]
    topic: Text
    section: Text
    subjects: list[RecordId]
    document: Slug
    attributed_to: Prose
    endnotes: list[int] = []
    rests_on: list[Slug] = []
    statements: list[Statement] = []
    note: Prose | None = None


class Series(_Base):
    """Values of one measure over years or categories."""

    measure: Text
    area: Text | None = None
    commodity: Slug | None = None
    unit: Unit
    substance: Text | None = None
    rule: Prose | None = None


class CitedAs(Model):
    """An endnote of a document that cites this work, and the short form it uses, if any."""

    document: Slug
    endnote: int
    form: Text | None = None


class Author(Model):
    """A person by family and given name, or a body or non-Latin name as one literal."""

    family: Text | None = None
    given: Text | None = None
    suffix: Text | None = None
    literal: Text | None = None


class Citation(Model):
    """A work one can cite: CSL-JSON field names with underscores, and how it was read."""

    id: Slug
    type: Text
    title: Text
    title_supplied: bool = False
    author: list[Author] = []
    editor: list[Author] = []
    unsigned: bool = False
    issued: Date | None = None
    issued_from: Text | None = None
    container_title: Text | None = None
    collection_title: Text | None = None
    collection_number: AnyText | None = None
    publisher: Text | None = None
    publisher_place: Text | None = None
    original_publisher: Text | None = None
    original_date: Date | None = None
    genre: Text | None = None
    number: AnyText | None = None
    version: AnyText | None = None
    volume: AnyText | None = None
    issue: AnyText | None = None
    page: AnyText | None = None
    DOI: Text | None = None
    ISBN: AnyText | None = None
    URL: Text | None = None
    language: Lang
    source_kind: Annotated[str, choice(words.SOURCE_KINDS)]
    read_as: Literal["secondary copy"] | None = None
    caution: Prose | None = None
    unused: bool = False
    cited_as: list[CitedAs] = []
    names: list[Name] = []
    statements: list[Statement] = []
    remarks: list[Prose] = []
    note: Prose | None = None
    checked: list[Checked] = []


MODELS: dict[str, type[Model]] = {
    "mine": Mine,
    "mineral": Mineral,
    "commodity": Commodity,
    "organisation": Organisation,
    "place": Place,
    "policy": Policy,
    "person": Person,
    "topic": Topic,
    "claim": Claim,
    "event": Event,
    "citation": Citation,
    "series": Series,
    "dispute": Dispute,
}
