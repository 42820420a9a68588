# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The fields of a work: those of its type, and whatever is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from terkha.views.name_rows import NameRows
from terkha.views.parts import button, label, part
from terkha_db.citing.form import FORM_FIELDS, WORK_TYPES, Filled, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from terkha_db.citing.form import FormField

translate = QCoreApplication.translate


class WorkFields(QScrollArea):
    """A form in which only the fields show that the type of work has, or that have something."""

    changed = Signal()

    def __init__(self, form: Filled) -> None:
        super().__init__()
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Type of work"))
        self.types.setMaxVisibleItems(len(WORK_TYPES))
        for each in WORK_TYPES:
            self.types.addItem(translate("WorkForm", each.label), each.id)
        if self.types.findData(form.type) < 0:
            self.types.addItem(form.type, form.type)
        self.types.setCurrentIndex(self.types.findData(form.type))
        self.texts: dict[str, QLineEdit] = {}
        self.names: dict[str, NameRows] = {}
        self._faults: dict[str, QLabel] = {}
        self._cells: dict[str, QWidget] = {}
        self._rows = QFormLayout()
        self._rows.setContentsMargins(24, 12, 16, 16)
        self._rows.setVerticalSpacing(8)
        self._rows.setHorizontalSpacing(12)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._rows.addRow(self.tr("Type"), self.types)
        for field in FORM_FIELDS:
            self._add(field, form)
        inside = part(QWidget(), "page")
        inside.setLayout(self._rows)
        self.setWidget(inside)
        # Only now: what has no parent yet would be shown as a window.
        self._show_type()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Fields of the work"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.texts["title"])
        self.types.currentIndexChanged.connect(self._take_type)
        self.texts["title"].setFocus()

    def form(self) -> Filled:
        """Return the form as it is filled in."""
        texts = {key: text for key, field in self.texts.items() if (text := field.text().strip())}
        names = {key: found for key, rows in self.names.items() if (found := rows.names())}
        return Filled(str(self.types.currentData()), texts, names)

    def tell(self, faults: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it, and go to the first of them."""
        for key, told in self._faults.items():
            told.setText(faults.get(key, ""))
            told.setVisible(key in faults)
        first = next((field.id for field in FORM_FIELDS if field.id in faults), "")
        if first:
            editor = self._editor(first)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._cells[first])

    def _editor(self, key: str) -> QLineEdit:
        return self.texts[key] if key in self.texts else self.names[key].first()

    def _add(self, field: FormField, form: Filled) -> None:
        words = translate("WorkForm", field.label)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if field.sort == "names":
            rows = NameRows(words, form.names.get(field.id, ()))
            rows.changed.connect(lambda: self._tell_change(field.id))
            self.names[field.id] = rows
            column.addWidget(rows)
        else:
            editor = QLineEdit(form.texts.get(field.id, ""))
            editor.setAccessibleName(words)
            editor.setPlaceholderText(translate("WorkForm", field.example))
            editor.textChanged.connect(lambda _: self._tell_change(field.id))
            self.texts[field.id] = editor
            line = QHBoxLayout()
            line.addWidget(editor, 1)
            if field.id == "accessed":
                line.addWidget(self._today(editor))
            column.addLayout(line)
        fault = label("", "caption", "disp", wrap=True)
        fault.setVisible(False)
        column.addWidget(fault)
        self._faults[field.id] = fault
        self._cells[field.id] = cell
        shown = QLabel(words)
        shown.setBuddy(self._editor(field.id))
        self._rows.addRow(shown, cell)

    def _today(self, editor: QLineEdit) -> QWidget:
        made = button(self.tr("Today"))
        made.clicked.connect(
            lambda: editor.setText(QDate.currentDate().toString(Qt.DateFormat.ISODate))
        )
        return made

    def _tell_change(self, key: str) -> None:
        """Take back what was said of a field, since it is other now."""
        self._faults[key].setVisible(False)
        self.changed.emit()

    def _take_type(self) -> None:
        self._show_type()
        self.changed.emit()

    def _show_type(self) -> None:
        form = self.form()
        shown = {*fields_of(form.type), *form.texts, *form.names}
        for key, cell in self._cells.items():
            self._rows.setRowVisible(cell, key in shown)
