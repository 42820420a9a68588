# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The closed vocabularies of the records: kinds, properties, units, languages and choices.

Records, checks, the build, the manual and the interface all read these tuples. A new property or
unit is one line here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

ValueType = Literal["text", "number", "date", "record", "point", "choice"]


class Kind(NamedTuple):
    """A kind of record: every permanent id begins with ``id`` and a slash."""

    id: str
    label: str
    plural: str
    folder: str


KINDS: tuple[Kind, ...] = (
    Kind("mine", "Mine", "Mines", "mines"),
    Kind("mineral", "Mineral", "Minerals", "minerals"),
    Kind("commodity", "Commodity", "Commodities", "commodities"),
    Kind("organisation", "Organisation", "Organisations", "organisations"),
    Kind("place", "Place", "Places", "places"),
    Kind("policy", "Policy", "Policies", "policies"),
    Kind("person", "Person", "People", "people"),
    Kind("topic", "Topic", "Topics", "topics"),
    Kind("claim", "Claim", "Claims", "claims"),
    Kind("event", "Event", "Events", "events"),
    Kind("citation", "Citation", "Citations", "citations"),
    Kind("series", "Series", "Series", "series"),
    Kind("dispute", "Dispute", "Disputes", "disputes"),
)
KIND_BY_ID = {kind.id: kind for kind in KINDS}


class Choice(NamedTuple):
    """One word of a closed list, with the definition that readers see."""

    id: str
    label: str
    definition: str = ""


SITE_KINDS: tuple[Choice, ...] = (
    Choice("mine", "Mine", "a place where ore is or was dug under one name"),
    Choice("deposit", "Deposit", "a known body of ore, mined or not"),
    Choice("ore-field", "Ore field", "several deposits described together"),
    Choice("salt-lake", "Salt lake", "a lake or playa worked or explored for brine or salts"),
    Choice("coalfield", "Coalfield", "several coal mines or basins described together"),
    Choice("plant", "Plant", "works that treat ore or brine from elsewhere"),
)

STATUSES: tuple[Choice, ...] = (
    Choice("operating", "Operating", "a source says that ore or brine is being produced"),
    Choice("construction", "Construction", "a source says that a mine or plant is being built"),
    Choice("development", "Development", "licences, studies or finance are under way, no building"),
    Choice("exploration", "Exploration", "a source says that the ground is being prospected"),
    Choice("suspended", "Suspended", "a source says that work has stopped and may go on"),
    Choice("closed", "Closed", "a source says that work has ended"),
    Choice("unknown", "Unknown", "no source for the status is recorded in this edition"),
)

PRECISIONS: tuple[Choice, ...] = (
    Choice("site", "Site", "a point of the mine, deposit or lake itself"),
    Choice("locality", "Locality", "a point near by: the village, valley or map sheet named"),
    Choice("county", "County only", "the county seat; the site itself is not placed"),
)

ROLES: tuple[Choice, ...] = (
    Choice("primary", "Primary", "what the site is worked or explored for"),
    Choice("by-product", "By-product", "recovered beside the primary commodity"),
    Choice("associated", "Associated", "present; recovery is not stated"),
    Choice("claimed", "Claimed", "named by a source without geological evidence"),
    Choice("product", "Product", "what a plant makes"),
)

CLAIM_KINDS: tuple[Choice, ...] = (
    Choice("fact", "Stated as fact", "the document states it as a fact; it is not endorsed here"),
    Choice("projection", "Projection", "the document expects it"),
    Choice("allegation", "Allegation", "the document reports wrongdoing that somebody alleges"),
    Choice("opinion", "Opinion", "a judgement of the document or of the person it quotes"),
)

SOURCE_KINDS: tuple[Choice, ...] = (
    Choice("company", "Company", "a company that mines, owns or trades"),
    Choice("government", "Government", "a state, its agencies and courts"),
    Choice("intergovernmental", "Intergovernmental", "bodies of several states"),
    Choice("state-media", "State media", "media owned by the Chinese state or party"),
    Choice("academic", "Academic", "journals, theses and academic books"),
    Choice("think-tank", "Think tank", "policy institutes"),
    Choice("ngo", "NGO", "non-governmental bodies; the exile administration is filed here"),
    Choice("news", "Press", "newspapers, agencies and broadcasters"),
    Choice("trade-press", "Trade press", "media of the mining and metals trades"),
    Choice("database", "Database", "data sets and tables"),
    Choice("encyclopedia", "Encyclopedia", "encyclopedias, wikis and dictionaries"),
    Choice("commercial", "Web publisher", "tour operators, shops, aggregators and blogs"),
)

