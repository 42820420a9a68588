# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Coarse words for what sources say in many ways: events, river basins, origins of minerals.

They are read from the words of the records by the patterns here, several of a text or none, so
that tables can be narrowed by them; what a source says stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from terkha_db.vocabulary import Choice

Patterns = Sequence[tuple[str, re.Pattern[str]]]

HAPPENINGS: tuple[Choice, ...] = (
    Choice("discovery", "Discovery"),
    Choice("approval", "Approvals"),
    Choice("deal", "Companies"),
    Choice("building", "Building"),
    Choice("opening", "Production"),
    Choice("closing", "Stoppage"),
    Choice("accident", "Accidents"),
    Choice("pollution", "Pollution"),
    Choice("protest", "Protest"),
    Choice("law", "Law, politics"),
)
"""What an event is about: surveys are with discoveries, plans with approvals, deals with companies,
openings with production, closures with stoppages, arrests with protest."""

BASINS: tuple[Choice, ...] = (
    Choice("yarlung-tsangpo", "Yarlung Tsangpo"),
    Choice("mekong", "Mekong"),
    Choice("yangtze", "Yangtze"),
    Choice("yellow-river", "Yellow River"),
    Choice("closed", "Closed basin"),
)
"""Where water goes in the end; tributaries are counted with the river that they join, Yalong and
Gyalmo Ngulchu with the Yangtze."""

ORIGINS: tuple[Choice, ...] = (
    Choice("plateau", "The plateau"),
    Choice("margin", "Its margin"),
    Choice("disputed", "Disputed"),
    Choice("elsewhere", "Elsewhere"),
)
"""Where the type locality of a mineral lies, as the record notes it."""


def _patterns(*pairs: tuple[str, str]) -> Patterns:
    return tuple((word, re.compile(pattern, re.IGNORECASE)) for word, pattern in pairs)


_HAPPENINGS = _patterns(
    (
        "discovery",
        r"\bdiscover\w*|\bfinds?\b|\bfound\b|newly identified|new (deposit|resource)|\bsurvey\w*"
        r"|\bexplor\w+|\bdrill\w*|\bprospect\w*",
    ),
    ("approval", r"\bapprov\w+|\bpermit\w*|\blicen[cs]\w*|\bplan(s|ned)?\b|\bfeasibility\b"),
    (
        "deal",
        r"\bbought\b|\bbuys?\b|\bacquir\w+|\bstakes?\b|\bshares?\b|\bagreements?\b|\bcontracts?\b"
        r"|\btransfer\w*|\bmerge\w*|\bauction\w*|\bpurchase\w*|\bjoint venture\b|\bfounded\b"
        r"|\bset up\b|\binvest\w*|\bbid\b",
    ),
    ("building", r"\bconstruct\w*|\bbuil[dt]\w*|\bcompletion\b|\bcompleted\b"),
    (
        "opening",
        r"\bopen(ed|s|ing)?\b|\bproduction (began|begins|start\w*)|\bstart(s|ed)?\b|\bbegan\b"
        r"|\bbegins\b|\btrial\b|\bresum\w+|\brestart\b|\bphase\b|\bcommission(ed|ing)\b",
    ),
    ("closing", r"\bclos(ed|ure|ing)\b|\bstopp?\w*|\bsuspend\w*|\bhalt\w*|\bshut\w*"),
    (
        "accident",
        r"\blandslide|\bthe slide\b|\baccident\w*|\boverflow\w*|\bspill\w*|\bcollaps\w+|\bkilled\b"
        r"|\bburied\b",
    ),
    (
        "pollution",
        r"\bpollut\w*|\bwaste\b|\bcontaminat\w*|\btailings\b|\bfouled\b|\bwater\b|\brivers?\b",
    ),
    (
        "protest",
        r"\bprotest\w*|\bclash\w*|\bpetition\w*|\bdetain\w*|\bdetention\b|\barrest\w*"
        r"|\bsentenc\w+|\bcomplain\w*|\bdemonstrat\w*|\boppos\w+|\bblockad\w*|\bbarred\b"
        r"|\bsit-in\b|\bself-immolation\b|\bquestioned\b",
    ),
    (
        "law",
        r"\blaws?\b|\bact\b|\bresolution\b|\bregulations?\b|\bban(ned|s)?\b|\bbill\b"
        r"|\bsanction\w*|\bdirective\b|\bcourt\b|\bparliament\b|\bsummit\b",
    ),
)
# The Lhasa River (Kyi Chu) joins the Yarlung Tsangpo; Yalong (Nyag Chu) and Gyalmo Ngulchu (Dadu)
# go to the Yangtze.
_BASINS = _patterns(
    ("yarlung-tsangpo", r"yarlung|tsangpo|brahmaputra|lhasa river|kyi ?chu"),
    ("mekong", r"mekong|dza ?chu|lancang"),
    ("yangtze", r"yangtze|dri ?chu|jinsha|yalong|nyag ?chu|nakchu|gyalmo ngulchu|dadu"),
    ("yellow-river", r"yellow river|ma ?chu\b|huang ?he"),
    ("closed", r"\bclosed\b|without outlet|endorheic"),
)
_ORIGINS = _patterns(
    ("plateau", r"^on the plateau"),
    ("margin", r"^at the margin of the plateau"),
    ("disputed", r"^disputed whether on the plateau"),
    ("elsewhere", r"^(outside|off) the plateau"),
)


def happening_words(text: str | None) -> tuple[str, ...]:
    """Return the words of HAPPENINGS that the text of an event amounts to; maybe none."""
    return _words(_HAPPENINGS, text)


def basin_words(text: str | None) -> tuple[str, ...]:
    """Return the words of BASINS that a source's words for a river basin amount to."""
    return _words(_BASINS, text)


def origin_words(note: str | None) -> tuple[str, ...]:
    """Return the word of ORIGINS that the note on a type locality begins with."""
    return _words(_ORIGINS, note)


def _words(patterns: Patterns, text: str | None) -> tuple[str, ...]:
    return tuple(word for word, pattern in patterns if pattern.search(text or ""))
