# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tells whether two descriptions are of one work: by DOI, or else by title, year and author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from terkha_db.library.model import OwnWork

Item = Mapping[str, Any]


def is_same(one: Item, other: Item) -> bool:
    """Tell whether two CSL-JSON items describe the same work.

    Two DOIs decide. Without them the titles must agree letter by letter, apart from case, marks
    and accents, and so must year and first author where both sides name one.
    """
    dois = [_doi(item) for item in (one, other)]
    if all(dois):
        return dois[0] == dois[1]
    if not _folded(one) or _folded(one) != _folded(other):
        return False
    return _agree(_year(one), _year(other)) and _agree(_author(one), _author(other))


class Twins:
    """Works among which the one that a description is of is found without looking at all."""

    def __init__(self, works: Iterable[OwnWork]) -> None:
        self._alike: dict[str, list[OwnWork]] = {}
        for work in works:
            self.add(work)

    def add(self, work: OwnWork) -> None:
        """Add a work, to be found after those that are there."""
        for key in _keys(work.csl):
            self._alike.setdefault(key, []).append(work)

    def of(self, item: Item) -> OwnWork | None:
        """Return a work that is the same; None if there is none."""
        alike = (work for key in _keys(item) for work in self._alike.get(key, ()))
        return next((work for work in alike if is_same(work.csl, item)), None)


def _keys(item: Item) -> Iterator[str]:
    """Yield what two descriptions of one work have in common: one of these at least."""
    if doi := _doi(item):
        yield f"doi {doi}"
    if title := _folded(item):
        yield title


def looks_like(one: Item, other: Item) -> bool:
    """Tell whether two CSL-JSON items may describe the same work, so that one should look.

    Beside what is the same, these are works whose titles agree up to a colon, while both name the
    same year and the same first author.
    """
    if is_same(one, other):
        return True
    mains = [_letters(str(item.get("title", "")).partition(":")[0]) for item in (one, other)]
    years, authors = ([told(item) for item in (one, other)] for told in (_year, _author))
    return all(each[0] and each[0] == each[1] for each in (mains, years, authors))


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other


def _year(item: Item) -> object:
    return item.get("issued", {}).get("date-parts", [[None]])[0][0]


def _doi(item: Item) -> str:
    return re.sub(
        r"^(https?://(dx\.)?doi\.org/|doi:)", "", str(item.get("DOI", "")).strip().lower()
    )


def _folded(item: Item) -> str:
    return _letters(str(item.get("title", "")))


def _author(item: Item) -> str:
    first = (item.get("author") or [{}])[0]
    return _letters(first.get("family") or first.get("literal") or "")


def _letters(text: str) -> str:
    spread = normalize("NFKD", text)
    return "".join(char for char in spread if char.isalnum()).casefold()
