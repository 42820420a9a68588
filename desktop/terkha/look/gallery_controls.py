# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""For developers: every kind of control in its states, as one part of the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from terkha.look import Look

_ROWS = (
    ("Julong", "Operating", "25.88"),
    ("Jiama", "Operating", "25.00"),
    ("Duolong", "Exploration", "20.00"),
    ("Tiegelongnan", "Exploration", "13.49"),
)


def controls(look: Look) -> QVBoxLayout:
    """Lay out all controls."""
    column = QVBoxLayout()
    column.setSpacing(12)
    for row in (_buttons(look), _kinds(look), _fields(), _choices(), _parts(look)):
        column.addLayout(row)
    lists = QHBoxLayout()
    lists.addWidget(_table())
    lists.addWidget(_list())
    column.addLayout(lists)
    below = QHBoxLayout()
    below.addWidget(_tabs(look))
    below.addWidget(_menu(look))
    column.addLayout(below)
    return column


def _button(look: Look, text: str, kind: str = "", icon: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    if icon:
        tone = "accent_on" if kind == "primary" else "ink2"
        button.setIcon(look.icons.icon(icon, tone))
    return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _buttons(look: Look) -> QHBoxLayout:
    off = _button(look, "Cite 0 works", icon="quote")
    off.setEnabled(False)
    off_primary = _button(look, "Open page", "primary", "panel-right-open")
    off_primary.setEnabled(False)
    pressed = _button(look, "Pressed")
    pressed.setDown(True)
    return _row(
        _button(look, "Open page", "primary", "panel-right-open"),
        off_primary,
        _button(look, "Export 46 rows", icon="download"),
        _button(look, "Cite 46", icon="quote"),
        off,
        pressed,
        _button(look, "All claimants", "quiet", "glasses"),
    )


def _kinds(look: Look) -> QHBoxLayout:
    chart = _button(look, "Chart", "segment", "chart-column")
    table = _button(look, "Table", "segment", "table")
    nav, other = _button(look, "Mines", "nav", "pickaxe"), _button(look, "Places", "nav", "map-pin")
    for button in (chart, table, nav, other):
        button.setCheckable(True)
    for button in (chart, nav):
        button.setChecked(True)
    nav.setIcon(look.icons.icon("pickaxe", "accent"))
    tool = QToolButton()
    tool.setIcon(look.icons.icon("arrow-left"))
    tool_off = QToolButton()
    tool_off.setIcon(look.icons.icon("arrow-right"))
    tool_off.setEnabled(False)
    return _row(
        chart,
        table,
        _button(look, "Commodity: copper ×", "chip"),
        _button(look, "Clear all", "link"),
        nav,
        other,
        tool,
        tool_off,
    )


def _fields() -> QHBoxLayout:
    search = QLineEdit()
    search.setProperty("kind", "search")
    search.setPlaceholderText("Search any spelling: Gyama, 驱龙, རྒྱ་མ་, zhabuye …")
    search.setMinimumWidth(340)
    field, off, combo, spin = QLineEdit("Julong"), QLineEdit("Julong"), QComboBox(), QSpinBox()
    field.setClearButtonEnabled(True)
    off.setEnabled(False)
    combo.addItems(["Chicago 18, author-date", "APA 7"])
    return _row(search, field, off, combo, spin)


def _choices() -> QHBoxLayout:
    has, without, not_, off = (QCheckBox(text) for text in ("Copper", "Gold", "Belt", "Silver"))
    has.setChecked(True)
    not_.setCheckState(Qt.CheckState.PartiallyChecked)
    off.setEnabled(False)
    one, two = QRadioButton("Light"), QRadioButton("Dark")
    one.setChecked(True)
    return _row(has, without, not_, off, one, two)


def _parts(look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    for part, role, tone, text in (
        ("card", "body", "ink", "Source [3]"),
        ("dispute", "caps", "disp", "≠ Copper resource: 10 figures differ"),
        ("lens-bar", "caption", "lens", "Lens: 5 of 11 kinds"),
        ("popup-footer", "caption", "ink3", "Enter open · Ctrl+Enter new tab"),
        ("top-bar", "page-title", "ink", "Terkha"),
    ):
        box, label = QWidget(), QLabel(text)
        box.setProperty("part", part)
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        QHBoxLayout(box).addWidget(label)
        row.addWidget(box)
    return row


def _table() -> QTableWidget:
    table = QTableWidget(len(_ROWS), 3)
    table.setHorizontalHeaderLabels(["Name", "Status", "Copper, Mt"])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    for row, cells in enumerate(_ROWS):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.selectRow(0)
    table.horizontalHeader().setStretchLastSection(True)
    table.setMaximumHeight(230)
    table.sortItems(2, Qt.SortOrder.DescendingOrder)
    table.setSortingEnabled(True)
    return table


def _list() -> QListWidget:
    found = QListWidget()
    found.addItems(["Chicago 18, notes", "APA 7", "MLA 9", "Nature", "Vancouver", "IEEE"])
    found.setCurrentRow(1)
    found.setMaximumHeight(230)
    return found


def _tabs(look: Look) -> QTabWidget:
    tabs = QTabWidget()
    page = QTextBrowser()
    link = f'<a style="color:{look.theme.accent};text-decoration:none" href="x">Zijin Mining</a>'
    page.setHtml(f"<p>{link} 57.35 %, <i>Zijin News</i>, <b>28 Dec 2021</b> 巨龙铜矿 རྒྱ་མ་</p>")
    tabs.addTab(page, "Julong")
    tabs.addTab(QPlainTextEdit("Ask Zijin which licences the figure covers."), "Note")
    tabs.setTabsClosable(True)
    tabs.setMaximumHeight(140)
    return tabs


def _menu(look: Look) -> QMenu:
    menu = QMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    menu.addAction(look.icons.icon("bookmark"), "Bookmark\tCtrl+D")
    first = menu.addAction(look.icons.icon("quote"), "Cite…\tCtrl+Shift+C")
    menu.addSeparator()
    menu.addAction("Copy link\tCtrl+Shift+L").setEnabled(False)
    menu.setActiveAction(first)
    menu.setWindowFlags(Qt.WindowType.Widget)
    return menu
