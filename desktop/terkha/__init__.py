# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Terkha: the desktop application."""

import builtins

import PySide6.QtCore  # noqa: F401 - which puts an import of its own in place of Python's

# It reads the source of every module that is imported, to learn whether that calls Qt in
# snake_case. None of ours does, and each start and each import in a function would wait for it.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
