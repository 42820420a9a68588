# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How charts speak: numbers, sources and marks in words, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terkha.charts.phrases import Phrases
from terkha_db import wording
from terkha_db.cells import who_says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.charts.base import Mark, Picture
    from terkha_db.entities import Edition, Source

translate = QCoreApplication.translate

NAMED_SOURCES = 6
_LISTED = 5


def noop(text: str) -> str:
    """Mark a text of a chart for translation, to be translated where it is shown."""
    return str(QT_TRANSLATE_NOOP("Charts", text))


MINES = noop("Mines")
PRODUCTION = noop("Production")
POLICY = noop("Policy")
SOURCES = noop("Sources")


def capital(word: str) -> str:
    """Return the slug of a word, or a text, with a capital and blanks: ``Rare earths``."""
    text = word.replace("-", " ") if word.islower() else word
    return text[:1].upper() + text[1:]


def decimals(value: float) -> str:
    """Return a number to two decimals at most, and to two digits where none would be left.

    There are no noughts at its end: they would tell of a precision that nobody published.
    """
    if 0 < value < 0.01:
        return f"{value:.2g}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def rounded(value: float) -> float:
    """Return a number without the dust that floating point leaves behind its digits."""
    return float(f"{value:.10g}")


def number(value: float) -> str:
    """Return a number with the digits it has and commas for thousands."""
    return wording.format_number(rounded(value))


def place_of(date: str) -> float:
    """Return where a date stands on an axis of dates: a whole year at its middle, on its number.

    Of an interval it is the end.
    """
    year, month, day = (*date.rpartition("/")[2].split("-"), "", "")[:3]
    if not month:
        return float(year)
    days = (int(day) - 0.5) / 31 if day else 0.5
    return round(int(year) + (int(month) - 1 + days) / 12 - 0.5, 3)


_MASSES = {
    "t": noop("tonnes"),
    "kt": noop("thousand tonnes"),
    "Mt": noop("million tonnes"),
}


def mass_words(unit: str, substance: str, per: str = "") -> str:
    """Return what an axis of masses counts: ``million tonnes of contained copper``."""
    words = translate("Charts", "%(unit)s of %(substance)s")
    told = words % {"unit": translate("Charts", _MASSES[unit]), "substance": substance}
    return f"{told} {per}".strip()


def spaced(text: str) -> str:
    """Return text with a plain blank before units: in small type a narrow one is hardly seen."""
    return text.replace(wording.SPACE, "\u00a0")


def edition_words(edition: Edition) -> str:
    """Return which edition of the catalogue a picture was drawn from."""
    words = translate("Charts", "Terkha, edition %(version)s of %(date)s")
    return words % {"version": edition.version, "date": wording.format_date(edition.date)}


def short_source(source: Source) -> str:
    """Return a work in short: author or outlet and year, ``n.d.`` where it bears no date.

    A work that names neither goes by its title, as it does in lists of works.
    """
    return f"{wording.who(source)} {source.date[:4] or 'n.d.'}"


def sources_line(sources: Sequence[Source], most: int = NAMED_SOURCES) -> str:
    """Return the works in short, the first ``most`` by name and the others by their number."""
    if not sources:
        return translate("Charts", "No work inside the lens.")
    names = list(dict.fromkeys(short_source(source) for source in sources))
    shown = "; ".join(names[:most])
    # Works of one author and year share a short name; what is left is counted in works.
    named = sum(short_source(source) in names[:most] for source in sources)
    left = len(sources) - named
    if left:
        shown += f" {Phrases().more(left)}"
    undated = "n.d." in shown
    # An abbreviation at the end brings its own full stop.
    line = translate("Charts", "Sources: %s.") % shown.removesuffix(".")
    return line + (" " + translate("Charts", "“n.d.”: the work bears no date.") if undated else "")


def listed(words: Sequence[str]) -> str:
    """Return words as a list of a note: the first few, and how many more the table has."""
    few = words if len(words) <= _LISTED + 1 else words[:_LISTED]
    left = len(words) - len(few)
    return "; ".join(few) + (f"; {Phrases().more_in_table(left)}" if left else "")


def credit(picture: Picture, most: int = NAMED_SOURCES) -> str:
    """Return what the numbers of a picture rest on: its works, or a table of the reader's own."""
    return picture.own or sources_line(picture.sources, most)


def says(mark: Mark) -> str:
    """Return who says so: author or outlet and date, or what was counted or measured."""
    if mark.rows:
        return Phrases().own_rows(mark.rows)
    if mark.counted:
        phrases = Phrases()
        return f"{phrases.counted(len(mark.counted))}, {phrases.works(len(mark.sources))}"
    return who_says(mark.statement) if mark.statement else ""


def sentence(mark: Mark) -> str:
    """Return a mark as one sentence, for screen readers and the line under the plot."""
    words = [f"{mark.label}, {mark.kind}: {mark.text}"]
    words += [text for text in (mark.of, mark.as_of) if text]
    if mark.counted or mark.rows:
        words.append(says(mark))
    elif mark.statement:
        words.append(translate("Charts", "says %s") % says(mark))
    return spaced(", ".join(words))


def hint(mark: Mark) -> str:
    """Return what hovers over a mark: what it is, value, date and claimant, a line for each."""
    dated = translate("Charts", "as of %s") % mark.as_of if mark.as_of else ""
    lines = [f"{mark.label} · {mark.kind}", mark.text, mark.of, dated, says(mark)]
    if mark.statement and mark.cites and mark.cites[0].locator:
        lines.append(mark.cites[0].locator)
    return spaced("\n".join(line for line in lines if line))


def alternative(picture: Picture) -> str:
    """Return a picture in words, for those who cannot see it."""
    return f"{picture.title}. {picture.lead} {picture.summary}."
