# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Making a dossier: which records and charts, under what title, in what kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from terkha.charts import CHARTS, chart_title
from terkha.dossier import DOSSIER_FORMATS, Contents, write_apart
from terkha.views.messages import tell
from terkha.views.parts import button, label, lead
from terkha.views.scrolling import Scrolling
from terkha.worker import Worker
from terkha_db.citing import STYLES
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.context import Context

_SIZE = (760, 560)
_PARTS = 1000  # of the bar that shows how far a dossier is
_LINK = Qt.ItemDataRole.UserRole


class DossierDialog(QDialog):
    """Lets the reader put a dossier together and writes it."""

    def __init__(
        self,
        context: Context,
        ids: Sequence[str],
        title: str,
        charts: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Dossier"))
        px = context.look.fonts.px
        self.resize(px(_SIZE[0]), px(_SIZE[1]))
        self.title = QLineEdit(title)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Your name, a course, a client"))
        self.records = _list(self.tr("Records, in their order"))
        self.records.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for brief in context.catalogue.briefs(ids):
            _add(self.records, brief.title, brief.id, on=True)
        self._own = tuple(one for one in ids if one.startswith("work/"))
        self.charts = _list(self.tr("Charts"))
        for chart in CHARTS:
            _add(self.charts, chart_title(chart.id), chart.id, on=chart.id in charts)
        self.notes = QCheckBox(self.tr("With my notes"))
        self.notes.setChecked(True)
        self.map = QCheckBox(self.tr("With a map of the mines"))
        self._has_mines = any(one.startswith("mine/") for one in ids)
        self.map.setChecked(self._has_mines)
        self.map.setEnabled(self._has_mines)
        self.bar = _bar(self.tr("Progress of the dossier"))
        self._writing = self._stopped = False
        self.styles = QComboBox()
        for style in STYLES:
            self.styles.addItem(style.label, style.id)
        self.styles.setCurrentIndex(self.styles.findData(context.settings["citation_style"]))
        self.formats = QComboBox()
        for kind in DOSSIER_FORMATS:
            self.formats.addItem(kind.label, kind.extension)
        self._write = button(self.tr("Write…"), "primary")
        self._close = button(self.tr("Close"))
        self._choices: tuple[QWidget, ...] = (
            self.title,
            self.line,
            self.styles,
            self.formats,
            self.records,
            self.charts,
            self.notes,
            self.map,
            self._write,
        )
        self._lay_out()
        self._write.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self.records.itemChanged.connect(lambda _: self._tell())
        self.charts.itemChanged.connect(lambda _: self._tell())
        self._tell()

    def contents(self) -> Contents:
        """Return what is chosen now."""
        return Contents(
            title=self.title.text().strip() or self.tr("Dossier"),
            ids=(*_chosen(self.records), *self._own),
            line=self.line.text().strip(),
            charts=_chosen(self.charts),
            map=self.map.isChecked(),
            notes=self.notes.isChecked(),
            style=str(self.styles.currentData()),
        )

    def write(self, file: Path) -> bool:
        """Write the dossier in a thread, while the reader sees how far it is and can stop it.

        Returns False, and leaves no file behind, where it was stopped or fails; a fault is told.
        """
        contents, worker, waiting = self.contents(), Worker("dossier"), QEventLoop(self)
        ends: list[bool | KnownError] = []

        def show(done: float) -> None:
            worker.tell(lambda: self.bar.setValue(round(done * _PARTS)))

        self._set_writing(True)
        worker.do(
            lambda: write_apart(self._context, contents, file, show, lambda: self._stopped),
            ends.append,
            ends.append,
        )
        # Whatever became of it, this comes behind.
        worker.do(lambda: None, lambda _: waiting.quit(), ends.append)
        try:
            waiting.exec()
        finally:
            self._stopped = self._stopped or not ends
            worker.close()
            self._set_writing(False)
        return self._ended(ends[0] if ends else False, file)

    def _ended(self, end: bool | KnownError, file: Path) -> bool:
        """Say what became of the dossier; return whether it was written."""
        if isinstance(end, KnownError):
            tell(self, str(end))
        elif end:
            self._context.state.say(self.tr("Saved %s") % file)
        else:
            self._context.state.say(self.tr("The dossier was stopped; nothing was written"))
        return end is True

    def reject(self) -> None:
        """Stop the dossier that is being written; close where none is."""
        if self._writing:
            self._stopped = True
        else:
            super().reject()

    def _set_writing(self, on: bool) -> None:
        """Let the reader do nothing but stop while a dossier is written."""
        self._writing, self._stopped = on, False
        self.bar.setValue(0)
        self.bar.setVisible(on)
        self._close.setText(self.tr("Cancel") if on else self.tr("Close"))
        for part in self._choices:
            part.setEnabled(not on)
        if not on:
            self.map.setEnabled(self._has_mines)
            self._tell()

    def _ask(self) -> None:
        extension = str(self.formats.currentData())
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write dossier"),
            f"{self.contents().title}{extension}",
            f"{self.formats.currentText()} (*{extension})",
        )
        if not name:
            return
        file = Path(name)
        if file.suffix.lower() != extension:
            file = file.with_name(file.name + extension)
        if self.write(file):
            self.accept()

    def _tell(self) -> None:
        self._write.setEnabled(bool(_chosen(self.records) or _chosen(self.charts) or self._own))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Line below"), self.line)
        form.addRow(self.tr("Bibliography"), self.styles)
        form.addRow(self.tr("Kind of file"), self.formats)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for words, shown in (
            (self.tr("Records: drag them into order"), self.records),
            (self.tr("Charts"), self.charts),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(words, "caption-strong", "ink3"))
            column.addWidget(shown, 1)
            lists.addLayout(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.notes)
        foot.addWidget(self.map)
        foot.addWidget(self.bar, 1)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Dossier"), "dialog-title"))
        words = self.tr(
            "One document with title page, contents, every value with its source, and a "
            "bibliography of all works."
        )
        layout.addWidget(lead(words, "ink2"))
        body = QVBoxLayout()
        body.setSpacing(12)
        body.addLayout(form)
        body.addLayout(lists, 1)
        layout.addWidget(Scrolling(body), 1)
        layout.addLayout(foot)


def make_dossier(
    parent: QWidget,
    context: Context,
    ids: Sequence[str],
    title: str = "",
    charts: Sequence[str] = (),
) -> None:
    """Open the dialog for records; one record alone gives the title."""
    briefs = context.catalogue.briefs(ids[:1])
    named = title or (briefs[0].title if briefs else "")
    words = named or QCoreApplication.translate("DossierDialog", "Dossier")
    DossierDialog(context, ids, words, charts, parent).exec()


def _bar(name: str) -> QProgressBar:
    made = QProgressBar()
    made.setTextVisible(False)
    made.setRange(0, _PARTS)
    made.setAccessibleName(name)
    made.hide()
    return made


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    return made


def _add(into: QListWidget, text: str, link: str, *, on: bool) -> None:
    item = QListWidgetItem(text, into)
    item.setData(_LINK, link)
    item.setToolTip(link)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _chosen(items: QListWidget) -> tuple[str, ...]:
    rows = (items.item(row) for row in range(items.count()))
    return tuple(
        str(item.data(_LINK)) for item in rows if item.checkState() is Qt.CheckState.Checked
    )
