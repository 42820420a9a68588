# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the import dialog shows while a table is being imported, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from terkha.views.parts import button, icons, label

if TYPE_CHECKING:
    from terkha.look import Look
    from terkha_db.imported.load import Loaded, Progress

_WIDTH = 560
_STEPS = 1000


class ProgressPane(QWidget):
    """How far the import has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self._what = label("", "section")
        self._count = label("", "body", "ink2")
        _centre(self, self._what, self.bar, self._count)

    def begin(self, name: str) -> None:
        """Start anew."""
        self._what.setText(self.tr("Importing %s") % name)
        self.bar.setValue(0)
        self._count.setText(self.tr("reading the table …"))

    def show_progress(self, progress: Progress) -> None:
        """Move the bar and count."""
        self.bar.setValue(round(progress.share * _STEPS))
        words = self.tr("%(sites)s rows taken, %(rejected)s do not fit")
        self._count.setText(
            words % {"sites": f"{progress.sites:,}", "rejected": f"{progress.rejected:,}"}
        )

    def stopping(self) -> None:
        """Say that the import is being stopped."""
        self._count.setText(self.tr("stopping; nothing will be left of it …"))


class SummaryPane(QWidget):
    """What came of the import: how many rows, which were left out and why, and their report."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = label("", "section")
        self.words = label("", "body", "ink", wrap=True)
        self._reasons = label("", "body", "disp", wrap=True)
        self._where = label("", "caption", "ink2", wrap=True)
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = button(self.tr("Copy path"), hint=self.tr("Copy where the report lies"))
        icons(look, (self.copy, "copy"))
        self.copy.clicked.connect(self._copy)
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._where, 1)
        beside.addWidget(self.copy)
        self._line = line
        self._path = ""
        _centre(self, self._what, self.words, self._reasons, line)

    def show_loaded(self, loaded: Loaded) -> None:
        """Tell what came of an import."""
        self._what.setText(self.tr("Imported %s") % f"“{loaded.target.name}”")
        words = self.tr(
            "%(sites)s rows with %(names)s names; %(placed)s of them have coordinates."
        ) % {
            "sites": f"{loaded.sites:,}",
            "names": f"{loaded.names:,}",
            "placed": f"{loaded.placed:,}",
        }
        if loaded.noted:
            words += self.tr(" Of %n row(s) something was not taken as it stood.", "", loaded.noted)
        if loaded.swapped:
            words += self.tr(
                " %n row(s) would be on the map if latitude and longitude were exchanged: "
                "import again with that box ticked.",
                "",
                loaded.swapped,
            )
        self.words.setText(words)
        reasons = [f"{count:,} × {reason}" for reason, count in loaded.reasons]
        head = self.tr("%n row(s) did not fit:", "", loaded.rejected)
        self._reasons.setText("\n".join([head, *reasons]) if loaded.rejected else "")
        self._reasons.setVisible(bool(loaded.rejected))
        self._path = str(loaded.report or "")
        told = self.tr("Which they are, line by line, is in %s") % self._path
        self._where.setText(told)
        self._line.setVisible(bool(self._path))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path)


def _centre(pane: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(pane)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(12)
    column.addStretch(2)
    for widget in widgets:
        widget.setFixedWidth(_WIDTH)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
