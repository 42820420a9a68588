# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Leaving one work out of what counts, or letting it count again, from where it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from terkha.context import Context
    from terkha.views.ways import Offer

translate = QCoreApplication.translate


def offer_of_work(context: Context, work: str) -> Offer:
    """Return the entry of a menu that leaves a work out, or lets it count again."""
    out = work in context.catalogue.lens.without
    words = (
        translate("Lens", "Let this work count again")
        if out
        else translate("Lens", "Without this work")
    )
    return words, lambda: leave_out(context, work, on=not out)


def follow_lens(context: Context, what: str) -> None:
    """Do what a link of a page says: ``-citation/x`` leaves a work out, ``+citation/x`` not."""
    leave_out(context, what[1:], on=what.startswith("-"))


def leave_out(context: Context, work: str, *, on: bool) -> None:
    """Leave a work out of what counts, or let it count again."""
    context.look_through(context.catalogue.lens.without_work(work, on=on))
