# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The questions on the first page, each with what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terkha.views.compare_link import compare_link
from terkha.views.rows import Lead

if TYPE_CHECKING:
    from terkha.context import Context

translate = QCoreApplication.translate


def questions(context: Context) -> tuple[Lead, ...]:
    """Return what a reader may begin with."""
    counts = context.catalogue.edition.counts
    return (
        Lead(
            "chart/copper-resources",
            translate("HomePage", "Copper resources, all published figures"),
            "chart-column",
            right=translate("HomePage", "chart"),
        ),
        Lead(
            "page/disputes",
            translate("HomePage", "Where do sources differ?"),
            "scale",
            right=f"{counts['dispute']:,}",
        ),
        Lead(
            "citation/ferenczy-2025-prc-mining-tibet",
            translate("HomePage", "What does the ISDP brief claim, and on what?"),
            "quote",
            right=translate("HomePage", "40 endnotes"),
        ),
        Lead(
            "chart/eu-benchmarks",
            translate("HomePage", "How far does Europe depend on China?"),
            "chart-line",
            right=translate("HomePage", "chart"),
        ),
        Lead(
            "page/events?view=timeline",
            translate("HomePage", "What happened, year by year?"),
            "calendar",
            right=f"{counts['event']:,}",
        ),
        Lead(
            "page/claims?view=topics",
            translate("HomePage", "On which kinds of source do claims rest?"),
            "quote",
            right=f"{counts['claim']:,}",
        ),
        Lead(
            compare_link(("mine/julong", "mine/jiama")),
            translate("HomePage", "Two copper mines side by side"),
            "columns-2",
            right=translate("HomePage", "compare"),
        ),
        Lead("search/gyama", translate("HomePage", "One mine, five spellings: gyama"), "search"),
    )
