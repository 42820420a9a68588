# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes beside a collection what of its table was left out, line by line."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from terkha_db.imported.connection import Connection
from terkha_db.imported.faults import unwritable
from terkha_db.imported.info import Target
from terkha_db.library.files import discard

_HEADER = ("place", "what", "why", "how it begins")
_ROWS = "SELECT place, kind, reason, text FROM rejected ORDER BY kind DESC, place, rowid"
_FORMULA = ("=", "+", "-", "@", "\t")


def write_report(target: Target) -> Path:
    """Write the report of a collection, as a table that any spreadsheet opens; return its place.

    Raises:
        CollectionError: it cannot be written, or the collection is damaged.

    """
    partial = target.report.with_name(f"{target.report.name}.partial")
    connection = Connection(target.file)
    try:
        with partial.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(_HEADER)
            for place, kind, reason, text in connection.each(_ROWS):
                writer.writerow((place, kind, _harmless(reason), _harmless(text)))
        os.replace(partial, target.report)  # noqa: PTH105
    except OSError as error:
        raise unwritable(target.report, error) from error
    finally:
        connection.close()
        discard(partial)
    return target.report


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
