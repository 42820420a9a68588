# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads what was typed into what is looked for; no letter of it ever becomes SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import category

from terkha_db.fold import tokens

_LONGEST = 200
_MOST_WORDS = 12
# Tokens of scripts without blanks between words: characters in a row belong together.
_RUN = re.compile(
    r"[\u0f00-\u0fff\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)

# fmt: off
GENERIC = frozenset(
    {
        "co",
        "caka",
        "deposit",
        "deposits",
        "field",
        "lake",
        "mine",
        "mines",
        "mining",
        "ore",
        "project",
        "salt",
        "the",
        "tsaka",
        "tsakha",
        "tsho",
        "tso",
        "of",
        "copper",
        "gold",
        "iron",
        "lead",
        "lithium",
        "zinc",
        "矿",
        "床",
        "区",
        "湖",
        "盐",
        "铜",
        "金",
        "铁",
        "铅",
        "锌",
        "锂",
        "茶",
        "卡",
        "错",
    }
)
# fmt: on
"""Words that the names of many sites share: left out where nothing is found with them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, folded: its key, and its words, each a token or several that stand in a row."""

    key: str
    words: tuple[tuple[str, ...], ...]

    def match(self, *, in_a_row: bool = False) -> str:
        """Return the FTS5 expression for all words, anywhere or one after the other."""
        if in_a_row:
            return _phrase([token for word in self.words for token in word])
        return " AND ".join(_phrase(word) for word in self.words)

    def without_generic(self) -> Asked | None:
        """Return the query without words that many names share; None where nothing changes."""
        kept = tuple(
            left
            for word in self.words
            if (left := tuple(token for token in word if token not in GENERIC))
        )
        if not kept or kept == self.words:
            return None
        return Asked("".join(token for word in kept for token in word), kept)


def read_query(text: str, variants: Mapping[str, str]) -> Asked:
    """Return the folded query; its key is empty where it has no letter or digit."""
    clean = "".join(" " if category(letter)[0] == "C" else letter for letter in text[:_LONGEST])
    words: list[list[str]] = []
    for part in clean.split():
        in_run = False
        for token in tokens(part, variants):
            runs = _RUN.fullmatch(token) is not None
            if runs and in_run:
                words[-1].append(token)
            else:
                words.append([token])
            in_run = runs
    kept = tuple(tuple(word) for word in words[:_MOST_WORDS])
    return Asked("".join(token for word in kept for token in word), kept)


def _phrase(tokens_in_a_row: Sequence[str]) -> str:
    """Return tokens in a row as a phrase of FTS5 whose last token may go on."""
    quoted = " ".join(tokens_in_a_row).replace('"', '""')
    return f'"{quoted}"*'
