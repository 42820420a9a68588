# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Warns of pinyin that is not how any of the record's names in Chinese characters is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from terkha_db.build.han import PLATEAU
from terkha_db.fold import fold_key
from terkha_db.records.models import Name
from terkha_db.records.walk import Find, Parts, find
from terkha_db.search.generic import is_generic

FEWEST = 2
"""Characters that a romanised name must read to count as one of theirs."""
_HAN = ("zh-Hans", "zh-Hant")
# Further words that stand beside the name proper.
_BESIDE = frozenset(
    ("north", "south", "east", "west", "autonomous", "and", "project", "ore", "plant")
)


def readings_that_differ(found: Parts) -> Iterator[Find]:
    """Find names in pinyin that none of the record's names in characters reads."""
    for entry in found.records:
        names: Sequence[Name] = getattr(entry.model, "names", ())
        read = [_readings(name.text) for name in names if name.lang in _HAN]
        if not read:
            continue
        for at, name in enumerate(names):
            if name.lang != "zh-Latn" or name.note == "misspelling":
                continue
            keys = (fold_key(name.text, {}), _bare(name.text))
            if not any(_begins(key, syllables) for key in keys for syllables in read):
                han = ", ".join(one.text for one in names if one.lang in _HAN)
                words = f"'{name.text}' is no reading of {han}"
                yield find("other-reading", entry, ("names", at), words)


def _bare(text: str) -> str:
    """Return the letters of a romanised name without generic words; ü is u, as it is typed."""
    words = [word for word in text.split() if not _tells_little(fold_key(word, {}))]
    return fold_key("".join(words), {})


def _tells_little(word: str) -> bool:
    return is_generic(word) or word in _BESIDE


def _readings(text: str) -> list[frozenset[str]]:
    """Return all readings of each character of a name."""
    from pypinyin import Style, pinyin

    return [
        frozenset(fold_key(one, {}) for one in (*readings, PLATEAU.get(char, "")) if one)
        for char in text
        for readings in pinyin(char, heteronym=True, style=Style.TONE)
    ]


def _begins(key: str, syllables: Sequence[Iterable[str]]) -> bool:
    """Tell whether a key is read by neighbouring characters, from any of them on."""
    fewest = min(FEWEST, len(syllables))
    return any(
        read >= fewest
        for start in range(len(syllables))
        for read in _all_read(key, syllables[start:])
    )


def _all_read(key: str, syllables: Sequence[Iterable[str]]) -> Iterator[int]:
    """Yield with how many characters, from the first on, the whole key can be read."""
    if not key:
        yield 0
    elif syllables:
        for reading in syllables[0]:
            if key.startswith(reading):
                for more in _all_read(key[len(reading) :], syllables[1:]):
                    yield more + 1
