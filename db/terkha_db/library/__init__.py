# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The reader's library: bookmarks, collections, notes, tags, searches, tray, history, backups.

``Library`` is the way in; ``backup``, ``restore``, ``check`` and ``exchange`` work on its files.
"""
