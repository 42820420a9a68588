# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a person whom a document or a work names."""

from __future__ import annotations

from terkha.pages.kinds import plain
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of a person."""
    return plain.write(writer, [writer.translate("Vocabulary", wording.format_kind("person"))])
