# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Figures have a unit that fits, bounds in order, and stand once; a commodity has its role."""

from __future__ import annotations

from collections.abc import Iterator

from terkha_db.records.faults import Fault
from terkha_db.records.models import Statement
from terkha_db.records.walk import Parts, fault

_MASS = ("t", "kt", "Mt", "kg")
_RATE = ("t/y", "t/d", "m3/d", "MW")
_MONEY = ("CNY", "USD", "CAD", "EUR")
UNITS_OF: dict[str, tuple[str, ...]] = {
    "resource": (*_MASS, "%", "count", "km2", "t/y"),
    "reserve": (*_MASS, "%", "count"),
    "grade": ("%", "g/t", "ppm", "mg/L", "g/L", "1"),
    "production": (*_MASS, "t/y", "t/d", "m3/d", "count"),
    "capacity": (*_MASS, *_RATE, "count"),
    "investment": _MONEY,
    "workforce": ("persons",),
    "area": ("km2", "km"),
    "elevation": ("m",),
    "hardness": (),
    "density": ("g/cm3",),
}
"""The units in which a property may be given; properties that are not named take any."""


def units_that_do_not_fit(found: Parts) -> Iterator[Fault]:
    """Find figures in a unit in which their property cannot be measured."""
    for entry, path, statement in found.of(Statement):
        allowed = UNITS_OF.get(statement.property)
        if allowed is not None and statement.unit is not None and statement.unit not in allowed:
            known = f"use one of {', '.join(allowed)}" if allowed else "leave it out"
            words = f"a {statement.property} is not measured in {statement.unit}; {known}"
            yield fault(entry, (*path, "unit"), words)


def bounds_out_of_order(found: Parts) -> Iterator[Fault]:
    """Find ranges whose lower bound is the higher one."""
    for entry, path, statement in found.of(Statement):
        low, high = statement.min, statement.max
        if low is not None and high is not None and low > high:
            yield fault(entry, (*path, "min"), "the lower bound is above the upper one")


def repeated_statements(found: Parts) -> Iterator[Fault]:
    """Find statements that say the same as another one of the record, by the same works."""
    seen: dict[str, str] = {}
    for entry, path, statement in found.of(Statement):
        key = f"{entry.id} {statement.model_dump_json(exclude_defaults=True)}"
        if key in seen:
            words = f"this {statement.property} stands twice; it is the same as {seen[key]}"
            yield fault(entry, path, words)
        seen.setdefault(key, ".".join(map(str, path)))


def commodities_without_a_role(found: Parts) -> Iterator[Fault]:
    """Find commodities of a site of which nothing tells whether they are its main product."""
    for entry, path, statement in found.of(Statement):
        mined = statement.property == "commodity" and entry.id.startswith("mine/")
        if mined and statement.role is None:
            yield fault(entry, path, "this commodity has no 'role': primary, by-product, …")
