# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Buttons that leave their words to the tooltip where a line has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QPushButton


class GivingButton(QPushButton):
    """Shows icon and words, or the icon alone; what it is called stays the same."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self._hint = ""
        self._gives = False
        self._show()

    def text(self) -> str:
        """Return what it is called, whether or not the words show."""
        return self._words

    def setText(self, text: str) -> None:
        """Call it something else."""
        self._words = text
        self._show()

    def setToolTip(self, hint: str) -> None:  # noqa: N802
        """Explain it."""
        self._hint = hint
        self._show()

    def give_way(self, *, on: bool) -> None:
        """Show the icon alone, or the words again; without an icon the words stay."""
        gives = on and not self.icon().isNull()
        if gives != self._gives:
            self._gives = gives
            self._show()

    def _show(self) -> None:
        super().setText("" if self._gives else self._words)
        named = f"{self._words}: {self._hint}" if self._hint else self._words
        super().setToolTip(named if self._gives else self._hint)
        self.setAccessibleName(self._words or self._hint)


def fit(layout: QLayout, buttons: Sequence[QPushButton], width: int) -> None:
    """Let as many buttons give way, from the last on, as a line of a width needs."""
    giving = [made for made in buttons if isinstance(made, GivingButton)]
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            # Before its first sight a widget has another font, and needs another room.
            widget.ensurePolished()
    for made in giving:
        made.give_way(on=False)
    for made in reversed(giving):
        # A layout within another one keeps what it measured before.
        layout.invalidate()
        if layout.minimumSize().width() <= width:
            return
        made.give_way(on=True)
