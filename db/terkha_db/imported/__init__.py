# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Tables of sites that readers bring: read, kept in files of their own, searched, paged through."""
