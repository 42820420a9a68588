# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the claims of a document can be narrowed to: by topic, and by how they are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from terkha.pages.document import Facet, FacetValue
from terkha.pages.writer import Writer
from terkha_db import wording

_FIELDS = ("topic", "claim_kind")
_FEW = 12  # claims that one sees at a glance


def kept(writer: Writer, claims: Sequence[str]) -> list[str]:
    """Return the claims that the reader's choice keeps; any of a field, and all fields."""
    return [claim for claim in claims if all(_fits(writer, claim, name) for name in _FIELDS)]


def facets(writer: Writer, claims: Sequence[str]) -> tuple[Facet, ...]:
    """Return the choices with their counts; none where there are few claims."""
    if len(claims) <= _FEW:
        return ()
    labels = {
        "topic": writer.translate("Pages", "Claims by topic"),
        "claim_kind": writer.translate("Pages", "Claims by kind"),
    }
    return tuple(Facet(labels[name], _values(writer, claims, name)) for name in _FIELDS)


def _values(writer: Writer, claims: Sequence[str], name: str) -> tuple[FacetValue, ...]:
    counts = Counter(writer.material.cell(claim, name) for claim in claims)
    counts.pop("", None)
    return tuple(
        FacetValue(
            f"{name}={value}",
            writer.translate("Vocabulary", wording.format_word(value)),
            number,
            f"{name}={value}" in writer.narrowed,
        )
        for value, number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _fits(writer: Writer, claim: str, name: str) -> bool:
    chosen: Collection[str] = [one for one in writer.narrowed if one.startswith(f"{name}=")]
    return not chosen or f"{name}={writer.material.cell(claim, name)}" in chosen
