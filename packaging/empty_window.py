# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A window with an empty table and nothing else: the least that Terkha could cost (compare.py)."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
application.exec()
