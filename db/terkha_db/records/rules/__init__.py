# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Rules that hold between records, each a function from all parts of all records to the faults."""
