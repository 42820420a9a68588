# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""For developers: everything the look is made of on one page, as pictures to be judged.

``python -m terkha.look.gallery FOLDER`` writes ``light.png``, ``dark.png``, ``contrast.png`` and
the light one with text at 200 %; with ``QT_SCALE_FACTOR=2`` as a dense screen shows them.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from terkha.look import Look
from terkha.look.commodities import FAMILIES, MARKS
from terkha.look.fonts import ROLES
from terkha.look.gallery_controls import controls
from terkha.look.scripts import Script
from terkha.look.theme import contrast
from terkha_resources.assets import ICONS

SAMPLE = "Julong ≠ 5.78–25.88 Mt Li₂CO₃ ā ê ŋ"
TIBETAN = "གཏེར་ཁ་ རྒྱ་མ་ བསྒྲུབས་ ཧཱུྃ"
CHINESE = "巨龙铜矿 巨龍銅礦 肅鋰絨鈺鉛 庁鉱"
STATUSES = (
    "operating",
    "construction",
    "exploration",
    "suspended",
    "closed",
    "unknown",
)


class Gallery(QWidget):
    """One page with every token, font, icon, symbol and control of a look."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._dpr = self.devicePixelRatioF()
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(32)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            columns.addLayout(column)
        self._section(left, "Type", self._type())
        self._section(left, "Colours", self._colours())
        self._section(right, "Commodities", self._commodities())
        self._section(right, "Status, precision, figures", self._glyphs())
        self._section(right, "Icons", self._icons())
        self._section(right, "Controls", controls(look))
        left.addStretch()
        right.addStretch()

    def _section(self, column: QVBoxLayout, title: str, content: QLayout) -> None:
        column.addWidget(self._text(title, "section"))
        column.addLayout(content)
        column.addSpacing(16)

    def _text(self, text: str, role: str, tone: str = "ink") -> QLabel:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        return label

    def _picture(self, pixmap: QPixmap, words: str = "") -> QLabel:
        label = QLabel()
        label.setPixmap(pixmap)
        label.setAccessibleName(words)
        label.setToolTip(words)
        return label

    def _type(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for row, role in enumerate(ROLES):
            size = f"{role.id} {self._look.fonts.px(role.size)}"
            grid.addWidget(self._text(size, "caption", "ink3"), row, 0)
            grid.addWidget(self._text(SAMPLE, role.id), row, 1)
            for column, script, text in (
                (2, Script.TIBETAN, TIBETAN),
                (3, Script.HAN, CHINESE),
            ):
                label = QLabel(text)
                label.setFont(self._look.fonts.script(role.id, script))
                grid.addWidget(label, row, column)
        return grid

    def _colours(self) -> QGridLayout:
        grid = QGridLayout()
        theme = self._look.theme
        tokens = [field.name for field in fields(theme)]
        colours = [(name, getattr(theme, name)) for name in tokens]
        colours = [(name, value) for name, value in colours if str(value).startswith("#")]
        for index, (name, value) in enumerate(colours):
            swatch = QPixmap(56, 22)
            swatch.fill(QColor(value))
            ratio = contrast(value, theme.surface)
            row, column = index // 3, index % 3 * 2
            grid.addWidget(self._picture(swatch), row, column)
            words = f"{name} {value} {ratio:.1f}"
            grid.addWidget(self._text(words, "caption", "ink2"), row, column + 1)
        return grid

    def _commodities(self) -> QGridLayout:
        grid = QGridLayout()
        symbols = self._look.symbols
        for row, family in enumerate(FAMILIES):
            grid.addWidget(self._picture(symbols.family(family, dpr=self._dpr)), row, 0)
            bare = symbols.family(family, filled=False, dpr=self._dpr)
            grid.addWidget(self._picture(bare), row, 1)
            county = symbols.precision("county", family, dpr=self._dpr)
            grid.addWidget(self._picture(county), row, 2)
            grid.addWidget(self._text(family.label, "body"), row, 3)
            marks = QHBoxLayout()
            marks.setSpacing(4)
            for slug, mark in MARKS.items():
                if mark.family is family:
                    for role in ("primary", "by-product"):
                        picture = symbols.commodity(slug, role, self._dpr)
                        marks.addWidget(self._picture(picture, slug))
            marks.addStretch()
            grid.addLayout(marks, row, 4)
        return grid

    def _glyphs(self) -> QGridLayout:
        grid = QGridLayout()
        symbols = self._look.symbols
        for column, status in enumerate(STATUSES):
            cell = QHBoxLayout()
            cell.addWidget(self._picture(symbols.status(status, self._dpr)))
            cell.addWidget(self._text(status.capitalize(), "body"))
            cell.addStretch()
            grid.addLayout(cell, 0, column)
        for column, category in enumerate(("resource", "reserve", "potential")):
            cell = QHBoxLayout()
            cell.addWidget(self._picture(symbols.figure(category, dpr=self._dpr)))
            cell.addWidget(self._text(category, "caption"))
            cell.addStretch()
            grid.addLayout(cell, 1, column)
        return grid

    def _icons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        icons = self._look.icons
        for index, name in enumerate(ICONS):
            tone = ("ink2", "accent", "ink3")[index % 3]
            picture = icons.pixmap(name, tone, self._look.fonts.px(17), self._dpr)
            grid.addWidget(self._picture(picture, name), index // 24, index % 24)
        large = icons.pixmap("library", "ink3", self._look.fonts.px(40), self._dpr)
        grid.addWidget(self._picture(large, "library"), 0, 24, 3, 1)
        return grid


def shoot(look: Look, target: Path) -> None:
    """Draw the gallery of the look as it is now into a PNG file."""
    gallery = Gallery(look)
    gallery.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    gallery.show()
    QApplication.processEvents()
    gallery.grab().save(str(target))
    gallery.close()
    gallery.deleteLater()


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder that is named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    look = Look(QApplication(arguments))
    for appearance in ("light", "dark", "contrast"):
        look.choose(appearance, 100)
        shoot(look, folder / f"{appearance}.png")
    look.choose("light", 200)
    shoot(look, folder / "light-200-per-cent.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
