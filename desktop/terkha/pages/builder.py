# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which builder writes the page of which kind of record, and what ends every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from terkha.pages.document import Document
from terkha.pages.kinds import (
    citation,
    claim,
    commodity,
    dispute,
    event,
    mine,
    mineral,
    organisation,
    person,
    place,
    policy,
    series,
    topic,
)
from terkha.pages.material import Material
from terkha.pages.parts import gaps, leftover, works
from terkha.pages.writer import Translate, Writer

Builder = Callable[[Writer], None]

BUILDERS: Mapping[str, Builder] = {
    "mine": mine.write,
    "mineral": mineral.write,
    "commodity": commodity.write,
    "organisation": organisation.write,
    "place": place.write,
    "policy": policy.write,
    "person": person.write,
    "topic": topic.write,
    "claim": claim.write,
    "event": event.write,
    "citation": citation.write,
    "series": series.write,
    "dispute": dispute.write,
}


def build(
    material: Material,
    translate: Translate,
    opened: frozenset[str] = frozenset(),
    narrowed: frozenset[str] = frozenset(),
) -> Document:
    """Return the page of a record.

    ``translate`` gives the reader's language for a context and an English text; ``opened`` names
    the lists that the reader unfolded, ``narrowed`` the choices of facets.
    """
    writer = Writer(material, translate, opened, narrowed=narrowed)
    BUILDERS[material.record.kind](writer)
    leftover.write(writer)
    works.write(writer)
    gaps.write(writer)
    return writer.document()
