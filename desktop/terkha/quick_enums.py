# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes the enumerations of Qt as Python would, in a quarter of the time.

Touching a class of Qt makes all its enumerations. A start touches thousands of their members, and
what Python checks of each costs a tenth of the start; what comes from Qt needs no checks.
"""

from __future__ import annotations

import sys
from enum import KEEP, Enum, EnumType, Flag, FlagBoundary
from typing import Any

_made_by_python = EnumType._create_  # type: ignore[attr-defined]


def _create(
    base: EnumType,
    name: str,
    names: Any,  # noqa: ANN401
    *,
    boundary: FlagBoundary | None = None,
    **rest: Any,  # noqa: ANN401
) -> EnumType:
    """Make an enumeration that was asked for by name; leave to Python all but those of Qt."""
    if boundary is not KEEP or type(names) is not list:
        return _made_by_python(base, name, names, boundary=boundary, **rest)  # type: ignore[no-any-return]
    return plain_enum(base, name, names)


def plain_enum(base: Any, name: str, names: list[tuple[str, int]]) -> EnumType:  # noqa: ANN401
    """Return what ``base(name, names, boundary=KEEP)`` is; the names are valid.

    ``base`` is Enum, IntEnum, Flag or IntFlag.
    """
    is_flag = issubclass(base, Flag)
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    proper: list[str] = []
    body = {
        "_generate_next_value_": base._generate_next_value_,
        "_member_map_": by_name,
        "_member_names_": proper,
        "_member_type_": base._member_type_,
        "_new_member_": base._member_type_.__new__,
        "_unhashable_values_": [],
        "_use_args_": base._use_args_,
        "_value2member_map_": by_value,
        "_value_repr_": base._value_repr_,
        "__doc__": None,
    }
    if is_flag:
        body |= _masks([value for _, value in names])
    made: Any = type.__new__(EnumType, name, (base,), body)
    new, is_number = made._new_member_, made._use_args_
    for each, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = each
            member.__objclass__ = made
            member._sort_order_ = len(proper)
            by_value[value] = member
            if not is_flag or _is_single(value):
                proper.append(each)
        by_name[each] = member
        type.__setattr__(made, each, member)
    made.__new__ = Enum.__new__
    if is_flag:
        values = [by_name[each]._value_ for each in proper]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
    return made  # type: ignore[no-any-return]


def _masks(values: list[int]) -> dict[str, Any]:
    """Return what a flag knows of its bits."""
    mask = singles = 0
    for value in values:
        mask |= value
        if _is_single(value):
            singles |= value
    return {
        "_all_bits_": 2 ** mask.bit_length() - 1,
        "_boundary_": KEEP,
        "_flag_mask_": mask,
        "_inverted_": None,
        "_singles_mask_": singles,
    }


def _is_single(value: int) -> bool:
    return value != 0 and value & (value - 1) == 0


# Later versions make them in another way.
if sys.version_info[:2] == (3, 11):
    EnumType._create_ = _create  # type: ignore[attr-defined]
