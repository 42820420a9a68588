# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Counted phrases of charts, with the plurals of the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from terkha_db.wording import grouped


class Phrases(QObject):
    """Says how many; an object, because Qt's tools find plurals in ``tr`` alone."""

    def ringed(self, number: int) -> str:
        """Return of how many records the marks are ringed."""
        return grouped(
            self.tr("Ringed: the marks of %n record(s) that were selected.", "", number), number
        )

    def works(self, number: int) -> str:
        """Return a number of works."""
        return grouped(self.tr("%n work(s)", "", number), number)

    def records(self, number: int) -> str:
        """Return a number of records."""
        return grouped(self.tr("%n record(s)", "", number), number)

    def counted(self, number: int) -> str:
        """Return from how many records a number was counted."""
        return grouped(self.tr("counted here from %n record(s)", "", number), number)

    def own_rows(self, number: int) -> str:
        """Return how many rows of the reader's own table a number is made of."""
        return grouped(self.tr("%n row(s) of your own table", "", number), number)

    def rows(self, number: int) -> str:
        """Return a number of rows."""
        return grouped(self.tr("%n row(s)", "", number), number)

    def marks(self, number: int) -> str:
        """Return a number of marks."""
        return grouped(self.tr("%n mark(s)", "", number), number)

    def more(self, number: int) -> str:
        """Return how many there are beside those named."""
        return grouped(self.tr("and %n more", "", number), number)

    def more_in_table(self, number: int) -> str:
        """Return how many there are beside those named, and where they stand."""
        return grouped(self.tr("and %n more, which the table lists", "", number), number)

    def claims(self, number: int) -> str:
        """Return a number of claims."""
        return grouped(self.tr("%n claim(s)", "", number), number)

    def incidents_undated(self, number: int) -> str:
        """Return how many incidents bear no date."""
        words = self.tr("%n incident(s) without a date are not in the chart.", "", number)
        return grouped(words, number)

    def sites_untold(self, number: int, what: str) -> str:
        """Return of how many sites there is no ``what``: no elevation."""
        return self.tr("Left out: %n site(s) without %1.", "", number).replace("%1", what)

    def belts_left_out(self, number: int) -> str:
        """Return how many belts and regions are not shown."""
        return grouped(self.tr("%n belt(s) or region(s) left out.", "", number), number)
