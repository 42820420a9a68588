# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the frozen application starts with: the same door as the installed command."""

import os
import sys
from collections.abc import MutableMapping

from terkha_db.start import main

_LIBRARIES = "LD_LIBRARY_PATH"


def clear(environment: MutableMapping[str, str]) -> None:
    """Undo in an environment what is meant for another program's libraries, or only for ours.

    A desktop may name the plugins of its own Qt, which this one must not load; and the browser
    that a link is opened with must not load the libraries of this one. They are found all the
    same: the loader has read where they are.
    """
    environment.pop("QT_PLUGIN_PATH", None)
    before = environment.pop(f"{_LIBRARIES}_ORIG", "")
    environment.pop(_LIBRARIES, None)
    if before:
        environment[_LIBRARIES] = before


if __name__ == "__main__":
    if sys.platform == "linux":
        clear(os.environ)
    sys.exit(main())
