# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The form for a work of the reader's own: fields by type, checks, twins and a live preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.views.messages import ask, tell
from terkha.views.parts import button, label, part, rule
from terkha.views.work_fields import WorkFields
from terkha.worker import Worker
from terkha_db.citing import STYLES, arranged, style_by_id
from terkha_db.citing.form import faults, filled, item_of
from terkha_db.citing.own import is_draft, own_entries
from terkha_db.errors import KnownError
from terkha_db.twins import twins_of

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QCloseEvent

    from terkha.context import Context
    from terkha_db.citing import Entry
    from terkha_db.library.model import OwnWork
    from terkha_db.twins import Twin

_SIZE = (980, 660)
_SETTLED_MS = 250
"""After so long without a key the preview is made anew."""


class WorkDialog(QDialog):
    """Adds a work, or changes one; what is typed is only lost if the reader says so."""

    def __init__(
        self, context: Context, work: OwnWork | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self.twins: list[Twin] = []
        """Works that look like this one."""
        self.instead = ""
        """The link of the twin that the reader wants to see instead."""
        title = self.tr("Edit work") if work else self.tr("New work")
        self.setWindowTitle(title)
        px = context.look.fonts.px
        self.resize(px(_SIZE[0]), px(_SIZE[1]))
        self.fields = WorkFields(filled(work.csl if work else {"type": "book"}))
        self._before = self.fields.form()
        self._title = label(title, "dialog-title")
        self._styles = QComboBox()
        self._styles.setAccessibleName(self.tr("Style of the preview"))
        for style in STYLES:
            self._styles.addItem(style.label, style.id)
        self.preview = part(QTextBrowser(), "raised")
        self.preview.setOpenLinks(False)
        self.preview.setAccessibleName(self.tr("Preview"))
        self._draft = label("", "caption", "ink3", wrap=True)
        self._twin = label("", "body", "ink", wrap=True)
        self._open_twin = button(self.tr("Open it instead…"))
        self._fault = label("", "caption", "disp", wrap=True)
        self._cancel = button(self.tr("Cancel"))
        self._save = button(self.tr("Save"), "primary")
        self._save.setDefault(True)
        self._worker = Worker("preview of a work")
        self._asked = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._lay_out()
        self._connect()
        self.look_again()

    def item(self) -> dict[str, Any]:
        """Return the work as it is filled in."""
        return item_of(self.fields.form(), self._work.csl if self._work else None)

    def look_again(self) -> None:
        """Make the preview, and look for twins, as the form is now."""
        item = self.item()
        self._fault.setText("")
        self._find_twins(item)
        if not item["title"]:
            self.preview.setPlainText(self.tr("The entry shows here as soon as there is a title."))
            self._draft.setText("")
            return
        self._asked += 1
        asked, style = self._asked, style_by_id(self._styles.currentData())
        csl = self._context.catalogue.csl(style.id)
        item["id"] = self._work.slug if self._work else "preview"

        def made(entries: list[Entry]) -> None:
            if asked == self._asked:
                self._show(entries)

        self._worker.do(
            lambda: arranged(own_entries([item], style, csl), style), made, self._fault_of_preview
        )

    def save(self) -> None:
        """Keep the work, or say at each field what is wrong with it."""
        found = faults(self.fields.form())
        self.fields.tell(found)
        self._fault.setText(self.tr("%n field(s) to mend", "", len(found)) if found else "")
        if found:
            return
        works = self._context.library.works
        try:
            if self._work is not None:
                works.edit(self._work.link, self.item())
            else:
                works.add([self.item()], keep_twins=True)
        except KnownError as error:
            tell(self, str(error))
            return
        self._context.state.library_changed.emit()
        self._context.state.say(self.tr("Kept among your works: %s") % self.item()["title"])
        self.accept()

    def reject(self) -> None:
        """Close without saving, after asking if something was filled in."""
        changed = self.fields.form() != self._before
        question = self.tr("Close the form? What you filled in is not kept.")
        if not changed or ask(self, question, self.tr("Close")):
            super().reject()

    def done(self, result: int) -> None:
        """Let the thread of the preview go, however the dialog ends."""
        self._settling.stop()
        self._worker.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing, as Cancel does."""
        event.ignore()
        self.reject()

    def _find_twins(self, item: dict[str, Any]) -> None:
        link = self._work.link if self._work else ""
        context = self._context
        self.twins = twins_of(context.catalogue, context.library, item, link)
        self._twin.setVisible(bool(self.twins))
        self._open_twin.setVisible(bool(self.twins))
        if self.twins:
            first = self.twins[0]
            where = (
                self.tr("of yours")
                if first.link.startswith("work/")
                else self.tr("of the catalogue")
            )
            self._twin.setText(
                self.tr("This looks like a work %(where)s: %(title)s (%(about)s)")
                % {"where": where, "title": first.title, "about": first.about}
            )
        twice = bool(self.twins) and self._work is None
        self._save.setText(self.tr("Keep both") if twice else self.tr("Save"))

    def _open_the_twin(self) -> None:
        question = self.tr("Leave the form? What you filled in is not kept.")
        changed = self.fields.form() != self._before
        if not changed or ask(self, question, self.tr("Leave")):
            self.instead = self.twins[0].link
            super().reject()

    def _show(self, entries: list[Entry]) -> None:
        look = self._context.look
        sheet = f"<style>a {{ color: {look.theme.accent}; text-decoration: none; }}</style>"
        self.preview.document().setDefaultFont(look.fonts.font("citation"))
        self.preview.setHtml(sheet + entries[0].html)
        self._draft.setText(
            self.tr("A draft: with pandoc on this computer the style formats it.")
            if is_draft(entries[0])
            else self.tr("Formatted by pandoc.")
        )

    def _fault_of_preview(self, error: KnownError) -> None:
        self.preview.setPlainText(str(error))

    def _connect(self) -> None:
        self._settling.timeout.connect(self.look_again)
        self.fields.changed.connect(self._settling.start)
        self._styles.setCurrentIndex(
            max(0, self._styles.findData(self._context.settings["citation_style"]))
        )
        self._styles.currentIndexChanged.connect(self.look_again)
        self._open_twin.clicked.connect(self._open_the_twin)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self.save)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 20, 12)
        head.addWidget(self._title)
        head.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 20, 12)
        right.setSpacing(8)
        right.addWidget(label(self.tr("Preview"), "caps", "ink3"))
        right.addWidget(self._styles)
        right.addWidget(self.preview, 1)
        right.addWidget(self._draft)
        right.addWidget(self._twin)
        right.addWidget(self._open_twin, 0, Qt.AlignmentFlag.AlignLeft)
        side = QWidget()
        side.setLayout(right)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.fields)
        middle.addWidget(side)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self._fault, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(middle, 1)
        column.addWidget(rule())
        column.addLayout(foot)


def edit_work(context: Context, link: str, parent: QWidget) -> None:
    """Open the form: for a work of the reader's own, or for a new one where ``link`` is empty."""
    try:
        work = context.library.works.get(link) if link else None
    except KnownError as error:
        tell(parent, str(error))
        return
    dialog = WorkDialog(context, work, parent)
    dialog.exec()
    instead = dialog.instead
    dialog.deleteLater()
    if instead.startswith("work/"):
        edit_work(context, instead, parent)
    elif instead:
        context.state.open(instead)
