# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Sets what editors type in plain letters as it is printed: quotation marks, units, years."""

from __future__ import annotations

import re

from terkha_db.vocabulary import UNITS

_QUOTED = re.compile(r'"([^"]*)"')
# Only before the endings of English: in pinyin and Wylie (Ma'erkang, 'bri ru) it is a letter.
_APOSTROPHE = re.compile(r"(?<=\w)'(?=(?:s|t|d|re|ve|ll)\b)")
_POWER = re.compile(r"(?<=[\d ])(g/cm|km|m)([23])\b")
_POWERS = {"2": "²", "3": "³"}
# Years only: the hyphen in numbers of standards and reports is their own.
_YEARS = re.compile(r"(?<![\w./-])((?:1[6-9]|20)\d\d)-((?:1[6-9]|20)\d\d)(?![\w/-])")

_UNIT = "|".join(re.escape(unit.id) for unit in UNITS if unit.id.isascii())
_RANGE = re.compile(
    rf"(?<![\w./,-])(\d[\d,.]*)-(\d[\d,.]*)(?= ?%| (?:per ?cent|Ma|million|{_UNIT})(?![\w/-]))"
)


def quoted(text: str) -> str:
    """Return a text with “curly” quotation marks and apostrophes for straight ones.

    A text with an odd number of marks is left as it is: nobody can tell which one is missing.
    """
    if text.count('"') % 2 == 0:
        text = _QUOTED.sub(r"“\1”", text)
    return _APOSTROPHE.sub("’", text)


def typeset(text: str) -> str:
    """Return a sentence of ours as it is printed: also ``km²`` for km2, 1995–2004 and 4–5 m."""
    text = _RANGE.sub(r"\1–\2", _YEARS.sub(r"\1–\2", quoted(text)))
    return _POWER.sub(lambda unit: unit[1] + _POWERS[unit[2]], text)
