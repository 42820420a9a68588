# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How values, dates and places read: the one place for the window, exports and command line.

Numbers keep their published digits, units stand after a narrow no-break space, substances carry
subscripts, and what is missing is said in words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from terkha_db.vocabulary import (
    CLAIM_KINDS,
    KIND_BY_ID,
    LANGUAGE_BY_TAG,
    PLACE_LEVELS,
    PRECISIONS,
    PROPERTY_BY_ID,
    ROLES,
    SITE_KINDS,
    SOURCE_KINDS,
    STATUSES,
    UNIT_BY_ID,
    VERDICTS,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from terkha_db.entities import Source, Statement

SPACE = "\u202f"
"""The narrow no-break space between a number and its unit."""
UNDATED = "undated"
NOT_RECORDED = "not recorded"
UNNAMED = "Anonymous"
"""Who speaks in a work that names neither author nor outlet, as far as it was read."""
OUTSIDE_LENS = "outside lens"
_TITLE = 40
"""Letters of a title that stands for who says so."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PRECISION = {choice.id: choice.label for choice in PRECISIONS}
_WORDS = {
    choice.id: choice.label
    for choices in (CLAIM_KINDS, PLACE_LEVELS, ROLES, SITE_KINDS, SOURCE_KINDS, STATUSES, VERDICTS)
    for choice in choices
}
# Patterns are compiled when they are first asked for: a start needs none of them.
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_CHARGE = r"(?<=[A-Za-z)\]])\d[+-](?![A-Z\d])"
_FORMULA_DIGITS = r"(?<=[A-Za-z)\]])\d+(?:\.\d+)?"
# Elements and groups in brackets, nothing else: Cu, Li2CO3, Pb+Zn, but neither "ore" nor "LREE".
_FORMULA = r"(?:(?:[A-Z][a-z]?|[()\[\]])\d*)+(?:\+(?:[A-Z][a-z]?\d*)+)*"
_CURRENCIES = ("CNY", "USD", "CAD", "EUR")
_MASSES = ("t", "t/y")
_UNIT_MARKS = {"km2": "km²", "m3/d": "m³/d", "g/cm3": "g/cm³", "1": "", "count": ""}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def who(source: Source) -> str:
    """Return who speaks in a work; where it names nobody, its title in short, as lists do."""
    if source.author != UNNAMED:
        return source.author
    title = source.title.strip("[]")
    if len(title) > _TITLE:
        # Han has no blanks to be cut at.
        cut = title[:_TITLE]
        title = f"{cut.rpartition(' ')[0] or cut} …"
    return f"“{title}”"


def format_value(statement: Statement) -> str:
    """Return the value of a statement as readers see it: ``more than 190,000 t Cu``.

    A number is followed by unit and substance, large masses are written in Mt and large sums in
    millions or billions; every published digit is kept.
    """
    if statement.lat is not None and statement.lon is not None:
        return format_coordinates(statement.lat, statement.lon, statement.precision)
    if statement.records:
        titles = " and ".join(brief.title for brief in statement.records)
        return f"{titles} ({format_number(statement.share)}{SPACE}%)" if statement.share else titles
    if statement.text:
        return _text(statement)
    return _quantity(statement)


def format_number(value: float | None) -> str:
    """Return a number with its published digits and commas for thousands; "" for None."""
    if value is None:
        return ""
    return _digits(_decimal(value))


def format_date(date: str) -> str:
    """Return ``28 Dec 2021``, ``Dec 2021``, ``2021``, an interval, or ``undated`` for ""."""
    if not date:
        return UNDATED
    first, _, last = date.partition("/")
    if not last or first == last:
        return _day(first)
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        return f"{_MONTHS[int(first[5:]) - 1]}–{_day(last)}"
    dash = "–" if len(first) == len(last) == 4 else " – "
    return f"{_day(first)}{dash}{_day(last)}"


def format_as_of(statement: Statement) -> str:
    """Return the date a value is of, in words of the source where it gives no date."""
    if statement.as_of:
        return format_date(statement.as_of)
    return statement.as_of_note or UNDATED


def format_coordinates(lat: float, lon: float, precision: str = "") -> str:
    """Return ``29.6251° N, 91.5938° E``, with the precision in words where it is given."""
    north = f"{abs(lat):.4f}°{SPACE}{'N' if lat >= 0 else 'S'}"
    east = f"{abs(lon):.4f}°{SPACE}{'E' if lon >= 0 else 'W'}"
    placed = _PRECISION.get(precision, precision).lower()
    return f"{north}, {east}" + (f" ({placed})" if placed else "")


def format_unit(unit: str) -> str:
    """Return a unit as printed: ``km²`` for km2, nothing for a ratio or a count."""
    return _UNIT_MARKS.get(unit, unit)


def format_substance(substance: str) -> str:
    """Return a substance with the subscripts of a formula: ``Li₂CO₃``; words stay words."""
    return format_formula(substance) if re.fullmatch(_FORMULA, substance) else substance


def format_formula(formula: str) -> str:
    """Return a chemical formula with subscript digits and superscript charges (``Fe³⁺``)."""
    formula = re.sub(_CHARGE, lambda charge: charge[0].translate(_SUPERSCRIPTS), formula)
    return re.sub(_FORMULA_DIGITS, lambda digits: digits[0].translate(_SUBSCRIPTS), formula)


def format_kind(kind: str, *, plural: bool = False) -> str:
    """Return the label of a kind of record: ``Mine`` or ``Mines``."""
    known = KIND_BY_ID.get(kind)
    if known is None:
        return kind.replace("-", " ").capitalize()
    return known.plural if plural else known.label


def format_language(tag: str) -> str:
    """Return a language tag in words: ``Chinese, simplified``."""
    return LANGUAGE_BY_TAG[tag].label if tag in LANGUAGE_BY_TAG else tag


def format_property(name: str) -> str:
    """Return the label of a property: ``Deposit type``."""
    if name in PROPERTY_BY_ID:
        return PROPERTY_BY_ID[name].label
    return name.replace("-", " ").capitalize()


def format_word(word: str) -> str:
    """Return the label of a word of a closed list: ``State media``; other words as a label."""
    return _WORDS.get(word) or word.replace("-", " ").replace("_", " ").capitalize()


def format_thing(record_id: str) -> str:
    """Return the last part of a permanent id in words, ``rare earths`` of commodity/rare-earths."""
    return record_id.rpartition("/")[2].replace("-", " ")


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 work``, ``1,204 works``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def grouped(words: str, number: int) -> str:
    """Return words that tell a number with commas for its thousands."""
    return words.replace(str(number), f"{number:,}", 1)


def _text(statement: Statement) -> str:
    kind = PROPERTY_BY_ID.get(statement.property)
    if kind is None:
        return statement.text
    if kind.type == "date":
        return format_date(statement.text)
    labels = {choice.id: choice.label for choice in kind.choices}
    return labels.get(statement.text, statement.text)


def _quantity(statement: Statement) -> str:
    bounds = [
        _decimal(number)
        for number in (statement.low, statement.high)
        if number is not None and number != statement.value
    ]
    if statement.value is not None:
        return _measured(statement, [_decimal(statement.value)])
    if len(bounds) == 2:
        return _measured(statement, bounds)
    if not bounds:
        return NOT_RECORDED
    words = "at least" if statement.low is not None else "up to"
    return f"{words} {_measured(statement, bounds)}"


def _measured(statement: Statement, numbers: list[Decimal]) -> str:
    """Return one number or both ends of a range with qualifier, unit and substance."""
    scaled, unit = _scaled(numbers, statement.unit)
    digits = "–".join(_digits(number) for number in scaled)
    if statement.unit in _CURRENCIES:
        figure = f"{statement.unit}{SPACE}{digits}" + (f"{SPACE}{unit}" if unit else "")
    else:
        figure = f"{digits}{SPACE}{unit}" if unit else digits
    if statement.substance:
        name = format_substance(statement.substance)
        figure += f"{SPACE if name != statement.substance or _is_formula(name) else ' '}{name}"
    before = f"{statement.qualifier} " if statement.qualifier else ""
    after = f" ({statement.statistic})" if statement.statistic else ""
    return f"{before}{figure}{after}"


def _scaled(numbers: list[Decimal], unit: str) -> tuple[list[Decimal], str]:
    """Return the numbers in the unit that reads best, and that unit."""
    least = min(abs(number) for number in numbers)
    if unit in _MASSES and least >= 10**6:
        return [number / 10**6 for number in numbers], f"M{unit}"
    if unit in _CURRENCIES:
        for factor, word in _LARGE:
            if least >= factor:
                return [number / factor for number in numbers], word
        return numbers, ""
    if unit not in UNIT_BY_ID:
        return numbers, unit
    return numbers, format_unit(unit)


def _is_formula(name: str) -> bool:
    return re.fullmatch(_FORMULA, name) is not None


def _decimal(value: float) -> Decimal:
    """Return the shortest decimal that the float stands for: the digits as published."""
    from decimal import Decimal

    return Decimal(repr(value))


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"
