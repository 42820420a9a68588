# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Chooses, by the written rule, which of several values tables show, and says why.

The rule: the figure for the whole of the record first; then one of a stated category or standard,
and what was found before what is expected; then a work that speaks for itself before reposts and
works read in a copy; then the latest date. For a status the date decides before the work. Nothing
is averaged, and every other value stays beside the preferred one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from terkha_db.build.draft import Contest, Place, Stated
from terkha_db.perimeter import categories, is_hoped_for, names_substance
from terkha_db.records.load import Entry, Records
from terkha_db.records.models import Citation, Cite, Mine
from terkha_db.substances import contained
from terkha_db.vocabulary import PROPERTY_BY_ID, SITE_KINDS, UNIT_BY_ID
from terkha_db.wording import UNDATED, format_date

CHOSEN = frozenset(
    "status province prefecture point elevation deposit-type discovered opened "  # noqa: SIM905
    "river-basin resource reserve grade production capacity investment workforce area formula "
    "ima-status ima-number ima-symbol described mineral-class mineral-group strunz crystal-system "
    "hardness density colour type-locality use ownership-kind".split()
)
"""Properties of which a table shows one value; of all others every value is shown."""

_DATE_DECIDES = ("status",)
# What is measured differs from figure to figure; only those of one thing stand against each other.
_BY_PART = ("investment", "workforce", "area")
_DATE_LENGTH = len("2021-12-27")
_PRECISION = {"site": 0, "locality": 1, "county": 2}
_FROM = {
    "company": "from the company",
    "government": "from a government body",
    "intergovernmental": "from an intergovernmental body",
    "academic": "from an academic work",
    "think-tank": "from a think tank",
    "ngo": "from a non-governmental body",
    "state-media": "from state media",
    "news": "from the press",
    "trade-press": "from the trade press",
    "database": "from a data set",
    "encyclopedia": "from an encyclopedia",
    "commercial": "from a web publisher",
}
_CATEGORIES = ("of a stated category", "of no stated category", "a projection")
_PRECISE_TO = {"site": "the site", "locality": "the locality", "county": "the county"}
_COPYISTS = ("encyclopedia", "commercial")


@dataclass(frozen=True, slots=True)
class _Rating:
    """How a statement stands by each point of the rule; smaller is better."""

    perimeter: int
    category: int
    source: int
    undated: bool
    date: str

    def order(self) -> tuple[int, int, int, int, tuple[int, ...]]:
        later = tuple(-ord(char) for char in self.date.ljust(_DATE_LENGTH))
        return self.perimeter, self.category, self.source, self.undated, later

    def order_by_date(self) -> tuple[int, int, tuple[int, ...], int, int]:
        perimeter, category, source, undated, later = self.order()
        return perimeter, undated, later, source, category


@dataclass(frozen=True, slots=True)
class _Rated:
    """A statement by one of its works."""

    rating: _Rating
    stated: Stated
    cite: Cite | None


def judge(
    records: Records, statements: Mapping[str, Sequence[Stated]]
) -> tuple[dict[str, list[Stated]], dict[str, list[Contest]]]:
    """Return the statements with the preferred ones marked and explained, and all contests.

    A contest holds every statement once for each of its works, because a work that speaks for
    itself comes before one that repeats it: whoever trusts only some works finds the statement to
    prefer among theirs by the same order.
    """
    works = records.of(Citation)
    entries = {entry.id: entry for entry in records}
    ranked: dict[str, list[Stated]] = {}
    contests: dict[str, list[Contest]] = {}
    for record_id, stated in statements.items():
        entry = entries[record_id]
        groups = [(group, _rated(group, works)) for group in _groups(stated)]
        best = [_preferred(entry, group, rated, works) for group, rated in groups]
        chosen = {one.id: one for one in best}
        ranked[record_id] = [chosen.get(one.id, one) for one in stated]
        contests[record_id] = [
            [
                Place(one.stated, one.cite, _in_words(entry, one, works))
                for one in rated
                if one.cite is not None
            ]
            for _, rated in groups
        ]
    return ranked, contests


def is_whole(stated: Stated) -> bool:
    """Tell whether a figure is of the record as a whole: "of" names no more than the substance."""
    if stated.said.of is None or stated.said.property in _BY_PART:
        return True
    return names_substance(stated.said.of, stated.said.commodity or "")


def is_expected(stated: Stated) -> bool:
    """Tell whether a figure is a plan, an estimate or a hope, by its marks or its words."""
    marked = stated.said.projection or stated.said.estimated
    return marked or is_hoped_for(_scope(stated))


def _scope(stated: Stated) -> str:
    said = stated.said
    return f"{said.of or ''} {said.note or ''} {said.statistic or ''}"


