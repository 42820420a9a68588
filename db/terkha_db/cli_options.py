# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The options of ``terkha`` that stand before a command or a link."""

from __future__ import annotations

import argparse
from pathlib import Path

from terkha_db import __version__


class _CommonParser(argparse.ArgumentParser):
    """Parses what stands before a command; its help lists the commands."""

    def format_help(self) -> str:
        """Return the help with the commands below the options."""
        from terkha_db.cli_commands import COMMANDS

        listed = "\n".join(f"  {command.name:10} {command.help}" for command in COMMANDS)
        self.epilog = f"commands (terkha COMMAND --help says more):\n{listed}"
        return super().format_help()


def common_parser() -> argparse.ArgumentParser:
    """Return the parser of what stands before a command."""
    parser = _CommonParser(
        "terkha",
        usage="terkha [options] [LINK|FILE]\n       terkha [options] COMMAND …",
        description="An offline reference on mining on the Tibetan Plateau. "
        "Without a command the window opens, at LINK (as in terkha:mine/julong) if it is given, "
        "or asks what to do with FILE, a library that was exported or an edition.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_options(parser)
    parser.set_defaults(link="")
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def application_parser() -> argparse.ArgumentParser:
    """Return the parser of a line that opens the window: here options may follow the link."""
    parser = argparse.ArgumentParser("terkha", allow_abbrev=False)
    add_options(parser)
    parser.add_argument("link", nargs="?", default="")
    return parser


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what may stand before a command or a link."""
    parser.add_argument("--version", action="version", version=f"Terkha {__version__}")
    parser.add_argument("--profile", metavar="DIR", help="library, settings and state in DIR")
    parser.add_argument("--catalogue", metavar="FILE", type=Path, help="another catalogue")
    parser.add_argument(
        "--lens",
        metavar="TEXT",
        default="",
        help="only these works count, as in company,academic or -state-media",
    )
    parser.add_argument("--debug", action="store_true", help="say where a fault was found")
    window = parser.add_argument_group("options of the window")
    window.add_argument("--new-window", action="store_true", help="open in a window of its own")
    window.add_argument(
        "--new-instance", action="store_true", help="open apart from a Terkha that runs already"
    )
    window.add_argument(
        "--screenshots", metavar="DIR", type=Path, help="pictures of every page, light and dark"
    )
    window.add_argument(
        "--self-test", action="store_true", help="open every page, run every action, and end"
    )
    window.add_argument("--tour", metavar="DIR", type=Path, help=argparse.SUPPRESS)
