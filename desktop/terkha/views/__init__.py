# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT

"""Windows, pages and dialogs: layout and painting; no queries of their own."""
