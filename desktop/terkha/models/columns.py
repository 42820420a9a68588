# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a table says of its columns to whoever lets the reader choose, widen and sort by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

Order = tuple[tuple[str, bool], ...]
"""Ids of columns, the first deciding; true is descending."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column that a table can show."""

    id: str
    label: str
    help: str
    width: int
    shown: bool = True
    """Whether it is among the standard columns."""
    is_firm: bool = False
    """Whether it is no use cut short."""


class ColumnModel(Protocol):
    """A model whose columns the reader chooses among."""

    @property
    def layout_name(self) -> str:
        """Under which name columns, widths and order are remembered."""

    @property
    def shrinks(self) -> bool:
        """Whether columns give of their width where there is too little room; else they scroll."""

    @property
    def order(self) -> Order:
        """What rows are sorted by."""

    def columns(self) -> Sequence[ColumnSpec]:
        """Return all columns there are, in their standard order."""

    def shown(self) -> Sequence[ColumnSpec]:
        """Return the columns that are shown, in the order of the model."""

    def show_fields(self, ids: Sequence[str]) -> None:
        """Show columns in that order."""

    def sort(self, column: int, order: Qt.SortOrder = ...) -> None:
        """Sort by one column alone."""

    def sort_also(self, column: int) -> None:
        """Let a column decide among equals."""

    def sort_by(self, order: Sequence[tuple[str, bool]]) -> None:
        """Sort by columns, the first before all others."""


def with_key(order: Order, name: str) -> Order:
    """Return an order in which a column decides last; one that decides already turns round."""
    keys = dict(order)
    keys[name] = not keys[name] if name in keys else False
    return tuple(keys.items())


def explain_column(spec: ColumnSpec, order: Order) -> str:
    """Return what a column holds, and its place among the columns that rows are sorted by."""
    names = [name for name, _ in order]
    if spec.id not in names:
        return spec.help
    place = names.index(spec.id)
    told = QCoreApplication.translate("Columns", "Sort key %(place)s of %(keys)s, %(way)s.")
    told %= {"place": place + 1, "keys": len(names), "way": way_of(falling=order[place][1])}
    return f"{spec.help}\n{told}"


def way_of(*, falling: bool) -> str:
    """Return the word for the way in which rows are sorted."""
    if falling:
        return QCoreApplication.translate("Columns", "descending")
    return QCoreApplication.translate("Columns", "ascending")
