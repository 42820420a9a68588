# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The commands of ``terkha``: COMMANDS, in the order in which ``--help`` lists them."""

from __future__ import annotations

from terkha_db.cli_about import INFO, VERIFY
from terkha_db.cli_cite import CITE
from terkha_db.cli_collection import COLLECTION
from terkha_db.cli_edition import EDITION
from terkha_db.cli_list import LIST
from terkha_db.cli_reader import BOOKMARK, LIBRARY
from terkha_db.cli_search import SEARCH
from terkha_db.cli_session import Command
from terkha_db.cli_show import SHOW
from terkha_db.cli_work import WORK

COMMANDS: tuple[Command, ...] = (
    SEARCH,
    SHOW,
    LIST,
    CITE,
    BOOKMARK,
    LIBRARY,
    WORK,
    COLLECTION,
    EDITION,
    VERIFY,
    INFO,
)
