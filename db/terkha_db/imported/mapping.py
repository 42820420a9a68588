# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Says what each column of a reader's table means."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Literal, Self

from terkha_db.imported.faults import TableError
from terkha_db.vocabulary import LANGUAGE_BY_TAG

Type = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a column can mean."""

    id: str
    label: str
    help: str
    single: bool = True
    """Only one column may have it."""


ROLES: tuple[Role, ...] = (
    Role("title", "Title", "the name that the site is listed by"),
    Role("name", "Other name", "other names, in one language if it is given", single=False),
    Role("lat", "Latitude", "degrees north, decimal or with minutes and seconds"),
    Role("lon", "Longitude", "degrees east, decimal or with minutes and seconds"),
    Role("position", "Latitude and longitude", "both in one cell"),
    Role("commodity", "Commodities", "what is or could be mined", single=False),
    Role("status", "Status", "producer, prospect, closed …"),
    Role("country", "Country", "the country as the table names it"),
    Role("province", "Province", "province, state or autonomous region"),
    Role("county", "County", "county, district or town"),
    Role("url", "Web address", "a page about the site"),
    Role("free", "Column of its own", "kept and shown as it is", single=False),
    Role("skip", "Left out", "not taken into the collection", single=False),
)
ROLE_BY_ID: Dictionary[str, Role] = {role.id: role for role in ROLES}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its header, what it means and what its cells are."""

    header: str
    role: str = "free"
    lang: str = ""
    """Of names: a tag of LANGUAGES, or "" where it is not known."""
    type: Type = "text"
    """What the cells are; a cell that is something else stays as it was."""
    separator: str = ""
    """Of other names: letters at which a cell is cut into several."""
    day_first: bool | None = None
    """Of dates such as 03/04/2015: None leaves them as they were."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of a table in their order, and whether latitude and longitude are exchanged."""

    columns: tuple[Column, ...]
    swapped: bool = False
    """Take the column of latitudes for longitudes and the other way round."""

    def of(self, role: str) -> tuple[int, ...]:
        """Return the places of the columns with a role, the first column being 0."""
        return tuple(at for at, column in enumerate(self.columns) if column.role == role)

    def with_role(self, header: str, role: str) -> Self:
        """Return the mapping with one column changed, as in ``("名称", "name:zh-Hans")``.

        A role that only one column may have is taken from the column that had it.

        Raises:
            TableError: there is no such column, role or language.

        """
        role, _, lang = role.partition(":")
        _check(role, lang)
        at = self._find(header)
        columns = [
            replace(column, role="free")
            if column.role == role and ROLE_BY_ID[role].single
            else column
            for column in self.columns
        ]
        columns[at] = replace(columns[at], role=role, lang=lang)
        return replace(self, columns=tuple(columns))

    def check(self) -> None:
        """Refuse a mapping that no row could fit.

        Raises:
            TableError: no column is the title, or one role is given twice.

        """
        if not self.of("title") and not self.of("name"):
            headers = ", ".join(column.header for column in self.columns[:8])
            raise TableError(
                "None of the columns looks like the name of a site: say which it is with "
                f"--map COLUMN=title; the columns are {headers}."
            )
        for role in ROLES:
            columns = self.of(role.id)
            if role.single and len(columns) > 1:
                named = " and ".join(f"“{self.columns[at].header}”" for at in columns)
                raise TableError(f"Only one column can be {role.id}, not {named}.")

    def as_json(self) -> dict[str, Any]:
        """Return the mapping as values that JSON can hold."""
        columns = [
            {"header": column.header, "role": column.role, "lang": column.lang, "type": column.type}
            for column in self.columns
        ]
        return {"columns": columns, "swapped": self.swapped}

    def _find(self, header: str) -> int:
        headers = [column.header for column in self.columns]
        folded = [one.casefold() for one in headers]
        if header.casefold() in folded:
            return folded.index(header.casefold())
        raise TableError(f"There is no column “{header}”: {_nearest(header, headers)}.")


def _check(role: str, lang: str) -> None:
    if role not in ROLE_BY_ID:
        raise TableError(f"A column cannot be “{role}”: {_nearest(role, list(ROLE_BY_ID))}.")
    if lang and (role not in ("title", "name") or lang not in LANGUAGE_BY_TAG):
        raise TableError(
            f"“{role}:{lang}” names no language of names: languages are "
            f"{', '.join(LANGUAGE_BY_TAG)}."
        )


def _nearest(word: str, words: Sequence[str]) -> str:
    near = get_close_matches(word, words, n=1)
    return f"did you mean “{near[0]}”?"[:-1] if near else f"there are {', '.join(words[:20])}"
