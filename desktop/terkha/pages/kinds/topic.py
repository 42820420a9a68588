# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The page of a term, technology or group that the documents speak of."""

from __future__ import annotations

from terkha.pages.kinds import plain
from terkha.pages.writer import Steps, Writer
from terkha_db import wording


def write(writer: Writer) -> Steps:
    """Write the page of a topic."""
    kind = wording.format_word(writer.record.facts.get("topic_kind") or "topic")
    return plain.write(writer, [writer.translate("Vocabulary", kind)])
