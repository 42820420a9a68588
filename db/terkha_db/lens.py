# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A lens: whose works count for now. What it leaves out stays in the catalogue and on the pages.

A lens is written as words with commas between them: kinds of source that it includes
(``company,academic``) or leaves out (``-state-media``), and works that it leaves out
(``-citation/zijin-2021-julong-phase1``); ``none`` includes no kind at all. No words, or ``all``,
are no lens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from terkha_db.errors import KnownError
from terkha_db.vocabulary import SOURCE_KINDS
from terkha_db.wording import count

ALL_KINDS = frozenset(choice.id for choice in SOURCE_KINDS)

_ORDER = tuple(choice.id for choice in SOURCE_KINDS)
_LABELS = {choice.id: choice.label for choice in SOURCE_KINDS}
_EVERYTHING, _NOTHING = "all", "none"
_WORK = r"citation/[a-z0-9]+(?:-[a-z0-9]+)*"
_LONGEST = 2000


class LensError(KnownError):
    """A text that is no lens."""


@dataclass(frozen=True, slots=True)
class Lens:
    """The kinds of source that count, and the works that do not."""

    kinds: frozenset[str] = ALL_KINDS
    """Words of SOURCE_KINDS."""
    without: frozenset[str] = frozenset()
    """Ids of citations, as in ``citation/zijin-2021-julong-phase1``."""

    @property
    def is_on(self) -> bool:
        """True if it leaves anything out."""
        return self.kinds != ALL_KINDS or bool(self.without)

    def admits(self, work: str, kind: str) -> bool:
        """Tell whether a work, named by its id and kind of source, counts."""
        return kind in self.kinds and work not in self.without

    def with_kind(self, kind: str, *, on: bool) -> Lens:
        """Return the lens with a kind of source included or left out."""
        return Lens(self.kinds | {kind} if on else self.kinds - {kind}, self.without)

    def without_work(self, work: str, *, on: bool = True) -> Lens:
        """Return the lens without a work, or with it again."""
        return Lens(self.kinds, self.without | {work} if on else self.without - {work})


OPEN = Lens()
"""No lens: every work counts."""

PRESETS: tuple[tuple[str, Lens], ...] = (
    ("Company works", Lens(frozenset({"company"}))),
    ("Academic works", Lens(frozenset({"academic"}))),
    ("All kinds but state media", Lens(ALL_KINDS - {"state-media"})),
    (
        "Government and intergovernmental works, academic works and data sets",
        Lens(frozenset({"government", "intergovernmental", "academic", "database"})),
    ),
)
"""Lenses that are offered, named by what they include."""


def parse_lens(text: str) -> Lens:
    """Read a lens.

    Raises:
        LensError: a word is no kind of source and no work, or the words contradict each other.

    """
    if len(text) > _LONGEST or not text.isprintable():
        raise LensError("This is no lens: write kinds of source, as in company,academic.")
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    included: set[str] = set()
    left_out: set[str] = set()
    without: set[str] = set()
    for word in words:
        name = word.removeprefix("-")
        if name.startswith("citation/"):
            without.add(_work(name, word))
        elif word.startswith("-"):
            left_out.add(_kind(name))
        elif word not in (_EVERYTHING, _NOTHING):
            included.add(_kind(name))
    named = bool(included) + bool(left_out) + (_EVERYTHING in words) + (_NOTHING in words)
    if named > 1:
        raise LensError(
            "A lens names the kinds of source that it includes, or those that it leaves out, "
            "not both: write company,academic or -state-media."
        )
    if included or _NOTHING in words:
        return Lens(frozenset(included), frozenset(without))
    return Lens(ALL_KINDS - left_out, frozenset(without))


def format_lens(lens: Lens) -> str:
    """Return the lens as text, "" for none; ``parse_lens`` reads it back."""
    left_out = [kind for kind in _ORDER if kind not in lens.kinds]
    if not lens.kinds:
        words = [_NOTHING]
    elif len(left_out) <= len(_ORDER) // 2:
        words = [f"-{kind}" for kind in left_out]
    else:
        words = [kind for kind in _ORDER if kind in lens.kinds]
    return ",".join([*words, *(f"-{work}" for work in sorted(lens.without))])


def in_words(lens: Lens, titles: Iterable[str] = ()) -> str:
    """Return what a lens includes, as the end of a sentence: ``company and academic works``.

    ``titles`` are those of the works that it leaves out; without them they are counted.
    """
    kinds = [_LABELS[kind] for kind in _ORDER if kind in lens.kinds]
    if not kinds:
        return "no works at all"
    if lens.kinds == ALL_KINDS:
        words = "works of all kinds"
    elif len(kinds) > len(_ORDER) // 2:
        left_out = [_LABELS[kind] for kind in _ORDER if kind not in lens.kinds]
        words = f"works of all kinds but {_listed(left_out)}"
    else:
        words = f"{_listed(kinds)} works"
    named = [f"“{title}”" for title in titles]
    if lens.without:
        words += f", without {_joined(named) if named else count(len(lens.without), 'work')}"
    return words


def in_short(lens: Lens) -> str:
    """Return a lens in two or three words: ``5 of 12 kinds``, ``without 1 work``."""
    parts = []
    if lens.kinds != ALL_KINDS:
        parts.append(f"{len(lens.kinds)} of {len(ALL_KINDS)} kinds")
    if lens.without:
        parts.append(f"without {count(len(lens.without), 'work')}")
    return ", ".join(parts)


def _kind(name: str) -> str:
    found = name.replace(" ", "-").replace("_", "-")
    if found in ALL_KINDS:
        return found
    by_label = {label.lower().replace(" ", "-"): kind for kind, label in _LABELS.items()}
    if found in by_label:
        return by_label[found]
    from difflib import get_close_matches

    near = get_close_matches(found, _ORDER, n=1)
    hint = f"did you mean {near[0]}?" if near else f"kinds are {', '.join(_ORDER)}."
    raise LensError(f"There is no kind of source “{name}”; {hint}")


def _work(name: str, word: str) -> str:
    if not word.startswith("-"):
        raise LensError(f"A lens can only leave a work out: write -{name}.")
    if not re.fullmatch(_WORK, name):
        raise LensError(f"“{name}” is no id of a work: ids look like citation/zijin-2021-annual.")
    return name


def _listed(labels: Iterable[str]) -> str:
    """Return labels as they stand within a sentence."""
    return _joined(
        [label if label[:2].isupper() else label[:1].lower() + label[1:] for label in labels]
    )


def _joined(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
