# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Links of comparisons, ``page/compare?ids=mine/julong,mine/jiama``, and who may stand in one."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl

from PySide6.QtCore import QCoreApplication

from terkha.views.pages import inside
from terkha_db.comparable import KINDS, LEAST, MOST
from terkha_db.links import Link

PAGE = "compare"
translate = QCoreApplication.translate


def compare_link(ids: Sequence[str]) -> str:
    """Return the link of the comparison of records."""
    asked = (("ids", ",".join(ids)),) if ids else ()
    return inside(Link("page", PAGE, query=asked))


def compared_ids(link: str) -> list[str]:
    """Return the records that a link asks to compare, each once, no more than are compared."""
    asked = dict(parse_qsl(link.partition("?")[2])).get("ids", "")
    return list(dict.fromkeys(one.strip() for one in asked.split(",") if one.strip()))[:MOST]


def comparable(ids: Sequence[str]) -> tuple[list[str], str]:
    """Return those of the records that can be compared, and in words why not all of them."""
    kinds = [one.partition("/")[0] for one in ids]
    kind = next((one for one in kinds if one in KINDS), "")
    if not kind:
        words = translate(
            "Compare",
            "Mines, minerals, commodities, organisations, places and policies can be compared",
        )
        return [], words
    alike = [one for one in dict.fromkeys(ids) if one.startswith(f"{kind}/")]
    if len(alike) < len(set(ids)):
        words = translate("Compare", "Only records of one kind are compared with each other")
        return alike[:MOST], words
    if len(alike) > MOST:
        words = translate("Compare", "The first %(most)s of %(chosen)s are compared")
        return alike[:MOST], words % {"most": MOST, "chosen": len(alike)}
    if len(alike) < LEAST:
        return alike, translate("Compare", "Add another record to compare it with")
    return alike, ""
