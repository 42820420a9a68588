# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Help in small: the keys of all actions, and what this is made of."""

from __future__ import annotations

import platform
import re
import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from terkha.actions import ACTIONS, MENUS, shortcuts_of
from terkha.crash import state_report
from terkha.views.parts import button, label, part
from terkha_db import __version__
from terkha_db.wording import format_date
from terkha_resources import text

if TYPE_CHECKING:
    from terkha.context import Context


class Shortcuts(QDialog):
    """Every action with its keys, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(560, 620)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(4)
        row = 0
        for menu in MENUS:
            grid.addWidget(label(_action_text(menu), "section"), row, 0, 1, 2)
            row += 1
            for action in (each for each in ACTIONS if each.menu == menu):
                keys = "   ".join(key.toString() for key in shortcuts_of(action))
                grid.addWidget(label(keys, "body", "ink2"), row, 0)
                grid.addWidget(label(_action_text(action.label)), row, 1)
                row += 1
        inside = part(QWidget(), "page")
        inside.setLayout(grid)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        _close_below(self, area)


class About(QDialog):
    """Version, edition, licences, and whose work is in it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Terkha"))
        self.resize(640, 560)
        edition = context.catalogue.edition
        words = self.tr(
            "Version %(version)s · edition %(edition)s of %(date)s · Qt %(qt)s · "
            "SQLite %(sqlite)s · Python %(python)s"
        ) % {
            "version": __version__,
            "edition": edition.version,
            "date": format_date(edition.date),
            "qt": qVersion(),
            "sqlite": sqlite3.sqlite_version,
            "python": platform.python_version(),
        }
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        picture = label()
        picture.setPixmap(QGuiApplication.windowIcon().pixmap(64, 64))
        head.addWidget(picture)
        names = QVBoxLayout()
        names.addWidget(label("Terkha", "record-title"))
        names.addWidget(label(self.tr("Mining on the Tibetan Plateau, offline"), "lead", "ink2"))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addWidget(label(words, "caption", "ink3", wrap=True))
        column.addWidget(
            label(
                self.tr(
                    "The code is free under the MIT licence, the records under CC BY 4.0. No "
                    "connection is ever opened: nothing you read or keep leaves this computer."
                ),
                "body",
                wrap=True,
            )
        )
        credits_ = part(QTextBrowser(), "raised")
        credits_.setAccessibleName(self.tr("Whose work is in it"))
        credits_.setOpenLinks(False)
        credits_.setPlainText(_flowing(text("NOTICE")))
        column.addWidget(credits_, 1)
        copy = button(
            self.tr("Copy report"), hint=self.tr("Versions and the end of the log, to be sent")
        )
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(state_report(context.paths))
        )
        _close_below(self, inside, copy)


def _action_text(words: str) -> str:
    return QCoreApplication.translate("Actions", words)


def _flowing(plain: str) -> str:
    """Return a text whose lines were broken for a file with a line for each paragraph or entry.

    An entry is indented by two blanks, and its later lines by more.
    """
    broken = re.sub(r"(?<=\S)\n(?=\S)", " ", plain)
    joined = re.sub(r"\n {3,}", " ", broken)
    return re.sub(r"(?<=\S) {2,}", ": ", joined)


def _close_below(dialog: QDialog, content: QWidget, *beside: QWidget) -> None:
    close = button(QCoreApplication.translate("HelpDialogs", "Close"), "primary")
    close.clicked.connect(dialog.accept)
    foot = QHBoxLayout()
    for widget in beside:
        foot.addWidget(widget)
    foot.addStretch(1)
    foot.addWidget(close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.addWidget(content, 1)
    layout.addLayout(foot)
    if isinstance(content, QFrame):
        content.setFrameShape(QFrame.Shape.NoFrame)
    dialog.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
