# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Record pages as HTML for QTextDocument: pure functions that load no Qt and ask no database.

``gather`` collects what a page needs, ``build`` writes it. Every value goes through a
:class:`~terkha.pages.writer.Writer`, so that none can stand on a page without its source marker.
"""

from terkha.pages.builder import Draft, build
from terkha.pages.columns import floating, is_beside
from terkha.pages.comparison import Comparison, build_comparison
from terkha.pages.document import Document, Marker, Section
from terkha.pages.material import Material, gather
from terkha.pages.pieces import pieces
from terkha.pages.sheet import MARGIN, classes_of, style_sheet

__all__ = [
    "MARGIN",
    "Comparison",
    "Document",
    "Draft",
    "Marker",
    "Material",
    "Section",
    "build",
    "build_comparison",
    "classes_of",
    "floating",
    "gather",
    "is_beside",
    "pieces",
    "style_sheet",
]
