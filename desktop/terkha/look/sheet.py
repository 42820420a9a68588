# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The one style sheet of the application, made from a theme and a text size.

Views ask for a look by dynamic properties set before they are shown: ``part`` (a region), ``kind``
(of button or field), ``role`` (of text, as in :data:`terkha.look.fonts.ROLES`) and ``tone``.
In the rules ``$ink`` is a token, ``$px28`` a length that grows with the text, ``$pad10`` and
``$high28`` a padding and a height inside the focus ring, ``$font_body`` a font.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Any

from terkha.look.fonts import ROLES, Fonts
from terkha.look.theme import Theme, mix

TONES = ("ink", "ink2", "ink3", "accent", "disp", "lens")

_GROUNDS = """
QMainWindow, QWidget[part="top-bar"], QWidget[part="navigation"], QWidget[part="pages"],
QWidget[part="status-bar"], QStatusBar { background: $bg; }
QWidget[part="top-bar"] { border: 0; border-bottom: 1px solid $line; }
QWidget[part="navigation"] { border: 0; border-right: 1px solid $line; }
QWidget[part="status-bar"], QStatusBar { border: 0; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QWidget[part="page"], QScrollArea { background: $surface; border: 0; }
QWidget[part="page-bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QWidget[part="lens-bar"] { background: $lens_bg; border: 0; border-bottom: 1px solid $lens; }
QWidget[part="pane"] { background: $surface; border: 0; border-left: 1px solid $line; }
QWidget[part="drawer"] { background: $surface; border: 1px solid $line2; }
QWidget[part="card"] { background: $raised; border: 1px solid $line; border-radius: 4px; }
QWidget[part="popup"] { background: $raised; border: 1px solid $line2; border-radius: 4px; }
QWidget[part="popup-footer"] { background: $sunken; border: 0; }
QWidget[part="dispute"] { background: $disp_bg; border: 0; border-top: 2px solid $disp_line; }
QDialog, QMessageBox { background: $raised; }
QFrame[part="edge"] { background: $line; border: 0; }
QFrame[part="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line2; padding: 4px 6px;
  $font_caption }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

_BUTTONS = """
QPushButton { background: $raised; color: $ink; border: 1px solid $line2; border-radius: 4px;
  padding: 0 $px10; min-height: $px26; }
