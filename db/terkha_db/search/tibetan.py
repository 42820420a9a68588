# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads Tibetan, in its script or in Wylie, aloud in Latin letters, as exile spellings write it.

For finding only: where no source gives a name in Tibetan script, its sound still leads to it. The
rules are those of the simplified transcription of the Tibetan and Himalayan Library, without marks
on vowels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PREFIXES = "གདབམའ"
_SUFFIXES = "གངདནབམའརལས"
_BEFORE_S = "གངབམ"
_VOWELS = {"\u0f72": "i", "\u0f74": "u", "\u0f7a": "e", "\u0f7c": "o"}
_ABOVE, _BELOW = "རལས", "ཡརལཝ"
_SOUNDS = """
ཀk ཁkh གg ངng ཅch ཆch ཇj ཉny ཏt ཐt དd ནn པp ཕp བb མm ཙts ཚts ཛdz ཝw ཞzh ཟz འ ཡy རr ལl ཤsh སs ཧh ཨ
"""
_LETTERS = {pair[0]: pair[1:] for pair in _SOUNDS.split()}
_WITH_Y = {"k": "ky", "kh": "khy", "g": "gy", "p": "ch", "b": "j", "m": "ny"}
_WITH_R = {"k": "tr", "kh": "tr", "g": "dr", "t": "tr", "d": "dr", "p": "tr", "b": "dr", "h": "hr"}
_SOUNDING = {"ག": "k", "ང": "ng", "ན": "n", "བ": "p", "མ": "m", "ར": "r", "ལ": "l"}
_SPELT = {"ག": "g", "བ": "b"}
_OPEN = "aeiou"
_FRONTING = "དནལས"
_SUBJOINED = 0x50
"""A subjoined letter lies so many places after the letter that it is."""
_STACK = re.compile(r"([\u0f40-\u0f6c])([\u0f90-\u0fbc]*)([\u0f71-\u0f7e]*)")
_WYLIE_LETTERS = "k kh g ng c ch j ny t th d n p ph b m ts tsh dz w zh z ' y r l sh s h a"
_WYLIE = dict(zip(_WYLIE_LETTERS.split(), _LETTERS, strict=True))
_WYLIE_VOWELS = {vowel: mark for mark, vowel in _VOWELS.items()}
_ROOT = "|".join(sorted((*list(_WYLIE)[:-1], "lh"), key=len, reverse=True))
# A letter is taken for the root where it can be one: "gya" is g with y, not y after g.
_WYLIE_SYLLABLE = re.compile(
    rf"([gdbm])??([rls])??({_ROOT}|)([yrlw])?([aiueo])((?:(?:ng|g|b|m)s?|[ndrls])?)"
)


def read_aloud(syllables: Sequence[str], *, spelt: bool = False) -> str:
    """Return how syllables sound one after the other; as they are where no rule writes them so.

    ``spelt`` keeps letters that some spellings write although they sound otherwise: g and b at the
    end, and m that joins a syllable to the one before.
    """
    sounds: list[str] = []
    for syllable in syllables:
        is_open = bool(sounds) and sounds[-1][-1:] in _OPEN
        sounds.append(_read(syllable, spelt=spelt, joined=spelt and is_open))
    return "".join(sounds)


def script_of(syllable: str) -> str | None:
    """Return a syllable of folded Wylie in Tibetan script, or None where it is no such syllable.

    Syllables of the language itself are read only, not the stacks of loans from Sanskrit.
    """
    found = _WYLIE_SYLLABLE.fullmatch(syllable)
    if found is None:
        return None
    prefix, above, root, below, vowel, ends = (part or "" for part in found.groups())
    if root == "lh":
        above, root = above + "l", "h"
    stack = [_WYLIE[letter] for letter in (*above, root or "a", *below)]
    letters = stack[0] + "".join(chr(ord(letter) + _SUBJOINED) for letter in stack[1:])
    return "".join(
        (
            *(_WYLIE[letter] for letter in prefix),
            letters,
            _WYLIE_VOWELS.get(vowel, ""),
            *(_WYLIE[letter] for letter in re.findall("ng|.", ends)),
        )
    )


def _read(syllable: str, *, spelt: bool, joined: bool) -> str:
    stacks = _STACK.findall(syllable)
    if not stacks or "".join(map("".join, stacks)) != syllable:
        return syllable
    at = _root(stacks)
    letter, below, marks = stacks[at]
    vowel = next((_VOWELS[mark] for mark in marks if mark in _VOWELS), "a")
    ends = "".join(stack[0] for stack in stacks[at + 1 :])
    if any(stack[1] for stack in stacks[at + 1 :]) or ends[:1] not in (*_SUFFIXES, ""):
        return syllable
    prefix = stacks[0][0] if at else ""
    nasal = "m" if joined and prefix == "མ" else ""
    return nasal + _start(prefix, letter, below) + _end(vowel, ends[:1], spelt=spelt)


def _root(stacks: list[tuple[str, str, str]]) -> int:
    """Return which stack a syllable is built on: with a vowel, or several letters, or by order."""
    for at, (_, below, marks) in enumerate(stacks[:2]):
        if marks or below:
            return at
    letters = "".join(stack[0] for stack in stacks)
    if len(letters) < 3 or letters[0] not in _PREFIXES:
        return 0
    return 0 if len(letters) == 3 and letters[2] == "ས" and letters[1] in _BEFORE_S else 1


def _start(prefix: str, letter: str, below: str) -> str:
    """Return the sound of the letters before the vowel."""
    under = [chr(ord(mark) - _SUBJOINED) for mark in below]
    if letter == "ལ" and "ཧ" in under:
        return "lh"
    if letter in _ABOVE and under and under[0] not in _BELOW:
        letter = under.pop(0)
    if prefix == "ད" and letter == "བ":
        return "y" if "ཡ" in under else "r" if "ར" in under else "w"
    sound = _LETTERS.get(letter, "")
    if "ལ" in under:
        return "d" if letter == "ཟ" else "l"
    if "ཡ" in under:
        return _WITH_Y.get(sound, sound)
    return _WITH_R.get(sound, sound) if "ར" in under else sound


def _end(vowel: str, last: str, *, spelt: bool) -> str:
    """Return the vowel and the sound of the letter after it."""
    if vowel == "a" and last and last in _FRONTING:
        vowel = "e"
    return vowel + (_SPELT if spelt and last in _SPELT else _SOUNDING).get(last, "")