DISPUTE_TOPICS: tuple[Choice, ...] = (
    *(
        Choice(word, word.capitalize())
        for word in (
            "resource",
            "reserve",
            "grade",
            "production",
            "capacity",
            "investment",
            "area",
            "ownership",
            "operator",
            "status",
            "location",
            "elevation",
            "name",
            "identity",
            "discovered",
            "opened",
            "date",
            "age",
            "incident",
            "commodity",
            "number",
            "share",
            "law",
            "citation",
            "other",
        )
    ),
    Choice("deposit-type", "Deposit type"),
    Choice("river-basin", "River basin"),
)

VERDICTS: tuple[Choice, ...] = (
    Choice("confirmed", "Confirmed", "other works bear the difference out"),
    Choice("likely", "Likely", "other works make the difference likely"),
    Choice("doubtful", "Doubtful", "no work at hand settles it, and there is reason to doubt"),
    Choice("unresolved", "Unresolved", "the works at hand do not settle it"),
    Choice("explained-in-part", "Explained in part", "part of the difference has an explanation"),
    Choice("cleared", "Cleared", "on reading further works, the difference went away"),
)

FINDS: tuple[Choice, ...] = (
    Choice("same-work", "Same work", "two works that may be one: address, DOI or title agree"),
    Choice("same-site", "Same site", "two sites that may be one: names or points agree"),
    Choice("unit-slip", "Slip of a unit", "two figures differ by a factor between units"),
    Choice("later-than-work", "Later than the work", "what is told is later than who tells it"),
    Choice("over-hundred", "Over a hundred", "shares of one thing add up to more than 100 %"),
    Choice("other-side", "On the other side", "a point seems to lie in another province or state"),
    Choice("other-reading", "Another reading", "pinyin that none of the characters' names reads"),
)
"""What the checker warns of and a person must look at; ``checked`` in a record says who did."""

PLACE_LEVELS: tuple[Choice, ...] = tuple(
    Choice(word, word.replace("-", " ").capitalize())
    for word in (
        "continent",
        "country",
        "province",
        "prefecture",
        "county",
        "city",
        "town",
        "region",
        "plateau",
        "river-system",
        "railway",
        "salt-lake",
        "lake",
        "salt-flat",
        "basin",
    )
)


class Language(NamedTuple):
    """A language tag of names and works, with the script its letters must have."""

    tag: str
    label: str
    script: Literal["Latin", "Han", "Tibetan", "Mongolian", "Kana", "Cyrillic", "any"]


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "Latin"),
    Language("bo", "Tibetan", "Tibetan"),
    Language("bo-Latn", "Tibetan, romanised", "Latin"),
    Language("bo-Latn-wylie", "Tibetan, Wylie", "Latin"),
    Language("zh-Hans", "Chinese, simplified", "Han"),
    Language("zh-Hant", "Chinese, traditional", "Han"),
    Language("zh-Latn", "Chinese, pinyin", "Latin"),
    Language("mn", "Mongolian", "any"),
    Language("mn-Latn", "Mongolian, romanised", "Latin"),
    Language("ja", "Japanese", "any"),
    Language("hi-Latn", "Hindi, romanised", "Latin"),
    Language("de", "German", "Latin"),
    Language("fr", "French", "Latin"),
    Language("it", "Italian", "Latin"),
    Language("es", "Spanish", "Latin"),
    Language("ca", "Catalan", "Latin"),
    Language("pl", "Polish", "Latin"),
    Language("da", "Danish", "Latin"),
    Language("nl", "Dutch", "Latin"),
    Language("sv", "Swedish", "Latin"),
    Language("no", "Norwegian", "Latin"),
    Language("vi", "Vietnamese", "Latin"),
    Language("ru", "Russian", "Cyrillic"),
)
LANGUAGE_BY_TAG = {language.tag: language for language in LANGUAGES}


class Unit(NamedTuple):
    """A unit of published values and its factor into the unit that values are compared in."""

    id: str
    base: str
    factor: float
    label: str = ""


