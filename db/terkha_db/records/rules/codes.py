# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A short code that is printed in a footnote stands for one record or statement alone."""

from __future__ import annotations

from collections.abc import Iterator

from terkha_db.build.statements import collect
from terkha_db.codes import code_of, printed
from terkha_db.records.faults import Fault
from terkha_db.records.walk import Parts, fault


def codes_given_twice(found: Parts) -> Iterator[Fault]:
    """Find two records or statements whose ids give the same code, which chance may do."""
    stated = collect(found.records)
    given: dict[str, str] = {}
    for entry in found.records:
        for statement in ("", *(one.id for one in stated.get(entry.id, ()))):
            code = code_of(entry.id, statement)
            name = f"{entry.id}#{statement}" if statement else entry.id
            other = given.setdefault(code, name)
            if other != name:
                words = (
                    f"{name} and {other} have the same short code {printed(code)}: "
                    "say the newer one in other words (of, edition) so that its id is another"
                )
                yield fault(entry, (), words)
