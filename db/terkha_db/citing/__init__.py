# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Citations: records to CSL-JSON, CSL-JSON to formatted entries, entries to files."""
