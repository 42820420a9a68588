# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Charts under a lens: drawn of what is inside, and saying how much lies outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from terkha.charts import chart_by_id
from terkha.charts.base import Picture
from terkha.charts.words import translate
from terkha_db.lens import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from terkha.charts.base import Mark
    from terkha_db.catalogue import Catalogue
    from terkha_db.lens import Lens


def picture_of(catalogue: Catalogue, chart_id: str) -> Picture:
    """Return the picture of a chart through the lens of the catalogue.

    Raises:
        NotFoundError: there is no such chart.

    """
    return through_lens(catalogue, chart_by_id(chart_id).draw)


def through_lens(catalogue: Catalogue, draw: Callable[[Catalogue], Picture]) -> Picture:
    """Return what ``draw`` draws of what is inside the lens of the catalogue."""
    whole = draw(catalogue)
    lens = catalogue.lens
    if not lens.is_on:
        return whole
    if any(_is_inside(mark, lens) for mark in whole.marks):
        seen = draw(catalogue.narrowed())
    else:
        nothing = translate("Charts", "nothing inside the lens")
        seen = replace(whole, marks=(), rows=(), series=(), apart=(), notes=(), summary=nothing)
    notes = (_named(lens) + _outside(whole, seen), *seen.notes)
    return replace(seen, notes=notes, lens=lens)


def left_out(picture: Picture, lens: Lens) -> str:
    """Return what the first note of a picture says beside naming the lens: how much is outside."""
    return picture.notes[0].removeprefix(_named(lens)) if lens.is_on else ""


def _named(lens: Lens) -> str:
    return translate("Charts", "Lens: %s. ") % in_words(lens)


def _outside(whole: Picture, seen: Picture) -> str:
    total, inside = _size(whole.numbers), _size(seen.numbers)
    if total == inside:
        return translate("Charts", "No number of this chart lies outside it.")
    counted = any(mark.counted for mark in whole.marks)
    words = (
        translate("Charts", "%(outside)s of %(total)s records lie outside it and are not counted.")
        if counted
        else translate("Charts", "%(outside)s of %(total)s numbers lie outside it, not drawn.")
    )
    return words % {"outside": f"{total - inside:,}", "total": f"{total:,}"}


def _size(marks: Iterable[Mark]) -> int:
    """Return how many numbers there are, or how many records they count."""
    return sum(len(mark.counted) or 1 for mark in marks)


def _is_inside(mark: Mark, lens: Lens) -> bool:
    """Tell whether somebody inside says it: of a pair, both its numbers."""
    pair = [mark] if mark.across is None else [mark, mark.across]
    return all(any(lens.admits(one.id, one.kind) for one in each.sources) for each in pair)
