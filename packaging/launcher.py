# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the frozen application starts with: the same door as the installed command."""

import sys

from terkha_db.cli import main

if __name__ == "__main__":
    sys.exit(main())
