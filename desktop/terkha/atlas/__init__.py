# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map: where places lie on it, and how base map and sites are drawn, on screen and on paper."""
