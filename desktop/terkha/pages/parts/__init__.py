# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Parts that the pages of several kinds share; each writes one section or returns its HTML."""
