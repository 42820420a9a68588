# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How notes are read, and what one says in a line where a list has room for no more."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QTextDocument

_FEATURES = QTextDocument.MarkdownFeature
MARKDOWN = _FEATURES.MarkdownDialectGitHub | _FEATURES.MarkdownNoHTML
"""How notes are read, wherever they are shown: as CommonMark with tables; HTML stays text."""


@lru_cache(maxsize=512)
def first_line(note: str) -> str:
    """Return the first line of a note as it reads, without the marks of Markdown."""
    lines = [line.strip() for line in note.splitlines() if line.strip()]
    document = QTextDocument()
    for line in lines:
        document.setMarkdown(line, MARKDOWN)
        # A picture, which a note cannot have, leaves its mark.
        plain = document.toPlainText().replace("\N{OBJECT REPLACEMENT CHARACTER}", "").strip()
        if plain:
            return plain
    return lines[0] if lines else ""
