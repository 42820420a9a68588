# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links that lead outside: shown with their host, copied or, if the reader says so, opened.

Terkha opens no connection. Whoever opens such a link has a browser open one, and whoever watches
the network or keeps the site learns of it; the reader decides on each, and nothing else here opens
anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from terkha.views.parts import button, icons, label

if TYPE_CHECKING:
    from terkha.context import Context

_OPENED = ("http", "https")
_WIDTH = 520
_WIDEST = 940


def host_of(address: str) -> str:
    """Return the host of an address that a browser may be given; empty for all others."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme.lower() in _OPENED else ""


class OutsideLink(QDialog):
    """Says where a link leads, and offers to copy it or to have the browser open it."""

    def __init__(self, context: Context, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._address = address
        host = host_of(address)
        self.setWindowTitle(self.tr("Outside link"))
        self.setMinimumWidth(min(context.look.fonts.px(_WIDTH), _WIDEST))
        shown = label(address, "body", "ink2", wrap=True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Address"))
        # A long address has no blanks where it could be broken.
        shown.setText(_breakable(address))
        self.to_copy = button(self.tr("Copy address"), "primary")
        self.to_open = button(self.tr("Open in browser"))
        self.to_leave = button(self.tr("Cancel"))
        self.to_copy.clicked.connect(self._copy)
        self.to_open.clicked.connect(self._open)
        self.to_leave.clicked.connect(self.reject)
        icons(context.look, (self.to_copy, "copy"))
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(label(self.tr("This link leads outside Terkha"), "caption", "ink3"))
        layout.addWidget(label(host or self.tr("No address of the web"), "section"))
        layout.addWidget(shown)
        words = label(self._words(host), "body", wrap=True)
        layout.addWidget(words)
        layout.addSpacing(8)
        self._wrapped = (shown, words)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for each in (self.to_leave, self.to_open, self.to_copy):
            foot.addWidget(each)
        layout.addLayout(foot)
        self.to_open.setHidden(not host)
        self.to_copy.setDefault(True)
        self.to_copy.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Become as high as the words are; before this their type is not known."""
        super().showEvent(event)
        margins = self.contentsMargins() + self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for words in self._wrapped:
            words.setFixedHeight(words.heightForWidth(room))
        self._column.activate()
        self.resize(self.width(), self.minimumSizeHint().height())

    def _words(self, host: str) -> str:
        if not host:
            return self.tr("Terkha does not open it. You can copy it.")
        words = self.tr(
            "Terkha itself opens no connection. Your browser would: %s, and whoever watches your "
            "network, can then see that you opened this page."
        )
        return words % host

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self._context.state.say(self.tr("Copied %s") % self._address)
        self.accept()

    def _open(self) -> None:
        if QDesktopServices.openUrl(QUrl(self._address)):
            self._context.state.say(self.tr("Given to the browser: %s") % self._address)
        else:
            QGuiApplication.clipboard().setText(self._address)
            words = self.tr("No browser took the link; it is copied instead: %s")
            self._context.state.say(words % self._address)
        self.accept()


def show_outside(context: Context, address: str, parent: QWidget) -> None:
    """Ask the reader what to do with a link that leads outside."""
    OutsideLink(context, address, parent).exec()


def _breakable(address: str) -> str:
    """Return an address that may be broken after its signs; copying takes the one unbroken."""
    for sign in "/?&=-_.":
        address = address.replace(sign, f"{sign}\u200b")
    return address
