# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The preferences, a form made of SETTINGS; every choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from terkha.settings import SETTINGS, Setting
from terkha.views.messages import tell
from terkha.views.parts import button, label
from terkha.views.scrolling import Scrolling
from terkha_db.citing import FORMATS, STYLES
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha.context import Context


class Preferences(QDialog):
    """One line a setting: its label, its choices, and below what it means."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(520)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(16)
        for setting in SETTINGS:
            name = QCoreApplication.translate("Settings", setting.label)
            box = self._box(setting)
            box.setAccessibleName(name)
            form.addRow(label(name, "body"), box)
            words = QCoreApplication.translate("Settings", setting.help)
            form.addRow(label(), label(words, "caption", "ink3", wrap=True))
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(label(self.tr("Preferences"), "dialog-title"))
        layout.addSpacing(8)
        layout.addWidget(Scrolling(form), 1)
        layout.addLayout(foot)

    def _box(self, setting: Setting) -> QComboBox:
        box = QComboBox(self)
        for value, text in _choices(setting):
            box.addItem(QCoreApplication.translate("Settings", text), value)
        box.setCurrentIndex(max(0, box.findData(self._context.settings[setting.key])))
        box.currentIndexChanged.connect(lambda _: self._keep(setting.key, box.currentData()))
        return box

    def _keep(self, key: str, value: str | int) -> None:
        try:
            self._context.settings[key] = value
        except KnownError as error:
            tell(self, str(error))
        if key == "appearance":
            self._context.look.choose(appearance=str(value))
        elif key == "text_scale":
            self._context.look.choose(text_scale=int(value))


def _choices(setting: Setting) -> tuple[tuple[str | int, str], ...]:
    if setting.key == "citation_style":
        return tuple((style.id, style.label) for style in STYLES)
    if setting.key == "citation_format":
        return tuple((kind.id, kind.label) for kind in FORMATS)
    return setting.choices
