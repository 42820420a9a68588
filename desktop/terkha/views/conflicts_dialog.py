# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Asks what becomes of what differs between the reader's library and one that is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from terkha.views.lines import Lines
from terkha.views.parts import Elided, button, label, lead, part, rule, upright
from terkha_db.library.conflicts import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha.look import Look
    from terkha_db.library.conflicts import Conflict

translate = QCoreApplication.translate
_SIZE = (920, 560)
_FEW_LINES = 60  # what is left to lists and texts on a low screen
_SIDE = 300


class ConflictsDialog(QDialog):
    """Lists conflicts and shows the two sides of each; until told otherwise, both are kept."""

    def __init__(
        self,
        look: Look,
        conflicts: Sequence[Conflict],
        source: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._conflicts = tuple(conflicts)
        self.choices: dict[Conflict, Choice] = dict.fromkeys(conflicts, Choice.BOTH)
        """What becomes of each conflict, as it is chosen now."""
        self.setWindowTitle(self.tr("Import into library"))
        self.resize(look.fonts.px(_SIZE[0]), look.fonts.px(_SIZE[1]))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What differs"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setItemDelegate(Lines(look, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mine = _reader(look, self.tr("What only your library has"))
        self.theirs = _reader(look, self.tr("What only the other library has"))
        self._theirs_name = Elided("caps", "ink3")
        self._theirs_name.setText(self.tr("Only in %s") % source)
        self._name = label("", "section", wrap=True)
        self._told = label("", "caption", "ink3", wrap=True)
        self._group = QButtonGroup(self)
        self.radios = {
            Choice.BOTH: QRadioButton(self.tr("Keep &both")),
            Choice.MINE: QRadioButton(self.tr("Keep &mine")),
            Choice.THEIRS: QRadioButton(self.tr("Take &theirs")),
        }
        self._all = button(self.tr("Do the same with &all"))
        self._cancel = button(self.tr("Cancel"))
        self._import = button(self.tr("Import"), "primary")
        self._import.setDefault(True)
        self._lay_out(self.tr("%n thing(s) differ", "", len(conflicts)))
        for conflict in conflicts:
            QListWidgetItem(_phrase(conflict), self.list).setToolTip(_phrase(conflict))
        self._connect()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def choose(self, choice: Choice) -> None:
        """Decide for the conflicts that are selected in the list."""
        for index in self.list.selectedIndexes():
            self.choices[self._conflicts[index.row()]] = choice
        self._tell()

    def do_the_same_with_all(self) -> None:
        """Decide for every conflict as for the one that is shown."""
        choice = self.choices[self._conflicts[self.list.currentRow()]]
        self.choices = dict.fromkeys(self._conflicts, choice)
        self._tell()

    def _tell(self) -> None:
        """Show the two sides of the conflict in front, and what is chosen for each."""
        for row, conflict in enumerate(self._conflicts):
            words = f"{_result(self.choices[conflict])}: {_phrase(conflict)}"
            self.list.item(row).setText(words)
        conflict = self._conflicts[max(0, self.list.currentRow())]
        self._name.setText(_phrase(conflict))
        self.mine.setPlainText(conflict.mine)
        self.theirs.setPlainText(conflict.theirs)
        choice = self.choices[conflict]
        self.radios[choice].setChecked(True)
        self._told.setText(_told(conflict, choice))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._tell())
        for choice, radio in self.radios.items():
            self._group.addButton(radio)
            radio.clicked.connect(lambda _=False, choice=choice: self.choose(choice))
        self._all.clicked.connect(self.do_the_same_with_all)
        self._all.setEnabled(len(self._conflicts) > 1)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self.accept)

    def _lay_out(self, title: str) -> None:
        words = self.tr(
            "Your library and the one you import have these things in common, each with something"
            " that the other lacks. Everything else is united. One undo takes it all back."
        )
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 20, 12)
        head.setSpacing(4)
        head.addWidget(label(title, "dialog-title"))
        head.addWidget(lead(words, "ink2"))
        self.list.setMinimumWidth(self._look.fonts.px(_SIDE) // 2)
        self.list.setMinimumHeight(self._look.fonts.px(_FEW_LINES))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(16, 10, 8, 10)
        left.addWidget(self.list)
        middle.addLayout(left, 2)
        middle.addWidget(upright())
        middle.addLayout(self._sides(), 5)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self._all)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addLayout(middle, 1)
        column.addWidget(rule())
        column.addLayout(foot)

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._name, 0, 0, 1, 2)
        grid.addWidget(label(self.tr("Only in your library"), "caps", "ink3"), 1, 0)
        grid.addWidget(self._theirs_name, 1, 1)
        grid.addWidget(self.mine, 2, 0)
        grid.addWidget(self.theirs, 2, 1)
        line = QHBoxLayout()
        line.setSpacing(16)
        for radio in self.radios.values():
            line.addWidget(radio)
        line.addStretch(1)
        grid.addLayout(line, 3, 0, 1, 2)
        grid.addWidget(self._told, 4, 0, 1, 2)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _reader(look: Look, name: str) -> QPlainTextEdit:
    made = part(QPlainTextEdit(), "raised")
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setFont(look.fonts.font("body"))
    made.setMinimumHeight(look.fonts.px(_FEW_LINES))
    return made


def _phrase(conflict: Conflict) -> str:
    words = {
        "title": translate("ConflictsDialog", "Title of %s"),
        "notes": translate("ConflictsDialog", "Notes on %s"),
        "collection": translate("ConflictsDialog", "Collection %s"),
        "search": translate("ConflictsDialog", "Search %s"),
        "work": translate("ConflictsDialog", "Your work %s"),
    }
    return words[conflict.sort] % conflict.name


def _result(choice: Choice) -> str:
    return {
        Choice.BOTH: translate("ConflictsDialog", "Both"),
        Choice.MINE: translate("ConflictsDialog", "Mine"),
        Choice.THEIRS: translate("ConflictsDialog", "Theirs"),
    }[choice]


def _told(conflict: Conflict, choice: Choice) -> str:
    """Return what comes of a choice, in a sentence."""
    if choice is Choice.MINE:
        return translate(
            "ConflictsDialog", "Yours stays as it is; what only they have is left out."
        )
    if choice is Choice.THEIRS:
        return translate("ConflictsDialog", "Theirs comes in the place of what only you have.")
    return {
        "title": translate("ConflictsDialog", "Your title stays, and a note says the other one."),
        "notes": translate("ConflictsDialog", "All notes stand side by side."),
        "collection": translate(
            "ConflictsDialog", "Theirs is added to yours, which stays in your order."
        ),
        "search": translate("ConflictsDialog", "Theirs is kept too, with a number after its name."),
        "work": translate("ConflictsDialog", "Both are kept as two works."),
    }[conflict.sort]
