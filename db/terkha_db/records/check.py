# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Checks the records against each other; ``load`` has checked the form of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from terkha_db.records.faults import Fault, as_error, describe
from terkha_db.records.load import Records, read
from terkha_db.records.rules import codes, figures, places, references, sources, spelling
from terkha_db.records.walk import Parts

Check = Callable[[Parts], Iterator[Fault]]

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
    places.points_off_the_plateau,
    places.points_far_from_their_county,
    codes.codes_given_twice,
)
"""A new rule is a function in ``rules`` and a line here."""


def check(root: Path) -> tuple[Records, list[str]]:
    """Return the records under ``root`` and all their faults as ``file:line: key: sentence``.

    Raises:
        RecordError: there is no folder ``root``.

    """
    records, faults = read(root)
    return records, describe([*faults, *cross_faults(records)])


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
