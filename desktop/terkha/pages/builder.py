# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which builder writes the page of which kind of record, and what ends every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
from terkha.pages.writer import Steps, Translate, Writer

Builder = Callable[[Writer], Steps]

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


class Draft:
    """A page of a record that is being written, so that its beginning can be shown before its end.

    ``translate`` gives the reader's language for a context and an English text; ``opened`` names
    the lists that the reader unfolded, ``narrowed`` the choices of facets.
    """

    def __init__(
        self,
        material: Material,
        translate: Translate,
        opened: frozenset[str] = frozenset(),
        narrowed: frozenset[str] = frozenset(),
    ) -> None:
        self._writer = Writer(material, translate, opened, narrowed=narrowed)
        self._steps = _steps(self._writer)

    def step(self) -> str | None:
        """Write the next part of the page and return its HTML; None once nothing is left."""
        for _ in self._steps:
            return self._writer.fresh()
        return None

    def whole(self) -> Document:
        """Return the page written to its end."""
        while self.step() is not None:
            pass
        return self.document()

    def document(self) -> Document:
        """Return what is written so far; what its markers stand for grows with the page."""
        return self._writer.document()


def build(
    material: Material,
    translate: Translate,
    opened: frozenset[str] = frozenset(),
    narrowed: frozenset[str] = frozenset(),
) -> Document:
    """Return the whole page of a record; what is passed is that of a :class:`Draft`."""
    return Draft(material, translate, opened, narrowed).whole()


def _steps(writer: Writer) -> Iterator[None]:
    yield from BUILDERS[writer.record.kind](writer)
    leftover.write(writer)
    works.write(writer)
    gaps.write(writer)
    yield
