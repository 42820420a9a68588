# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Which edition the records are, and the seal that shows whether a catalogue was changed."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ConfigDict, ValidationError

from terkha_db.errors import RecordError
from terkha_db.records.faults import as_error, invalid
from terkha_db.records.load import EDITION_FILE
from terkha_db.records.models import Model
from terkha_db.records.text import read_yaml
from terkha_db.records.values import Date

_VERSION = re.compile(r"\d{4}\.\d{2}(\.\d+)?")


class EditionFile(Model):
    """What the file EDITION.yaml says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    date: Date


def read_edition(root: Path) -> EditionFile:
    """Return the edition of the records under ``root``.

    Raises:
        RecordError: the file is missing or says something else.

    """
    file = root / EDITION_FILE
    if not file.is_file():
        raise RecordError(f"{file} is missing: write two lines into it, version and date")
    raw = read_yaml(file.read_text("utf-8"))
    try:
        edition = EditionFile.model_validate(raw)
    except ValidationError as error:
        raise as_error(invalid(file, (), error, raw)) from error
    if not _VERSION.fullmatch(edition.version):
        raise RecordError(f"{file}: version '{edition.version}' is not of the form 2026.11")
    return edition
