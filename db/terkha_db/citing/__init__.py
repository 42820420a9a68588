# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Citations: records to CSL-JSON, CSL-JSON to formatted entries, entries to files.

``csl`` and ``render`` are for the build of the catalogue; what is named here serves readers.
"""

from terkha_db.citing.entry import Entry
from terkha_db.citing.formats import FORMATS, Format, format_by_id
from terkha_db.citing.listing import arranged, sort_key
from terkha_db.citing.styles import STYLES, Style, style_by_id

__all__ = [
    "FORMATS",
    "STYLES",
    "Entry",
    "Format",
    "Style",
    "arranged",
    "format_by_id",
    "sort_key",
    "style_by_id",
]
