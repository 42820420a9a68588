# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads where in a work something stands, as far as CSL has a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# CSL 1.0.2 label: (how records write it, short form in front of one, and of several).
_LABELS = {
    "page": (r"p|pp|page|pages", "p.", "pp."),
    "paragraph": (r"para|paras|paragraph|paragraphs|¶", "para.", "paras."),
    "section": (r"sec|section|sections|§", "sec.", "secs."),
    "chapter": (r"ch|chap|chapter|chapters", "chap.", "chaps."),
    "article-locator": (r"art|article|articles", "art.", "arts."),
    "appendix": (r"app|appendix|appendices", "app.", "apps."),
    "figure": (r"fig|figs|figure|figures", "fig.", "figs."),
    "table": (r"tab|table|tables", "table", "tables"),
    "note": (r"n|nn|note|notes|endnote|endnotes|footnote|footnotes", "n.", "nn."),
    "column": (r"col|column|columns", "col.", "cols."),
    "line": (r"line|lines", "line", "lines"),
    "part": (r"part|parts", "part", "parts"),
    "volume": (r"vol|volume|volumes", "vol.", "vols."),
}
# A number, Arabic or Roman, with what may hang on it: 3, 12a, S4, 4.2, IV, 5(1)(a)(iii).
_ONE = r"(?:[A-Z]?\d+[a-z]?(?:\.\d+)*|[IVXLC]+)(?:\(\w+\))*"
_VALUE = re.compile(rf"{_ONE}(?:\s*(?:[-–,]|and|to)\s*{_ONE})*")
_WORD = re.compile(r"(?P<word>[A-Za-z]+|[¶§])\.?\s*(?P<value>.+)")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a work; ``label`` is CSL's word for it, empty if CSL has none."""

    label: str
    value: str
    """What stands behind the label, ranges with an en dash; the whole words without a label."""

    def __str__(self) -> str:
        if not self.label:
            return self.value
        _, one, several = _LABELS[self.label]
        return f"{several if re.search(r'[–,]|and', self.value) else one} {self.value}"


def parse(words: str) -> Locator:
    """Read “paragraph 3”, “pp. 12-14” or “Table 2”; other words are kept as they are."""
    words = words.strip()
    if found := _WORD.fullmatch(words):
        value = found["value"]
        for label, (spellings, _, _) in _LABELS.items():
            if re.fullmatch(spellings, found["word"].lower()) and _VALUE.fullmatch(value):
                return Locator(label, re.sub(r"\s*(?:[-–]|\bto\b)\s*", "–", value))
    return Locator("", words)


def shortened(locators: Iterable[str]) -> str:
    """Give several places in one phrase: “p. 12; paras. 3–4; abstract”."""
    return "; ".join(str(parse(words)) for words in locators)
