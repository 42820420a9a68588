# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Formatted references in the style that the reader chose, for the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context


def reference_texts(context: Context, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return each citation as a line of HTML and of plain text, in the order of ``ids``."""
    from terkha_db.citing import to_html
    from terkha_db.citing.listing import numbered

    catalogue = context.catalogue
    works = {work.id: work for work in catalogue.works(ids)}
    style = str(context.settings["citation_style"])
    entries = numbered(catalogue.entries([works[one] for one in ids], style))
    return [(to_html.inline(entry), entry.text) for entry in entries]


def copy_references(context: Context, ids: Sequence[str]) -> None:
    """Copy citations, rich and plain at once, and say so."""
    texts = reference_texts(context, ids)
    data = QMimeData()
    data.setHtml("".join(f"<p>{html}</p>" for html, _ in texts))
    data.setText("\n".join(text for _, text in texts))
    QGuiApplication.clipboard().setMimeData(data)
    words = QCoreApplication.translate("References", "Copied: {}").format(texts[0][1])
    context.state.say(words)