def _groups(statements: Iterable[Stated]) -> list[list[Stated]]:
    """Return the statements that stand against each other, property by property."""
    groups: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for stated in statements:
        said = stated.said
        if said.property not in CHOSEN or stated.rank == "superseded":
            continue
        key: tuple[str, ...] = (said.property,)
        if PROPERTY_BY_ID[said.property].group == "figures":
            commodity = said.commodity or ""
            unit = UNIT_BY_ID[said.unit].base if said.unit else ""
            key += (commodity, contained(commodity, said.substance or "")[0], unit)
            key += (said.of or "",) if said.property in _BY_PART else ()
        groups[key].append(stated)
    return list(groups.values())


def _rated(group: Sequence[Stated], works: Mapping[str, Citation]) -> list[_Rated]:
    """Return the statements of a group, once for each of their works, the preferred one first."""
    rated = [
        _Rated(_rate(stated, works[cite.work] if cite else None), stated, cite)
        for stated in group
        for cite in stated.cites or (None,)
    ]
    by_date = group[0].said.property in _DATE_DECIDES
    rated.sort(key=lambda one: one.rating.order_by_date() if by_date else one.rating.order())
    return rated


def _preferred(
    entry: Entry,
    group: Sequence[Stated],
    rated: Sequence[_Rated],
    works: Mapping[str, Citation],
) -> Stated:
    best = rated[0]
    ratings: dict[str, _Rating] = {}
    for one in rated:
        ratings.setdefault(one.stated.id, one.rating)
    others = [ratings[one.id] for one in group if one.id != best.stated.id]
    alone = _alone(best.stated)
    reason = _reason(entry, best.stated, best.rating, others, works) if others else alone
    return replace(best.stated, rank="preferred", reason=reason)


def _rate(stated: Stated, work: Citation | None) -> _Rating:
    said = stated.said
    if said.precision:
        category = _PRECISION[said.precision]
    elif PROPERTY_BY_ID[said.property].group != "figures":
        category = 0
    elif is_expected(stated):
        category = 2
    else:
        category = 0 if categories(_scope(stated)) else 1
    return _Rating(
        perimeter=0 if is_whole(stated) else 1,
        category=category,
        source=_distance(work) if work else 2,
        undated=said.as_of is None,
        date=(said.as_of or "").partition("/")[2] or said.as_of or "",
    )


def _distance(work: Citation) -> int:
    """Return how far a work is from who said it first: 0 itself, 1 a repost or a copy."""
    reposted = work.original_publisher is not None or work.source_kind in _COPYISTS
    return 1 if reposted or work.read_as is not None else 0


def _alone(stated: Stated) -> str:
    figure = PROPERTY_BY_ID[stated.said.property].group == "figures"
    words = f"the only {'figure' if figure else 'value'} recorded"
    return words if is_whole(stated) else f"{words}; it is for: {stated.said.of}"


def _reason(
    entry: Entry,
    stated: Stated,
    best: _Rating,
    others: Sequence[_Rating],
    works: Mapping[str, Citation],
) -> str:
    """Say which points of the rule set the value apart from the others."""
    figure = PROPERTY_BY_ID[stated.said.property].group == "figures"
    noun = "figure" if figure else "value"
    points = []
    if any(other.perimeter > best.perimeter for other in others):
        points.append(f"for the whole {_whole(entry)}")
    elif not is_whole(stated):
        points.append(f"for: {stated.said.of}")
    if any(other.category > best.category for other in others):
        points.append(_category_in_words(stated, best))
    kind = works[stated.cites[0].work].source_kind
    if kind == "company" or any(other.source > best.source for other in others):
        points.append(_FROM[kind])
    latest = any(other.date < best.date for other in others)
    if not points and not latest:
        return f"the first of several {noun}s that rank alike"
    return f"{'latest' if latest else 'the'} {noun} {', '.join(points)}".rstrip()


def _in_words(entry: Entry, rated: _Rated, works: Mapping[str, Citation]) -> str:
    """Say how a statement by one of its works stands by each point of the rule."""
    said, rating, points = rated.stated.said, rated.rating, []
    if PROPERTY_BY_ID[said.property].group == "figures":
        points.append(f"for: {said.of}" if rating.perimeter else f"for the whole {_whole(entry)}")
        points.append(_CATEGORIES[rating.category])
    if said.precision:
        points.append(f"precise to {_PRECISE_TO[said.precision]}")
    if rated.cite is not None:
        points.append(_FROM[works[rated.cite.work].source_kind])
    if rating.source:
        points.append("repeating another work or read in a copy")
    points.append(f"of {format_date(said.as_of)}" if said.as_of else UNDATED)
    return ", ".join(points)


def _category_in_words(stated: Stated, best: _Rating) -> str:
    if stated.said.precision:
        return "of the highest precision"
    return "of a stated category" if best.category == 0 else "that is no projection"


def _whole(entry: Entry) -> str:
    if not isinstance(entry.model, Mine):
        return entry.kind
    labels = {choice.id: choice.label.lower() for choice in SITE_KINDS}
    return labels[entry.model.site_kind]
