# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The part of the catalogue that concerns cited works: what rests on them and how they read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from terkha_db.catalogue.connection import Reader
    from terkha_db.citing import Entry
    from terkha_db.citing.styles import Form
    from terkha_db.entities import Brief, Statement, Work


class Bibliography:
    """The works of a catalogue."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def works(self, ids: Iterable[str]) -> list[Work]:
        """Return the works that records rest on, each once, with locators and uses.

        A citation's id gives the work itself; any other id gives every work of its page.

        Raises:
            NotFoundError: an id leads to no record.

        """
        from terkha_db.catalogue import works

        return works.read_works(self._reader, ids)

    def left_out(self, ids: Iterable[str]) -> int:
        """Return how many works ``works`` leaves out for these records under the lens."""
        from terkha_db.catalogue import works

        return works.count_left_out(self._reader, ids)

    def entries(
        self, cited: Sequence[Work], style: str, form: Form = "bibliography"
    ) -> list[Entry]:
        """Return works as a style formats them, in the order given.

        Raises:
            KnownError: there is no such style.

        """
        from terkha_db.catalogue import works

        return works.read_entries(self._reader, cited, style, form)

    def own_entries(self, items: Sequence[Mapping[str, Any]], style: str) -> list[Entry]:
        """Return Terkha's own entries for records as a style formats them in one list.

        Raises:
            KnownError: there is no such style.
            NotFoundError: the catalogue has no formatted citations.

        """
        from terkha_db.catalogue import own_entries

        return own_entries.read_own_entries(self._reader, items, style)

    def csl(self, style_id: str) -> str:
        """Return the CSL file of a style, to format works that are not of the catalogue.

        Raises:
            NotFoundError: the catalogue has no such style.

        """
        from terkha_db.catalogue import works

        return works.read_csl(self._reader, style_id)

    def in_text(self, citation_id: str, style: str) -> str:
        """Return how a style cites a work in the running text, as plain text.

        Raises:
            NotFoundError: there is no such work, or the style cites by notes.

        """
        from terkha_db.catalogue import works

        return works.read_rendered(self._reader, citation_id, style, "intext")[1]

    def note(self, citation_id: str, style: str, locator: str = "") -> tuple[str, str]:
        """Return the first note of a work as HTML and plain text, ending with the place cited.

        Raises:
            NotFoundError: there is no such work, or the style has no notes.

        """
        from terkha_db.catalogue import works

        return works.read_note(self._reader, citation_id, style, locator)

    def supports(self, citation_id: str) -> list[Statement | Brief]:
        """Return what rests on a work: statements, and the records that cite it elsewhere.

        Raises:
            NotFoundError: there is no such work.

        """
        from terkha_db.catalogue import figures

        return figures.read_supports(self._reader, citation_id)
