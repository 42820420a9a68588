# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue, the library, citations and the command line of Terkha."""

__version__ = "0.8.0"
