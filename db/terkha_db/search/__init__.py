# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Finds records under any spelling, while one types."""

from terkha_db.search.searcher import Searcher

__all__ = ["Searcher"]
