# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A citation list as it stands: works, style, format and what goes with each work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from terkha_db.cited import Cited, gather, gather_records, listed
from terkha_db.citing import format_by_id, to_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.citing import Entry, Format
    from terkha_db.library.library import Library


@dataclass(frozen=True, slots=True)
class CitationList:
    """What the citation dialog shows, copies and saves; the same for the tray and for copying."""

    cited: Cited
    style: str
    format: str = "html"
    locators: bool = True
    uses: bool = False

    @classmethod
    def of(
        cls, catalogue: Catalogue, library: Library, ids: Sequence[str], style: str
    ) -> CitationList:
        """Return the list of every work that the records ``ids`` rest on.

        An id of a work of the reader's own, ``work/slug``, gives that work.

        Raises:
            NotFoundError: an id leads to no record and no work.

        """
        return cls(gather(catalogue, library, ids), style)

    @classmethod
    def of_records(cls, catalogue: Catalogue, ids: Sequence[str], style: str) -> CitationList:
        """Return the list of Terkha's own entries for records, as they are seen today."""
        return cls(gather_records(catalogue, ids, date.today()), style)

    @property
    def kind(self) -> Format:
        """The kind of file chosen."""
        return format_by_id(self.format)

    def entries(self, catalogue: Catalogue) -> list[Entry]:
        """Return the entries in the order of the style, with what was asked for under each."""
        return listed(
            catalogue,
            self.cited,
            self.style,
            formatted=self.kind.formatted,
            locators=self.locators,
            uses=self.uses,
        )

    def written(self, catalogue: Catalogue, format_id: str = "") -> bytes:
        """Return the list as a file of ``format_id``, or of the format chosen."""
        chosen = replace(self, format=format_id or self.format)
        return chosen.kind.write(chosen.entries(catalogue))

    def pasted(self, catalogue: Catalogue) -> str:
        """Return the formatted list as HTML for the clipboard."""
        return to_html.pasted(replace(self, format="html").entries(catalogue))

    def loses(self, catalogue: Catalogue) -> str:
        """Say what the format cannot carry of these works; empty if nothing."""
        return self.kind.loses(self.entries(catalogue))
