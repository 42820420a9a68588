# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What each column of the table pages means: FIELDS, in the order in which readers see them.

The typed tables of the catalogue, the columns on screen, exports, the command line and the manual
are all made from this tuple. A column that shows a property needs one line here; anything else
also needs a rule in ``build.tables``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the table of one kind of record.

    ``second`` names the column that is painted as the second line of the same cell, and
    ``paint`` how the interface draws it; neither changes what is exported.
    """

    kind: str
    id: str
    label: str
    help: str
    type: Type = "text"
    unit: str = ""
    property: str = ""
    """The property whose preferred statement fills the column; empty where a rule does."""
    commodity: str = ""
    shown: bool = True
    width: int = 140
    second: str = ""
    absent: str = ""
    """What is said where there is no value, if not that none is recorded."""
    paint: Literal[
        "text", "title", "status", "commodities", "number", "words", "kind", "verdict", "formula"
    ] = "text"


def _field(kind: str, id: str, label: str, help: str, **more: object) -> Field:  # noqa: A002
    return Field(kind, id, label, help, **more)  # type: ignore[arg-type]


def _resource(commodity: str, label: str, *, shown: bool = False) -> Field:
    return Field(
        "mine",
        f"resource_{commodity.replace('-', '_')}",
        f"{label}, Mt",
        f"Contained {label.lower()} in million tonnes: the resource (or, failing that, the "
        "reserve) that the written rule prefers. Other published figures stand below it.",
        type="number",
        unit="Mt",
        property="resource",
        commodity=commodity,
        shown=shown,
        width=96,
        paint="number",
    )


# fmt: off
FIELDS: tuple[Field, ...] = (
    # Mines
    _field("mine", "title", "Name", "Title of the record.", width=132, second="second",
           paint="title"),
    _field("mine", "second", "Other script", "The name in a second script.", shown=False),
    _field("mine", "status", "Status", "What the latest source says is going on.",
           property="status", width=118, second="status_as_of", paint="status"),
    _field("mine", "status_as_of", "Status as of", "Date of the status.", type="date", shown=False),
    _field("mine", "site_kind", "Kind", "Mine, deposit, ore field, salt lake, coalfield, plant.",
           width=72, paint="kind"),
    _field("mine", "commodities", "Commodities", "Commodities by role, primary first.", width=110,
           paint="commodities"),
    _field("mine", "county", "County", "County or counties, as the sources place it.",
           property="county", width=112, second="prefecture"),
    _field("mine", "prefecture", "Prefecture", "Prefecture.", property="prefecture", shown=False),
    _field("mine", "province", "Province", "Province or autonomous region.", property="province",
           shown=False),
    _field("mine", "operator", "Operator",
           "Who runs it, by the latest source; otherwise the owner.", width=146,
           second="operator_role"),
    _field("mine", "operator_role", "Operator or owner", "In which role the company is named.",
           shown=False),
    _resource("copper", "Copper", shown=True),
    _resource("lithium", "Lithium"),
    _resource("gold", "Gold"),
    _resource("lead", "Lead"),
    _resource("zinc", "Zinc"),
    _field("mine", "elevation", "Elevation, m", "Lowest published elevation, in metres.",
           type="number", unit="m", property="elevation", width=104, second="elevation_max",
           paint="number"),
    _field("mine", "elevation_max", "Elevation, highest, m", "Highest published elevation.",
           type="number", unit="m", shown=False),
    _field("mine", "deposit_type", "Deposit type", "Type of the deposit, in the source's words.",
           property="deposit-type", shown=False, width=240),
    _field("mine", "discovered", "Discovered", "Date of discovery.", type="date",
           property="discovered", shown=False),
    _field("mine", "opened", "Opened", "Date of opening.", type="date", property="opened",
           shown=False),
    _field("mine", "river_basin", "River basin", "Where the water goes.", property="river-basin",
           shown=False, width=200),
    _field("mine", "precision", "Located to", "Site, locality, county only, or not placed.",
           shown=False),
    _field("mine", "lat", "Latitude", "Degrees north; read the precision.", type="number", unit="°",
           shown=False, paint="number"),
    _field("mine", "lon", "Longitude", "Degrees east; read the precision.", type="number", unit="°",
           shown=False, paint="number"),
    _field("mine", "disputes", "Disputes", "How many disputes concern it.", type="number",
           shown=False, width=80, paint="number"),
    _field("mine", "works", "Works", "How many works its page rests on.", type="number",
           shown=False, width=80, paint="number"),
    # Minerals
    _field("mineral", "title", "Name", "Name of the species.", width=170, paint="title",
           second="second"),
    _field("mineral", "second", "Other script", "The name in a second script.", shown=False),
    _field("mineral", "formula", "Formula", "Chemical formula.", property="formula", width=230,
           paint="formula"),
    _field("mineral", "mineral_class", "Class", "Chemical class.", property="mineral-class",
           width=190, second="mineral_group"),
    _field("mineral", "mineral_group", "Group", "Mineral group.", property="mineral-group",
           shown=False),
    _field("mineral", "crystal_system", "Crystal system", "Crystal system.",
           property="crystal-system", width=124),
    _field("mineral", "hardness", "Mohs", "Hardness, lower bound.", type="number",
           property="hardness", width=70, second="hardness_max", paint="number"),
    _field("mineral", "hardness_max", "Mohs, highest", "Hardness, upper bound.", type="number",
           shown=False),
    _field("mineral", "density", "Density", "Density in g/cm³, lower bound.", type="number",
           unit="g/cm³", property="density", width=84, paint="number"),
    _field("mineral", "ore_of", "Ore of", "Commodities won from it.", property="ore-of", width=140),
    _field("mineral", "ima_status", "IMA status", "Status with the mineralogical association.",
           property="ima-status", width=170, shown=False),
    _field("mineral", "type_locality", "Type locality", "Where it was first found.",
           property="type-locality", width=240),
    _field("mineral", "described", "Described", "Year of the first description.", type="date",
           property="described", shown=False),
    _field("mineral", "mines", "Mines", "How many mines and deposits report it.", type="number",
           width=70, paint="number"),
    # Commodities
    _field("commodity", "title", "Name", "Name of the commodity.", width=180, paint="title",
           second="second"),
    _field("commodity", "second", "Other names", "Another name.", shown=False),
    _field("commodity", "symbol", "Symbol", "Chemical symbol.", width=68),
    _field("commodity", "mines", "Mines", "Mines and deposits that name it.", type="number",
           width=70, paint="number"),
    _field("commodity", "critical_eu", "EU list 2023", "On the EU's list of 2023.", width=136),
    _field("commodity", "critical_us", "US list 2025", "On the US list of 2025.", width=96),
    _field("commodity", "critical_cn", "China 2016–2020", "On China's list of strategic minerals.",
           width=118),
    _field("commodity", "use", "Used for", "Main use.", property="use", width=300),
    _field("commodity", "series", "Series", "Number of data series.", type="number", width=70,
           paint="number"),
    # Organisations
    _field("organisation", "title", "Name", "Name.", width=280, paint="title", second="second"),
    _field("organisation", "second", "Other name", "Another name.", shown=False),
    _field("organisation", "org_kind", "Kind", "Company, agency, NGO, medium …", width=150,
           paint="kind"),
    _field("organisation", "owners", "Owners", "Owners that a source names.", property="owner",
           width=240),
    _field("organisation", "mines", "Mines", "Mines it owns, runs or works at.", type="number",
           width=70, paint="number"),
    _field("organisation", "mine_names", "Which", "The mines, by name.", width=240, absent="none"),
    _field("organisation", "claims", "Claims", "Claims that concern it.", type="number", width=70,
           paint="number"),
    # Places
    _field("place", "title", "Name", "Name.", width=200, paint="title", second="second"),
    _field("place", "second", "Other script", "The name in a second script.", shown=False),
    _field("place", "level", "Level", "Province, prefecture, county, lake …", width=110,
           paint="kind"),
    _field("place", "part_of", "Part of", "The place above it.", width=170),
    _field("place", "tibetan", "Tibetan", "Name in Tibetan script.", width=190),
    _field("place", "chinese", "Chinese", "Name in Chinese characters.", width=150),
    _field("place", "mines", "Mines", "Mines and deposits in it.", type="number", width=70,
           paint="number"),
    _field("place", "claims", "Claims", "Claims that concern it.", type="number", width=70,
           paint="number"),
    # Policies
    _field("policy", "title", "Name", "Name of the law, plan or doctrine.", width=380,
           paint="title", second="second"),
    _field("policy", "second", "Other name", "Another name.", shown=False),
    _field("policy", "policy_kind", "Kind", "Law, policy, standard …", width=150, paint="kind"),
    _field("policy", "date", "Date", "Date.", type="date", width=110, shown=False),
    _field("policy", "claims", "Claims", "Claims that concern it.", type="number", width=80,
           paint="number"),
    # Claims
    _field("claim", "title", "Claim", "The claim, in our own words.", width=400, paint="words"),
    _field("claim", "claim_kind", "Stated as",
           "Fact, projection, allegation or opinion: of the document, not of this catalogue.",
           width=130, paint="kind"),
    _field("claim", "topic", "Topic", "Topic.", width=120, paint="kind"),
    _field("claim", "document", "Document", "The document that makes the claim.", width=190,
           second="attributed_to"),
    _field("claim", "attributed_to", "Attributed to", "To whom the document attributes it.",
           shown=False, width=240),
    _field("claim", "endnotes", "Endnote", "Endnote of the document.", width=80, absent="none"),
    _field("claim", "rests_on", "Rests on", "The works that the endnotes name.", width=200,
           absent="no endnote"),
    _field("claim", "disputes", "Disputes", "Disputes that concern it.", type="number", width=80,
           paint="number"),
    # Events
    _field("event", "date", "Date", "Date, as precise as the source.", type="date", width=110,
           absent="undated"),
    _field("event", "title", "What happened", "As the source reports it.", width=520,
           paint="words"),
    _field("event", "event_kind", "Kind", "Event, or impact and protest.", width=90, paint="kind"),
    _field("event", "about", "Concerns", "Records concerned.", width=200),
    _field("event", "says", "Who says so", "The work that reports it.", width=220),
    # Citations
    _field("citation", "author", "Author or outlet", "Author, responsible body or outlet.",
           width=210),
    _field("citation", "title", "Title", "Title; [brackets] where an editor supplied it.",
           width=440, paint="words"),
    _field("citation", "date", "Date", "Date of the work.", type="date", width=106,
           absent="undated"),
    _field("citation", "source_kind", "Kind of source", "Company, government, press …", width=130,
           paint="kind"),
    _field("citation", "container", "In", "Journal, site or book.", width=190),
    _field("citation", "language", "Language", "Language of the work.", shown=False, width=130),
    _field("citation", "supports", "Supports", "Statements and claims that rest on it.",
           type="number", width=80, paint="number"),
    _field("citation", "read_as", "Read as", "The work itself or a secondary copy.", shown=False,
           width=140),
    # Disputes
    _field("dispute", "title", "Where sources differ", "The dispute, in one line.", width=420,
           paint="words"),
    _field("dispute", "about", "About", "Resource, ownership, location …", width=120, paint="kind"),
    _field("dispute", "subjects", "Concerns", "Records concerned.", width=220),
    _field("dispute", "verdict", "Outcome", "What further works show.", width=140, paint="verdict",
           absent="both stand"),
    _field("dispute", "works", "Works", "How many works it rests on.", type="number", width=80,
           paint="number"),
)
# fmt: on


def fields_of(kind: str) -> tuple[Field, ...]:
    """Return the columns of the table of ``kind`` in their order; empty for kinds without one."""
    return tuple(field for field in FIELDS if field.kind == kind)
