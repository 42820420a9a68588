# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Item models: they answer what stands in a cell and who says so; they paint nothing."""
