# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the words beside a figure say about it: for the whole of a record, expected, a category.

The choice of the figure that tables show and the guard against wrong sums read them alike.
"""

from __future__ import annotations

import re

_CATEGORY = re.compile(
    r"\b(measured|indicated|inferred|proven|proved|probable|identified|verified|retained|filed"
    r"|JORC|43-101|GB/T|category|33[1-4])\b"
)
_EXPECTED = re.compile(
    r"\b(potential|predict\w+|expect\w+|speculative|prospective|plan|plans|planned|possible|possibly|if"
    r"|forecast|target|estimated total|may)\b"
)
# Words of "of" that name the substance and not a part of the mine.
_PLAIN = frozenset(
    "oxide oxides chloride carbonate hydroxide pentoxide trioxide sulfate metal contained in "  # noqa: SIM905
    "brine content ore and".split()
)


def names_substance(of: str, commodity: str) -> bool:
    """Tell whether ``of`` names no more than the substance, so that a figure is for the whole."""
    words = commodity.replace("-", " ").split()
    known = _PLAIN | set(words) | {word.rstrip("s") for word in words}
    return set(re.findall(r"[a-z]+", of.lower())) <= known


def is_hoped_for(words: str) -> bool:
    """Tell whether the words beside a figure make it a plan, an estimate or a hope."""
    return _EXPECTED.search(words) is not None


def categories(words: str) -> tuple[str, ...]:
    """Return the categories and standards that the words beside a figure name, each once."""
    return tuple(dict.fromkeys(_CATEGORY.findall(words)))
