# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing a note: Markdown at the left, how it reads at the right."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.look import Look
from terkha.views.parts import label, part

_SIZE = (760, 420)


class NoteDialog(QDialog):
    """Asks for the text of a note; an empty one removes the note."""

    def __init__(self, look: Look, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.resize(look.fonts.px(_SIZE[0]), look.fonts.px(_SIZE[1]))
        self.editor = QPlainTextEdit(text)
        self.editor.setAccessibleName(self.tr("Note in Markdown"))
        self.editor.setPlaceholderText(self.tr("Markdown: *italic*, **bold**, - list"))
        self.editor.setFont(look.fonts.font("body"))
        self._preview = part(QTextBrowser(self), "raised")
        self._preview.setOpenLinks(False)
        self._preview.setAccessibleName(self.tr("How the note reads"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.editor, 1)
        both.addWidget(self._preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Note on %s") % title, "section", wrap=True))
        column.addLayout(both, 1)
        column.addWidget(label(self.tr("An empty note is removed."), "caption", "ink3"))
        column.addWidget(buttons)
        self.editor.textChanged.connect(self._read)
        self._read()
        self.editor.setFocus()

    def text(self) -> str:
        """Return what is written."""
        return self.editor.toPlainText().strip()

    def _read(self) -> None:
        self._preview.setMarkdown(self.editor.toPlainText())
