# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The pop-up in which a reader chooses whose works count: kinds of source, and single works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from terkha.views.messages import tell
from terkha.views.parts import button, label, part, rule
from terkha_db.errors import KnownError
from terkha_db.lens import OPEN, PRESETS, Lens
from terkha_db.vocabulary import SOURCE_KINDS

if TYPE_CHECKING:
    from terkha.context import Context

_WIDTH = 400
_MARGIN = 8


class LensChooser(QFrame):
    """Every press is followed at once, in all windows; Escape or a press elsewhere closes.

    It is a part of its window and no window itself, so that the page behind it can be watched.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        part(self, "popup")
        self.setAccessibleName(self.tr("Whose works count"))
        self.boxes: dict[str, QCheckBox] = {}
        self._ground = _Ground(parent)
        self._ground.pressed.connect(self.put_away)
        self._before: QWidget | None = None
        """What had the keyboard before."""
        self._left_out = QVBoxLayout()
        self._put_back_buttons: list[QPushButton] = []
        self._scroll = QScrollArea()
        self._off = button(self.tr("All claimants"))
        self._off.setToolTip(self.tr("Turn the lens off: let all works count"))
        self._off.clicked.connect(lambda: self.choose(OPEN))
        self._lay_out()
        self.setMinimumWidth(context.look.fonts.px(_WIDTH))
        self.hide()
        context.state.lens_changed.connect(self._show_lens)
        self._show_lens()

    def open_below(self, widget: QWidget) -> None:
        """Show the pop-up with its right edge below that of a widget; open already, put it away."""
        if self.isVisible():
            self.put_away()
            return
        self._before = QApplication.focusWidget()
        self._ground.cover()
        corner = widget.mapTo(self.window(), QPoint(widget.width(), widget.height() + 4))
        self._fit(self.window().height() - corner.y() - _MARGIN)
        self.move(max(corner.x() - self.width(), 0), corner.y())
        self.show()
        self.raise_()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Hide, and give the keyboard back to where it was."""
        self.hide()
        self._ground.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def choose(self, lens: Lens) -> None:
        """Look through a lens from now on."""
        try:
            self._context.look_through(lens)
        except KnownError as error:
            tell(self, str(error))

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(6)
        inner.addWidget(label(self.tr("Whose works count"), "strong"))
        words = self.tr(
            "Tables, facets, charts, exports and lists of works then rest on the kinds chosen "
            "alone. Nothing is deleted: other values stay on the record pages, in grey."
        )
        inner.addWidget(label(words, "caption", "ink3", wrap=True))
        inner.addLayout(self._kinds())
        inner.addLayout(self._left_out)
        inner.addSpacing(4)
        inner.addWidget(label(self.tr("Often chosen"), "caption-strong", "ink3"))
        for name, lens in PRESETS:
            preset = button(QCoreApplication.translate("Lens", name), "link")
            preset.clicked.connect(partial(self.choose, lens))
            inner.addWidget(preset)
        inner.addStretch(1)
        self._content = QWidget()
        self._content.setLayout(inner)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(label(self.tr("Esc closes"), "caption", "ink3"))
        foot.addStretch(1)
        foot.addWidget(self._off)
        layout.addLayout(foot)

    def _kinds(self) -> QGridLayout:
        counts = dict(self._context.catalogue.count_by("citation", "source_kind"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, kind in enumerate(SOURCE_KINDS):
            box = QCheckBox(QCoreApplication.translate("Vocabulary", kind.label))
            box.setToolTip(QCoreApplication.translate("Vocabulary", kind.definition))
            box.toggled.connect(partial(self._toggle, kind.id))
            self.boxes[kind.id] = box
            number = label(f"{counts.get(kind.id, 0):,}", "caption", "ink3")
            number.setToolTip(self.tr("%n work(s)", "", counts.get(kind.id, 0)))
            only = button(self.tr("only"), "link")
            only.setAccessibleName(self.tr("%s only") % kind.label)
            only.clicked.connect(partial(self._choose_only, kind.id))
            grid.addWidget(box, row, 0)
            grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(only, row, 2)
        return grid

    # Doing

    def _toggle(self, kind: str, on: bool) -> None:
        self.choose(self._context.catalogue.lens.with_kind(kind, on=on))

    def _choose_only(self, kind: str) -> None:
        self.choose(Lens(frozenset({kind}), self._context.catalogue.lens.without))

    def _show_lens(self) -> None:
        """Let boxes, works and button say what the lens is now."""
        lens = self._context.catalogue.lens
        for kind, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(kind in lens.kinds)
            box.blockSignals(False)
        self._off.setEnabled(lens.is_on)
        for old in self._put_back_buttons:
            self._left_out.removeWidget(old)
            old.deleteLater()
        self._put_back_buttons.clear()
        for brief in self._context.catalogue.briefs(sorted(lens.without)):
            put_back = button(self.tr("Without “%s” ×") % _cut(brief.title), "chip")
            put_back.setToolTip(self.tr("Let this work count again: %s") % brief.title)
            put_back.clicked.connect(partial(self._put_back, brief.id))
            self._left_out.addWidget(put_back)
            self._put_back_buttons.append(put_back)
        if self.isVisible():
            self._fit(self.window().height() - self.y() - _MARGIN)

    def _fit(self, room: int) -> None:
        """Be as large as what is in it, or as the window allows; the rest is scrolled to."""
        self._content.adjustSize()
        wanted = self._content.sizeHint()
        self._scroll.setMinimumWidth(wanted.width() + self._scroll.verticalScrollBar().width())
        foot = self.sizeHint().height() - self._scroll.sizeHint().height()
        width = self.minimumSizeHint().width()
        high = wanted.height() + foot
        self.resize(width, min(high, room))
        # Text that wraps needs more than it says before it has its width.
        self.resize(width, min(high + self._scroll.verticalScrollBar().maximum(), room))

    def _put_back(self, work: str) -> None:
        self.choose(self._context.catalogue.lens.without_work(work, on=False))


class _Ground(QWidget):
    """Lies over the window below a pop-up, unseen, and tells when it is pressed."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press."""
        event.accept()
        self.pressed.emit()


def _cut(title: str) -> str:
    return title if len(title) <= 40 else title[:39] + "…"
