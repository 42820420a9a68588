# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One builder for each kind of record: which parts its page has, in which order."""
