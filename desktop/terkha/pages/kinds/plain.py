# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the pages of policies, people and topics have in common: names, remarks, links."""

from __future__ import annotations

from collections.abc import Sequence

from terkha.pages.parts import claims, differences, facts, head, names, related, timeline
from terkha.pages.parts.leftover import of_property
from terkha.pages.writer import Steps, Writer


def write(writer: Writer, kicker: Sequence[str], rows: Sequence[str] = ()) -> Steps:
    """Write a page that has few facts and many links; ``rows`` are key facts of its kind."""
    head.write(writer, kicker)
    if rows:
        writer.enter(head.TOP, writer.translate("Pages", "Key facts"))
        writer.add(facts.table(rows))
    names.write(writer)
    of_property(writer, "remark", writer.translate("Pages", "What is said"))
    yield
    differences.write(writer)
    yield
    timeline.write(writer)
    yield
    claims.write(writer)
    related.write(writer)
