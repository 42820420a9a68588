# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Words that the names of many sites share, and the endings they make of names written as one."""

from __future__ import annotations

_ENGLISH = (
    "a area basin belt bureau city co company corporation county deposit deposits "
    "district field group lake lakes limited ltd mine mines mining mineral of ore orefield "
    "polymetallic prefecture project province region site sites the township village "
    "works"
)
_MINED = (
    "antimony asbestos borax boron chrome chromite chromium coal cobalt copper gemstone gold iron "
    "jade lead lithium magnesite molybdenum nickel potash salt silver spodumene tin tungsten "
    "uranium zinc"
)
# Lake, salt lake, river, mountain, county, mine … as they end names of places in Latin letters.
_ROMANISED = (
    "caka chaka chakha chu chus co cuo dzong gongsi gter he hu jituan kha kuang kuangqu kuangye "
    "mtsho nor nur rdzong qu shan shi tongkuang tsaka tsakha tsangpo tshakha tsho tshwa tso xian "
    "xiang yanhu zangbo zhen zong"
)
_HAN = "矿床区湖盐铜金铁铅锌锂铬银多属茶卡错措锘县市镇乡山河江州省公司业集团有限的"
_TIBETAN = "རྫོང ཆུས མཚོ ཚྭ ཁ གཏེར གྲོང ཁྱེར ས ཁུལ ཞིང ཆེན"

GENERIC = frozenset(
    (*_ENGLISH.split(), *_MINED.split(), *_ROMANISED.split(), *_HAN, *_TIBETAN.split())
)
"""Folded tokens that tell little: left out where nothing is found with them."""

_LEAST_LEFT = 3
_SHORTEST_MISSPELT = 5
_GLUED = sorted(
    (*(word for word in _ROMANISED.split() if word not in ("kha", "gter", "chus")), "lake", "mine"),
    key=lambda word: -len(word),
)


def _with_a_letter_less(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


# Two words with an error between them share one of these.
_NEAR_GENERIC = frozenset(
    less
    for word in (*_ENGLISH.split(), *_MINED.split())
    if len(word) >= _SHORTEST_MISSPELT
    for less in (word, *_with_a_letter_less(word))
)


def is_generic(token: str) -> bool:
    """Return whether a folded token tells little."""
    return token in GENERIC


def without_ending(token: str) -> str:
    """Return a Latin word without an ending that stands for lake, mine, county and the like."""
    for ending in _GLUED:
        if token.endswith(ending) and len(token) - len(ending) >= _LEAST_LEFT:
            return token[: -len(ending)]
    return token


def is_nearly_generic(token: str) -> bool:
    """Return whether a word would be generic but for a typing error."""
    if len(token) < _SHORTEST_MISSPELT - 1:
        return is_generic(token)
    return is_generic(token) or not _NEAR_GENERIC.isdisjoint((token, *_with_a_letter_less(token)))
