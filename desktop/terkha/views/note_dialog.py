# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writing a note: Markdown at the left, how it reads at the right; nothing written is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.models.noted import MARKDOWN
from terkha.views.messages import ask
from terkha.views.parts import label, part
from terkha_db.library.drafts import Draft, Drafts
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from terkha.context import Context
    from terkha_db.library.model import Target

_SIZE = (760, 420)
_PAUSE_MS = 500


class NoteDialog(QDialog):
    """Asks for the text of a note; an empty one removes the note.

    What is typed is kept as a draft. It goes when the note is saved or the reader discards it, and
    stays when the application ends meanwhile, to be gone on with.
    """

    def __init__(
        self,
        context: Context,
        target: Target,
        text: str,
        save: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """``save`` keeps the text and tells whether that was possible; else the dialog stays."""
        super().__init__(parent)
        self._context = context
        self._target = target
        self._before = text.strip()
        self._save = save
        self._drafts = Drafts(context.paths)
        draft = self._drafts.of(target.link)
        look = context.look
        self.setWindowTitle(self.tr("Note"))
        self.resize(look.fonts.px(_SIZE[0]), look.fonts.px(_SIZE[1]))
        self.editor = QPlainTextEdit(draft.text if draft else text)
        self.editor.setAccessibleName(self.tr("Note in Markdown"))
        self.editor.setPlaceholderText(self.tr("Markdown: *italic*, **bold**, - list"))
        self.editor.setFont(look.fonts.font("body"))
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._preview = part(QTextBrowser(self), "raised")
        self._preview.setOpenLinks(False)
        self._preview.setAccessibleName(self.tr("How the note reads"))
        self._lay_out(draft)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)
        self.editor.textChanged.connect(self._read)
        self.editor.textChanged.connect(self._pause.start)
        self._read()
        self.editor.setFocus()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def text(self) -> str:
        """Return what is written."""
        return self.editor.toPlainText().strip()

    def keep_draft(self) -> None:
        """Keep what is written, as long as it is not saved."""
        if self.text() != self._before:
            moment = self._context.library.now()
            self._drafts.keep(Draft(self._target, self.editor.toPlainText(), moment))
        else:
            self._drafts.drop(self._target.link)

    def accept(self) -> None:
        """Save the note; stay where that cannot be done, for the text would be lost."""
        self._pause.stop()
        self.keep_draft()
        if self._save(self.text()):
            self._drafts.drop(self._target.link)
            super().accept()

    def reject(self) -> None:
        """Close without saving, after asking whether what is written is to be discarded."""
        if self.text() != self._before and not self._discards():
            return
        self._pause.stop()
        self._drafts.drop(self._target.link)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if the reader closes the dialog; if the application does, leave the draft."""
        if event.spontaneous():
            super().closeEvent(event)
            return
        self._pause.stop()
        self.keep_draft()
        super().reject()

    def _discards(self) -> bool:
        question = self.tr("What you wrote is not saved yet. Discard it?")
        return ask(self, question, self.tr("Discard"))

    def _read(self) -> None:
        self._preview.document().setMarkdown(self.editor.toPlainText(), MARKDOWN)

    def _lay_out(self, draft: Draft | None) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.editor, 1)
        both.addWidget(self._preview, 1)
        hint = self.tr("Ctrl+Enter saves. An empty note is removed.")
        if draft:
            day = format_date(draft.written[:10])
            hint = self.tr("This was written on %s and not saved yet.") % day
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Note on %s") % self._target.title, "section", wrap=True))
        column.addLayout(both, 1)
        column.addWidget(label(hint, "caption", "ink3"))
        column.addWidget(buttons)
