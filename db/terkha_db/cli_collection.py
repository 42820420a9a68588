# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""``terkha collection``: tables of the reader's own, beside the catalogue."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from terkha_db.cli_layout import columns
from terkha_db.cli_session import DONE, NOTHING, Command, Session, UsageError, print_json, tell
from terkha_db.errors import KnownError
from terkha_db.wording import count

if TYPE_CHECKING:
    from terkha_db.imported.info import Info
    from terkha_db.imported.load import Loaded, Progress
    from terkha_db.imported.mapping import Mapping
    from terkha_db.imported.shelf import Shelf


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="import|list|remove")
    adding = actions.add_parser("import", help="make a collection of a table", allow_abbrev=False)
    adding.add_argument("file", metavar="FILE", type=Path, help="CSV, TSV, GeoJSON or XLSX")
    adding.add_argument("--name", metavar="NAME", help="what to call it, by default as the file")
    adding.add_argument(
        "--map",
        metavar="COLUMN=ROLE",
        action="append",
        default=[],
        help="what a column means: title, name:zh-Hans, lat, lon, position, commodity, status, "
        "country, province, county, url, free or skip; what is not said is guessed",
    )
    adding.add_argument("--swap", action="store_true", help="latitude and longitude are exchanged")
    adding.add_argument("--replace", action="store_true", help="replace the one of that name")
    adding.add_argument("--encoding", metavar="E", default="", help="if the guess is wrong: cp1252")
    adding.add_argument("--delimiter", metavar="D", default="", help="if the guess is wrong")
    adding.add_argument("--sheet", metavar="SHEET", default="", help="of a workbook, not its first")
    adding.add_argument("--dry-run", action="store_true", help="say only what would be imported")
    listing = actions.add_parser("list", help="which collections there are", allow_abbrev=False)
    listing.add_argument("--json", action="store_true", help="for scripts")
    removing = actions.add_parser("remove", help="take a collection away", allow_abbrev=False)
    removing.add_argument("name", metavar="NAME")


def _run(session: Session, arguments: argparse.Namespace) -> int:
    from terkha_db.imported.shelf import Shelf

    shelf = Shelf(session.paths.collections)
    if arguments.action == "import":
        return _import(session, shelf, arguments)
    if arguments.action == "remove":
        removed = shelf.remove(arguments.name)
        print(f"The collection “{removed.name}” is removed.")
        return DONE
    return _list(shelf, as_json=arguments.json)


def _import(session: Session, shelf: Shelf, arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from terkha_db.imported.load import load
    from terkha_db.imported.preview import preview
    from terkha_db.imported.source import Reading
    from terkha_db.imported.variants import read_variants

    file = arguments.file.expanduser().absolute()
    reading = Reading(arguments.encoding, arguments.delimiter, arguments.sheet)
    seen = preview(file, reading=reading, rows=5)
    mapping = replace(_mapped(seen.mapping, arguments.map), swapped=arguments.swap)
    mapping.check()
    for warning in preview(file, mapping, reading=reading, rows=0).warnings:
        tell(warning)
    if arguments.dry_run:
        _describe(mapping)
        return DONE
    target = shelf.target(arguments.name or file.stem, replace=arguments.replace)
    shelf.clean()
    loaded = load(
        file,
        mapping,
        target,
        variants=read_variants(session.catalogue_path),
        reading=reading,
        progress=_progress(),
    )
    _describe(mapping)
    _tell_loaded(file, loaded)
    return DONE


def _mapped(mapping: Mapping, told: list[str]) -> Mapping:
    for words in told:
        header, equals, role = words.rpartition("=")
        if not equals:
            raise UsageError(f"“--map {words}” says no role: write --map COLUMN=ROLE.")
        mapping = mapping.with_role(header, role)
    return mapping


def _describe(mapping: Mapping) -> None:
    """Say what each column was taken for, columns of their own last."""
    told = [one for one in mapping.columns if one.role not in ("free", "skip")]
    rows = [(one.header, f"{one.role}:{one.lang}" if one.lang else one.role) for one in told]
    print("".join(f"  {line}\n" for line in columns(rows)), end="")
    for role, words in (("free", "kept as they are"), ("skip", "left out")):
        headers = [one.header for one in mapping.columns if one.role == role]
        if headers:
            print(f"  {count(len(headers), 'column')} {words}: {', '.join(headers)}")


def _tell_loaded(file: Path, loaded: Loaded) -> None:
    print(
        f"“{loaded.target.name}” holds {count(loaded.sites, 'site')} of {file.name} "
        f"({'; '.join(loaded.facts)}), {loaded.placed:,} with coordinates."
    )
    if loaded.swapped:
        print(
            f"The coordinates of {loaded.swapped:,} would be good with latitude and longitude "
            "exchanged: import it again with --swap --replace if they are."
        )
    if loaded.rejected:
        reasons = "; ".join(f"{times:,} times {reason}" for reason, times in loaded.reasons)
        print(f"{count(loaded.rejected, loaded.unit)} left out: {reasons}.")
    if loaded.noted:
        print(f"Of {count(loaded.noted, 'site')} something was not taken as it stood.")
    if loaded.report is not None:
        print(f"Each of them is in {loaded.report}.")


def _progress() -> Callable[[Progress], None] | None:
    """Return what shows how far it is, on a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(progress: Progress) -> None:
        end = "\n" if progress.share >= 1 else ""
        text = f"\r{progress.share:4.0%}  {progress.sites:,} sites"
        print(text, end=end, file=sys.stderr, flush=True)

    return show


def _list(shelf: Shelf, *, as_json: bool) -> int:
    found: list[Info] = []
    for info in shelf.collections():
        if isinstance(info, KnownError):
            tell(str(info))
        else:
            found.append(info)
    if as_json:
        print_json([_as_json(info) for info in found])
    else:
        rows = [
            (f"collection/{one.slug}", one.name, f"{one.sites:,} sites", one.imported[:10])
            for one in found
        ]
        print("".join(f"{line}\n" for line in columns(rows, right=[2])), end="")
    if found:
        return DONE
    tell("there are no collections of yours; `terkha collection import FILE` makes one.")
    return NOTHING


def _as_json(info: Info) -> dict[str, object]:
    return {
        "id": f"collection/{info.slug}",
        "name": info.name,
        "sites": info.sites,
        "placed": info.placed,
        "rejected": info.rejected,
        "noted": info.noted,
        "source": info.source,
        "imported": info.imported,
        "file": str(info.target.file),
    }


COLLECTION = Command(
    "collection", "tables of your own, searched beside the catalogue", _configure, _run
)
