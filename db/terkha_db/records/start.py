# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Starts the record of a mine: a file that is in order, and in comments what else it can hold."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path

from terkha_db.errors import RecordError
from terkha_db.fold import tokens
from terkha_db.records.load import load
from terkha_db.records.models import Mine
from terkha_db.records.rules.figures import UNITS_OF
from terkha_db.records.rules.twins import near_names
from terkha_db.vocabulary import LANGUAGES, PRECISIONS, ROLES, SITE_KINDS, STATUSES, Choice

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLAIN = re.compile(r"[^\W\d_][\w’ ()-]*")
_WIDTH = 96

_PARTS = """\
# What follows is a comment. Take the sign away before what a work says, fill it in, and delete
# the rest: an absent key means that nothing is recorded. Every value needs a work under `cites`,
# with the place in it after a comma (page, paragraph, table); the work stands in citations/.
# A value that two works give differently is two statements. README.md of this folder says more.

# Every spelling that a work uses, with its language:
{languages}
#names:
#  - text: {title}
#    lang: bo-Latn
#    cites:
#      - work-id, page 1

#statements:
# Whether it is worked, and when that was so:
{statuses}
#  - property: status
#    value: operating
#    as_of: 2026-01
#    cites:
#      - work-id, page 1
# Where it lies; records of places, as in places/:
#  - property: province
#    record: place/tar
#    cites:
#      - work-id, page 1
#  - property: prefecture
#    record: place/lhasa
#    cites:
#      - work-id, page 1
#  - property: county
#    record: place/maizhokunggar
#    cites:
#      - work-id, page 1
# A point in degrees, as precise as the work and no more:
{precisions}
#  - property: point
#    lat: 29.7
#    lon: 91.7
#    precision: locality
#    cites:
#      - work-id, table 1
#  - property: elevation
#    value: 4500
#    unit: m
#    cites:
#      - work-id, page 1
#  - property: deposit-type
#    value: porphyry
#    cites:
#      - work-id, page 1
#  - property: discovered
#    value: 1966
#    cites:
#      - work-id, page 1
# What is there or made; commodities/ has the records:
{roles}
#  - property: commodity
#    record: commodity/copper
#    role: primary
#    cites:
#      - work-id, page 1
# Who owns and works it, in per cent and at a date:
#  - property: owner
#    record: organisation/zijin-mining
#    share: 50.1
#    as_of: 2020-06
#    cites:
#      - work-id, page 1
#  - property: operator
#    record: organisation/tibet-julong-copper
#    as_of: 2020-06
#    cites:
#      - work-id, page 1
# Figures as published, in these units:
{units}
#  - property: resource
#    commodity: copper
#    value: 1000000
#    unit: t
#    substance: Cu
#    as_of: 2020-12
#    note: category and standard, as the work names them
#    cites:
#      - work-id, table 1

# Other sites that belong to it:
#related:
#  - mine/julong

# What was looked for and not found, for whoever looks next:
#note: No source for the status was found.

# What happened, and what is said to have been done to people, land or water (kind: impact):
#events:
#  - id: {slug}-2020-06-sold
#    date: 2020-06
#    what: What happened, in our own words
#    cites:
#      - work-id, page 1
"""


def start_mine(root: Path, name: str, *, slug: str, site_kind: str, anyway: bool) -> Path:
    """Write a new record of a mine under ``root`` and return its file.

    ``slug`` is the permanent id, "" to make it of ``name``; ``anyway`` lets a name pass that
    another site has, or nearly has.

    Raises:
        RecordError: the records are not in order, there is such a mine already, or of the name no
            id can be made.

    """
    mines = load(root).of(Mine)
    if (near := near_names(name, mines)) and not anyway:
        listed = ", ".join(f"mine/{one} ({mines[one].title})" for one in near)
        raise RecordError(
            f"“{name}” is the name, or nearly the name, of {listed}: "
            "write into that record, or say --anyway if this is another place."
        )
    slug = slug or _slug_of(name)
    if not _SLUG.fullmatch(slug):
        raise RecordError(
            f"“{slug}” is no id: small letters, digits and single hyphens, as in --id lakkor-tso."
        )
    if slug in mines:
        raise RecordError(
            f"There is a mine/{slug} already, {mines[slug].title}: "
            f"write into mines/{slug}.yaml, or give the new one another --id."
        )
    file = root / "mines" / f"{slug}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(_record(slug, name, site_kind), "utf-8")
    return file


def _slug_of(name: str) -> str:
    words = tokens(name, {})
    if not words or not all(word.isascii() for word in words):
        raise RecordError(
            f"Of “{name}” no id can be made: give one that a reader can guess, as in --id julong."
        )
    return "-".join(words)


def _record(slug: str, name: str, site_kind: str) -> str:
    title = _quoted(name)
    parts = _PARTS.format(
        slug=slug,
        title=title,
        languages=_comment(f"{one.tag} {one.label}" for one in LANGUAGES[:7]),
        statuses=_explained(STATUSES),
        precisions=_explained(PRECISIONS),
        roles=_explained(ROLES),
        units=_comment(
            f"{what} {' '.join(units)}" for what, units in UNITS_OF.items() if len(units) > 1
        ),
    )
    kinds = _explained(SITE_KINDS)
    return f"id: {slug}\ntitle: {title}\nsite_kind: {site_kind}\n{kinds}\n\n{parts}"


def _quoted(text: str) -> str:
    """Return a text as YAML takes it for text."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in ("null", "true", "false")
    return text if plain else "'" + text.replace("'", "''") + "'"


def _explained(choices: tuple[Choice, ...]) -> str:
    return "\n".join(f"# {one.id}: {one.definition}" for one in choices)


def _comment(parts: Iterable[str]) -> str:
    """Return words in comment lines of bearable width."""
    lines = textwrap.wrap("; ".join(parts), _WIDTH)
    return "\n".join(f"# {line}" for line in lines)
