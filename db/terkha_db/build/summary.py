# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One line that tells a record from others of its name, made of its statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from terkha_db.build.draft import Stated
from terkha_db.build.titles import author_of
from terkha_db.build.worded import value_in_words
from terkha_db.records import models
from terkha_db.records.load import Entry
from terkha_db.vocabulary import CLAIM_KINDS, DISPUTE_TOPICS, SITE_KINDS, SOURCE_KINDS, VERDICTS
from terkha_db.wording import format_date, format_unit

_SEPARATOR = " · "
_MOST = 3
_LABELS = {
    choice.id: choice.label
    for choice in (*SITE_KINDS, *SOURCE_KINDS, *CLAIM_KINDS, *DISPUTE_TOPICS, *VERDICTS)
}
_ROLES_SHOWN = ("primary", "by-product", "product", None)


class Summaries:
    """Makes summaries from the statements and titles of all records."""

    def __init__(
        self, statements: Mapping[str, Sequence[Stated]], titles: Mapping[str, str]
    ) -> None:
        self._statements = statements
        self._titles = titles
        self._rules: dict[str, Callable[[Entry], list[str]]] = {
            "mine": self._mine,
            "mineral": self._mineral,
            "commodity": self._commodity,
            "organisation": self._organisation,
            "place": self._place,
            "policy": self._policy,
            "person": self._remark,
            "topic": self._topic,
            "claim": self._claim,
            "event": self._event,
            "citation": self._citation,
            "series": self._series,
            "dispute": self._dispute,
        }

    def of(self, entry: Entry) -> str:
        """Return the summary of a record; "" where nothing is known of it."""
        return _SEPARATOR.join(part for part in self._rules[entry.kind](entry) if part)

    def _mine(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Mine)
        where = next(
            (
                names
                for level in ("county", "prefecture", "province")
                if (names := self._records(entry, level))
            ),
            "",
        )
        commodities = [
            self._titles[name]
            for stated in self._told(entry, "commodity")
            if stated.said.role in _ROLES_SHOWN
            for name in stated.records
        ]
        status = next((one for one in self._told(entry, "status") if one.rank == "preferred"), None)
        return [
            _LABELS[entry.model.site_kind],
            where,
            _listed(commodities).lower(),
            value_in_words(status).lower() if status else "",
        ]

    def _mineral(self, entry: Entry) -> list[str]:
        ores = self._records(entry, "ore-of").lower()
        return [
            self._words(entry, "formula"),
            self._words(entry, "mineral-class"),
            f"ore of {ores}" if ores else "",
        ]

    def _commodity(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Commodity)
        return [entry.model.symbol or "", self._words(entry, "use")]

    def _organisation(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Organisation)
        owners = self._records(entry, "owner")
        kind = entry.model.org_kind
        return [kind[:1].upper() + kind[1:], f"owned by {owners}" if owners else ""]

    def _place(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Place)
        above = entry.model.part_of
        level = entry.model.level.replace("-", " ").capitalize()
        return [level, self._titles[above] if above else ""]

    def _policy(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Policy)
        kind, date = entry.model.policy_kind, entry.model.date
        return [kind[:1].upper() + kind[1:], format_date(date) if date else ""]

    def _remark(self, entry: Entry) -> list[str]:
        return [self._words(entry, "remark")]

    def _topic(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Topic)
        kind = entry.model.topic_kind
        return [kind[:1].upper() + kind[1:], *self._remark(entry)]

    def _claim(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Claim)
        return [_LABELS[entry.model.kind], self._titles[f"citation/{entry.model.document}"]]

    def _event(self, entry: Entry) -> list[str]:
        assert isinstance(entry.model, models.Event)
        date = format_date(entry.model.date) if entry.model.date else entry.model.date_note or ""
        return [date, _listed([self._titles[name] for name in entry.model.subjects])]

    def _citation(self, entry: Entry) -> list[str]:
        work = entry.model
        assert isinstance(work, models.Citation)
        return [author_of(work), format_date(work.issued or ""), _LABELS[work.source_kind]]

    def _series(self, entry: Entry) -> list[str]:
        series = entry.model
        assert isinstance(series, models.Series)
        years = sorted(one.said.as_of or "" for one in self._told(entry, "observation"))
        unit = " ".join(part for part in (format_unit(series.unit), series.substance) if part)
        span = " – ".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        return [unit, span]

    def _dispute(self, entry: Entry) -> list[str]:
        dispute = entry.model
        assert isinstance(dispute, models.Dispute)
        subjects = _listed([self._titles[name] for name in dispute.subjects])
        return [_LABELS[dispute.about], subjects, _LABELS.get(dispute.verdict or "", "")]

    def _told(self, entry: Entry, prop: str) -> list[Stated]:
        return [one for one in self._statements.get(entry.id, ()) if one.said.property == prop]

    def _records(self, entry: Entry, prop: str) -> str:
        return _listed(
            [self._titles[name] for stated in self._told(entry, prop) for name in stated.records]
        )

    def _words(self, entry: Entry, prop: str) -> str:
        told = self._told(entry, prop)
        return value_in_words(told[0]) if told else ""


def _listed(titles: Sequence[str]) -> str:
    """Return titles, each once, the first few of them."""
    names = list(dict.fromkeys(titles))
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
