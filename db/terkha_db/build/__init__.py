# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes the catalogue from the records; needed to build one, not to read one."""
