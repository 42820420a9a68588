# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Statements in words, by the same rules as on screen."""

from __future__ import annotations

from terkha_db.build.draft import Stated
from terkha_db.entities import Brief, Statement
from terkha_db.vocabulary import PROPERTY_BY_ID
from terkha_db.wording import format_date, format_value

_SPACE = "\u202f"


def value_in_words(stated: Stated, titles: tuple[str, ...] = ()) -> str:
    """Return the value of a statement as readers see it; ``titles`` are those of its records."""
    said = stated.said
    words = format_value(
        Statement(
            id=stated.id,
            record=stated.record,
            property=said.property,
            value=stated.number,
            low=said.min,
            high=said.max,
            text=stated.text or "",
            records=tuple(Brief("", "", title) for title in titles),
            lat=said.lat,
            lon=said.lon,
            precision=said.precision or "",
            unit=said.unit or "",
            substance=said.substance or "",
            qualifier=said.qualifier or "",
            statistic=said.statistic or "",
            share=said.share,
        )
    )
    return words.replace(_SPACE, " ")


def statement_in_words(stated: Stated, commodity: str = "", titles: tuple[str, ...] = ()) -> str:
    """Return a statement as a line: ``Resource, copper: 10.72 Mt Cu (Dec 2021); a note``."""
    said = stated.said
    about = said.of or commodity
    label = PROPERTY_BY_ID[said.property].label + (f", {about}" if about else "")
    line = f"{label}: {value_in_words(stated, titles)}"
    if said.as_of:
        line += f" ({format_date(said.as_of)})"
    original = f"in the original {said.original}" if said.original else ""
    parts = (line, said.as_of_note, original, said.attributed_to, said.note)
    return "; ".join(part for part in parts if part)
