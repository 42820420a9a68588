# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which records can be set side by side, and how many at once."""

KINDS = ("mine", "mineral", "commodity", "organisation", "place", "policy")
"""Kinds of which enough is stated one by one to be set side by side."""
LEAST, MOST = 2, 4