QPushButton, QToolButton, QMenu, QTabBar { icon-size: $px16; }
QPushButton[kind="nav"] { icon-size: $px17; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked
  { background: $accent_soft; }
QPushButton:focus { border: $focus solid $accent; padding: 0 $pad10; min-height: $high26; }
QPushButton:disabled { color: $ink3; background: transparent; border-color: $line; }
QDialog QPushButton { min-height: $px30; padding: 0 $px14; }
QDialog QPushButton:focus { min-height: $high30; padding: 0 $pad14; }

QPushButton[kind="primary"] { background: $accent; color: $accent_on; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $ink; }
QPushButton[kind="primary"]:disabled { background: transparent; color: $ink3;
  border-color: $line; }

QPushButton[kind="quiet"], QPushButton[kind="segment"], QPushButton[kind="nav"], QToolButton
  { background: transparent; color: $ink2; border: 1px solid transparent; border-radius: 4px; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="segment"]:hover, QPushButton[kind="nav"]:hover
  { background: $hover; }
QPushButton[kind="segment"]:checked, QPushButton[kind="nav"]:checked
  { background: $accent_soft; color: $ink; border-color: $selected_edge; }
QPushButton[kind="nav"] { text-align: left; padding: 0 $px9; min-height: $px30; }
QPushButton[kind="nav"]:checked { $font_strong }
QPushButton[kind="quiet"]:focus, QPushButton[kind="segment"]:focus, QPushButton[kind="nav"]:focus
  { border: $focus solid $accent; }
QPushButton[kind="nav"]:focus { padding: 0 $pad9; min-height: $high30; }

QPushButton[kind="chip"] { background: $accent_soft; border: 1px solid $selected_edge;
  border-radius: $px11; min-height: $px22; }
QPushButton[kind="chip"]:focus { border: $focus solid $accent; min-height: $high22; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: 0; padding: 0 2px;
  text-align: left; min-height: $px24; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: $focus solid $accent; min-height: 0; padding: 0; }
QPushButton[kind="link"]:disabled { color: $ink3; }

QPushButton[kind="lens"] { background: $lens_bg; color: $lens; border: 1px solid $lens;
  $font_strong }
QPushButton[kind="lens"]:focus { border: $focus solid $accent; }

QToolButton { padding: 0 $px4; min-width: $px18; min-height: $px26; }
QToolButton:focus { border: $focus solid $accent; padding: 0 $pad4; min-height: $high26; }
QToolButton:disabled { color: $ink3; }
QToolButton::menu-indicator { width: 0; }
QLineEdit QToolButton { border: 0; padding: 0; min-width: 0; min-height: 0;
  background: transparent; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QDateEdit
  { background: $raised; color: $ink; border: 1px solid $line2; border-radius: 4px;
  selection-background-color: $accent; selection-color: $accent_on; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 $px7; min-height: $px26; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus
  { border: $focus solid $accent; padding: 0 $pad7; min-height: $high26; }
QPlainTextEdit, QTextEdit { padding: $px4; }
QPlainTextEdit:focus, QTextEdit:focus { border: $focus solid $accent; padding: $pad4; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled
  { color: $ink3; background: transparent; border-color: $line; }
QLineEdit[kind="search"] { min-height: $px32; $font_body }
QLineEdit[kind="search"]:focus { min-height: $high32; }
QTextBrowser { background: $surface; border: $focus solid transparent; border-radius: 0;
  padding: 0; }
QTextBrowser:focus { border: $focus solid $accent; padding: 0; }
QTextBrowser[ring="off"]:focus { border-color: transparent; }
QTextBrowser[part="raised"], QScrollArea[part="raised"], QWidget[part="raised"]
  { background: $raised; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0;
  background: transparent; }
QAbstractSpinBox { padding-right: $px20; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox, QRadioButton { color: $ink; spacing: $px8; padding: 2px 4px;
  border: 2px solid transparent; border-radius: 4px; min-height: $px18; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled, QLabel:disabled { color: $ink3; }
QRadioButton::indicator { width: $px13; height: $px13; border: 1px solid $line2;
  border-radius: $px7; background: $raised; }
QRadioButton::indicator:checked { width: $px7; height: $px7; border: $px4 solid $accent;
  border-radius: $px7; }
QRadioButton::indicator:disabled { border-color: $line; background: transparent; }
QGroupBox { border: 0; margin-top: $px22; padding: 0; $font_strong }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $ink2; }
QProgressBar { background: $sunken; border: 1px solid $line2; border-radius: 4px;
  text-align: center; color: $ink; min-height: $px16; }
QProgressBar::chunk { background: $accent_soft; }
"""

_LISTS = """
QAbstractItemView { background: $surface; color: $ink; border: 0; outline: $focus solid $accent;
  activate-on-singleclick: 0;
  gridline-color: $line; alternate-background-color: $bg;
  selection-background-color: $accent_soft; selection-color: $ink; }
QAbstractItemView::item:hover { background: $hover; }
QListWidget::item { padding-left: $px6; }
QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $ink3; border: 0;
  border-bottom: 1px solid $line2; padding: 0 $px6; min-height: $px31; $font_caption_strong }
QHeaderView::section:hover { background: $hover; color: $ink; }
QHeaderView::section:vertical { border-bottom: 1px solid $line; min-height: 0; }
QTableCornerButton::section { background: $surface; border: 0; border-bottom: 1px solid $line2; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: $px12; }
QScrollBar:horizontal { height: $px12; }
QWidget[part="pages"] QScrollBar:vertical { width: $px6; }
QWidget[part="pages"] QScrollBar::handle { margin: 1px; border-radius: 1px; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: $px32; }
QScrollBar::handle:horizontal { min-width: $px32; }
QScrollBar::handle:hover { background: $line2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""

_MENUS = """
QMenuBar { background: $bg; color: $ink2; }
QMenuBar::item { padding: $px4 $px8; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $raised; color: $ink; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: $px5 $px24 $px5 $px10; border-left: 3px solid transparent; }
QMenu::item:selected { background: $accent_soft; color: $ink; border-left-color: $accent; }
QMenu::item:disabled { color: $ink3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::icon { padding-left: $px10; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $ink2; border: 1px solid transparent;
  border-bottom: 2px solid transparent; padding: 0 $px11; min-height: $px30; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { border: $focus solid $accent; padding: 0 $pad11; min-height: $high31; }
"""

_IMAGES = """
QComboBox::drop-down { border: 0; width: $px22; }
QComboBox::down-arrow { image: $arrow_down; width: $px16; height: $px16; }
QComboBox::down-arrow:disabled { image: $arrow_down_off; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: $px18;
  background: transparent; }
QAbstractSpinBox::up-arrow { image: $arrow_up; width: $px12; height: $px12; }
QAbstractSpinBox::down-arrow { image: $arrow_down; width: $px12; height: $px12; }
QCheckBox::indicator, QAbstractItemView::indicator { width: $px13; height: $px13;
  border: 1px solid $line2; border-radius: 2px; background: $raised; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked
  { image: $tick; background: $accent; border-color: $accent; }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate
  { image: $dash; background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { background: transparent; border-color: $line; }
QHeaderView::up-arrow { image: $sorted_up; width: $px12; height: $px12; }
QHeaderView::down-arrow { image: $sorted_down; width: $px12; height: $px12; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding;
  subcontrol-position: center right; }
QTreeView::branch { background: transparent; }
QTreeView::branch:closed:has-children { image: $arrow_right; }
QTreeView::branch:open:has-children { image: $arrow_down; }
QMenu::right-arrow { image: $arrow_right; width: $px16; height: $px16; margin-right: $px4; }
QTabBar::close-button { image: $close; width: $px16; height: $px16; }
QTabBar::close-button:hover { image: $close_hover; background: $hover; }
QLineEdit { lineedit-clear-button-icon: $close; }
QMessageBox { messagebox-information-icon: $note; messagebox-question-icon: $question;
  messagebox-warning-icon: $warning; messagebox-critical-icon: $warning; }
"""


def style_sheet(theme: Theme, fonts: Fonts, images: Mapping[str, str]) -> str:
    """Return the sheet for the whole application; set on it once per theme and text size.

    ``images`` are the ``url(…)`` of :mod:`terkha.look.sheet_images`.
    """
    rules = [_GROUNDS, _BUTTONS, _FIELDS, _LISTS, _MENUS, *_text_rules(), _IMAGES]
    return Template("".join(rules)).substitute(_Values(theme, fonts, images))


def _text_rules() -> list[str]:
    tones = [f'QLabel[tone="{tone}"] {{ color: ${tone}; }}\n' for tone in TONES]
    roles = [
        f'QLabel[role="{role.id}"] {{ $font_{role.id.replace("-", "_")} }}\n' for role in ROLES
    ]
    return roles + tones


class _Values(dict[str, Any]):
    """What the names in the rules stand for; lengths and fonts are worked out when asked for."""

    def __init__(self, theme: Theme, fonts: Fonts, images: Mapping[str, str]) -> None:
        edge = theme.accent if theme.focus > 2 else theme.accent_soft
        super().__init__(
            focus=f"{theme.focus}px",
            hover=theme.hover,
            accent_hover=mix(theme.accent, theme.ink, 0.18),
            handle=mix(theme.line, theme.line2, 0.45),
            selected_edge=edge,
            **images,
        )
        self._theme = theme
        self._fonts = fonts

    def __missing__(self, name: str) -> str:
        if name.startswith("px"):
            return f"{self._fonts.px(int(name[2:]))}px"
        # What is left of a padding or height when the edge widens inwards to the focus ring.
        wider = self._theme.focus - 1
        if name.startswith("pad"):
            return f"{max(0, self._fonts.px(int(name[3:])) - wider)}px"
        if name.startswith("high"):
            return f"{self._fonts.px(int(name[4:])) - 2 * wider}px"
        if name.startswith("font_"):
            return self._fonts.css(name[5:].replace("_", "-"))
        value: str = getattr(self._theme, name)
        return value