UNITS: tuple[Unit, ...] = (
    Unit("t", "t", 1.0, "tonnes"),
    Unit("kt", "t", 1e3, "thousand tonnes"),
    Unit("Mt", "t", 1e6, "million tonnes"),
    Unit("kg", "t", 1e-3, "kilograms"),
    Unit("t/y", "t/y", 1.0, "tonnes a year"),
    Unit("t/d", "t/d", 1.0, "tonnes a day"),
    Unit("m3/d", "m3/d", 1.0, "cubic metres a day"),
    Unit("%", "%", 1.0, "per cent"),
    Unit("g/t", "%", 1e-4, "grams a tonne"),
    Unit("ppm", "%", 1e-4, "parts per million"),
    Unit("mg/L", "mg/L", 1.0, "milligrams a litre"),
    Unit("g/L", "mg/L", 1e3, "grams a litre"),
    Unit("km", "km", 1.0, "kilometres"),
    Unit("km2", "km2", 1.0, "square kilometres"),
    Unit("m", "m", 1.0, "metres"),
    Unit("g/cm3", "g/cm3", 1.0, "grams a cubic centimetre"),
    Unit("MW", "MW", 1.0, "megawatts"),
    Unit("CNY", "CNY", 1.0, "yuan"),
    Unit("USD", "USD", 1.0, "US dollars"),
    Unit("CAD", "CAD", 1.0, "Canadian dollars"),
    Unit("EUR", "EUR", 1.0, "euros"),
    Unit("persons", "persons", 1.0, "persons"),
    Unit("count", "count", 1.0, "number"),
    Unit("years", "years", 1.0, "years"),
    Unit("1", "1", 1.0, "ratio"),
)
UNIT_BY_ID = {unit.id: unit for unit in UNITS}


class Property(NamedTuple):
    """What a statement is about: its label, the type of its value and where pages show it."""

    id: str
    label: str
    type: ValueType
    group: str
    choices: tuple[Choice, ...] = ()


_FIGURE = "figures"
_FACT = "facts"
_WHO = "organisations"
_SPECIES = "species"
_USE = "use"

PROPERTIES: tuple[Property, ...] = (
    # Mines
    Property("status", "Status", "choice", _FACT, STATUSES),
    Property("province", "Province", "record", _FACT),
    Property("prefecture", "Prefecture", "record", _FACT),
    Property("county", "County", "record", _FACT),
    Property("situation", "Situation", "text", _FACT),
    Property("point", "Point", "point", _FACT),
    Property("elevation", "Elevation", "number", _FACT),
    Property("deposit-type", "Deposit type", "text", _FACT),
    Property("discovered", "Discovered", "date", _FACT),
    Property("opened", "Opened", "date", _FACT),
    Property("river-basin", "River basin", "text", _FACT),
    Property("commodity", "Commodity", "record", "commodities"),
    Property("ore-mineral", "Ore mineral", "record", "minerals"),
    Property("other-mineral", "Mineral without a record", "text", "minerals"),
    Property("owner", "Owner", "record", _WHO),
    Property("operator", "Operator", "record", _WHO),
    Property("contractor", "Contractor", "record", _WHO),
    Property("resource", "Resource", "number", _FIGURE),
    Property("reserve", "Reserve", "number", _FIGURE),
    Property("grade", "Grade", "number", _FIGURE),
    Property("production", "Production", "number", _FIGURE),
    Property("capacity", "Capacity", "number", _FIGURE),
    Property("investment", "Investment", "number", _FIGURE),
    Property("workforce", "Workforce", "number", _FIGURE),
    Property("area", "Area", "number", _FIGURE),
    # Minerals
    Property("formula", "Formula", "text", _SPECIES),
    Property("ima-status", "IMA status", "text", _SPECIES),
    Property("ima-number", "IMA number", "text", _SPECIES),
    Property("ima-symbol", "IMA symbol", "text", _SPECIES),
    Property("described", "First described", "date", _SPECIES),
    Property("mineral-class", "Class", "text", _SPECIES),
    Property("mineral-group", "Group", "text", _SPECIES),
    Property("strunz", "Strunz number", "text", _SPECIES),
    Property("crystal-system", "Crystal system", "text", _SPECIES),
    Property("hardness", "Hardness (Mohs)", "number", _SPECIES),
    Property("density", "Density", "number", _SPECIES),
    Property("colour", "Colour", "text", _SPECIES),
    Property("type-locality", "Type locality", "text", _SPECIES),
    Property("plateau-occurrence", "On the plateau", "text", _SPECIES),
    Property("ore-of", "Ore of", "record", _SPECIES),
    # Commodities
    Property("use", "Used for", "text", _USE),
    Property("criticality", "Criticality list", "text", _USE),
    Property("plateau-summary", "On the plateau", "text", _USE),
    Property("related-mineral", "Related mineral", "record", "minerals"),
    # Organisations, places, people, policies, topics
    Property("ownership-kind", "Ownership", "text", _FACT),
    Property("remark", "Remark", "text", _FACT),
    Property("date", "Date", "date", _FACT),
    # Events, claims, works and series
    Property("occurrence", "What happened", "text", _FACT),
    Property("claim", "Claim", "text", _FACT),
    Property("figure", "Figure", "number", _FIGURE),
    Property("endnote", "Endnote", "record", _FACT),
    Property("finding", "Checked", "text", _FACT),
    Property("observation", "Observation", "number", _FIGURE),
)
PROPERTY_BY_ID = {item.id: item for item in PROPERTIES}
