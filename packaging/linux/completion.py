# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the completion of ``terkha`` for shells.

``python completion.py bash`` (or zsh) prints the script; shtab makes it from the parsers that the
command itself uses, so that it knows every command and option.
"""

from __future__ import annotations

import argparse
import sys

import shtab

from terkha_db.cli_commands import COMMANDS
from terkha_db.cli_options import add_options

# By the word that stands for an argument in the help.
COMPLETED = {"FILE": shtab.FILE, "DIR": shtab.DIRECTORY}


def whole_parser() -> argparse.ArgumentParser:
    """Return one parser of the options and of all commands with theirs."""
    parser = argparse.ArgumentParser("terkha", allow_abbrev=False)
    add_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        command.configure(commands.add_parser(command.name, help=command.help))
    _complete_files(parser)
    return parser


def _complete_files(parser: argparse.ArgumentParser) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for nested in action.choices.values():
                _complete_files(nested)
        elif isinstance(action.metavar, str) and action.metavar in COMPLETED:
            action.complete = COMPLETED[action.metavar]  # type: ignore[attr-defined]


if __name__ == "__main__":
    print(shtab.complete(whole_parser(), sys.argv[1]))
