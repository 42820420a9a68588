# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha list``: the table of one kind of record, filtered, sorted, in every table format."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from terkha_db.catalogue import Row, columns_of
from terkha_db.cells import cell_text
from terkha_db.cli_layout import columns, cut
from terkha_db.cli_list_own import PREFIX, list_own
from terkha_db.cli_session import (
    DONE,
    NOTHING,
    Command,
    Session,
    UsageError,
    tell,
    tell_lens,
    write_result,
)
from terkha_db.export import TABLE_FORMATS, TableFormat, format_by_id, heading, table_of
from terkha_db.fields import Field
from terkha_db.vocabulary import KINDS
from terkha_db.wording import OUTSIDE_LENS, count, format_kind

_PLAIN = "table"
_WIDEST_CELL = 40
_KINDS = {word: kind.id for kind in KINDS for word in (kind.id, kind.folder)}
_FORMATS = (_PLAIN, *(known.id for known in TABLE_FORMATS if known.is_file))


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind",
        metavar="KIND",
        type=_kind,
        help=f"{', '.join(kind.id for kind in KINDS)}; or collection/NAME, a table of your own",
    )
    parser.add_argument(
        "--where",
        metavar="EXPR",
        default="",
        help="a query, as in 'elevation>4500 -status:closed has:coordinates'; "
        "the manual tells all it may ask",
    )
    parser.add_argument(
        "--sort",
        metavar="FIELD",
        default="",
        help="a field, or several with commas; --sort=-FIELD backwards",
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="by default that of FILE, else table, which shows the columns of the window "
        "and cuts long cells; the others are whole",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    kind = arguments.kind
    order = _order(arguments.sort)
    chosen = _format(arguments)
    if kind.startswith(PREFIX):
        return list_own(session, arguments, chosen, order if arguments.sort else ())
    with session.catalogue() as catalogue:
        rows = catalogue.rows(kind, where=arguments.where, sort=order)
        if chosen is None:
            fields = [field for field in columns_of(kind) if field.shown]
            content = "".join(f"{line}\n" for line in _plain(fields, rows)).encode()
        else:
            style = _style() if chosen.is_book else ""
            table = table_of(catalogue, kind, columns_of(kind), rows, style)
            content = chosen.content(table)
            if chosen.placed_only and table.unplaced:
                rows_out = count(
                    table.unplaced, "row without coordinates is", "rows without coordinates are"
                )
                tell(f"{rows_out} left out.")
        tell_lens(catalogue)
    if rows or chosen is not None:
        write_result(content, arguments.output)
    if not rows:
        tell(f"no {format_kind(kind).lower()} matches {arguments.where or 'the question'}.")
        return NOTHING
    return DONE


def _style() -> str:
    """Return the style of the references in workbooks."""
    from terkha_db.citing import STYLES

    return STYLES[0].id


def _format(arguments: argparse.Namespace) -> TableFormat | None:
    """Return the format asked for, by name or by the ending of the file; none for the terminal.

    Raises:
        UsageError: a workbook would be printed.

    """
    file: Path | None = arguments.output
    if arguments.format is None:
        ending = file.suffix.lower() if file else ""
        return next((one for one in TABLE_FORMATS if one.extension == ending), None)
    if arguments.format == _PLAIN:
        return None
    chosen = format_by_id(arguments.format)
    if chosen.is_book and file is None:
        raise UsageError(
            f"{chosen.label} cannot be printed: name a file, as in -o mines{chosen.extension}."
        )
    return chosen


def _kind(text: str) -> str:
    """Return the kind of record that a word names; the link of a collection as it is."""
    if text.startswith(PREFIX):
        return text
    if text in _KINDS:
        return _KINDS[text]
    raise argparse.ArgumentTypeError(f"invalid choice: {text!r} (choose from {', '.join(_KINDS)})")


def _order(text: str) -> Sequence[tuple[str, bool]]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    return [(_field(name), name.startswith("-")) for name in names] or (("title", False),)


def _field(name: str) -> str:
    return name.removeprefix("-").replace("-", "_").replace(".", "_").lower()


def _plain(fields: Sequence[Field], rows: Sequence[Row]) -> list[str]:
    head = ["Id", *(heading(field) for field in fields)]
    body = [[row.id, *(cut(_cell(field, row), _WIDEST_CELL) for field in fields)] for row in rows]
    numbers = [at for at, field in enumerate(fields, start=1) if field.type == "number"]
    return columns([head, *body], right=numbers)


def _cell(field: Field, row: Row) -> str:
    return OUTSIDE_LENS if field.id in row.outside else cell_text(field, row.values[field.id])


LIST = Command("list", "the table of one kind of record", _configure, _run, follows_lens=True)
