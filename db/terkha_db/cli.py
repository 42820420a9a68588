# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command ``terkha``: answers in the terminal without Qt, or opens the application."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from terkha_db.catalogue import default_catalogue
from terkha_db.cli_session import DONE, Session, UsageError, tell
from terkha_db.codes import looks_like_code
from terkha_db.errors import KnownError
from terkha_db.lens import format_lens, parse_lens
from terkha_db.links import SCHEME, LinkError, parse_link
from terkha_db.options import Options
from terkha_db.paths import Paths, default_paths, profile_paths
from terkha_db.running import Entry, Request, apart, enter

if TYPE_CHECKING:
    import argparse

    from terkha_db.cli_session import Command

NOTHING_GIVEN: Mapping[str, object] = {
    "catalogue": None,
    "debug": False,
    "lens": "",
    "link": "",
    "new_instance": False,
    "new_window": False,
    "profile": None,
    "screenshots": None,
    "self_test": False,
    "tour": None,
    "words": [],
}
"""What no word at all is read as, so that such a start, the usual one, loads no parser."""
_INTERRUPTED = 130
_UNWRITABLE = (errno.ENOSPC, errno.EIO, errno.EDQUOT)
_LINK_MARKS = ("/", ":", "?", ".")
"""What a link or the name of a file has, and no command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``terkha`` with ``arguments`` (by default those of the process); return an exit code."""
    words = _with_lens_whole(sys.argv[1:] if arguments is None else list(arguments))
    _write_utf8()
    try:
        code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on (`terkha list claim | head`): no fault.
        _close_output()
        return DONE
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _close_output()
        tell(f"the output cannot be written ({error.strerror}): make room, or write elsewhere.")
        return KnownError.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    except KnownError as error:
        tell(str(error))
        if "--debug" in words:
            traceback.print_exc()
        return error.exit_code
    return code


def _run(words: Sequence[str]) -> int:
    given = _parsed(words)
    paths = profile_paths(given.profile) if given.profile else default_paths()
    catalogue = (given.catalogue or _chosen_catalogue(paths)).expanduser().absolute()
    name, *rest = given.words or [""]
    command = _command(name)
    if command is None:
        return _open_application(words, given, paths, catalogue)
    lens = parse_lens(given.lens)
    if lens.is_on and not command.follows_lens:
        from terkha_db.cli_commands import COMMANDS

        followers = ", ".join(known.name for known in COMMANDS if known.follows_lens)
        raise UsageError(f"`{name}` follows no lens: --lens stands before {followers}.")
    import argparse

    parser = argparse.ArgumentParser(
        f"terkha {command.name}", description=f"{_sentence(command.help)}.", allow_abbrev=False
    )
    command.configure(parser)
    return _answer(command, Session(catalogue, paths, lens), _parse(parser, rest))


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    """Return what stands before a command or a link; for nothing at all, nothing is parsed."""
    if not words:
        return cast("argparse.Namespace", SimpleNamespace(**NOTHING_GIVEN))
    from terkha_db.cli_options import common_parser

    return common_parser().parse_args(words)


