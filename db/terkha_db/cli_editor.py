# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The command ``terkha-db`` of those who edit records: check, build, new, stats, sample, diff.

Exit codes: 0 done and nothing wrong, 1 faults or differences found, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from terkha_db.errors import KnownError
from terkha_db.vocabulary import SITE_KINDS

RECORDS = Path(__file__).parents[1] / "records"
CATALOGUE = Path(__file__).parent / "catalogue.sqlite"
CACHE = Path(__file__).parents[2] / "build" / "citations"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except KnownError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="terkha-db", description="Check the plain-text records and build the catalogue."
    )
    records = argparse.ArgumentParser(add_help=False)
    records.add_argument(
        "--records", type=Path, default=RECORDS, metavar="DIR", help="the folder of records"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", parents=[records], help="find all faults of the records")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", parents=[records], help="build the catalogue")
    build.add_argument("-o", "--output", type=Path, default=CATALOGUE, metavar="FILE")
    build.add_argument(
        "--cache", type=Path, default=CACHE, metavar="DIR", help="keeps formatted citations"
    )
    build.set_defaults(run=_build)

    new = commands.add_parser("new", parents=[records], help="start a record")
    new.add_argument("kind", choices=["mine"], metavar="KIND", help="mine")
    new.add_argument("name", metavar="NAME", help="its title: the spelling to be shown first")
    new.add_argument("--id", default="", metavar="ID", help="its permanent id, if not the name's")
    new.add_argument(
        "--site-kind", default="deposit", choices=[kind.id for kind in SITE_KINDS], metavar="WORD"
    )
    new.add_argument("--anyway", action="store_true", help="though another site has that name")
    new.set_defaults(run=_new)

    stats = commands.add_parser("stats", help="say what a catalogue holds and what it lacks")
    stats.add_argument("catalogue", type=Path, nargs="?", default=CATALOGUE, metavar="FILE")
    stats.set_defaults(run=_stats)

    sample = commands.add_parser("sample", help="draw statements to compare with their works")
    sample.add_argument("catalogue", type=Path, nargs="?", default=CATALOGUE, metavar="FILE")
    sample.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, others")
    sample.add_argument("--count", type=int, default=60, metavar="N", help="how many; else 60")
    sample.set_defaults(run=_sample)

    diff = commands.add_parser("diff", help="say what changed between two catalogues")
    diff.add_argument("old", type=Path, metavar="OLD")
    diff.add_argument("new", type=Path, metavar="NEW")
    diff.set_defaults(run=_diff)
    return parser


def _check(chosen: argparse.Namespace) -> int:
    from terkha_db.records.check import check, warnings
    from terkha_db.wording import count

    records, faults = check(chosen.records)
    # What is odd about records of another form than they should have would be noise.
    odd = [] if faults else warnings(records)
    for line in (*faults, *odd):
        print(line)
    total = sum(1 for _ in records)
    told = (count(total, "record"), count(len(faults), "fault"), count(len(odd), "warning"))
    print(f"{', '.join(told)}.")
    return 1 if faults or odd else 0


def _build(chosen: argparse.Namespace) -> int:
    from terkha_db.build.build import build

    build(chosen.records, chosen.output, cache=chosen.cache)
    print(f"Built {chosen.output}.")
    return 0


def _new(chosen: argparse.Namespace) -> int:
    from terkha_db.records.start import start_mine

    file = start_mine(
        chosen.records,
        chosen.name,
        slug=chosen.id,
        site_kind=chosen.site_kind,
        anyway=chosen.anyway,
    )
    print(f"Started {file}. Fill it in, then terkha-db check.")
    return 0


def _stats(chosen: argparse.Namespace) -> int:
    from terkha_db.build.stats import stats

    print("\n".join(stats(chosen.catalogue)))
    return 0


def _sample(chosen: argparse.Namespace) -> int:
    from terkha_db.build.sample import sample

    print("\n".join(sample(chosen.catalogue, chosen.seed, chosen.count)))
    return 0


def _diff(chosen: argparse.Namespace) -> int:
    from terkha_db.catalogue.changes import compare

    lines = compare(chosen.old, chosen.new).lines()
    print("\n".join(lines or ["No record changed."]))
    return 1 if lines else 0
