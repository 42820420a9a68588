# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How everything looks: colours, type, icons and symbols; see ``Look``."""

from terkha.look.look import Look

__all__ = ["Look"]
