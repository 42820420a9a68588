# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The manual: CHAPTERS, in the order in which they are read."""

CHAPTERS: tuple[tuple[str, str], ...] = (
    ("start", "What this is"),
    ("finding", "Finding a record"),
    ("reading", "Reading a record"),
    ("disputes", "Where sources differ"),
    ("tabs", "Tabs, windows and links"),
    ("lens", "The lens"),
    ("tables", "Tables"),
    ("comparing", "Comparing"),
    ("queries", "Filters and queries"),
    ("map", "The map"),
    ("charts", "Charts"),
    ("keeping", "Keeping"),
    ("citing", "Citing"),
    ("keyboard", "Keyboard"),
    ("commands", "The command line"),
    ("data", "How the data was made"),
    ("coverage", "What it covers, and what not"),
    ("catalogue", "The catalogue as a file"),
    ("privacy", "Privacy"),
)
"""Name of the Markdown file without its ending, and title."""

COVERAGE = "{coverage}"
"""Stands in a chapter where the counts of the catalogue at hand are put in."""

KEYS = "{keys}"
"""Stands in a chapter where the keys of all actions are put in."""

PICTURES: tuple[tuple[str, str], ...] = (
    ("21-search-gyama-light", "search"),
    ("13-record-zabuye-light", "record"),
    ("20-record-dispute-light", "dispute"),
    ("32-lens-julong-light", "lens"),
    ("29-mines-filtered-light", "table"),
    ("35-compare-light", "compare"),
    ("39-map-light", "map"),
    ("40-chart-copper-resources-light", "chart"),
    ("24-cite-light", "cite"),
)
"""What of ``terkha --screenshots`` the manual shows, and by which name (``make pictures``)."""
