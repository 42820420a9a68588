# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""People and bodies in rows, one below the other; a new row comes when the last is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class NameRows(QWidget):
    """Two fields to a row: family name, or the whole name of a body, and given names."""

    changed = Signal()

    def __init__(self, whose: str, names: Sequence[Mapping[str, str]] = ()) -> None:
        """``whose`` is the label of the field, such as “Authors”."""
        super().__init__()
        self._whose = whose
        self._rows: list[tuple[QLineEdit, QLineEdit, Mapping[str, str]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for name in names:
            self._add(name)
        self._add({})

    def names(self) -> list[dict[str, str]]:
        """Return the names that are filled in, each with the parts that no field shows."""
        found = []
        for family, given, before in self._rows:
            texts = {"family": family.text().strip(), "given": given.text().strip()}
            if any(texts.values()):
                rest = {part: text for part, text in before.items() if part not in _SHOWN}
                found.append({**rest, **{key: text for key, text in texts.items() if text}})
        return found

    def first(self) -> QLineEdit:
        """Return the first field."""
        return self._rows[0][0]

    def _add(self, name: Mapping[str, str]) -> None:
        number = len(self._rows) + 1
        family = QLineEdit(name.get("family") or name.get("literal") or "")
        given = QLineEdit(name.get("given", ""))
        family.setPlaceholderText(self.tr("Family name, or a body"))
        given.setPlaceholderText(self.tr("Given names"))
        for field, words in (
            (family, self.tr("%(whose)s %(number)s: family name, or a body")),
            (given, self.tr("%(whose)s %(number)s: given names")),
        ):
            field.setAccessibleName(words % {"whose": self._whose, "number": number})
            field.textChanged.connect(self._tell)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(family, 3)
        row.addWidget(given, 2)
        self._column.addLayout(row)
        if self._rows:
            QWidget.setTabOrder(self._rows[-1][1], family)
        QWidget.setTabOrder(family, given)
        self._rows.append((family, given, name))
        self.setFocusProxy(self._rows[0][0])

    def _tell(self) -> None:
        last = self._rows[-1]
        if last[0].text().strip() or last[1].text().strip():
            self._add({})
        self.changed.emit()


_SHOWN = ("family", "given", "literal")
