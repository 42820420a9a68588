# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Names are written in the script of their language, texts in characters that can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from terkha_db.records.faults import Fault
from terkha_db.records.models import Name
from terkha_db.records.walk import Parts, fault
from terkha_db.vocabulary import LANGUAGE_BY_TAG

_SCRIPTS = {
    "CJK": "Han",
    "IDEOGRAPHIC": "Han",
    "TIBETAN": "Tibetan",
    "LATIN": "Latin",
    "FULLWIDTH": "Latin",
    "CYRILLIC": "Cyrillic",
    "MONGOLIAN": "Mongolian",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
}
# Private use, lone surrogates, control characters, the replacement character, and the
# compatibility ideographs, which look like other characters and are never found.
_UNREADABLE = re.compile(
    r"[\ue000-\uf8ff\ufffd\ufffe\uffff\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_COMPATIBILITY = re.compile(
    r"[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25-\ufa26\ufa2a-\ufaff]"
)
_TIBETAN_ALONE = re.compile(r"(?<![\u0f00-\u0fff])[\u0f71-\u0f84\u0f90-\u0fbc]")


def names_in_another_script(found: Parts) -> Iterator[Fault]:
    """Find names whose letters are not of the script of their language tag."""
    for entry, path, name in found.of(Name):
        wanted = LANGUAGE_BY_TAG[name.lang].script
        scripts = {_script(char) for char in name.text if char.isalpha()} - {""}
        if wanted == "any":
            continue
        if wanted not in scripts or (scripts - {wanted} and not _mixed(wanted, scripts)):
            others = " and ".join(sorted(scripts - {wanted})) or "no letters"
            words = f"'{name.text}' is tagged {name.lang} ({wanted}) but has {others}"
            yield fault(entry, path, words)


def names_in_the_other_chinese(found: Parts) -> Iterator[Fault]:
    """Find names tagged simplified that only traditional type can set, and the reverse."""
    for entry, path, name in found.of(Name):
        if name.lang == "zh-Hans" and not _fits(name.text, "gb2312") and _fits(name.text, "big5"):
            yield fault(entry, path, f"'{name.text}' is tagged zh-Hans but is written zh-Hant")
        if name.lang == "zh-Hant" and not _fits(name.text, "big5") and _fits(name.text, "gb2312"):
            yield fault(entry, path, f"'{name.text}' is tagged zh-Hant but is written zh-Hans")


def repeated_names(found: Parts) -> Iterator[Fault]:
    """Find spellings that a record gives twice in the same language."""
    seen: set[tuple[str, str, str]] = set()
    for entry, path, name in found.of(Name):
        key = (entry.id, name.text, name.lang)
        if key in seen:
            yield fault(entry, path, f"the name '{name.text}' stands twice")
        seen.add(key)


def unreadable_text(found: Parts) -> Iterator[Fault]:
    """Find characters that no reader sees as meant, and blanks at the ends of a text."""
    for entry, path, text in found.of(str):
        if text != text.strip():
            yield fault(entry, path, "the text begins or ends with a blank")
        for pattern, what in (
            (_UNREADABLE, "is no readable character"),
            (_COMPATIBILITY, "is a compatibility ideograph; write the usual character"),
            (_TIBETAN_ALONE, "is a Tibetan sign without the letter it belongs to"),
        ):
            if sign := pattern.search(text):
                yield fault(entry, path, f"U+{ord(sign[0]):04X} {what}")


@cache
def _script(char: str) -> str:
    """Return the script of a letter; empty for letters of all scripts (modifiers, Greek)."""
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ")[0], "")


def _mixed(wanted: str, scripts: set[str]) -> bool:
    """Tell whether a name may mix scripts: Chinese names of companies hold Latin letters."""
    return wanted == "Han" and scripts == {"Han", "Latin"}


def _fits(text: str, encoding: str) -> bool:
    han = "".join(char for char in text if _script(char) == "Han")
    try:
        han.encode(encoding)
    except UnicodeEncodeError:
        return False
    return bool(han)
