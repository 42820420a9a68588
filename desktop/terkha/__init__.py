# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Terkha: the desktop application."""

import terkha.quick_enums  # noqa: F401 - before Qt is loaded, which makes a hundred of them then
