# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Terkha's own entry for a record: what one cites who cites the reference and not its sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from terkha_db.citing.csl import date_parts

NAME = "Terkha: Mining on the Tibetan Plateau"
"""How Terkha is called in lists of works."""


def record_item(
    record_id: str, title: str, edition: str, issued: str, accessed: date
) -> dict[str, Any]:
    """Return a record as a CSL-JSON item, by which every format and style can cite it.

    The edition stands in the name of the site, since most styles have no place for the version of
    a web page; Terkha is the author too, as some styles have none for the site. The address is the
    permanent link, which opens the record in any installation.

    Args:
        record_id: the permanent id, ``mine/julong``.
        title: how the record is called.
        edition: the version of the catalogue.
        issued: the date of the edition, ``YYYY-MM-DD``.
        accessed: the day on which the reader saw it.

    """
    slug = f"terkha-{record_id.replace('/', '-')}"
    return {
        "id": slug,
        "type": "webpage",
        "title": title,
        "author": [{"literal": "Terkha"}],
        "container-title": f"{NAME}, edition {edition}",
        "issued": {"date-parts": date_parts(issued, slug)},
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
        "URL": f"terkha:{record_id}",
        "language": "en",
    }
