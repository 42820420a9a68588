# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Checks the records against each other; ``load`` has checked the form of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from terkha_db.records.faults import Fault, as_error, describe
from terkha_db.records.load import Records, read
from terkha_db.records.models import Checked
from terkha_db.records.rules import (
    codes,
    figures,
    places,
    readings,
    references,
    sides,
    slips,
    sources,
    spelling,
    times,
    twins,
)
from terkha_db.records.walk import Find, Parts, fault

Check = Callable[[Parts], Iterator[Fault]]
Smell = Callable[[Parts], Iterator[Find]]

CHECKS: tuple[Check, ...] = (
    references.unknown_records,
    references.unknown_marks,
    references.unknown_endnotes,
    sources.uncited_statements,
    sources.uncited_events,
    sources.uncited_disputes,
    spelling.names_in_another_script,
    spelling.names_in_the_other_chinese,
    spelling.repeated_names,
    spelling.unreadable_text,
    figures.units_that_do_not_fit,
    figures.bounds_out_of_order,
    figures.repeated_statements,
    figures.commodities_without_a_role,
    places.points_off_the_plateau,
    places.points_far_from_their_county,
    codes.codes_given_twice,
)
"""A new rule is a function in ``rules`` and a line here."""

SMELLS: tuple[Smell, ...] = (
    twins.same_works,
    twins.same_sites,
    slips.slips_of_units,
    slips.shares_over_hundred,
    times.dates_after_the_work,
    readings.readings_that_differ,
    sides.points_on_the_other_side,
)
"""What a rule alone cannot decide: a person looks, then mends or says why under ``checked``."""


def check(root: Path) -> tuple[Records, list[str]]:
    """Return the records under ``root`` and all their faults as ``file:line: key: sentence``.

    Raises:
        RecordError: there is no folder ``root``.

    """
    records, faults = read(root)
    return records, describe([*faults, *cross_faults(records)])


def warnings(records: Records) -> list[str]:
    """Return what SMELLS find and no ``checked`` answers, and ``checked`` that answers nothing."""
    found = Parts(records)
    answered = set()
    open_finds = []
    for run in SMELLS:
        for smell in run(found):
            answers = {(entry.id, path) for entry, path in smell.answers()}
            answered |= answers
            if not answers:
                open_finds.append(smell.fault)
    idle = [
        fault(
            entry,
            path,
            f"the checker finds no {checked.find} here: take this away",
        )
        for entry, path, checked in found.of(Checked)
        if (entry.id, path) not in answered
    ]
    return describe([*open_finds, *idle])


def load_checked(root: Path) -> Records:
    """Return the records under ``root``, all of them in order.

    Raises:
        RecordError: they are not; the message lists all faults, one a line.

    """
    records, faults = read(root)
    faults += cross_faults(records)
    if faults:
        raise as_error(faults)
    return records


def cross_faults(records: Records) -> list[Fault]:
    """Return what CHECKS find."""
    found = Parts(records)
    return [fault for run in CHECKS for fault in run(found)]