def _parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parse what follows a command: its options may stand before, between or behind its words.

    Raises:
        UsageError: an option of all commands stands behind the command.

    """
    # Intermixed, argparse loses the two dashes that end options, and takes no words with options
    # of their own.
    apart = "--" in words or parser._subparsers is not None  # noqa: SLF001
    parse = parser.parse_known_args if apart else parser.parse_known_intermixed_args
    given, left = parse(words)
    from terkha_db.cli_options import common_parser

    common = common_parser()._option_string_actions  # noqa: SLF001
    for option in (word.partition("=")[0] for word in left):
        if option in common:
            name, command = parser.prog.split()
            raise UsageError(f"{option} stands before the command: {name} {option} … {command} …")
    if left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    return given


def _chosen_catalogue(paths: Paths) -> Path:
    """Return the edition that the reader chose, or the one that came with Terkha."""
    bundled = default_catalogue()
    if not paths.editions.is_dir():
        return bundled
    from terkha_db.editions import Editions

    editions = Editions(paths, bundled)
    chosen = editions.chosen()
    if editions.problem:
        tell(editions.problem)
    return chosen


def _answer(command: Command, session: Session, given: argparse.Namespace) -> int:
    try:
        return command.run(session, given)
    except (KnownError, OSError):
        raise
    except Exception as error:
        from terkha_db.catalogue.connection import damaged, is_damaged

        # A value that cannot be is a fault of ours only if the file is the one that was built.
        if session.catalogue_path.is_file() and is_damaged(session.catalogue_path):
            raise damaged(session.catalogue_path, error) from error
        raise


def _open_application(
    words: Sequence[str], given: argparse.Namespace, paths: Paths, catalogue: Path
) -> int:
    """Open the window, at a link if there is one, or have the one that is open show it."""
    if given.words:
        _refuse_unknown_command(given.words)
        from terkha_db.cli_options import application_parser

        given = application_parser().parse_args(words)
    request = _request(given)
    entry = Entry()
    if not (given.screenshots or given.tour or given.self_test):
        # An edition installed meanwhile makes no other Terkha; a catalogue asked for does.
        seat = given.catalogue or default_catalogue()
        entry = apart(paths, seat) if given.new_instance else enter(paths, seat, request)
    if entry.handed:
        return DONE
    options = Options(
        paths,
        catalogue,
        given.debug,
        request,
        entry,
        given.screenshots,
        given.tour,
        given.self_test,
    )
    # What is made until the window shows stays: to look for garbage in it is no use.
    gc.disable()
    try:
        return _open_window(options)
    finally:
        if entry.post:
            entry.post.close()


def _open_window(options: Options) -> int:
    """Open the window; only here is Qt loaded."""
    try:
        from terkha.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")) and ".so" not in str(error):
            raise
        raise KnownError(
            f"The window cannot be opened, because a library is missing ({error}): install it; "
            "the commands that `terkha --help` lists work without it."
        ) from error
    return run(options)


def _request(given: argparse.Namespace) -> Request:
    """Return what the window is asked for.

    Raises:
        KnownError: link, file or lens cannot be read, and there is a terminal to say so.

    """
    lens = format_lens(parse_lens(given.lens))
    token = os.environ.pop("XDG_ACTIVATION_TOKEN", "")
    # What another program hands on is told of in the window: nobody reads a terminal.
    unread = sys.stderr is None or not sys.stderr.isatty()
    if file := _file(given.link):
        if not unread:
            from terkha_db.given import recognise

            recognise(file)
        return Request("", lens, given.new_window, token, str(file))
    try:
        if given.link:
            parse_link(given.link)
    except LinkError:
        if not (unread and given.link.lower().startswith(f"{SCHEME}:")):
            raise
    return Request(given.link, lens, given.new_window, token)


def _file(word: str) -> Path | None:
    """Return the file that the word before the window names, unless it is a link."""
    if not word:
        return None
    from terkha_db.given import file_given

    return file_given(word)


def _command(word: str) -> Command | None:
    """Return the command of that name; where the window opens, none of them is loaded."""
    if not word or _may_be_link(word):
        return None
    from terkha_db.cli_commands import COMMANDS

    return next((known for known in COMMANDS if known.name == word), None)


def _may_be_link(word: str) -> bool:
    """Tell whether a word can be a link or a file, and so no command."""
    return any(mark in word for mark in _LINK_MARKS)


def _refuse_unknown_command(words: Sequence[str]) -> None:
    if not words or words[0].startswith("-") or _may_be_link(words[0]):
        return
    if looks_like_code(words[0]):
        return
    from difflib import get_close_matches

    from terkha_db.cli_commands import COMMANDS

    names = [command.name for command in COMMANDS]
    near = get_close_matches(words[0], names, n=1)
    hint = f"did you mean `terkha {near[0]}`?" if near else f"commands are {', '.join(names)}."
    raise UsageError(f"There is no command “{words[0]}”; {hint}")


def _with_lens_whole(words: Sequence[str]) -> list[str]:
    """Join ``--lens -state-media`` to one word, since its value may begin as options do."""
    whole: list[str] = []
    for word in words:
        if whole and whole[-1] == "--lens":
            whole[-1] = f"--lens={word}"
        else:
            whole.append(word)
    return whole


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _close_output() -> None:
    """Leave nothing that the end of the process would try to write once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_utf8() -> None:
    """Write UTF-8 whatever the terminal says, and never fail at a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
