# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Counted phrases of charts, with the plurals of the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QObject


def grouped(words: str, number: int) -> str:
    """Return words that tell a number with commas for its thousands."""
    return words.replace(str(number), f"{number:,}", 1)


class Phrases(QObject):
    """Says how many; an object, because Qt's tools find plurals in ``tr`` alone."""

    def ringed(self, number: int) -> str:
        """Return of how many records the marks are ringed."""
        return self.tr("Ringed: the marks of %n record(s) that were selected.", "", number)

    def works(self, number: int) -> str:
        """Return a number of works."""
        return self.tr("%n work(s)", "", number)

    def records(self, number: int) -> str:
        """Return a number of records."""
        return self.tr("%n record(s)", "", number)

    def counted(self, number: int) -> str:
        """Return from how many records a number was counted."""
        return self.tr("counted here from %n record(s)", "", number)

    def own_rows(self, number: int) -> str:
        """Return how many rows of the reader's own table a number is made of."""
        return grouped(self.tr("%n row(s) of your own table", "", number), number)

    def rows(self, number: int) -> str:
        """Return a number of rows."""
        return grouped(self.tr("%n row(s)", "", number), number)

    def marks(self, number: int) -> str:
        """Return a number of marks."""
        return self.tr("%n mark(s)", "", number)

    def more(self, number: int) -> str:
        """Return how many there are beside those named."""
        return self.tr("and %n more", "", number)

    def more_in_table(self, number: int) -> str:
        """Return how many there are beside those named, and where they stand."""
        return self.tr("and %n more, which the table lists", "", number)

    def claims(self, number: int) -> str:
        """Return a number of claims."""
        return self.tr("%n claim(s)", "", number)

    def incidents_undated(self, number: int) -> str:
        """Return how many incidents bear no date."""
        return self.tr("%n incident(s) without a date are not in the chart.", "", number)

    def sites_untold(self, number: int, what: str) -> str:
        """Return of how many sites there is no ``what``: no elevation."""
        return self.tr("Left out: %n site(s) without %1.", "", number).replace("%1", what)

    def belts_left_out(self, number: int) -> str:
        """Return how many belts and regions are not shown."""
        return self.tr("%n belt(s) or region(s) left out.", "", number)
