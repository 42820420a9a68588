# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reading and checking the plain-text records; needed to build a catalogue, not to read one."""
