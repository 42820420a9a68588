# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The words of ``has:``, ``is:`` and of the groups that queries and facets know beside columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from terkha_db.vocabulary import Choice


@dataclass(frozen=True, slots=True)
class Flag:
    """A word of ``has:`` or ``is:``; no kinds stand for all kinds of record."""

    id: str
    label: str
    help: str
    kinds: tuple[str, ...] = ()


HAS: tuple[Flag, ...] = (
    Flag("note", "Note", "an editor's note"),
    Flag("dispute", "Dispute", "a dispute that concerns it"),
    Flag("claim", "Claim", "a claim of the documents that concerns it"),
    Flag("event", "Event", "a recorded event that concerns it"),
    Flag("source", "Source", "a work that it rests on"),
    Flag("tibetan", "Tibetan name", "a name in Tibetan script"),
    Flag("chinese", "Chinese name", "a name in Chinese characters"),
    Flag("wylie", "Wylie name", "a name in Wylie"),
    Flag("pinyin", "Pinyin name", "a name in pinyin"),
    Flag("coordinates", "Coordinates", "a point, of any precision", ("mine",)),
    Flag("resource", "Resource", "a published resource of any commodity", ("mine",)),
    Flag("reserve", "Reserve", "a published reserve", ("mine",)),
    Flag("grade", "Grade", "a published grade", ("mine",)),
    Flag("production", "Production", "a published production", ("mine",)),
    Flag("capacity", "Capacity", "a published capacity", ("mine",)),
    Flag("investment", "Investment", "a published investment", ("mine",)),
    Flag("workforce", "Workforce", "a published number of workers", ("mine",)),
    Flag("area", "Area", "a published area", ("mine",)),
    Flag("situation", "Situation", "words on where it lies", ("mine",)),
    Flag("colour", "Colour", "a recorded colour", ("mineral",)),
    Flag("strunz", "Strunz number", "a number in Strunz's system", ("mineral",)),
    Flag("plateau_occurrence", "On the plateau", "words on where it occurs", ("mineral",)),
    Flag("finding", "Checked", "a check against other works", ("claim",)),
    Flag("figure", "Figure", "a figure of its own", ("claim",)),
    Flag("doi", "DOI", "a DOI", ("citation",)),
    Flag("link", "Link", "an address on the web", ("citation",)),
)
"""Words of ``has:``; the id of any column is another, for a column that is filled."""

IS: tuple[Flag, ...] = (
    Flag("disputed", "Disputed", "sources differ about it, as a dispute tells"),
    Flag("placed", "Placed", "its point is the site or near by, no county seat", ("mine",)),
    Flag("old", "Old", "its status is told as of more than five years ago", ("mine",)),
    Flag("listed", "Listed", "on a list of critical or strategic materials", ("commodity",)),
    Flag("undated", "Undated", "no date is recorded", ("event", "citation", "policy")),
    Flag("secondary", "Secondary", "only a secondary copy was read", ("citation",)),
    Flag("cautioned", "Cautioned", "an editor warns of it", ("citation",)),
    Flag(
        "outside",
        "Outside the lens",
        "the lens that is on leaves out who says it",
        ("claim", "event", "citation"),
    ),
)
"""Words of ``is:``."""

NOT_PLACED = Choice("none", "Not placed", "no point is recorded")
BOTH_STAND = Choice("none", "Both stand", "no further work was compared")

LISTS: tuple[Choice, ...] = (
    Choice("eu-strategic", "EU 2023: strategic"),
    Choice("eu-critical", "EU 2023: critical"),
    Choice("us-critical", "US 2025: critical"),
    Choice("cn-strategic", "China 2016–2020: strategic"),
)

DEPOSITS: tuple[Choice, ...] = (
    Choice("porphyry", "Porphyry"),
    Choice("skarn", "Skarn"),
    Choice("epithermal", "Epithermal"),
    Choice("orogenic-gold", "Orogenic gold"),
    Choice("massive-sulfide", "Massive sulfide"),
    Choice("sediment-hosted", "In sediments"),
    Choice("vein", "Vein"),
    Choice("pegmatite", "Pegmatite"),
    Choice("granite", "Granite"),
    Choice("carbonatite", "Carbonatite"),
    Choice("chromite", "Chromite in ophiolite"),
    Choice("magmatic", "Magmatic"),
    Choice("salt-lake", "Salt lake and brine"),
    Choice("hot-spring", "Hot spring"),
    Choice("coal", "Coal"),
    Choice("placer", "Placer"),
    Choice("jade", "Jade and gems"),
)
"""Coarse words for the many ways in which sources name the type of a deposit."""

_DEPOSIT_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (word, re.compile(pattern, re.IGNORECASE))
    for word, pattern in (
        ("porphyry", r"porphyr(y|ies)\b(?! of)"),
        ("skarn", r"skarn"),
        ("epithermal", r"epithermal"),
        (
            "orogenic-gold",
            r"orogenic(?! belt)[^;]*gold|gold[^;]*orogenic|gold in (shear|flysch|tri)",
        ),
        ("massive-sulfide", r"massive sulfide|\bVMS\b|\bVHMS\b|exhal"),
        (
            "sediment-hosted",
            r"sediment-hosted|of sandstone type|SEDEX|\bMVT\b|Mississippi|stratabound|stratiform",
        ),
        ("vein", r"\bveins?\b"),
        ("pegmatite", r"pegmatit"),
        ("granite", r"granite-related|in granites?\b|mica granite|leucogranite|greisen"),
        ("carbonatite", r"carbonatit"),
        ("chromite", r"chromit"),
        ("magmatic", r"magmatic"),
        ("salt-lake", r"\bbrines?\b|\bsalt|saline|playa|borax|borates? of lakes|lakes of|potash"),
        ("hot-spring", r"hot[- ]spring|geyserite|geotherm"),
        ("coal", r"\bcoal"),
        ("placer", r"placer|alluvi"),
        ("jade", r"nephrite|jade|gem quality"),
    )
)


def deposit_words(text: str | None) -> tuple[str, ...]:
    """Return the coarse words that a source's words for a deposit amount to; maybe none."""
    return tuple(word for word, pattern in _DEPOSIT_WORDS if pattern.search(text or ""))


def decade_of(date: str | None) -> tuple[str, ...]:
    """Return the decade of a date of any precision, or the decades of an interval."""
    if not date:
        return ()
    return tuple(dict.fromkeys(f"{part[:3]}0s" for part in date.split("/") if part[:4].isdigit()))


def list_words(eu: str | None, us: str | None, cn: str | None) -> tuple[str, ...]:
    """Return the words of LISTS for what the three columns of a commodity say."""
    stated = (("eu", eu), ("us", us), ("cn", cn))
    known = [choice.id for choice in LISTS]
    told = {f"{who}-{word.strip()}" for who, text in stated for word in (text or "").split(",")}
    return tuple(word for word in known if word in told)
