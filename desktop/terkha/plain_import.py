# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Gives Python its own import back, in place of which Qt for Python puts another one.

That reads the source of every module that is imported, to learn whether it calls Qt in snake_case.
None of ours does, and each start and each import in a function would wait for it.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - which exchanges the import

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
