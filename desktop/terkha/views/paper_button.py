# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The button of pages that go on paper: print, or save as PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton

from terkha.views.parts import button

translate = QCoreApplication.translate


def paper_button(print_page: Callable[[], None], save_pdf: Callable[[], None]) -> QPushButton:
    """Return a button with a menu of both ways."""
    made = button(translate("Paper", "Print, PDF"))
    menu = QMenu(made)
    menu.addAction(translate("Paper", "Print…"), print_page)
    menu.addAction(translate("Paper", "Save as PDF…"), save_pdf)
    made.setMenu(menu)
    return made
